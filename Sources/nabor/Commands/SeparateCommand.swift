import ArgumentParser
import Desk

struct SeparateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "separate",
        abstract: say("Stwierdza, że dwa zgłoszenia to dwie osoby.", "States that two registrations are two people.")
    )

    @Argument(help: ArgumentHelp(say("Pierwszy kod.", "First code.")))
    var first: String

    @Argument(help: ArgumentHelp(say("Drugi kod.", "Second code.")))
    var second: String

    @OptionGroup var options: WorkspaceOptions

    func run() throws {
        for details in try options.open().separate(first, second) {
            if options.output.json {
                Console.print(bytes: RegistrationJSON.line(details.summary))
            } else {
                Console.print(Console.good("✓ ") + ListView.line(details.summary))
            }
        }
    }
}
