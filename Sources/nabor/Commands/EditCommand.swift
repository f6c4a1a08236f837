import ArgumentParser
import Desk

struct EditCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "edit",
        abstract: say("Poprawia albo potwierdza odpowiedzi.", "Corrects or confirms answers."),
        discussion: say(
            "Poprawka niczego nie zaciera: dochodzi jako kolejny dowód. Pusta wartość (POLE=) usuwa odpowiedź.",
            "A correction erases nothing: it is added as one more piece of evidence. An empty value (FIELD=) takes the answer away."
        )
    )

    @Argument(help: ArgumentHelp(say("Kod zgłoszenia.", "Code of the registration.")))
    var code: String

    @Argument(help: ArgumentHelp("FIELD=VALUE…"))
    var fields: [String] = []

    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp(
            say("Pola sprawdzone i dobre; „*” całe zgłoszenie.", "Fields looked at and right; “*” the whole form."),
            valueName: "field"
        )
    )
    var confirm: [String] = []

    @Option(help: ArgumentHelp(say("Powód, do dziennika.", "Reason, for the journal."), valueName: "text"))
    var reason = ""

    @OptionGroup var options: WorkspaceOptions

    static func assignment(_ typed: String) throws -> FieldAssignment {
        guard let assignment = FieldAssignment(typed) else {
            throw ValidationError(
                say("„\(typed)” nie ma postaci POLE=WARTOŚĆ.", "“\(typed)” is not of the form FIELD=VALUE.")
            )
        }
        return assignment
    }

    func run() throws {
        guard !fields.isEmpty || !confirm.isEmpty else {
            throw ValidationError(say("Podaj POLE=WARTOŚĆ albo --confirm.", "Give FIELD=VALUE or --confirm."))
        }
        let correction = Workspace.Correction(
            assignments: try fields.map(Self.assignment),
            confirmed: confirm,
            reason: reason
        )
        let details = try options.open().edit(code, correction)
        if options.output.json {
            Console.print(bytes: RegistrationJSON.line(details.summary, answers: details.answers))
        } else {
            RegistrationView.print(details)
        }
    }
}
