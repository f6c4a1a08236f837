import Desk
import FieldKinds
import FormModel
import Selection

/// A run for a person: who, in which order, why, and what could not be met.
enum SelectionView {
    static func print(_ report: SelectionReport, isJSON: Bool) {
        if isJSON { return printJSON(report) }
        Console.print(
            Console.bold(report.activity.title.text(in: Speech.language)) + Console.dim("  \(report.activity.id)")
        )
        if report.isRehearsal {
            Console.print(Console.stop(say("PRÓBA: nie było zobowiązania", "REHEARSAL: no commitment was made")))
        }
        let sign = report.isDecided ? Console.wait("!") : Console.stop("×")
        for explanation in report.unmet { printExplanation(explanation, sign) }
        if report.isDecided { printTable(report) }
        for count in report.counts { printCount(count) }
        printWarnings(report.warnings)
        if report.missingScores > 0 {
            Console.print(
                Console.wait("! ")
                    + say("Brakuje ocen: \(report.missingScores)", "Scores missing: \(report.missingScores)")
            )
        }
        if !report.waiting.isEmpty {
            let codes = report.waiting.prefix(8).map(\.text).joined(separator: " ")
            Console.print(
                Console.wait("! ")
                    + say(
                        "Poza pulą, bo do sprawdzenia lub uzupełnienia: \(report.waiting.count) (\(codes))",
                        "Outside the pool, to be reviewed or completed: \(report.waiting.count) (\(codes))"
                    )
            )
        }
        printFooter(report)
    }

    private static func printTable(_ report: SelectionReport) {
        var table = TextTable([
            TextTable.Column(title: "", alignment: .right, minimum: 2),
            TextTable.Column(title: say("Kod", "Code"), minimum: 5),
            TextTable.Column(title: say("Imię i nazwisko", "Name"), minimum: 16),
            TextTable.Column(title: say("Wynik", "Outcome"), minimum: 10),
            TextTable.Column(title: say("Powód", "Reason"), minimum: 20),
        ])
        for line in report.lines {
            let decision = line.decision
            let group =
                decision.session.map { " " + ([$0] + (decision.moreSessions ?? [])).joined(separator: " ") } ?? ""
            table.add([
                TextTable.Cell(decision.rank.map(String.init) ?? "", style: Console.dim),
                TextTable.Cell(line.code, style: Console.accent), TextTable.Cell(line.name),
                outcome(decision.outcome, group),
                TextTable.Cell(decision.reason.text.text(in: Speech.language), style: Console.dim),
            ])
        }
        table.print()
    }

    private static func outcome(_ outcome: Decision.Outcome, _ group: String) -> TextTable.Cell {
        switch outcome {
        case .selected: TextTable.Cell("✓ " + say("wybrane", "selected") + group, style: Console.good)
        case .waitlisted: TextTable.Cell("! " + say("rezerwa", "waiting") + group, style: Console.wait)
        case .notSelected: TextTable.Cell("× " + say("niewybrane", "not selected"))
        case .ineligible: TextTable.Cell("× " + say("bez warunków", "ineligible"), style: Console.stop)
        }
    }

    /// Alike ones are shown three times and then counted.
    private static func printWarnings(_ warnings: [Explanation]) {
        var shown: [Explanation.Code: Int] = [:]
        for warning in warnings {
            shown[warning.code, default: 0] += 1
            if shown[warning.code, default: 0] <= 3 { printExplanation(warning, Console.wait("!")) }
        }
        let more = shown.values.reduce(0) { $0 + max(0, $1 - 3) }
        if more > 0 { Console.print(Console.dim(say("  … i podobnych: \(more)", "  … and \(more) alike"))) }
    }

    private static func printExplanation(_ explanation: Explanation, _ sign: String) {
        Console.print("\(sign) " + explanation.text.text(in: Speech.language))
        for change in explanation.changes { Console.print("    " + Console.dim(change.text.text(in: Speech.language))) }
    }

    private static func printCount(_ count: QuotaCount) {
        let bounds = [count.minimum > 0 ? "≥ \(count.minimum)" : nil, count.maximum.map { "≤ \($0)" }].compactMap(
            \.self
        )
        Console.print("  \(count.rule)  \(count.have)  " + Console.dim(bounds.joined(separator: ", ")))
    }

    private static func printFooter(_ report: SelectionReport) {
        let numbers = say(
            "wybrane \(report.count(.selected)), rezerwa \(report.count(.waitlisted)), niewybrane \(report.count(.notSelected)), bez warunków \(report.count(.ineligible))",
            "selected \(report.count(.selected)), waiting \(report.count(.waitlisted)), not selected \(report.count(.notSelected)), ineligible \(report.count(.ineligible))"
        )
        if report.isDecided { Console.print(numbers) }
        if report.isStored {
            Console.print(
                Console.dim(
                    say(
                        "Nikt jeszcze nic nie wie. Ogłoś: nabor announce \(report.event) --activity \(report.activity.id)",
                        "Nobody knows yet. Announce: nabor announce \(report.event) --activity \(report.activity.id)"
                    )
                )
            )
        }
        Console.print()
    }

    static func print(_ report: AnnouncementReport) {
        Console.print(
            Console.good("✓ ")
                + say(
                    "\(report.activity): zaproponowane \(report.offered), potwierdzone \(report.confirmed), rezerwa \(report.waitlisted), odmowy \(report.rejected), wiadomości \(report.messages)",
                    "\(report.activity): offered \(report.offered), confirmed \(report.confirmed), waiting \(report.waitlisted), rejected \(report.rejected), messages \(report.messages)"
                )
        )
    }

    private static func printJSON(_ report: SelectionReport) {
        for line in report.lines {
            Console.print(
                bytes: json(line.decision, activity: report.activity.id, isRehearsal: report.isRehearsal)
            )
        }
    }

    static func json(_ decision: Decision, activity: String?, isRehearsal: Bool = false) -> [UInt8] {
        var json = JSONText()
        json.object { json in
            json.member("id", decision.id)
            json.member("activity", activity)
            json.member("outcome", decision.outcome.rawValue)
            json.member("rank", decision.rank)
            json.member("chance", decision.chance)
            json.member("session", decision.session)
            if let more = decision.moreSessions, let first = decision.session {
                json.member("sessions", [first] + more)
            }
            if isRehearsal { json.member("rehearsal", true) }
            json.object("reason") { json in
                json.member("code", decision.reason.code)
                json.member("text", decision.reason.text.text(in: Speech.language))
            }
        }
        return json.bytes + [0x0A]
    }
}

/// Who got a free place.
enum PromotionView {
    static func print(_ reports: [PromotionReport], isJSON: Bool) {
        for report in reports {
            if isJSON {
                var json = JSONText()
                json.object { json in
                    json.member("activity", report.activity)
                    json.member("promoted", report.promoted.map(\.text))
                    json.member("notes", report.notes.map { $0.text(in: Speech.language) })
                }
                Console.print(bytes: json.bytes + [0x0A])
                continue
            }
            for code in report.promoted {
                Console.print(
                    Console.good("✓ ")
                        + say(
                            "\(report.activity): miejsce dostaje \(code)",
                            "\(report.activity): the place goes to \(code)"
                        )
                )
            }
            for note in report.notes { Console.print(Console.wait("! ") + note.text(in: Speech.language)) }
        }
    }
}
