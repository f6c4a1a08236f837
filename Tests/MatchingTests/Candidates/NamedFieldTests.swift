import FormModel
import Matching
import Testing

@Suite struct NamedFieldTests {
    @Test func byFieldKey() {
        let outcome = Samples.match(Paper.web([("name_latin", "Anna Testowa"), ("consent_data", "true")]))
        #expect(outcome.plain == ["name_latin": "Anna Testowa", "consent_data": "true"])
        #expect(outcome.answers["name_latin"]?.evidence.map(\.kind) == [.web])
    }

    @Test func byColumnsOfTheEventFile() {
        var form = Samples.form
        form.columns = ["email": "Gdzie mamy odpisać?"]
        let outcome = Samples.match(Paper.web([("Gdzie mamy odpisać?", "a@example.org")], format: .csv), form)
        #expect(outcome.plain == ["email": "a@example.org"])
        #expect(outcome.answers["email"]?.evidence.map(\.kind) == [.csv])
    }

    @Test func byLabelAndNotByUnknownColumns() {
        let outcome = Samples.match(
            Paper.web([("Sygnatura czasowa", "2023-12-01"), ("1. Adres e-mail *", "a@example.org"), ("Uwagi", "brak")])
        )
        #expect(outcome.plain == ["email": "a@example.org"])
    }

    @Test func columnForEachOption() {
        let outcome = Samples.match(
            Paper.web([("Tematy [prawo]", "Tak"), ("Tematy [praca]", ""), ("Tematy [zdrowie i opieka]", "Tak")])
        )
        #expect(outcome.answers["topics"]?.value == .choices(["prawo", "zdrowie"]))
    }

    @Test func severalOptionsInOneValue() {
        let outcome = Samples.match(Paper.web([("topics", "praca; prawo")]))
        #expect(outcome.answers["topics"]?.value == .choices(["prawo", "praca"]))
    }

    @Test func statementRepeatedAsTheAnswer() {
        let text = "Wyrażam zgodę na przetwarzanie moich danych osobowych w celu przeprowadzenia naboru."
        let outcome = Samples.match(Paper.web([("consent_data", text)]))
        #expect(outcome.answers["consent_data"]?.value == .flag(true))
    }

    @Test func staffEntryIsCertain() {
        let outcome = Samples.match(
            Paper.web([("email", "a@example.org")]),
            context: MatchContext(today: Samples.today, channel: .phone, operatorName: "biuro")
        )
        #expect(outcome.answers["email"]?.confidence == 1)
        #expect(outcome.answers["email"]?.evidence.map(\.kind) == [.staff])
        #expect(outcome.answers["email"]?.evidence.map(\.operatorName) == ["biuro"])
    }

    @Test func invalidValueStaysWithItsFinding() {
        let outcome = Samples.match(Paper.web([("pesel", "44051401358")]))
        #expect(outcome.plain == ["pesel": "44051401358"])
        #expect(outcome.codes == [.checkDigitWrong])
    }
}
