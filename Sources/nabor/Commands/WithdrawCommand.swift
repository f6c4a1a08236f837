import ArgumentParser
import Desk

struct WithdrawCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "withdraw",
        abstract: say(
            "Zapisuje rezygnację; miejsce dostaje następna pasująca osoba.",
            "Records a resignation; the next suitable person gets the place."
        )
    )

    @Argument(help: ArgumentHelp(say("Kod zgłoszenia.", "Code of the registration.")))
    var code: String

    @Option(help: ArgumentHelp(say("Tylko z tego działania.", "Only from this activity."), valueName: "activity"))
    var activity: String?

    @Option(help: ArgumentHelp(say("Powód, do dziennika.", "Reason, for the journal."), valueName: "text"))
    var reason: String

    @OptionGroup var options: WorkspaceOptions

    func run() throws {
        let workspace = try options.open()
        let promotions = try workspace.withdraw(code, activity: activity, reason: reason)
        try RegistrationView.printShort(workspace, code, isJSON: options.output.json)
        PromotionView.print(promotions, isJSON: options.output.json)
    }
}
