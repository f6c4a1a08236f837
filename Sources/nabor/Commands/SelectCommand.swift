import Selection
import FormModel
import ArgumentParser
import Desk
import Foundation

struct SelectCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "select",
        abstract: say(
            "Rozstrzyga nabór; wynik czeka na ogłoszenie.",
            "Runs the selection; the outcome waits to be announced."
        ),
        discussion: say(
            "Z --pool i --rules działa bez przestrzeni roboczej i wypisuje decyzje; --record zapisuje protokół do powtórzenia.",
            "With --pool and --rules it works without a workspace and prints the decisions; --record writes what repeats them."
        )
    )

    @Argument(help: ArgumentHelp(say("Wydarzenie.", "Event.")))
    var event: String?

    @Option(
        help: ArgumentHelp(
            say("Działanie; bez niego wszystkie.", "Activity; all when left out."),
            valueName: "activity"
        )
    )
    var activity: String?

    @Option(help: ArgumentHelp(say("Ziarno losowania.", "Seed of the draw."), valueName: "text"))
    var seed: String?

    @Flag(help: ArgumentHelp(say("Tylko pokazuje, niczego nie zapisuje.", "Only shows, stores nothing.")))
    var dryRun = false

    @Flag(
        help: ArgumentHelp(
            say(
                "Odrzuca czekające rozstrzygnięcie; miejsca znów są wolne.",
                "Discards the pending run; its places are free again."
            )
        )
    )
    var discard = false

    @Option(help: ArgumentHelp(say("Powód, do dziennika.", "Reason, for the journal."), valueName: "text"))
    var reason = ""

    @Option(
        help: ArgumentHelp(say("Pula jako CSV.", "Pool as CSV."), valueName: "file"),
        completion: .file(extensions: ["csv"])
    )
    var pool: String?

    @Option(
        help: ArgumentHelp(say("Zasady jako YAML.", "Rules as YAML."), valueName: "file"),
        completion: .file(extensions: ["yaml"])
    )
    var rules: String?

    @Option(
        help: ArgumentHelp(
            say("Plik protokołu, do nabor verify.", "File of the record, for nabor verify."),
            valueName: "file"
        )
    )
    var record: String?

    @OptionGroup var options: WorkspaceOptions

    func validate() throws {
        guard (pool == nil) == (rules == nil) else {
            throw ValidationError(say("--pool i --rules idą razem.", "--pool and --rules go together."))
        }
        guard event != nil || pool != nil else {
            throw ValidationError(
                say("Podaj wydarzenie albo --pool i --rules.", "Give an event, or --pool and --rules.")
            )
        }
    }

    func run() throws {
        if let pool, let rules { return try runFromFiles(pool, rules) }
        let workspace = try options.open()
        let event = event ?? ""
        if discard {
            for activity in try workspace.discardRun(event: event, activity: activity, reason: reason) {
                Console.print(Console.good("✓ ") + say("Odrzucone: \(activity)", "Discarded: \(activity)"))
            }
            return
        }
        let reports = try workspace.select(event: event, activity: activity, seed: seed, isDryRun: dryRun)
        for report in reports {
            SelectionView.print(report, isJSON: options.output.json)
            if let record {
                try write(report.record, to: reports.count == 1 ? record : "\(report.activity.id)-\(record)")
            }
        }
        if reports.contains(where: { !$0.isDecided }) { throw ExitCode.needsPerson }
    }

    private func runFromFiles(_ pool: String, _ rules: String) throws {
        let result = try FileSelection.run(
            pool: pool,
            rules: rules,
            seed: seed,
            environment: ProcessSurroundings.environment
        )
        for decision in result.decisions { Console.print(bytes: SelectionView.json(decision, activity: nil)) }
        for explanation in result.unmet + result.warnings {
            Console.printError(Console.wait("! ") + explanation.text.text(in: Speech.language))
        }
        if let record {
            try write(result.record.bytes, to: record)
        }
        if !result.isDecided { throw ExitCode.needsPerson }
    }

    private func write(_ record: [UInt8], to path: String) throws {
        try Data(record).write(to: URL(fileURLWithPath: path), options: .atomic)
    }
}
