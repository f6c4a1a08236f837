import FormModel
import Testing

@testable import Desk

/// An address that was read from paper, and whether another form bears it out.
struct AddressWitnessTests {
    private static let address = "anna.testowa@example.org"
    private static let checker = FormChecker(
        events: ["spotkanie", "szkolenie"].map { slug in
            let definition = EventDefinition(
                slug: slug,
                title: "Nabór",
                languages: [.polish],
                forms: [LetterFixtures.form],
                activities: []
            )
            return LoadedEvent(definition: definition, yaml: "", path: "", warnings: [])
        },
        blanks: [:]
    )

    /// What stands on a form, as a test names it.
    struct Sheet {
        var event = "spotkanie"
        var name: String? = "Anna Testowa"
        var address = AddressWitnessTests.address
        var pesel: String?
        var phone: String?
        var birthDate: String?
        /// Doubts about the address.
        var doubts: [FindingCode] = []

        var form: ReadSource.Form {
            var values: [String: AnswerValue] = ["email": .text(address)]
            values["name_latin"] = name.map { .name(PersonName(full: $0)) }
            values["pesel"] = pesel.map(AnswerValue.text)
            values["phone"] = phone.map(AnswerValue.text)
            values["birth_date"] = birthDate.flatMap(CalendarDate.init(iso:)).map(AnswerValue.date)
            let read = Evidence(kind: .ocr, place: "page[1]/field[email]", raw: address, score: 0.985)
            let checked = CheckedForm(
                event: event,
                form: LetterFixtures.form.id,
                language: .polish,
                answers: AnswerSet(values.mapValues { Answer(value: $0, confidence: 0.985, evidence: [read]) }),
                findings: doubts.map { Finding($0, field: "email") },
                needsReview: doubts.isEmpty ? [] : ["email"]
            )
            let crop = EvidenceCrop(field: "email", png: [])
            return ReadSource.Form(
                checked: checked,
                place: "part[2]",
                keys: [],
                channel: .mail,
                receivedAt: Instant(millisecondsSinceEpoch: 0),
                crops: doubts.isEmpty ? [] : [crop]
            )
        }
    }

    private func heard(_ paper: Sheet, _ other: Sheet?) throws -> ReadSource.Form {
        let witness = AddressWitness(checker: Self.checker) { _ in [] }
        return try witness.heard(paper.form, besides: other.map { [$0.form] } ?? [])
    }

    /// Typed forms of the same person, by name, by number, or by telephone with one of the names.
    @Test(arguments: [
        (Sheet(), Sheet()), (Sheet(), Sheet(event: "szkolenie")), (Sheet(), Sheet(name: "TESTOWA Anna")),
        (Sheet(), Sheet(address: "Anna.Testowa@example.org")),
        (Sheet(name: "Arma Tesłowa", pesel: "02070803628"), Sheet(pesel: "02070803628")),
        (Sheet(name: "Anna Tesłowa", phone: "+48990000001"), Sheet(phone: "+48990000001")),
    ])
    func aFormOfTheSamePersonBearsTheAddressOut(paper: Sheet, other: Sheet) throws {
        var paper = paper
        paper.doubts = [.emailUnconfirmed]
        let form = try heard(paper, other)
        #expect(form.checked.needsReview.isEmpty && form.checked.findings.isEmpty && form.crops.isEmpty)
        let answer = try #require(form.checked.answers["email"])
        #expect(answer.confidence == 0.99)
        #expect(answer.evidence.map(\.kind) == [.otherForm, .ocr])
        #expect(answer.evidence.first?.place == "part[2]/email")
    }

    @Test(
        arguments: [
            // Nobody else, another address, another person at the same address.
            (Sheet(), nil), (Sheet(), Sheet(address: "anna.testova@example.org")),
            (Sheet(), Sheet(name: "Jan Testowy")),
            (Sheet(phone: "+48990000001"), Sheet(name: "Jan Wzorcowy", phone: "+48990000001")),
            // People who share a name.
            (Sheet(pesel: "02070803628"), Sheet(pesel: "44051401359")),
            (Sheet(birthDate: "1990-01-02"), Sheet(birthDate: "1960-01-02")),
            // Perhaps a second picture of the same sheet.
            (Sheet(), Sheet(doubts: [.emailUnconfirmed])),
            // Another paper, but its address is doubtful for more than one reason.
            (Sheet(), Sheet(event: "szkolenie", doubts: [.emailUnconfirmed, .confidenceLow])),
        ] as [(Sheet, Sheet?)]
    )
    func nothingElseBearsItOut(paper: Sheet, other: Sheet?) throws {
        var paper = paper
        paper.doubts = [.emailUnconfirmed]
        let form = try heard(paper, other)
        #expect(form.checked.needsReview == ["email"] && form.crops.map(\.field) == ["email"])
        #expect(form.checked.answers["email"]?.evidence.map(\.kind) == [.ocr])
    }

    @Test func twoPapersOfDifferentEventsBearEachOtherOut() throws {
        let paper = Sheet(doubts: [.emailUnconfirmed])
        let form = try heard(paper, Sheet(event: "szkolenie", doubts: [.emailUnconfirmed]))
        #expect(form.checked.needsReview.isEmpty)
    }

    /// What a person has to look at anyway says which form has the same address.
    @Test func writingByHandStillGoesToAPerson() throws {
        let form = try heard(Sheet(doubts: [.emailUnconfirmed, .confidenceLow]), Sheet())
        #expect(form.checked.needsReview == ["email"] && !form.crops.isEmpty)
        #expect(form.checked.answers["email"]?.evidence.map(\.kind) == [.otherForm, .ocr])
        #expect(form.checked.answers["email"]?.confidence == 0.985)
    }
}
