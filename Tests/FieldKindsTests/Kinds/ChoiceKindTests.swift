import FieldKinds
import FormModel
import Testing

@Suite struct ChoiceKindTests {
    static let sectors = [
        Option(
            key: "ngo",
            label: LocalizedText([.polish: "organizacja pozarządowa", .english: "NGO"]),
            aliases: ["fundacja"]
        ),
        Option(key: "gmina", label: LocalizedText([.polish: "urząd gminy (miasta)", .ukrainian: "громада"])),
        Option(key: "powiat", label: "starostwo powiatowe"),
        Option(key: "other", label: LocalizedText([.polish: "inna", .english: "other"])),
    ]

    private func read(_ text: String, _ kind: FieldKind) -> KindReading? {
        Sample.reader(kind, options: Self.sectors).read(text, in: Sample.context())
    }

    @Test(arguments: [
        ("ngo", "ngo"), ("Organizacja  pozarzadowa", "ngo"), ("FUNDACJA", "ngo"), ("громада", "gmina"),
        ("urząd gminy", "gmina"), ("Starostwo powiatowe.", "powiat"), ("☐ NGO ☒ inna", "other"),
    ])
    func optionIsKnownByKeyLabelAndAlias(text: String, key: String) {
        #expect(read(text, .choice) == KindReading(.text(key)))
    }

    @Test(arguments: [
        ("organizacja pozarządwa", "ngo"), ("starotswo powiatowe", "powiat"), ("inna: spółdzielnia", "other"),
    ])
    func spellingThatOnlyResemblesIsLessCertain(text: String, key: String) throws {
        let reading = try #require(read(text, .choice))
        #expect(reading.value == .text(key))
        #expect(reading.certainty < 0.9)
    }

    @Test func unknownOptionStaysAsText() {
        #expect(Sample.summary(read("szkoła", .choice)) == "szkoła!option.unknown")
    }

    @Test func twoMarkedBoxesOfAChoiceAreAmbiguous() {
        #expect(read("☒ NGO ☒ inna", .choice)?.issues.map(\.code) == [.markAmbiguous])
    }

    @Test(arguments: [
        ("NGO; inna", ["ngo", "other"]), ("inna, fundacja", ["ngo", "other"]),
        ("☒ NGO ☐ powiat ☒ inna", ["ngo", "other"]),
        ("starostwo powiatowe i NGO", ["ngo", "powiat"]), ("NGO\nNGO\ninna", ["ngo", "other"]),
    ])
    func severalOptionsStandInTheOrderOfTheEvent(text: String, keys: [String]) {
        #expect(read(text, .choices)?.value == .choices(keys))
    }

    @Test func unknownPartOfSeveralIsAnIssue() {
        let reading = read("NGO; klub", .choices)
        #expect(reading?.value == .choices(["ngo"]))
        #expect(reading?.issues == [KindIssue(.optionUnknown, parameters: ["value": "klub"])])
    }

    @Test func checkedKeysAreOrderedAndUnknownOnesFound() {
        let reading = Sample.reader(.choices, options: Self.sectors).check(
            .choices(["other", "x", "ngo"]),
            in: Sample.context()
        )
        #expect(reading.value == .choices(["ngo", "other"]))
        #expect(reading.issues.map(\.code) == [.optionUnknown])
    }

    @Test(arguments: ["☐", "☐ NGO ☐ inna", "……", ""])
    func unmarkedOptionsSayNothing(text: String) {
        #expect(read(text, .choice) == nil)
        #expect(read(text, .choices) == nil)
    }

    @Test func lineOfTextIsNoRepeatingGroup() {
        #expect(read("Anna Testowa, a@example.org", .group)?.isValid == false)
    }
}
