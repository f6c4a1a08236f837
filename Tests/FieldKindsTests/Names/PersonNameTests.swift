import FieldKinds
import FormModel
import Testing

@Suite struct PersonNameTests {
    private func read(_ text: String, _ spelling: FieldKind.Spelling = .original) -> KindReading? {
        Sample.read(text, as: .personName(spelling: spelling, part: .full))
    }

    @Test(arguments: [
        ("Anna Testowa", "Anna", "Testowa"), ("  Anna   Maria Testowa ", "Anna Maria", "Testowa"),
        ("Testowa, Anna", "Anna", "Testowa"), ("TESTOWA Anna", "Anna", "TESTOWA"), ("Testowa Anna", "Anna", "Testowa"),
        ("Коваль Анна Петрівна", "Анна Петрівна", "Коваль"), ("Ludwig van Test", "Ludwig", "van Test"),
        ("Анна Тестова", "Анна", "Тестова"),
    ])
    func wholeNameIsSplitByRule(text: String, given: String, surname: String) {
        let expected = PersonName(full: "\(given) \(surname)", given: given, surname: surname, isSplitProposed: true)
        #expect(read(text)?.value == .name(expected))
    }

    @Test func threeWordsAreFlaggedAndTwoAreNot() {
        #expect(read("Anna Maria Testowa")?.issues.map(\.code) == [.nameSplitProposed])
        #expect(read("Anna Testowa")?.issues == [])
    }

    @Test func singleWordIsNotSplit() {
        #expect(read("Anna")?.value == .name(PersonName(full: "Anna")))
    }

    @Test func cyrillicLetterInALatinNameIsFlaggedWithAProposal() {
        let reading = read("\u{410}nna Testowa")
        #expect(
            reading?.issues == [KindIssue(.nameMixedAlphabets, parameters: ["word": "\u{410}nna", "proposed": "Anna"])]
        )
    }

    @Test func cyrillicNameInALatinFieldProposesItsRomanisation() {
        #expect(read("Юлія Тестова", .latin)?.issues.first?.parameters == ["expected": "Yuliia Testova"])
        #expect(read("Юлія Тестова", .original)?.issues == [])
    }

    @Test(arguments: ["a@example.org", "12345", "Anna 2"])
    func whatIsNoNameIsInvalid(text: String) {
        #expect(read(text)?.isValid == false)
    }

    @Test func decomposedLettersAreComposed() {
        let name = read("Łucja Z\u{301}ro\u{301}dlana")?.value
        #expect(name?.plainText.unicodeScalars.count == "Łucja Źródlana".unicodeScalars.count)
    }

    @Test(arguments: [
        ("ANNA NOWAK-LIS", "Anna Nowak-Lis"), ("anna testowa", "Anna Testowa"), ("Anna de Test", "Anna de Test"),
        ("O'NEILL", "O'Neill"), ("ЗНАМ'ЯНКА", "Знам'янка"), ("McTest", "McTest"), ("ŻANETA ŹDŹBŁO", "Żaneta Źdźbło"),
    ])
    func capitalsArePrintedSensibly(text: String, expected: String) {
        #expect(NamePrinting.sensible(text) == expected)
    }

    @Test(arguments: [
        ("Андрій", "Andrii"), ("Згурський", "Zghurskyi"), ("Юлія", "Yuliia"), ("Їжакевич", "Yizhakevych"),
        ("Знам'янка", "Znamianka"), ("Щербак Яна", "Shcherbak Yana"), ("ЩЕРБАК", "SHCHERBAK"), ("Єва", "Yeva"),
        ("Гайдай", "Haidai"), ("Ґалаґан", "Galagan"), ("Anna", "Anna"),
    ])
    func ukrainianRomanisation(text: String, expected: String) {
        #expect(Romanisation.latin(text, by: .ukrainian) == expected)
    }

    @Test(arguments: [
        ("Аляксандр", "Aliaksandr", Romanisation.Rules.belarusian), ("Щукин", "Shchukin", .russian),
        ("Глеб", "Hleb", .belarusian), ("Глеб", "Gleb", .russian), ("Быкаў", "Bykau", .belarusian),
    ])
    func passportRomanisation(text: String, expected: String, rules: Romanisation.Rules) {
        #expect(Romanisation.latin(text, by: rules) == expected)
    }

    @Test(arguments: [
        ("Юлія", Romanisation.Rules?.some(.ukrainian)), ("Быкаў", .belarusian), ("Рыбин", .russian), ("Анна", nil),
        ("Anna", nil),
        ("Мыкіта", .belarusian),
    ])
    func lettersShowTheAlphabet(text: String, expected: Romanisation.Rules?) {
        #expect(Romanisation.rules(for: text) == expected)
    }

    @Test(arguments: [
        "Наталія Тестова", "Nataliia Testova", "Natalia Testowa", "TESTOWA NATALIA", "Natalija Testova",
        "Nataliya  Testova",
    ])
    func spellingsOfOneNameShareTheDuplicateKey(text: String) {
        #expect(DuplicateKey.foldedName(text) == DuplicateKey.foldedName("Natalia Testowa"))
    }

    @Test(arguments: [
        ("Shevchenko", "Szewczenko"), ("Хоменко", "Chomenko"), ("Юрій", "Jurij"), ("Żuk", "Zhuk"), ("Цой", "Tsoi"),
    ])
    func sisterSpellingsAreEqual(left: String, right: String) {
        #expect(DuplicateKey.foldedName(left) == DuplicateKey.foldedName(right))
    }

    @Test func differentPeopleHaveDifferentKeys() {
        let date = CalendarDate(iso: "1901-02-03")
        let other = CalendarDate(iso: "1901-02-04")
        let name = PersonName(full: "Anna Testowa")
        #expect(DuplicateKey.key(name: name, birthDate: date) != DuplicateKey.key(name: name, birthDate: other))
        #expect(DuplicateKey.foldedName("Anna Testowa") != DuplicateKey.foldedName("Hanna Testowa"))
        #expect(DuplicateKey.key(name: PersonName(full: "–"), birthDate: date) == nil)
    }

    @Test(arguments: [
        ("Anna", "Anno"), ("Ewa", "Ewo"), ("Andrzej", "Andrzeju"), ("Jerzy", "Jerzy"), ("Maria", "Mario"),
        ("ŁUKASZ", "Łukaszu"),
        ("Anna Maria", "Anno"), ("Marek", "Marku"), ("Paweł", "Pawle"), ("Yuliia", "Yuliio"),
    ])
    func vocative(name: String, expected: String) {
        #expect(Vocative.of(name) == expected)
    }

    @Test(arguments: ["Xyzabc", "", "Anna-Maria"])
    func unknownNameHasNoVocative(name: String) {
        #expect(Vocative.of(name) == nil)
    }
}
