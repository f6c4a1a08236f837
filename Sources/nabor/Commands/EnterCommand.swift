import Registry
import ArgumentParser
import Desk
import FormModel

struct EnterCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "enter",
        abstract: say("Wpisuje zgłoszenie z telefonu albo z lady.", "Enters a registration from a call or the desk."),
        discussion: say(
            "Bez pól pyta o każde po kolei i sprawdza od razu. Czas wpływu podaje się osobno od czasu wpisania.",
            "Without fields it asks for each in turn and checks at once. The time of receipt is given apart from the time of entry."
        )
    )

    @Argument(help: ArgumentHelp(say("Wydarzenie.", "Event.")))
    var event: String

    @Argument(help: ArgumentHelp("FIELD=VALUE…"))
    var fields: [String] = []

    @Option(
        help: ArgumentHelp(say("Formularz, jeśli jest ich kilka.", "Form, when there are several."), valueName: "form")
    )
    var form: String?

    @Option(help: ArgumentHelp(say("Kanał: phone albo paper.", "Channel: phone or paper."), valueName: "channel"))
    var channel: Channel = .phone

    @Option(
        help: ArgumentHelp(
            say(
                "Koniec rozmowy albo pieczątka na papierze; inaczej teraz.",
                "End of the call or stamp on the paper; else now."
            ),
            valueName: "ISO 8601"
        )
    )
    var received: InstantArgument?

    @Option(
        name: .customLong("applicant-language"),
        help: ArgumentHelp(
            say("Język osoby: pl, uk, ru, en, be.", "Language of the person: pl, uk, ru, en, be."),
            valueName: "lang"
        )
    )
    var applicantLanguage: String?

    @Option(
        help: ArgumentHelp(
            say(
                "Numer pliku z listy „nabor review”, z którego przepisujesz.",
                "Number of the file in “nabor review” you type from."
            ),
            valueName: "number"
        )
    )
    var source: Int64?

    @OptionGroup var options: WorkspaceOptions

    func run() throws {
        let workspace = try options.open()
        let loaded = try workspace.event(event)
        guard let definition = form.map({ loaded.definition.form($0) }) ?? loaded.definition.forms.first else {
            let list = loaded.definition.forms.map(\.id).joined(separator: ", ")
            throw ValidationError(say("Nie ma takiego formularza. Są: \(list)", "No such form. There are: \(list)"))
        }
        let language =
            applicantLanguage.flatMap(InterfaceLanguage.init(rawValue:)) ?? loaded.definition.languages.first ?? .polish
        let assignments =
            fields.isEmpty
            ? FieldDialogue(workspace: workspace, form: definition).ask()
            : try fields.map(EditCommand.assignment)
        let entry = StaffEntry(
            event: loaded.definition.slug,
            form: definition.id,
            channel: channel,
            receivedAt: received?.instant ?? workspace.now,
            language: language,
            assignments: assignments,
            source: source
        )
        let details = try workspace.enter(entry)
        if options.output.json {
            Console.print(bytes: RegistrationJSON.line(details.summary, answers: details.answers))
        } else {
            RegistrationView.print(details)
        }
        if details.summary.row.state == .needsReview { throw ExitCode.needsPerson }
    }
}
