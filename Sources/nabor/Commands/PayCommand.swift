import ArgumentParser
import Desk

struct PayCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pay",
        abstract: say("Zapisuje wpłatę.", "Records a payment.")
    )

    @Argument(help: ArgumentHelp(say("Kod zgłoszenia.", "Code of the registration.")))
    var code: String

    @Option(
        help: ArgumentHelp(say("Kwota, na przykład 200 albo 99,50.", "Amount, such as 200 or 99.50."), valueName: "n")
    )
    var amount: String

    @Option(help: ArgumentHelp(say("Dzień wpłaty, RRRR-MM-DD.", "Day of the payment, YYYY-MM-DD."), valueName: "date"))
    var date: String

    @Option(
        help: ArgumentHelp(
            say("Działanie, jeśli płatnych jest kilka.", "Activity, when several charge a fee."),
            valueName: "activity"
        )
    )
    var activity: String?

    @OptionGroup var options: WorkspaceOptions

    func run() throws {
        let workspace = try options.open()
        try workspace.pay(code, amount: amount, date: date, activity: activity)
        try RegistrationView.printShort(workspace, code, isJSON: options.output.json)
    }
}
