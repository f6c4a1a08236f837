import Registry
import ArgumentParser
import Desk

struct ShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: say(
            "Pokazuje jedno zgłoszenie z dowodami odpowiedzi.",
            "Shows one registration with the evidence of its answers."
        )
    )

    @Argument(help: ArgumentHelp(say("Kod zgłoszenia.", "Code of the registration.")))
    var code: String

    @OptionGroup var options: WorkspaceOptions

    func run() throws {
        let workspace = try options.open()
        let details = try workspace.show(try workspace.row(code).code)
        if options.output.json {
            let places = try workspace.waitingPlaces(of: code)
            Console.print(bytes: RegistrationJSON.line(details.summary, answers: details.answers, places: places))
        } else {
            RegistrationView.print(details, places: try workspace.waitingPlaces(of: code))
        }
    }
}
