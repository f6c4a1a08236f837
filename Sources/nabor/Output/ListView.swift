import Desk
import FieldKinds
import FormModel
import Registry

/// Registrations as a table for a person.
enum ListView {
    /// - Parameter zones: The time zone of each event: a form of half past midnight came on that day, not the day before.
    static func print(_ page: RegistrationPage, offset: Int, showsEvent: Bool, zones: [String: String]) {
        guard !page.summaries.isEmpty else {
            return Console.print(
                say(
                    "Nie ma tu zgłoszeń. Przyjmij je: nabor intake FOLDER.",
                    "There are no registrations here. Take some in: nabor intake FOLDER."
                )
            )
        }
        var columns = [
            TextTable.Column(title: say("Imię i nazwisko", "Name"), minimum: 16),
            TextTable.Column(title: say("Kod", "Code"), minimum: 5),
            TextTable.Column(title: say("Stan", "State"), minimum: 12),
            TextTable.Column(title: say("Udział", "Participation"), minimum: 10),
            TextTable.Column(title: say("Wpłynęło", "Received"), minimum: 10),
        ]
        if showsEvent { columns.append(TextTable.Column(title: say("Wydarzenie", "Event"), minimum: 10)) }
        var table = TextTable(columns)
        for summary in page.summaries {
            let received = summary.row.receivedAt.local(in: zones[summary.row.event] ?? "UTC").date
            var cells = [
                TextTable.Cell(summary.row.name), TextTable.Cell(summary.row.code.text, style: Console.accent),
                state(summary), TextTable.Cell(participation(summary)),
                TextTable.Cell(received.description, style: Console.dim),
            ]
            if showsEvent { cells.append(TextTable.Cell(summary.row.event, style: Console.dim)) }
            table.add(cells)
        }
        table.print()
        printFooter(page, offset)
    }

    private static func printFooter(_ page: RegistrationPage, _ offset: Int) {
        let shown = "\(offset + 1)–\(offset + page.summaries.count)"
        let next = offset + page.summaries.count
        let more = next < page.total ? say("; dalej: --offset \(next)", "; more: --offset \(next)") : ""
        Console.print(Console.dim(say("\(shown) z \(page.total)\(more)", "\(shown) of \(page.total)\(more)")))
    }

    static func state(_ summary: RegistrationSummary) -> TextTable.Cell {
        let text = StateWording.text(summary.row.state, Speech.language)
        let suspect = summary.possibleDuplicateOf != nil ? say(" (dublet?)", " (duplicate?)") : ""
        switch summary.row.state {
        case .submitted: return TextTable.Cell("✓ " + text + suspect, style: Console.good)
        case .needsReview, .incomplete, .received: return TextTable.Cell("! " + text + suspect, style: Console.wait)
        case .withdrawn, .cancelled: return TextTable.Cell("× " + text, style: Console.stop)
        }
    }

    static func participation(_ summary: RegistrationSummary) -> String {
        summary.participations.map { participation in
            let state = StateWording.text(participation.state, Speech.language)
            let rank = participation.state == .waitlisted ? participation.rank.map { " \($0)" } ?? "" : ""
            return summary.participations.count > 1 ? "\(participation.activity): \(state)\(rank)" : state + rank
        }.joined(separator: ", ")
    }

    /// One line without columns.
    static func line(_ summary: RegistrationSummary) -> String {
        let state = StateWording.text(summary.row.state, Speech.language)
        // Who resigned from everything needs no line for each activity.
        let isOver = summary.row.state.stateClass == .negative
        let parts = [state, isOver ? "" : participation(summary)].filter { !$0.isEmpty }
        return "\(summary.row.code) \(Console.safe(summary.row.name)) – " + parts.joined(separator: "; ")
    }
}
