import Documents
import FormModel
import Testing

struct HouseFilterTests {
    static let nbsp = "\u{A0}"

    @Test(arguments: [
        ("'2023-12-14'|date('d MMMM y')", "14 grudnia 2023"),
        ("'2023-12-14'|date('d MMMM y r.')", "14 grudnia 2023 r."),
        ("'2023-12-14'|date('dd.MM.yyyy')", "14.12.2023"),
        ("'2023-12-04'|date('d.M.yy')", "4.12.23"),
        ("'2023-12-14'|date('d MMMM y', 'en')", "14 December 2023"),
        ("'2023-12-14'|date('d MMMM y', 'uk')", "14 грудня 2023"),
        ("'2023-12-14'|date('d MMMM y', 'ru')", "14 декабря 2023"),
        ("'2023-12-14'|date('d MMMM y', 'be')", "14 снежня 2023"),
        ("'2023-12-14'|date('EEEE')", "czwartek"),
        ("'2023-12-14T09:05'|date('d.MM, H:mm')", "14.12, 9:05"),
        ("'2023-12-14'|date('%d.%m.%Y')", "14.12.2023"),
        ("'2023-12-14'|date(\"'dnia' d\")", "dnia 14"),
        ("'in May'|date('d')", "in May"),
        ("'2023-12-14'|weekday", "czwartek"),
        ("'9:30'|hours('15:30')", "9:30–15:30"),
        ("1250|money", "1 250,00 zł"),
        ("'1250.5'|money", "1 250,50 zł"),
        ("1250|money('PLN', 'en')", "PLN 1,250.00"),
        ("1234567.5|number", "1 234 567,5"),
        ("1|plural('osoba', 'osoby', 'osób')", "osoba"),
        ("3|plural('osoba', 'osoby', 'osób')", "osoby"),
        ("12|plural('osoba', 'osoby', 'osób')", "osób"),
        ("[1,2]|plural('osoba', 'osoby', 'osób')", "osoby"),
        ("'pan'|pair('uczestnik', 'uczestniczka', 'uczestnik/uczestniczka')", "uczestnik"),
        ("'pani'|pair('uczestnik', 'uczestniczka', 'uczestnik/uczestniczka')", "uczestniczka"),
        ("'neutral'|pair('uczestnik', 'uczestniczka', 'osoba')", "osoba"),
        ("none|pair('uczestnik', 'uczestniczka')", "uczestnik/uczestniczka"),
        ("'Anna'|vocative", "Anno"),
        ("'Qwerty'|vocative", ""),
        ("'w domu'|nbsp", "w domu"),
    ])
    func filter(_ expression: String, _ expected: String) throws {
        let result = try paragraphs("{{ \(expression) }}")
        #expect(result.map { $0.replacing(Self.nbsp, with: " ") } == [expected])
    }

    @Test func amountInWordsNamesTheAmount() throws {
        let result = try paragraphs("{{ 1250|words }}")
        #expect(result.first?.hasPrefix("tysiąc dwieście pięćdziesiąt złotych") ?? false, "\(result)")
    }

    @Test func oneLetterWordsStayWithTheNextWord() throws {
        let options = TemplateOptions(keepsOneLetterWords: true)
        let result = try paragraphs(
            "Zapraszamy w {{ place }} i dalej",
            with: ["place": "domu i w lesie"],
            options: options
        )
        #expect(result == ["Zapraszamy w\u{A0}domu i\u{A0}w\u{A0}lesie i\u{A0}dalej"])
    }

    @Test func oneLetterWordsAreLeftAloneUnlessAsked() throws {
        #expect(try paragraphs("a {{ x }} i b", with: ["x": "w c"]) == ["a w c i b"])
    }

    @Test func numbersKeepTheirDigits() throws {
        let data = try DataValue.json(#"{"a": 1250.00, "b": 123456789012345678901234567890, "c": 0.10, "d": -0}"#)
        #expect(
            try paragraphs("{{ a }} {{ b }} {{ c }}", with: data) == ["1250.00 123456789012345678901234567890 0.10"]
        )
    }
}
