import FormModel
import Matching
import Testing

@Suite struct ControlTests {
    private func control(
        _ kind: FormControl.Kind = .text,
        tag: String? = nil,
        title: String? = nil,
        text: String = "",
        isChecked: Bool? = nil,
        isPlaceholder: Bool = false,
        chosenValue: String? = nil,
        parent: Int? = nil,
        origin: FormControl.Origin = .contentControl
    ) -> FormControl {
        FormControl(
            origin: origin,
            kind: kind,
            place: "body/p[1]",
            tag: tag,
            title: title,
            text: text,
            isChecked: isChecked,
            isPlaceholder: isPlaceholder,
            chosenValue: chosenValue,
            parent: parent
        )
    }

    private func match(_ controls: [FormControl], _ form: FormDefinition = Samples.form, text: String = "")
        -> MatchOutcome
    {
        let span = text.isEmpty ? [] : [Span(text: text)]
        let spans = span + controls.indices.map { Span(text: controls[$0].text, control: $0) }
        let paragraph = Paragraph(place: "body/p[1]", spans: spans)
        return Samples.match(Reading(format: .docx, blocks: [.paragraph(paragraph)], controls: controls), form)
    }

    @Test(arguments: ["email", "main.email", "probny-nabor.main.email", "probny-nabor.email"])
    func byTag(_ tag: String) {
        let outcome = match([control(tag: tag, text: "a@example.org")], text: "Co tu wpisać? ")
        #expect(outcome.plain == ["email": "a@example.org"])
        #expect(outcome.answers["email"]?.evidence.map(\.kind) == [.contentControl])
        #expect(outcome.answers["email"]!.confidence >= 0.95)
    }

    @Test func byTitle() {
        #expect(match([control(title: "Adres e-mail", text: "a@example.org")]).plain == ["email": "a@example.org"])
    }

    @Test func byTheLabelBesideAnUntaggedControl() {
        let outcome = match([control(tag: "Text17", text: "a@example.org")], text: "E-mail: ")
        #expect(outcome.plain == ["email": "a@example.org"])
        #expect(outcome.answers["email"]?.evidence.map(\.kind) == [.contentControl])
    }

    @Test func tagAndLabelAreOneEvidence() {
        let outcome = match([control(tag: "email", text: "a@example.org")], text: "E-mail: ")
        #expect(outcome.answers["email"]?.evidence.count == 1)
    }

    @Test func placeholderIsNoAnswer() {
        let outcome = match(
            [control(tag: "name_latin", text: "Kliknij tutaj", isPlaceholder: true)],
            text: "Imię i nazwisko: "
        )
        #expect(outcome.answers == AnswerSet())
        #expect(outcome.codes == [.placeholderLeft])
    }

    @Test func typedBesideThePlaceholder() {
        let controls = [control(tag: "email", text: "Kliknij tutaj", isPlaceholder: true)]
        let paragraph = Paragraph(
            place: "body/p[1]",
            spans: [
                Span(text: "E-mail: "), Span(text: "Kliknij tutaj", control: 0), Span(text: " a@example.org"),
            ]
        )
        let reading = Reading(format: .docx, blocks: [.paragraph(paragraph)], controls: controls)
        #expect(Samples.match(reading).plain == ["email": "a@example.org"])
    }

    @Test func twoControlsWithTheSameTagDiffer() {
        let outcome = match([
            control(tag: "email", text: "a@example.org"), control(tag: "email", text: "b@example.org"),
        ])
        #expect(outcome.codes == [.candidatesDiffer])
    }

    @Test func optionBoxes() {
        let boxes = ["zwykla", "wege", "wegan"].map {
            control(.checkBox, tag: "diet.\($0)", text: "☐", isChecked: $0 == "wegan")
        }
        #expect(match(boxes).plain == ["diet": "wegan"])
    }

    @Test func twoOptionBoxesOfASingleChoice() {
        let boxes = ["wege", "wegan"].map { control(.checkBox, tag: "diet.\($0)", text: "☒", isChecked: true) }
        #expect(match(boxes).codes == [.markAmbiguous])
    }

    @Test(arguments: [true, false])
    func consentBoxWithItsTag(_ isChecked: Bool) {
        let outcome = match([control(.checkBox, tag: "consent_data", text: "♥", isChecked: isChecked)])
        #expect(outcome.answers["consent_data"]?.value == .flag(isChecked))
    }

    @Test func untaggedBoxWithAnOddGlyphGoesByItsState() {
        let controls = [
            control(.checkBox, text: "♡", isChecked: false, origin: .formField),
            control(.checkBox, text: "♥", isChecked: true, origin: .formField),
        ]
        let spans = [
            Span(text: "Czy pracuje Pani/Pan z migrantami? "), Span(text: "♡", control: 0), Span(text: " TAK "),
            Span(text: "♥", control: 1), Span(text: " NIE"),
        ]
        let paragraph = Paragraph(place: "body/p[1]", spans: spans)
        let reading = Reading(format: .docx, blocks: [.paragraph(paragraph)], controls: controls)
        let outcome = Samples.match(reading)
        #expect(outcome.answers["works"]?.value == .flag(false))
        #expect(outcome.answers["works"]?.evidence.map(\.kind) == [.formField])
    }

    @Test func listEntryByItsValue() {
        let outcome = match([control(.dropDown, tag: "diet", text: "bez mięsa", chosenValue: "wege")])
        #expect(outcome.plain == ["diet": "wege"])
    }

    @Test func repeatingSection() {
        let controls = [
            control(.repeatingSection, tag: "delegates"), control(.repeatingItem, parent: 0),
            control(tag: "delegates.email", text: "a@example.org", parent: 1), control(.repeatingItem, parent: 0),
            control(tag: "delegates.email", text: "b@example.org", parent: 3),
        ]
        let outcome = match(controls, Samples.organisationForm)
        #expect(
            outcome.answers["delegates"]?.value
                == .group([["email": .text("a@example.org")], ["email": .text("b@example.org")]])
        )
    }
}
