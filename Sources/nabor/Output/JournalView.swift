import Desk
import FieldKinds
import FormModel
import Registry

/// The journal for a person.
enum JournalView {
    static func print(_ entries: [JournalEntry], timeZone: String, isJSON: Bool) {
        if isJSON {
            for entry in entries { Console.print(bytes: json(entry)) }
            return
        }
        guard !entries.isEmpty else { return Console.print(say("Dziennik jest pusty.", "The journal is empty.")) }
        var table = TextTable([
            TextTable.Column(title: say("Nr", "No."), alignment: .right, minimum: 2),
            TextTable.Column(title: say("Kiedy", "When"), minimum: 16),
            TextTable.Column(title: say("Kto", "Who"), minimum: 6),
            TextTable.Column(title: say("Co", "What"), minimum: 10),
            TextTable.Column(title: say("Kod", "Code"), minimum: 5),
            TextTable.Column(title: say("Szczegóły", "Details"), minimum: 20),
        ])
        for entry in entries {
            let local = entry.at.local(in: timeZone)
            let minute = local.secondOfDay / 60
            table.add([
                TextTable.Cell(String(entry.number), style: Console.dim),
                TextTable.Cell("\(local.date) " + DateText.hour(minuteOfDay: minute)), TextTable.Cell(entry.actor),
                TextTable.Cell(entry.action.rawValue), TextTable.Cell(entry.code ?? "", style: Console.accent),
                TextTable.Cell(details(entry), style: Console.dim),
            ])
        }
        table.print()
    }

    /// `key: value` pairs; what is empty is left out.
    private static func details(_ entry: JournalEntry) -> String {
        guard let text = entry.details else { return say("(usunięte)", "(redacted)") }
        let members = (try? JSONParser.parse(text))?.members ?? []
        return members.compactMap { member in
            switch member.value {
            case .null, .string(""), .array([]), .object([]): nil
            case .string(let value), .number(let value): "\(member.key): \(value)"
            default: "\(member.key): \(member.value.jsonText)"
            }
        }.joined(separator: ", ")
    }

    static func print(_ check: JournalCheck, isJSON: Bool) {
        if isJSON {
            var json = JSONText()
            json.object { json in
                json.member("count", check.count)
                json.member("redacted", check.redactedCount)
                json.member("firstBroken", check.firstBroken.map { Int($0) })
                json.member("head", check.head)
            }
            return Console.print(bytes: json.bytes + [0x0A])
        }
        if let broken = check.firstBroken {
            Console.print(
                Console.stop("× ")
                    + say(
                        "Łańcuch pęka w wierszu \(broken): ktoś zmienił dziennik poza programem.",
                        "The chain breaks at line \(broken): somebody changed the journal outside of the program."
                    )
            )
        } else {
            Console.print(
                Console.good("✓ ")
                    + say("Łańcuch jest cały, wierszy: \(check.count)", "The chain is whole, lines: \(check.count)")
            )
        }
        Console.print(Console.dim(say("Skrót ostatniego wiersza: ", "Digest of the last line: ") + check.head))
    }

    private static func json(_ entry: JournalEntry) -> [UInt8] {
        var json = JSONText()
        json.object { json in
            json.member("number", Int(entry.number))
            json.member("at", entry.at.description)
            json.member("actor", entry.actor)
            json.member("action", entry.action.rawValue)
            json.member("event", entry.event)
            json.member("code", entry.code)
            json.member("details", entry.details)
        }
        return json.bytes + [0x0A]
    }
}
