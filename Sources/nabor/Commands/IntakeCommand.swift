import ArgumentParser
import Desk
import FieldKinds
import FormModel

struct IntakeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "intake",
        abstract: say(
            "Przyjmuje zgłoszenia z plików, folderów i skrzynek do rejestru.",
            "Takes registrations from files, folders and mailboxes into the registry."
        ),
        discussion: say(
            "Każdy plik jest najpierw trwale zapisany, dopiero potem otwierany. Powtórzenie niczego nie zmienia.",
            "Every file is stored durably before it is opened. Repeating the command changes nothing."
        )
    )

    @Argument(
        help: ArgumentHelp(
            say(
                "Pliki, foldery, .eml, mbox, Maildir, .jsonl, .csv, .xlsx.",
                "Files, folders, .eml, mbox, Maildir, .jsonl, .csv, .xlsx."
            )
        ),
        completion: .file()
    )
    var paths: [String]

    @Option(help: ArgumentHelp(say("Wydarzenie, jeśli jest znane.", "Event, when it is known."), valueName: "event"))
    var event: String?

    @Option(
        help: ArgumentHelp(
            say("Kanał: web, mail, paper, phone.", "Channel: web, mail, paper, phone."),
            valueName: "channel"
        )
    )
    var channel: Channel?

    @Option(
        help: ArgumentHelp(
            say("Chwila wpływu dla plików, które jej nie niosą.", "Time of receipt for files that do not carry one."),
            valueName: "ISO 8601"
        )
    )
    var received: InstantArgument?

    @OptionGroup var options: WorkspaceOptions

    func run() throws {
        let workspace = try options.open()
        let bar = ProgressBar()
        let verb = say("Przyjmuję", "Taking in")
        let show: @Sendable (IntakeProgress) -> Void = { bar.show(verb, $0.itemCount, share: $0.share) }
        var view = IntakeView()
        let request = IntakeRequest(paths: paths, event: event, channel: channel, receivedAt: received?.instant)
        let report = try workspace.intake(request, progress: Console.isErrorTerminal ? show : nil) { outcome in
            bar.clear()
            if options.output.json {
                Console.print(bytes: IntakeView.json(outcome))
            } else {
                view.add(outcome)
            }
        }
        bar.clear()
        if !options.output.json { view.print(report) }
        for (file, _) in report.unreadable {
            Console.printError(Console.stop("× ") + say("Nie można odczytać: \(file)", "Cannot read: \(file)"))
        }
        if report.needsPerson { throw ExitCode.needsPerson }
    }
}
