import FormModel
import Matching
import Testing

/// Answers off registered paper: what is believed, what a person must see.
@Suite struct PageAnswerTests {
    private static let box = PageBox(x: 10, y: 20, width: 30, height: 40)

    private func written(
        _ name: String,
        _ text: String,
        other: String? = nil,
        confidence: Double = 0.95,
        isPrint: Bool = true
    ) -> PageAnswer {
        let text = PageAnswer.Text(text: text, otherText: other ?? text, confidence: confidence, isPrint: isPrint)
        return PageAnswer(name: name, page: 2, box: Self.box, text: text)
    }

    private func ticks(_ name: String, _ ticks: [(String, Bool, Bool)]) -> PageAnswer {
        let list = ticks.map { PageAnswer.Tick(option: $0.0, isTicked: $0.1, isDoubtful: $0.2, box: Self.box) }
        return PageAnswer(name: name, page: 2, box: Self.box, ticks: list)
    }

    private func match(_ answers: [PageAnswer], _ form: FormDefinition = Samples.form) -> MatchOutcome {
        Samples.match(Reading(format: .png, language: "pl", answers: answers), form)
    }

    @Test func printThatBothReadersReadAlikeIsBelieved() throws {
        let outcome = match([written("city", "Nowy Sącz", other: "Nowy  Sącz")])
        #expect(outcome.plain == ["city": "Nowy Sącz"])
        #expect(outcome.needsReview.isEmpty)
        let evidence = try #require(outcome.answers["city"]?.evidence.first)
        #expect(evidence.kind == .ocr && evidence.page == 2 && evidence.box == Self.box)
    }

    @Test(arguments: ["Nowy Sacz", "", "Nowy Sqcz", "Nowy Sącz."])
    func readersThatDisagreeLeaveItToAPerson(other: String) {
        let outcome = match([written("city", "Nowy Sącz", other: other)])
        #expect(outcome.plain == ["city": "Nowy Sącz"])
        #expect(outcome.needsReview == ["city"])
    }

    @Test func faintPrintIsLookedAt() {
        #expect(match([written("city", "Toruń", confidence: 0.5)]).needsReview == ["city"])
    }

    @Test func aNumberThatCannotBeRightWasMisread() {
        let outcome = match([written("pesel", "44051401358", confidence: 0.99)])
        #expect(outcome.needsReview == ["pesel"])
    }

    @Test func anAddressIsNeverBelievedAlone() {
        let outcome = match([written("email", "kowalskil6@example.org", confidence: 0.99)])
        #expect(outcome.plain == ["email": "kowalskil6@example.org"])
        #expect(outcome.needsReview == ["email"])
    }

    @Test(arguments: ["city", "name_latin", "pesel", "phone"])
    func writingByHandIsNeverBelieved(field: String) {
        let text = ["city": "Toruń", "name_latin": "Anna Nowak", "pesel": "44051401359", "phone": "990000499"][field]!
        let outcome = match([written(field, text, confidence: 0.99, isPrint: false)])
        #expect(outcome.needsReview == [field])
        #expect(outcome.answers[field]!.confidence <= 0.9)
    }

    @Test func unreadableWritingIsNoSilence() {
        #expect(match([written("city", "", other: "", confidence: 0)]).needsReview == ["city"])
    }

    @Test func ticksOfOneAndOfSeveral() {
        let outcome = match([
            ticks("diet", [("zwykla", false, false), ("wegan", true, false)]),
            ticks("topics", [("prawo", true, false), ("praca", false, false), ("zdrowie", true, false)]),
            ticks("works", [("true", false, false), ("false", true, false)]),
            ticks("consent_data", [("true", false, false)]),
        ])
        #expect(outcome.plain["diet"] == "wegan")
        #expect(outcome.answers["topics"]?.value == .choices(["prawo", "zdrowie"]))
        #expect(outcome.plain["works"] == "false")
        #expect(outcome.plain["consent_data"] == "false")
        #expect(outcome.needsReview.isEmpty)
    }

    @Test func aTickNearTheBorderIsLookedAt() {
        let outcome = match([ticks("consent_data", [("true", true, true)])])
        #expect(outcome.needsReview == ["consent_data"])
    }

    @Test func yesAndNoTogetherSayNothing() {
        let outcome = match([ticks("works", [("true", true, false), ("false", true, false)])])
        #expect(outcome.answers["works"] == nil)
        #expect(outcome.needsReview == ["works"])
    }

    @Test func anEmptyPairSaysNothing() {
        #expect(match([ticks("works", [("true", false, false), ("false", false, false)])]).answers == AnswerSet())
    }

    @Test func entriesOfAGroup() {
        let outcome = match(
            [written("delegates[1]/role", "skarbniczka"), written("delegates[2]/role", "sekretarz")],
            Samples.organisationForm
        )
        #expect(outcome.answers["delegates"]?.evidence.map(\.raw) == ["skarbniczka", "sekretarz"])
    }

    @Test func anAddressFromPaperIsMarkedAsUnconfirmed() {
        let outcome = match([written("email", "a.nowak@example.org", confidence: 0.99), written("city", "Nowy Sącz")])
        #expect(outcome.findings.filter { $0.code == .emailUnconfirmed }.map(\.field) == ["email"])
    }

    @Test func anAddressByHandIsDoubtfulBesides() {
        let outcome = match([written("email", "a.nowak@example.org", confidence: 0.99, isPrint: false)])
        #expect(Set(outcome.codes) == [.emailUnconfirmed, .confidenceLow])
    }

    private func findings(of sheets: [ScannedSheet]) -> [FindingCode] {
        Samples.match(Reading(format: .png, language: "pl", sheets: sheets), Samples.form).codes
    }

    @Test func aPageThatWasNotPlacedIsNamed() {
        let sheets = [ScannedSheet(number: 1, formPage: 1), ScannedSheet(number: 2, problem: .notRegistered)]
        #expect(findings(of: sheets) == [.pageNotRegistered])
    }

    @Test(arguments: [([nil, false], true), ([true, false], false), ([nil, nil], false)] as [([Bool?], Bool)])
    func aFormThatNobodySignedIsNamed(signatures: [Bool?], isMissing: Bool) {
        let sheets = signatures.enumerated().map { ScannedSheet(number: $0 + 1, formPage: $0 + 1, signature: $1) }
        #expect(findings(of: sheets) == (isMissing ? [.signatureMissing] : []))
    }

    /// A list of names bears a reading out or speaks against it; what was read stays as it was read.
    @Test(arguments: [true, false])
    func aListOfNamesMovesConfidenceAndNoLetter(isPrint: Bool) throws {
        func confidence(_ name: String) throws -> Double {
            let answer = written("name_latin", name, other: "\(name)i", confidence: 0.6, isPrint: isPrint)
            let outcome = match([answer])
            #expect(outcome.plain == ["name_latin": name])
            #expect(outcome.needsReview == ["name_latin"], "readers that differ are looked at, listed or not")
            return try #require(outcome.answers["name_latin"]).confidence
        }
        let strange = try confidence("Nguyen Thi Hoa")
        #expect(try confidence("Zofia Testowa") > strange)
        #expect(try confidence("Zolia Testowa") < strange)
        #expect(try confidence("zofia Testowa") < strange)
    }

    @Test func aNameOneMarkBesideAListedOneIsLookedAt() {
        #expect(match([written("name_latin", "Łukasz Próbny", confidence: 0.99)]).needsReview.isEmpty)
        #expect(match([written("name_latin", "Nguyen Thi", confidence: 0.99)]).needsReview.isEmpty)
        let near = match([written("name_latin", "Lukasz Próbny", confidence: 0.99)])
        #expect(near.plain == ["name_latin": "Lukasz Próbny"])
        #expect(near.needsReview == ["name_latin"])
        // Only where a name is asked for.
        #expect(match([written("city", "Lukasz Próbny", confidence: 0.99)]).needsReview.isEmpty)
    }

    @Test func theReadingThatCanBeRightIsTaken() {
        let outcome = match([written("pesel", "44051401358", other: "44051401359", confidence: 0.6)])
        #expect(outcome.plain == ["pesel": "44051401359"])
        // Ten in eleven wrong numbers fail their check digit; the eleventh does not.
        #expect(outcome.needsReview == ["pesel"])
        #expect(outcome.answers["pesel"]!.confidence > 0.9)
    }

    /// Of kinds that the event names, its threshold counts and not the reading's own caution; never for handwriting.
    @Test(arguments: [
        // Nobody doubts it, both readers agree: 0.997.
        Accepted(other: "Toruń", percent: nil, isReviewed: false),
        Accepted(other: "Toruń", percent: 99, isReviewed: false),
        Accepted(other: "Toruń", percent: 100, isReviewed: true),
        // One reader vouches for it: 0.96.
        Accepted(other: "Tomaszów", percent: nil, isReviewed: true),
        Accepted(other: "Tomaszów", percent: 97, isReviewed: true),
        Accepted(other: "Tomaszów", percent: 96, isReviewed: false),
        Accepted(other: "Toruń", percent: 90, isPrint: false, isReviewed: true),
        Accepted(text: "", other: "", percent: 90, isReviewed: true),
    ])
    func theEventSaysHowSureIsSureEnough(_ example: Accepted) {
        var event = Samples.event("probny-nabor", [Samples.form])
        event.acceptance = AcceptanceThresholds(percentByKind: example.percent.map { ["text": $0] } ?? [:])
        let answer = written("city", example.text, other: example.other, isPrint: example.isPrint)
        let reading = Reading(format: .png, language: "pl", answers: [answer], sheets: [ScannedSheet(number: 1)])
        let outcome = FormMatcher(event: event, form: Samples.form)
            .match(reading, context: MatchContext(today: Samples.today))
        #expect(outcome.needsReview == (example.isReviewed ? ["city"] : []))
    }

    struct Accepted {
        var text = "Toruń"
        var other: String
        var percent: Int?
        var isPrint = true
        var isReviewed: Bool
    }

    /// The address that the mail came from is a second source; somebody else's is none.
    @Test(
        arguments: [
            ("A.Nowak@example.org", true, []), ("b.nowak@example.org", true, ["email"]), (nil, true, ["email"]),
            ("a.nowak@example.org", false, ["email"]),
        ] as [(String?, Bool, [String])]
    )
    func theSenderBearsAnAddressOut(sender: String?, isPrint: Bool, reviewed: [String]) {
        let answer = written("email", "a.nowak@example.org", isPrint: isPrint)
        let reading = Reading(format: .png, language: "pl", answers: [answer], sheets: [ScannedSheet(number: 1)])
        let context = MatchContext(today: Samples.today, channel: .mail, sender: sender)
        let outcome = Samples.match(reading, context: context)
        #expect(outcome.needsReview == reviewed)
        #expect(
            outcome.answers["email"]?.evidence.map(\.kind).contains(.sender)
                == (sender?.lowercased() == "a.nowak@example.org")
        )
    }
}
