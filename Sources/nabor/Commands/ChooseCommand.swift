import ArgumentParser
import Desk

struct ChooseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "choose",
        abstract: say(
            "Wybiera osoby wprost, z powodem; liczniki kwot pokazują się od razu.",
            "Chooses people directly, with a reason; quota counters show at once."
        )
    )

    @Argument(help: ArgumentHelp(say("Kody zgłoszeń.", "Codes of registrations.")))
    var codes: [String]

    @Option(help: ArgumentHelp(say("Działanie.", "Activity."), valueName: "activity"))
    var activity: String

    @Option(help: ArgumentHelp(say("Powód wyboru; obowiązkowy.", "Reason of the choice; required."), valueName: "text"))
    var reason: String

    @OptionGroup var options: WorkspaceOptions

    func run() throws {
        let report = try options.open().choose(codes, activity: activity, reason: reason)
        SelectionView.print(report, isJSON: options.output.json)
    }
}
