import Desk
import FormModel
import Selection

/// What the applications so far allow, for staff.
enum ForecastView {
    static func print(_ forecast: SelectionForecast, title: String, activity: String?, isJSON: Bool) {
        if isJSON { return printJSON(forecast, activity) }
        Console.print(Console.bold(title) + Console.dim(activity.map { "  \($0)" } ?? ""))
        Console.print(
            say(
                "Zgłoszenia spełniające warunki: \(forecast.eligible), bez warunków: \(forecast.ineligible), zajęte miejsca: \(forecast.held) z \(forecast.seats.maximum)",
                "Eligible applications: \(forecast.eligible), ineligible: \(forecast.ineligible), places held: \(forecast.held) of \(forecast.seats.maximum)"
            )
        )
        for row in forecast.rows where row.rule != "seats" || row.state != .enough { printRow(row) }
        for explanation in forecast.unmet { printExplanation(explanation, Console.stop("×")) }
        for explanation in forecast.outside { printExplanation(explanation, Console.wait("!")) }
        if !forecast.chances.isEmpty { Console.print(say("Szanse w losowaniu:", "Chances in the lottery:")) }
        for chance in forecast.chances {
            let range = "\(percent(chance.smallest)) – \(percent(chance.largest)) %"
            Console.print("  \(chance.rule)  \(range)  " + Console.dim(say("osób", "people") + " \(chance.people)"))
        }
        if forecast.canBeMet, !forecast.rows.contains(where: { $0.state == .short }) {
            Console.print(
                Console.good("✓ ")
                    + say("Wszystkie zasady twarde można spełnić.", "All hard rules can be met.")
            )
        }
        Console.print()
    }

    private static func printRow(_ row: SelectionForecast.Row) {
        let bounds = [row.minimum > 0 ? "≥ \(row.minimum)" : nil, row.maximum.map { "≤ \($0)" }].compactMap(\.self)
        let note =
            switch row.state {
            case .short: Console.stop(say("za mało zgłoszeń", "too few have applied"))
            case .scarce: Console.wait(say("prawie bez zapasu", "hardly any to spare"))
            case .enough: ""
            }
        Console.print("  \(row.rule)  \(row.have)  " + Console.dim(bounds.joined(separator: ", ")) + "  " + note)
    }

    private static func printExplanation(_ explanation: Explanation, _ sign: String) {
        Console.print("\(sign) " + explanation.text.text(in: Speech.language))
        for change in explanation.changes { Console.print("    " + Console.dim(change.text.text(in: Speech.language))) }
    }

    private static func percent(_ thousandths: Int) -> String {
        DecimalNumber(unscaled: Int64(thousandths), scale: 3)?.description ?? ""
    }

    private static func printJSON(_ forecast: SelectionForecast, _ activity: String?) {
        var json = JSONText()
        json.object { json in
            json.member("activity", activity)
            json.member("eligible", forecast.eligible)
            json.member("ineligible", forecast.ineligible)
            json.member("held", forecast.held)
            json.member("canBeMet", forecast.canBeMet)
            json.array("rows") { json in
                for row in forecast.rows {
                    json.object { json in
                        json.member("rule", row.rule)
                        json.member("have", row.have)
                        json.member("min", row.minimum)
                        json.member("max", row.maximum)
                        json.member("state", row.state.rawValue)
                    }
                }
            }
            json.member(
                "unmet",
                (forecast.unmet + forecast.outside).map { $0.text.text(in: Speech.language) }
            )
            json.array("chances") { json in
                for chance in forecast.chances {
                    json.object { json in
                        json.member("rule", chance.rule)
                        json.member("people", chance.people)
                        json.member("smallest", percent(chance.smallest))
                        json.member("largest", percent(chance.largest))
                    }
                }
            }
        }
        Console.print(bytes: json.bytes + [0x0A])
    }
}

/// A commitment that was written.
enum CommitmentView {
    static func print(_ report: CommitmentReport, isJSON: Bool) {
        if isJSON {
            var json = JSONText()
            json.object { json in
                json.member("activity", report.activity)
                json.member("file", report.file)
                json.member("hash", report.hash)
                json.member("pool", report.poolCount)
                json.member("time", report.time?.description)
                json.member("seedSource", report.seedSource)
                json.member("poolRoot", report.poolRoot)
            }
            return Console.print(bytes: json.bytes + [0x0A])
        }
        Console.print(
            Console.good("✓ ")
                + say(
                    "Zobowiązanie zapisane: \(report.file), zgłoszeń: \(report.poolCount)",
                    "Commitment written: \(report.file), applications: \(report.poolCount)"
                )
        )
        Console.print(
            say(
                "Opublikuj ten skrót, zanim wylosujesz ziarno: \(report.hash)",
                "Publish this hash before the seed is drawn: \(report.hash)"
            )
        )
        if let root = report.poolRoot { Console.print(say("Korzeń puli: \(root)", "Root of the pool: \(root)")) }
        Console.print(
            Console.dim(
                say(
                    "Potem: nabor select … --commit \(report.file) --seed WARTOŚĆ",
                    "Then: nabor select … --commit \(report.file) --seed VALUE"
                )
            )
        )
    }
}
