import Desk
import FieldKinds
import FormModel
import Registry

/// The queue of what waits for a person.
enum ReviewView {
    static func print(_ queue: ReviewQueue, workspace: Workspace) {
        if queue.sources.isEmpty, queue.registrations.isEmpty {
            return Console.print(Console.good("✓ ") + say("Nic nie czeka na człowieka.", "Nothing waits for a person."))
        }
        printSources(queue.sources)
        printRegistrations(queue, workspace)
    }

    private static func printSources(_ sources: [StoredSource]) {
        guard !sources.isEmpty else { return }
        Console.print(
            Console.bold(say("Pliki, których nikt nie przypisał ani nie odczytał", "Files nobody could assign or read"))
        )
        for source in sources {
            let why =
                source.findings.first.map { FindingText.text($0, form: nil) }
                ?? (source.status == .unassigned
                    ? say("Nie wiadomo, do którego wydarzenia.", "The event is unknown.") : "")
            let sender = source.sender.map { " (\($0))" } ?? ""
            Console.print("  \(Console.accent(String(source.id)))  \(Console.safe(source.name + sender))")
            if !why.isEmpty { Console.print("      " + Console.dim(Console.safe(why))) }
        }
        Console.print(
            Console.dim(
                say(
                    "  Przypisz: nabor review --assign NUMER=WYDARZENIE; przepisz: nabor enter WYDARZENIE --source NUMER; odłóż: --dismiss NUMER",
                    "  Assign: nabor review --assign NUMBER=EVENT; type in: nabor enter EVENT --source NUMBER; put aside: --dismiss NUMBER"
                )
            )
        )
        Console.print()
    }

    private static func printRegistrations(_ queue: ReviewQueue, _ workspace: Workspace) {
        guard !queue.registrations.isEmpty else { return }
        Console.print(
            Console.bold(
                say(
                    "Zgłoszenia do sprawdzenia: \(queue.registrationTotal)",
                    "Registrations to be checked: \(queue.registrationTotal)"
                )
            )
        )
        var forms: [String: FormDefinition] = [:]
        for summary in queue.registrations {
            let key = summary.row.event + "/" + summary.row.form
            if forms[key] == nil {
                forms[key] = (try? workspace.event(summary.row.event))?.definition.form(summary.row.form)
            }
            Console.print(
                "  \(Console.accent(summary.row.code.text))  \(Console.safe(summary.row.name))  \(Console.dim(summary.row.event))"
            )
            let doubts = (try? workspace.show(summary.row.code).doubts(in: Speech.language)) ?? []
            let told = Set(doubts.map(\.field))
            for finding in summary.row.findings where finding.code.needsPerson {
                if let field = finding.field, told.contains(field) { continue }
                Console.print("      " + Console.dim(Console.safe(FindingText.text(finding, form: forms[key]))))
            }
            if let other = summary.possibleDuplicateOf {
                Console.print(
                    "      "
                        + Console.dim(
                            "nabor merge \(other) \(summary.row.code) --reason … / nabor separate \(other) \(summary.row.code)"
                        )
                )
            }
            printDoubts(doubts, summary.row.code)
        }
    }

    /// The doubtful answers, the least sure first, each with what is known about it; then the commands.
    private static func printDoubts(_ doubts: [DoubtfulField], _ code: RegistrationCode) {
        for doubt in doubts {
            let value =
                doubt.suggestion.map { Console.safe(String($0.replacing("\n", with: " ").prefix(valueLengthMax))) }
                ?? Console.dim(say("brak odpowiedzi", "no answer"))
            let percent = doubt.percent.map { "\($0)%" } ?? "–"
            let padding = String(repeating: " ", count: max(0, 4 - percent.count))
            Console.print("      \(Console.wait(padding + percent))  \(Console.safe(doubt.label)): \(value)")
            for finding in doubt.findings { Console.print("            " + Console.dim(Console.safe(finding))) }
        }
        printOrders(ReviewOrders(code, doubts))
    }

    private static let valueLengthMax = 60

    private static func printOrders(_ orders: ReviewOrders) {
        if let confirmation = orders.confirmation {
            Console.print("      " + Console.dim(say("Gdy się zgadza:  ", "If it is right:  ") + confirmation))
        }
        guard let correction = orders.correction else { return }
        Console.print("      " + Console.dim(say("Wpisz z obrazu:  ", "Type it in:      ") + correction))
        for doubt in orders.corrected {
            guard let allowed = doubt.allowed else { continue }
            Console.print("        " + Console.dim(Console.safe("\(doubt.field) = \(allowed.text)")))
        }
    }

    static func printJSON(_ queue: ReviewQueue) {
        for source in queue.sources {
            var json = JSONText()
            json.object { json in
                json.member("source", Int(source.id))
                json.member("file", source.name)
                json.member("sha256", source.sha256)
                json.member("outcome", source.status.rawValue)
                json.member("findings", source.findings.map(\.code.rawValue))
            }
            Console.print(bytes: json.bytes + [0x0A])
        }
        for summary in queue.registrations { Console.print(bytes: RegistrationJSON.line(summary)) }
    }
}
