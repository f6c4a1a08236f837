import FormModel
import Matching
import Testing

@Suite struct FormRecogniserTests {
    private static let noon = Instant(millisecondsSinceEpoch: 1_000_000)

    private static func matcher(_ slug: String, _ form: FormDefinition) -> FormMatcher {
        var event = Samples.event(slug, [form])
        event.title = LocalizedText([.polish: slug == "kurs" ? "Kurs polskiego" : "Seminaria"])
        return FormMatcher(event: event, form: form)
    }

    private static let person = matcher("kurs", Samples.form)
    private static let organisation = matcher("seminaria", Samples.organisationForm)
    private static let recogniser = FormRecogniser(matchers: [person, organisation])

    private let filled = Paper.lines(
        "Imię i nazwisko: Anna Testowa",
        "Data urodzenia: 1902-05-14",
        "Kod pocztowy: 35-001",
        "Miejscowość: Rzeszów",
        "Dieta: zwykła",
        "E-mail: a@example.org",
        "Telefon: 990000001"
    )

    @Test func nothingKnownIsUnassigned() {
        let recognition = Self.recogniser.recognise(Paper.lines("Dzień dobry, przesyłam zdjęcie."))
        #expect(recognition == Recognition(verdict: .unassigned, findings: [Finding(.eventUnassigned)]))
    }

    @Test func namedByAPerson() {
        let recognition = Self.recogniser.recognise(
            Paper.lines("Nic"),
            hints: RecognitionHints(event: "seminaria")
        )
        #expect(recognition.form?.event == "seminaria")
        #expect(recognition.form?.reason == .named)
    }

    @Test func codeOfAnotherEventThanNamedIsAFinding() {
        var reading = filled
        reading.properties = ["nabor:event": "kurs", "nabor:form": "main"]
        let recognition = Self.recogniser.recognise(reading, hints: RecognitionHints(event: "seminaria"))
        #expect(recognition.form?.event == "seminaria")
        #expect(recognition.findings.map(\.code) == [.formOfOtherEvent])
    }

    @Test func codePrintedInTheFooter() {
        var reading = Paper.lines("Imię i nazwisko: Anna Testowa")
        reading.stories = [
            Story(
                kind: .footer,
                blocks: [.paragraph(Paper.paragraph("Nabór: seminaria/seminaria/1", place: "footer[1]/p[1]"))]
            )
        ]
        let recognition = Self.recogniser.recognise(reading)
        #expect(recognition.form?.event == "seminaria")
        #expect(recognition.form?.reason == .code)
    }

    @Test func tagsOfContentControls() {
        var reading = Paper.lines("Nazwa", "Miejscowość")
        reading.controls = ["seminaria.seminaria.org_name", "seminaria.seminaria.city"].map {
            FormControl(origin: .contentControl, kind: .text, place: "body/p[1]", tag: $0)
        }
        #expect(Self.recogniser.recognise(reading).form?.reason == .tags)
    }

    @Test func extensionOfTheAddress() {
        let recognition = Self.recogniser.recognise(
            Paper.lines("Zdjęcie w załączniku"),
            hints: RecognitionHints(recipients: ["zapisy+kurs@example.org"])
        )
        #expect(recognition.form?.event == "kurs")
        #expect(recognition.form?.reason == .address)
    }

    @Test(arguments: ["Zgłoszenie na KURS POLSKIEGO – Anna", "kurs"])
    func subject(_ subject: String) {
        let recognition = Self.recogniser.recognise(Reading(format: .jpeg), hints: RecognitionHints(subject: subject))
        #expect(recognition.form?.event == "kurs")
        #expect(recognition.form?.reason == .subject)
    }

    @Test func labelsOfTheForm() {
        let recognition = Self.recogniser.recognise(filled)
        #expect(recognition.form?.event == "kurs")
        #expect(recognition.form?.reason == .layout)
    }

    @Test func twoEventsWithTheSameFormAreAmbiguous() {
        let twins = FormRecogniser(matchers: [Self.person, Self.matcher("kurs-2", Samples.form)])
        let recognition = twins.recognise(filled)
        #expect(recognition.verdict == .ambiguous)
        #expect(recognition.candidates.map(\.event) == ["kurs", "kurs-2"])
        #expect(recognition.findings.map(\.code) == [.eventAmbiguous])
    }

    @Test func theOnlyOpenEventTakesAPhoto() {
        var closed = Samples.organisationForm
        closed.deadline = Instant(millisecondsSinceEpoch: 0)
        let recogniser = FormRecogniser(matchers: [Self.person, Self.matcher("seminaria", closed)])
        let hints = RecognitionHints(receivedAt: Self.noon)
        #expect(recogniser.recognise(Reading(format: .jpeg), hints: hints).form?.event == "kurs")
        #expect(recogniser.recognise(Paper.lines("Oferta sprzedaży ciastek"), hints: hints).verdict == .unassigned)
    }

    @Test func twoOpenEventsAndAPhotoIsUnassigned() {
        let hints = RecognitionHints(receivedAt: Self.noon)
        #expect(Self.recogniser.recognise(Reading(format: .jpeg), hints: hints).verdict == .unassigned)
    }
}
