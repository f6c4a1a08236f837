import Desk
import FormModel

/// The demonstration for a person: one line a submission, one table an event, and where everything lies.
struct DemoView {
    let isJSON: Bool
    private var lastHead = ""

    init(isJSON: Bool) {
        self.isJSON = isJSON
    }

    mutating func tell(_ step: Demo.Step) {
        switch step {
        case .intake(let outcome):
            if isJSON { return Console.print(bytes: IntakeView.json(outcome)) }
            head(say("Przyjęcie zgłoszeń", "Taking in the forms"))
            Console.print(IntakeView.line(outcome))
        case .selected(let report):
            if isJSON { return SelectionView.print(report, isJSON: true) }
            head(say("Wybór: \(report.event)", "Selection: \(report.event)"))
            SelectionView.print(report, isJSON: false)
        case .announced(_, let report):
            if !isJSON { SelectionView.print(report) }
        case .documents(let event, let kind, let count):
            if isJSON { return }
            head(say("Pisma i listy: \(event)", "Letters and lists: \(event)"))
            Console.print(
                "  \(kind.rawValue)" + String(repeating: " ", count: max(1, 20 - kind.rawValue.count)) + "\(count)"
            )
        case .exported(let file, let rows):
            if !isJSON { Console.print(Console.dim("  \(file) (\(rows))")) }
        }
    }

    private mutating func head(_ text: String) {
        guard text != lastHead else { return }
        lastHead = text
        Console.print()
        Console.print(Console.bold(text))
    }

    func print(_ summary: Demo.Summary) {
        if isJSON { return }
        let counts = summary.intake.counts
        Console.print()
        Console.print(Console.bold(say("Razem", "In all")))
        row(say("zgłoszeń zarejestrowanych", "registrations made"), counts[.registered, default: 0])
        row(say("przyjętych wcześniej (powtórzenia)", "known already (repetitions)"), counts[.known, default: 0])
        row(say("wydarzeń", "events"), summary.eventCount)
        row(say("dokumentów", "documents"), summary.documentCount)
        row(say("wiadomości w skrzynce nadawczej", "messages in the outbox"), summary.mailCount)
        row(say("spraw czekających na człowieka", "matters waiting for a person"), summary.waitingForPerson)
        Console.print()
        Console.print(say("Wyniki: \(summary.folder)/out", "Results: \(summary.folder)/out"))
        Console.print(
            Console.dim(
                say(
                    "Dalej: cd \(summary.folder), potem nabor list, nabor review, nabor show KOD, nabor journal verify",
                    "Next: cd \(summary.folder), then nabor list, nabor review, nabor show CODE, nabor journal verify"
                )
            )
        )
    }

    private func row(_ label: String, _ count: Int) {
        Console.print("  " + label + String(repeating: " ", count: max(1, 40 - label.count)) + "\(count)")
    }
}
