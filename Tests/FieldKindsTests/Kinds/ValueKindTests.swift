import FieldKinds
import FormModel
import Testing

@Suite struct ValueKindTests {
    @Test(arguments: [
        ("2023-12-14", "2023-12-14"), ("14.12.2023", "2023-12-14"), ("14 grudnia 2023 r.", "2023-12-14"),
        ("14/12/2023", "2023-12-14"), ("14-12-2023", "2023-12-14"), ("14. 12. 2023", "2023-12-14"),
        ("dnia 1 maja 2023 roku", "2023-05-01"), ("14 grudnia 2023", "2023-12-14"), ("14 XII 2023", "2023-12-14"),
        ("14 грудня 2023 року", "2023-12-14"), ("14 декабря 2023 г.", "2023-12-14"),
        ("14 снежня 2023 г.", "2023-12-14"),
        ("December 14, 2023", "2023-12-14"), ("14th of December 2023", "2023-12-14"), ("2023.12.14", "2023-12-14"),
        ("2023-12-14T00:00:00Z", "2023-12-14"), ("2023-12-14 10:15", "2023-12-14"), ("14122023", "2023-12-14"),
        ("1 9 2023", "2023-09-01"), ("14 wrzesnia 2023", "2023-09-14"), ("12/14/2023", "2023-12-14"),
        ("14 paź 2023", "2023-10-14"), ("1maja2023", "2023-05-01"),
    ])
    func date(text: String, expected: String) {
        #expect(Sample.read(text, as: .date)?.value == CalendarDate(iso: expected).map(AnswerValue.date))
    }

    @Test(arguments: ["14.12.23", "14 grudnia 23", "141223", "1/2/03"])
    func dateWithTwoDigitYearNeedsAPerson(text: String) {
        #expect(Sample.summary(text, as: .date) == "\(text)!date.ambiguous")
    }

    @Test(arguments: [
        "31.04.2023", "30 lutego 2023", "2023-13-01", "w grudniu", "jutro", "2023", "14.12.2023 i 15.12.2023",
    ])
    func impossibleDateStaysAsText(text: String) {
        #expect(Sample.summary(text, as: .date) == "\(text)!value.invalid")
    }

    @Test(arguments: [
        ("1 250,00", "1250"), ("1 250,00 zł", "1250"), ("1.250,00 PLN", "1250"), ("1,250.00", "1250"),
        ("1250.5", "1250.5"),
        ("-3", "-3"), ("12,5", "12.5"), ("3000zł", "3000"), ("20 osób", "20"), ("ok. 20", "20"),
        ("1\u{A0}000\u{A0}000", "1000000"),
        ("0,10", "0.1"), ("2 500", "2500"), ("PLN 99", "99"), ("1.250", "1250"), ("3,125", "3.125"),
    ])
    func number(text: String, expected: String) {
        #expect(Sample.read(text, as: .number)?.value == DecimalNumber(expected).map(AnswerValue.number))
    }

    @Test func englishCommaPartsThousands() {
        #expect(Sample.summary("1,250", as: .number, .english) == "1250")
        #expect(Sample.summary("1.250", as: .number, .english) == "1.25")
    }

    @Test(arguments: ["20-30", "dużo", "1,2,3", "12 34", "1.2.3", "20 osób i 3 dzieci", "٢٠"])
    func textThatIsNoNumberStays(text: String) {
        #expect(Sample.read(text, as: .number)?.isValid == false)
        #expect(Sample.read(text, as: .number)?.value == .text(text))
    }

    @Test(arguments: [
        ("tak", true), ("TAK", true), ("Nie", false), ("yes", true), ("no", false), ("так", true), ("ні", false),
        ("да", true), ("нет", false), ("X", true), ("x", true), ("☒", true), ("✓", true), ("[x]", true),
        ("wyrażam zgodę", true), ("nie wyrażam zgody", false), ("☒ tak ☐ nie", true), ("☐ TAK ☒ NIE", false),
        ("tak ☐ nie ☒", false), ("[ ] tak [x] nie", false), ("tak, chętnie", true), ("1", true), ("false", false),
    ])
    func yesNo(text: String, expected: Bool) {
        #expect(Sample.read(text, as: .yesNo)?.value == .flag(expected))
        #expect(Sample.read(text, as: .consent)?.value == .flag(expected))
    }

    @Test(arguments: ["☐", "☐ tak ☐ nie", "......", "", "  ", "–", "[ ]"])
    func emptyBoxesSayNothing(text: String) {
        #expect(Sample.read(text, as: .yesNo) == nil)
    }

    @Test(arguments: ["nie wiem", "może", "☒ tak ☒ nie"])
    func unclearYesNoIsInvalid(text: String) {
        #expect(Sample.read(text, as: .yesNo)?.isValid == false)
    }

    @Test(arguments: [
        ("Pani", "pani"), ("pan", "pan"), ("Mr.", "pan"), ("Mrs", "pani"), ("Ms", "pani"), ("пані", "pani"),
        ("пан", "pan"),
        ("Szanowna Pani", "pani"), ("neutralna", "neutral"), ("☒ Pani ☐ Pan", "pani"), ("спадар", "pan"),
        ("Pani/Pan", "Pani/Pan!value.invalid"), ("dr", "dr!value.invalid"),
    ])
    func addressForm(text: String, expected: String) {
        #expect(Sample.summary(text, as: .addressForm) == expected)
    }

    @Test(arguments: [
        ("Polska", "PL"), ("polskie", "PL"), ("Ukraina", "UA"), ("ukraińskie", "UA"), ("Україна", "UA"),
        ("українка", "UA"),
        ("obywatelstwo ukraińskie", "UA"), ("Białoruś", "BY"), ("bialoruskie", "BY"), ("Беларусь", "BY"), ("UA", "UA"),
        ("Germany", "DE"), ("niemieckie", "DE"), ("Niemka", "DE"), ("Czech Republic", "CZ"), ("USA", "US"),
        ("uk", "GB"),
        ("Zjednoczone Królestwo", "GB"), ("Côte d'Ivoire", "CI"), ("Rosja", "RU"), ("російське", "RU"),
        ("Gruzja", "GE"),
        ("Ukriana", "UA"), ("Wlochy", "IT"), ("Polak", "PL"), ("Nigeria", "NG"), ("Niger", "NE"),
        ("w'єтнам", "w'єтнам!value.invalid"),
        ("Atlantyda", "Atlantyda!value.invalid"),
    ])
    func country(text: String, expected: String) {
        #expect(Sample.summary(text, as: .country) == expected)
    }

    @Test func everyCountryIsReadByItsOwnNamesAndCode() {
        #expect(CountryKind.codes.count == 249)
        for code in CountryKind.codes {
            for language in InterfaceLanguage.allCases {
                let name = CountryKind.name(code, in: language) ?? ""
                #expect(Sample.summary(name, as: .country) == code, "\(name)")
            }
            #expect(Sample.summary(code, as: .country) == code)
        }
    }

    @Test(arguments: [
        ("polski", "pl"), ("język ukraiński", "uk"), ("po białorusku", "be"), ("українська мова", "uk"),
        ("English", "en"),
        ("английский", "en"), ("pl", "pl"), ("farsi", "fa"), ("angielsky", "en"),
        ("klingoński", "klingoński!value.invalid"),
    ])
    func language(text: String, expected: String) {
        #expect(Sample.summary(text, as: .language) == expected)
    }

    @Test func everyLanguageIsReadByItsOwnNames() {
        #expect(LanguageKind.codes.count == 183)
        for code in LanguageKind.codes {
            let name = LanguageKind.name(code, in: .polish) ?? ""
            let isShared = ["interlingua", "interlingue"].contains(name)
            #expect(isShared || Sample.summary(name, as: .language) == code, "\(name)")
        }
    }

    @Test(arguments: [
        ("/etc/passwd", "passwd"), ("C:\\Users\\anna\\cv.pdf", "cv.pdf"), ("..\\..\\x", "x"), ("a<b>.pdf", "a_b_.pdf"),
    ])
    func fileNameIsNoPath(text: String, expected: String) {
        #expect(Sample.summary(text, as: .file) == expected)
    }

    @Test func longTextKeepsItsLinesAndOneEmptyLine() {
        let reading = Sample.read(" Pierwsza  linia\r\n\r\n\r\ndruga\u{200B} linia \n\n", as: .longText)
        #expect(reading == KindReading(.text("Pierwsza linia\n\ndruga linia")))
    }

    @Test func directionMarksAreTakenOutWithAWarning() {
        let reading = Sample.read("abc\u{202E}def", as: .text)
        #expect(reading?.value == .text("abcdef"))
        #expect(reading?.issues.map(\.code) == [.controlCharacters])
        #expect(reading?.isValid == true)
    }
}
