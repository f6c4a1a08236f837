import ArgumentParser
import Desk
import FormModel
import Foundation
import Selection

struct SelectCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "select",
        abstract: say(
            "Rozstrzyga nabór; wynik czeka na ogłoszenie.",
            "Runs the selection; the outcome waits to be announced."
        ),
        discussion: say(
            "Z --pool i --rules działa bez przestrzeni roboczej i wypisuje decyzje; --record zapisuje protokół do powtórzenia. Losowanie: --commit PLIK bez ziarna zapisuje zobowiązanie, potem --commit PLIK --seed WARTOŚĆ losuje.",
            "With --pool and --rules it works without a workspace and prints the decisions; --record writes what repeats them. A draw: --commit FILE without a seed writes the commitment, then --commit FILE --seed VALUE draws."
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

    @OptionGroup(title: say("Losowanie", "Draw")) var draw: DrawOptions

    @Flag(help: ArgumentHelp(say("Tylko pokazuje, niczego nie zapisuje.", "Only shows, stores nothing.")))
    var dryRun = false

    @Flag(
        help: ArgumentHelp(
            say(
                "Tylko prognoza: czego jeszcze brakuje, czego nie da się spełnić, jakie są szanse.",
                "Only the forecast: what is still short, what cannot be met, what the chances are."
            )
        )
    )
    var forecast = false

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

    @Option(
        help: ArgumentHelp(
            say(
                "Plik protokołu do publikacji, skrócony według „publish” w zasadach.",
                "File of the record for publication, shortened as “publish” in the rules says."
            ),
            valueName: "file"
        )
    )
    var published: String?

    @Option(
        help: ArgumentHelp(
            say("Obraz SVG: wypełnienie zasad i szanse.", "Picture (SVG): how full the rules are, and chances."),
            valueName: "file"
        ),
        completion: .file(extensions: ["svg"])
    )
    var picture: String?

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
        if forecast { return try printForecast(workspace, event) }
        if draw.request.isCommitting {
            let report = try workspace.commit(event: event, activity: activity, draw: draw.request)
            return CommitmentView.print(report, isJSON: options.output.json)
        }
        let reports = try workspace.select(event: event, activity: activity, draw: draw.request, isDryRun: dryRun)
        for report in reports {
            let files = SelectionFiles(
                record: record,
                published: published,
                picture: picture,
                prefix: reports.count == 1 ? "" : "\(report.activity.id)-"
            )
            try files.write(
                report.record,
                mode: report.activity.selection?.publish ?? .pseudonyms,
                title: report.activity.title.text(in: Speech.language)
            )
            SelectionView.print(report, isJSON: options.output.json)
        }
        if reports.contains(where: { !$0.isDecided }) { throw ExitCode.needsPerson }
    }

    private func printForecast(_ workspace: Workspace, _ event: String) throws {
        var isMet = true
        for (activity, forecast) in try workspace.forecast(event: event, activity: activity) {
            ForecastView.print(
                forecast,
                title: activity.title.text(in: Speech.language),
                activity: activity.id,
                isJSON: options.output.json
            )
            isMet = isMet && forecast.canBeMet
        }
        if !isMet { throw ExitCode.needsPerson }
    }

    private func runFromFiles(_ pool: String, _ rules: String) throws {
        let environment = ProcessSurroundings.environment
        if forecast {
            let forecast = try FileSelection.forecast(pool: pool, rules: rules, environment: environment)
            ForecastView.print(forecast, title: rules, activity: nil, isJSON: options.output.json)
            if !forecast.canBeMet { throw ExitCode.needsPerson }
            return
        }
        if draw.request.isCommitting {
            let report = try FileSelection.commit(
                pool: pool,
                rules: rules,
                draw: draw.request,
                environment: environment
            )
            return CommitmentView.print(report, isJSON: options.output.json)
        }
        let result = try FileSelection.run(pool: pool, rules: rules, draw: draw.request, environment: environment)
        // Files first: whoever reads only the first lines of the output still has them.
        try SelectionFiles(record: record, published: published, picture: picture, prefix: "")
            .write(result.record.bytes, mode: result.publication, title: "")
        let isRehearsal = result.warnings.contains { $0.code == .rehearsal }
        for decision in result.decisions {
            Console.print(bytes: SelectionView.json(decision, activity: nil, isRehearsal: isRehearsal))
        }
        for explanation in result.unmet + result.warnings {
            Console.printError(Console.wait("! ") + explanation.text.text(in: Speech.language))
            for change in explanation.changes {
                Console.printError("    " + Console.dim(change.text.text(in: Speech.language)))
            }
        }
        if !result.isDecided { throw ExitCode.needsPerson }
    }
}

/// What is said about a draw.
struct DrawOptions: ParsableArguments {
    @Option(help: ArgumentHelp(say("Ziarno losowania.", "Seed of the draw."), valueName: "text"))
    var seed: String?

    @Option(
        help: ArgumentHelp(
            say(
                "Zobowiązanie: bez --seed zapisuje je, z --seed losuje z niego.",
                "The commitment: written without --seed, drawn from with it."
            ),
            valueName: "file"
        ),
        completion: .file(extensions: ["json"])
    )
    var commit: String?

    @Option(
        help: ArgumentHelp(
            say(
                "Skąd jest ziarno: drand-quicknet:RUNDA, dice, lot…",
                "Where the seed comes from: drand-quicknet:ROUND, dice, lot…"
            ),
            valueName: "source"
        )
    )
    var seedSource: String?

    @Option(
        help: ArgumentHelp(
            say(
                "Kiedy wartość stała się znana; wcześniejszą niż zobowiązanie odrzuca.",
                "When the value became known; one older than the commitment is refused."
            ),
            valueName: "time"
        )
    )
    var seedTime: InstantArgument?

    @Option(
        help: ArgumentHelp(
            say("Zapis z losowania: kto był, co wypadło.", "Minutes of the lot: who was there, what was thrown."),
            valueName: "text"
        )
    )
    var minutes = ""

    @Option(
        help: ArgumentHelp(
            say(
                "Z --commit: plik z dowodem dla każdej osoby, że jest w puli.",
                "With --commit: file with everybody's proof of being in the pool."
            ),
            valueName: "file"
        )
    )
    var receipts: String?

    var request: DrawRequest {
        DrawRequest(
            seed: seed,
            source: seedSource,
            knownAt: seedTime?.instant,
            minutes: minutes,
            commitment: commit,
            receipts: receipts
        )
    }
}
