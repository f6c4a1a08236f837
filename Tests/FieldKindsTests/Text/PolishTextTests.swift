import FieldKinds
import FormModel
import Testing

@Suite struct PolishTextTests {
    @Test(arguments: [
        ("Zapraszamy w piątek i w sobotę", "Zapraszamy w\u{A0}piątek i\u{A0}w\u{A0}sobotę"),
        ("Koszt 250 zł z dojazdem", "Koszt 250\u{A0}zł z\u{A0}dojazdem"),
        ("14 grudnia 2023 r.", "14\u{A0}grudnia 2023\u{A0}r."),
        ("Ala ma kota", "Ala ma kota"), ("(w sali)", "(w\u{A0}sali)"), ("A potem", "A\u{A0}potem"),
        ("szkoła z", "szkoła z"),
        ("50 %", "50\u{A0}%"),
    ])
    func nonBreaking(text: String, expected: String) {
        #expect(NonBreaking.apply(text) == expected)
    }

    @Test(arguments: [
        ("1250", "PLN", "1\u{A0}250,00\u{A0}zł"), ("0.5", "PLN", "0,50\u{A0}zł"),
        ("-1234567.891", "PLN", "−1\u{A0}234\u{A0}567,89\u{A0}zł"),
        ("99", "EUR", "99,00\u{A0}€"), ("1", "CZK", "1,00\u{A0}CZK"),
    ])
    func polishMoney(amount: String, currency: String, expected: String) throws {
        #expect(MoneyText.text(try #require(DecimalNumber(amount)), currency: currency) == expected)
    }

    @Test func englishMoney() throws {
        #expect(MoneyText.text(try #require(DecimalNumber("1250")), in: .english) == "PLN 1,250.00")
    }

    @Test(arguments: [
        ("0", "zero złotych 00/100"), ("1", "jeden złoty 00/100"), ("3", "trzy złote 00/100"),
        ("12", "dwanaście złotych 00/100"),
        ("22.05", "dwadzieścia dwa złote 05/100"), ("1250", "tysiąc dwieście pięćdziesiąt złotych 00/100"),
        ("3000", "trzy tysiące złotych 00/100"), ("15115", "piętnaście tysięcy sto piętnaście złotych 00/100"),
        ("1001001", "milion tysiąc jeden złotych 00/100"), ("5000000", "pięć milionów złotych 00/100"),
        ("342999.99", "trzysta czterdzieści dwa tysiące dziewięćset dziewięćdziesiąt dziewięć złotych 99/100"),
    ])
    func amountInWords(amount: String, expected: String) throws {
        #expect(AmountInWords.polish(try #require(DecimalNumber(amount))) == expected)
    }

    @Test func amountBeyondTheWordsIsNil() {
        #expect(AmountInWords.polish(DecimalNumber(1_000_000_000)) == nil)
        #expect(AmountInWords.polish(DecimalNumber(-1)) == nil)
    }

    @Test(arguments: [
        (1, PluralForm.one), (2, .few), (4, .few), (5, .many), (11, .many), (12, .many), (21, .many), (22, .few),
        (0, .many),
        (112, .many), (1002, .few),
    ])
    func polishPlural(count: Int, form: PluralForm) {
        #expect(PluralForm(count, in: .polish) == form)
    }

    @Test(arguments: [(1, PluralForm.one), (21, .one), (11, .many), (2, .few), (5, .many), (101, .one), (111, .many)])
    func easternPlural(count: Int, form: PluralForm) {
        #expect(PluralForm(count, in: .ukrainian) == form)
        #expect(PluralForm(count, in: .russian) == form)
        #expect(PluralForm(count, in: .belarusian) == form)
    }
}
