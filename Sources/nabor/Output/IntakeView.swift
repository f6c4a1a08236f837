import Desk
import FieldKinds
import FormModel

/// What became of each item of an intake, and the summary at its end.
struct IntakeView {
    /// Lines shown one by one; beyond that only what needs a person.
    private static let lineCountMax = 200
    private var lineCount = 0

    mutating func add(_ outcome: IntakeOutcome) {
        let isCalm = outcome.outcome == .registered && outcome.state == .submitted || outcome.outcome == .known
        lineCount += 1
        if lineCount > Self.lineCountMax, isCalm { return }
        Console.print(Self.line(outcome))
    }

    static func line(_ outcome: IntakeOutcome) -> String {
        let part = outcome.part.isEmpty ? "" : " \(outcome.part)"
        let file = Console.dim(Console.safe(outcome.file) + part)
        switch outcome.outcome {
        case .registered:
            let code = outcome.code?.text ?? ""
            let name = Self.name(outcome)
            let state = outcome.state.map { StateWording.text($0, Speech.language) } ?? ""
            let isCalm = outcome.state == .submitted
            let sign = isCalm ? Console.good("✓") : Console.wait("!")
            let why = isCalm ? "" : reason(outcome)
            return "\(sign) \(Console.accent(code)) \(name) – \(state)\(why)  \(file)"
        case .known where outcome.isJoined:
            let code = outcome.code?.text ?? ""
            return "\(Console.good("+")) " + say("dołączono do \(code)", "added to \(code)") + "  \(file)"
        case .known:
            let code = outcome.code.map { " \($0)" } ?? ""
            return Console.dim("= ") + say("już przyjęte", "known already") + "\(code)  \(file)"
        case .needsPerson:
            return Console.wait("! ") + say("czeka na człowieka", "needs a person") + "\(reason(outcome))  \(file)"
        case .unassigned:
            return Console.wait("! ") + say("nie wiadomo, do którego wydarzenia", "event unknown") + "  \(file)"
        }
    }

    /// Of an empty form it is said that nobody stands on it.
    private static func name(_ outcome: IntakeOutcome) -> String {
        let name = outcome.name ?? ""
        return name.isEmpty || name == "–" ? Console.dim(say("(bez nazwiska)", "(no name)")) : Console.safe(name)
    }

    /// The most telling finding in words.
    private static func reason(_ outcome: IntakeOutcome) -> String {
        outcome.reason.map { ": " + Console.safe($0.text(in: Speech.language)) } ?? ""
    }

    func print(_ report: IntakeReport) {
        let counts = report.counts
        let total = counts.values.reduce(0, +)
        Console.print()
        Console.print(Console.bold(say("Pozycji: \(total)", "Items: \(total)")))
        let registered = counts[.registered, default: 0]
        row(say("zarejestrowane", "registered"), registered)
        for state in [RegistrationState.submitted, .incomplete, .needsReview] where report.states[state, default: 0] > 0
        {
            row("  " + StateWording.text(state, Speech.language), report.states[state, default: 0])
        }
        row(say("dołączone", "added to a registration"), report.joinedCount)
        row(say("już przyjęte wcześniej", "known already"), counts[.known, default: 0] - report.joinedCount)
        row(say("czekają na człowieka", "need a person"), counts[.needsPerson, default: 0])
        row(say("bez wydarzenia", "without an event"), counts[.unassigned, default: 0])
        if report.needsPerson {
            Console.print(Console.dim(say("Dalej: nabor review", "Next: nabor review")))
        } else if registered > 0 {
            Console.print(Console.dim(say("Dalej: nabor list", "Next: nabor list")))
        }
    }

    private func row(_ label: String, _ count: Int) {
        guard count > 0 else { return }
        Console.print("  " + label + String(repeating: " ", count: max(1, 34 - label.count)) + "\(count)")
    }

    static func json(_ outcome: IntakeOutcome) -> [UInt8] {
        var json = JSONText()
        json.object { json in
            json.member("file", outcome.file)
            json.member("part", outcome.part.isEmpty ? nil : outcome.part)
            json.member("sha256", outcome.sha256)
            json.member("outcome", outcome.outcome.rawValue)
            json.member("code", outcome.code?.text)
            json.member("event", outcome.event)
            json.member("state", outcome.state?.rawValue)
            json.key("findings")
            json.array { json in
                var seen: Set<FindingCode> = []
                for finding in outcome.findings where seen.insert(finding.code).inserted {
                    json.string(finding.code.rawValue)
                }
            }
        }
        return json.bytes + [0x0A]
    }
}
