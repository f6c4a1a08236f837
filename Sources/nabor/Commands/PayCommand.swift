import ArgumentParser
import Desk

struct PayCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pay",
        abstract: say("Zapisuje wpłaty.", "Records payments.")
    )

    @Argument(help: ArgumentHelp(say("Kod zgłoszenia.", "Code of the registration.")))
    var code: String?

    @Option(
        help: ArgumentHelp(say("Kwota, na przykład 200 albo 99,50.", "Amount, such as 200 or 99.50."), valueName: "n")
    )
    var amount: String?

    @Option(help: ArgumentHelp(say("Dzień wpłaty, RRRR-MM-DD.", "Day of the payment, YYYY-MM-DD."), valueName: "date"))
    var date: String?

    @Option(
        help: ArgumentHelp(
            say("Działanie, jeśli płatnych jest kilka.", "Activity, when several charge a fee."),
            valueName: "activity"
        )
    )
    var activity: String?

    @Option(
        help: ArgumentHelp(
            say("Plik CSV z kolumnami code, amount, date.", "CSV file with columns code, amount, date."),
            valueName: "file"
        ),
        completion: .file(extensions: ["csv"])
    )
    var csv: String?

    @OptionGroup var options: WorkspaceOptions

    func run() throws {
        let workspace = try options.open()
        let entries = try csv.map { try workspace.paymentEntries(csv: $0) } ?? [typed()]
        try workspace.pay(entries)
        if !options.output.json {
            Console.print(
                Console.good("✓ ") + say("Zapisane wpłaty: \(entries.count)", "Payments recorded: \(entries.count)")
            )
        }
    }

    private func typed() throws -> PaymentEntry {
        guard let code, let amount, let date else {
            throw ValidationError(
                say(
                    "Podaj KOD --amount KWOTA --date DZIEŃ albo --csv PLIK.",
                    "Give CODE --amount N --date DATE or --csv FILE."
                )
            )
        }
        return PaymentEntry(code: code, amount: amount, date: date, activity: activity)
    }
}
