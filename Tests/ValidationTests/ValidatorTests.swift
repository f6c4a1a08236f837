import FieldKinds
import FormModel
import Testing
import Validation

@Suite struct ValidatorTests {
    private static let warsaw = "Europe/Warsaw"

    private static func date(_ iso: String) -> CalendarDate {
        CalendarDate(iso: iso) ?? CalendarDate(daysSinceEpoch: 0)
    }

    private static func form(_ fields: [FieldDefinition]) -> FormDefinition {
        FormDefinition(activities: ["meeting"], channels: [.web, .mail], fields: fields)
    }

    private static func event(_ form: FormDefinition) -> EventDefinition {
        let session = Session(id: "s1", date: date("1930-03-01"))
        return EventDefinition(
            slug: "test",
            title: "Test",
            forms: [form],
            activities: [
                Activity(id: "meeting", title: "Spotkanie", kind: .meeting, sessions: [session]),
                Activity(id: "course", title: "Kurs", kind: .course),
            ]
        )
    }

    private func summaries(
        _ form: FormDefinition,
        _ values: [String: AnswerValue],
        receivedAt: String? = nil,
        channel: Channel? = nil
    ) -> [String] {
        let context = ValidationContext(
            receivedAt: receivedAt.flatMap { Instant(iso: $0, timeZone: Self.warsaw) },
            channel: channel,
            today: Self.date("1930-01-01")
        )
        return Validator(event: Self.event(form), form: form).findings(for: Self.answers(values), context: context)
            .map { finding in finding.field.map { "\($0): \(finding.code.rawValue)" } ?? finding.code.rawValue }
    }

    private static func answers(_ values: [String: AnswerValue]) -> AnswerSet {
        let evidence = Evidence(kind: .web, place: "row[1]/column[1]", raw: "", score: 1)
        return AnswerSet(values.mapValues { Answer(value: $0, confidence: 1, evidence: [evidence]) })
    }

    private func field(
        _ kind: FieldKind,
        required: Bool = false,
        requiredIf: String? = nil,
        shownIf: String? = nil,
        key: String = "f"
    ) -> FieldDefinition {
        FieldDefinition(
            key: key,
            kind: kind,
            label: "F",
            isRequired: required,
            requiredIf: requiredIf,
            shownIf: shownIf
        )
    }

    @Test func requiredFieldWithoutAnAnswerIsMissing() {
        let form = Self.form([field(.text, required: true), field(.consent, required: true, key: "c")])
        #expect(summaries(form, [:]) == ["f: required.missing", "c: consent.missing"])
        #expect(summaries(form, ["f": .text(""), "c": .flag(false)]) == ["f: required.missing", "c: consent.missing"])
        #expect(summaries(form, ["f": .text("a"), "c": .flag(true)]) == [])
    }

    @Test func conditionsDecideWhatIsAskedAndRequired() {
        let form = Self.form([
            field(.yesNo, key: "member"), field(.text, requiredIf: "member", key: "since"),
            field(.text, shownIf: "not member", key: "why"),
        ])
        #expect(summaries(form, ["member": .flag(true)]) == ["since: required.missing"])
        #expect(summaries(form, ["member": .flag(false)]) == [])
        #expect(
            summaries(form, ["member": .flag(true), "since": .text("1925"), "why": .text("x")])
                == ["why: answer.notAsked"]
        )
    }

    @Test func oneOfSeveralFieldsIsEnough() {
        var form = Self.form([field(.email, key: "email"), field(.phone, key: "phone")])
        form.oneOf = [["email", "phone"]]
        #expect(summaries(form, [:]) == ["email: oneOf.missing"])
        #expect(summaries(form, ["phone": .text("+48990000001")]) == [])
    }

    @Test(arguments: [
        (AnswerValue.text("ab"), FieldKind.text, ["f: length.tooShort"]),
        (.text("abcdefgh"), .text, ["f: length.tooLong"]),
        (.text("abcd"), .text, []), (.number(DecimalNumber(1)), .number, ["f: number.tooSmall"]),
        (.number(DecimalNumber(6)), .number, ["f: number.tooLarge"]), (.number(DecimalNumber(5)), .number, []),
    ])
    func limits(value: AnswerValue, kind: FieldKind, expected: [String]) {
        var definition = field(kind)
        (definition.minimum, definition.maximum, definition.minLength, definition.maxLength) = ("2", "5", 3, 6)
        #expect(summaries(Self.form([definition]), ["f": value]) == expected)
    }

    @Test(arguments: [("1899-12-31", ["f: date.tooEarly"]), ("1900-01-01", []), ("1930-01-02", ["f: date.tooLate"])])
    func dateLimits(iso: String, expected: [String]) {
        var definition = field(.date)
        (definition.minimum, definition.maximum) = ("1900-01-01", "1930-01-01")
        #expect(summaries(Self.form([definition]), ["f": .date(Self.date(iso))]) == expected)
    }

    @Test(arguments: [("AB12", []), ("AB12 ", []), ("xAB12", ["f: pattern.mismatch"]), ("AB", ["f: pattern.mismatch"])])
    func patternHoldsForTheWholeValue(text: String, expected: [String]) {
        var definition = field(.text)
        definition.pattern = "[A-Z]{2}[0-9]+"
        let value = FieldReader(definition).read(text, in: ReadingContext(today: Self.date("1930-01-01")))?.value
        #expect(summaries(Self.form([definition]), ["f": value ?? .text("")]) == expected)
    }

    @Test func invalidValuesAreFoundWithoutTheReadersIssues() {
        let form = Self.form([field(.pesel, key: "pesel"), field(.nip, key: "nip")])
        #expect(
            summaries(form, ["pesel": .text("44051401358"), "nip": .text("123")])
                == ["pesel: checkDigit.wrong", "nip: value.invalid"]
        )
    }

    @Test func readersIssuesAreKeptOnce() {
        let form = Self.form([field(.pesel, key: "pesel")])
        let issue = KindIssue(.checkDigitWrong, severity: .error)
        let context = ValidationContext(receivedAt: nil, channel: nil, today: Self.date("1930-01-01"))
        let findings = Validator(event: Self.event(form), form: form)
            .findings(for: Self.answers(["pesel": .text("44051401358")]), issues: ["pesel": [issue]], context: context)
        #expect(findings.map(\.code) == [.checkDigitWrong])
    }

    @Test func groupIsCheckedEntryByEntry() {
        var group = field(.group, key: "delegates")
        group.fields = [
            field(.personName(spelling: .latin, part: .full), required: true, key: "name"), field(.email, key: "email"),
        ]
        group.maximum = "2"
        let anna: [String: AnswerValue] = ["name": .name(PersonName(full: "Anna Testowa"))]
        let entries: [[String: AnswerValue]] = [anna, ["email": .text("a@b@example.org")], anna]
        #expect(
            summaries(Self.form([group]), ["delegates": .group(entries)])
                == [
                    "delegates: count.tooLarge", "delegates[2].name: required.missing",
                    "delegates[2].email: value.invalid",
                ]
        )
    }

    @Test func peselThatContradictsTheFormIsAWarning() {
        var sex = field(.choice, key: "sex")
        sex.options = [Option(key: "woman", label: "kobieta"), Option(key: "man", label: "mężczyzna")]
        let form = Self.form([field(.pesel, key: "pesel"), field(.date, key: "birth_date"), sex])
        let values: [String: AnswerValue] = [
            "pesel": .text("01020300116"), "birth_date": .date(Self.date("1901-02-04")), "sex": .text("woman"),
        ]
        #expect(summaries(form, values) == ["pesel: pesel.birthDateMismatch", "pesel: pesel.sexMismatch"])
        #expect(FindingCode.peselBirthDateMismatch.usualSeverity == .warning)
    }

    @Test(arguments: [("Yuliia Testova", true), ("Julia Testowa", true), ("Yuliia", true), ("Olena Testova", false)])
    func latinSpellingFollowsFromTheOriginal(latin: String, fits: Bool) {
        let form = Self.form([
            field(.personName(spelling: .original, part: .full), key: "original"),
            field(.personName(spelling: .latin, part: .full), key: "latin"),
        ])
        let values: [String: AnswerValue] = [
            "original": .name(PersonName(full: "Юлія Тестова")), "latin": .name(PersonName(full: latin)),
        ]
        #expect(summaries(form, values) == (fits ? [] : ["latin: name.spellingMismatch"]))
    }

    @Test func paperThatExpiresBeforeTheStartIsAWarning() {
        let form = Self.form([field(.identityDocument, key: "stay")])
        let document = IdentityDocument(kind: .residenceCard, number: "RX0000001", validTo: Self.date("1930-02-28"))
        #expect(summaries(form, ["stay": .identityDocument(document)]) == ["stay: document.expired"])
    }

    @Test(arguments: [
        ("1930-01-21T23:59:59.999", []), ("1930-01-22T00:00", ["received.late"]),
        ("1929-12-31T23:00", ["received.early"]),
    ])
    func deadlineIsInclusive(receivedAt: String, expected: [String]) {
        var form = Self.form([])
        form.deadline = Instant.endOfDay(Self.date("1930-01-21"), timeZone: Self.warsaw)
        form.opensAt = Instant(iso: "1930-01-01T00:00", timeZone: Self.warsaw)
        #expect(summaries(form, [:], receivedAt: receivedAt) == expected)
    }

    @Test func closedChannelIsFound() {
        #expect(summaries(Self.form([]), [:], channel: .paper) == ["channel.notOpen"])
        #expect(summaries(Self.form([]), [:], channel: .web) == [])
    }

    @Test func eligibilityIsToldPerActivity() {
        var form = Self.form([field(.date, required: true, key: "birth_date"), field(.country, key: "country")])
        form.activities = ["meeting", "course"]
        form.eligibility = [
            EligibilityRule(id: "adult", need: "birth_date <= 1912-03-01", reason: "Trzeba mieć 18 lat."),
            EligibilityRule(
                id: "country",
                need: "country == UA",
                reason: "Tylko dla obywateli Ukrainy.",
                activities: ["course"]
            ),
        ]
        let context = ValidationContext(receivedAt: nil, channel: nil, today: Self.date("1930-01-01"))
        let validator = Validator(event: Self.event(form), form: form)
        let young = Self.answers(["birth_date": .date(Self.date("1915-01-01")), "country": .text("PL")])
        let unmet = validator.unmetEligibility(of: young, for: ["meeting", "course"], context: context)
        #expect(unmet.mapValues { $0.map(\.id) } == ["meeting": ["adult"], "course": ["adult", "country"]])
        let findings = validator.findings(for: young, context: context)
        #expect(findings.map(\.parameters["rule"]) == ["adult", "adult", "country"])
        // Without a birth date only its absence is told.
        let silent = Self.answers(["country": .text("UA")])
        #expect(validator.findings(for: silent, context: context).map(\.code) == [.requiredMissing])
    }
}
