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

    @Option(
        name: .customLong("as"),
        help: ArgumentHelp(
            say(
                "Zamiast wyboru: miejsce dane z góry, które przyzna rozstrzygnięcie (guaranteed w limicie, guest poza nim).",
                "Instead of a choice: a place given beforehand, for the selection to grant (guaranteed within the capacity, guest beyond it)."
            ),
            valueName: "guaranteed|guest"
        )
    )
    var place: GivenPlace.Kind?

    @OptionGroup var options: WorkspaceOptions

    func run() throws {
        if let place {
            let workspace = try options.open()
            try workspace.give(GivenPlace(place, reason: reason), to: codes, activity: activity)
            for code in codes { try RegistrationView.printShort(workspace, code, isJSON: options.output.json) }
            return
        }
        let report = try options.open().choose(codes, activity: activity, reason: reason)
        SelectionView.print(report, isJSON: options.output.json)
    }
}
