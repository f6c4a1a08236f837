import FormModel
import Matching
import Testing

@Suite struct FormRecogniserTests {
    @Test func nothingKnownIsUnassigned() {
        let recogniser = FormRecogniser(matchers: [])
        let recognition = recogniser.recognise(Reading(format: .text))
        #expect(recognition == Recognition(verdict: .unassigned, findings: [Finding(.eventUnassigned)]))
    }
}
