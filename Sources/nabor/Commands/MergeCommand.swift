import ArgumentParser
import Desk

struct MergeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "merge",
        abstract: say(
            "Łączy dwa zgłoszenia tej samej osoby; pierwsze zostaje.",
            "Merges two registrations of one person; the first stays."
        )
    )

    @Argument(help: ArgumentHelp(say("Kod, który zostaje.", "Code that stays.")))
    var kept: String

    @Argument(help: ArgumentHelp(say("Kod, który się do niego dołącza.", "Code that goes into it.")))
    var other: String

    @Option(help: ArgumentHelp(say("Powód, do dziennika.", "Reason, for the journal."), valueName: "text"))
    var reason: String

    @OptionGroup var options: WorkspaceOptions

    func run() throws {
        let details = try options.open().merge(kept, other, reason: reason)
        if options.output.json {
            Console.print(bytes: RegistrationJSON.line(details.summary, answers: details.answers))
        } else {
            RegistrationView.print(details)
        }
    }
}
