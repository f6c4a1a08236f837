import FormModel
import Registry
import ArgumentParser
import Desk

struct JournalCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "journal",
        abstract: say(
            "Pokazuje, kto co zrobił i dlaczego; „verify” sprawdza łańcuch.",
            "Shows who did what and why; “verify” checks the chain."
        )
    )

    @Argument(help: ArgumentHelp(say("Kod zgłoszenia albo „verify”.", "Code of a registration, or “verify”.")))
    var code: String?

    @Option(help: ArgumentHelp(say("Najwyżej tyle wierszy.", "At most so many lines."), valueName: "n"))
    var limit = 50

    @OptionGroup var options: WorkspaceOptions

    func run() throws {
        let workspace = try options.open()
        guard code == "verify" else {
            return JournalView.print(
                try workspace.journal(code: code, limit: limit),
                timeZone: workspace.settings.timeZone,
                isJSON: options.output.json
            )
        }
        let check = try workspace.verifyJournal()
        JournalView.print(check, isJSON: options.output.json)
        if check.firstBroken != nil { throw ExitCode(1) }
    }
}
