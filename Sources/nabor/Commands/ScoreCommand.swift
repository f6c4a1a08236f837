import ArgumentParser
import Desk

struct ScoreCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "score",
        abstract: say("Zapisuje punkty oceniającego.", "Records an assessor's points.")
    )

    @Argument(help: ArgumentHelp(say("Kod i KRYTERIUM=PUNKTY…", "Code and CRITERION=POINTS…")))
    var entries: [String] = []

    @Option(help: ArgumentHelp(say("Kto ocenia.", "Who assesses."), valueName: "name"))
    var assessor: String?

    @Option(
        help: ArgumentHelp(
            say(
                "Plik CSV z kolumnami code, criterion, points, assessor.",
                "CSV file with columns code, criterion, points, assessor."
            ),
            valueName: "file"
        ),
        completion: .file(extensions: ["csv"])
    )
    var csv: String?

    @Flag(
        help: ArgumentHelp(
            say("Konflikt interesów: punkty się nie liczą.", "Conflict of interest: the points do not count.")
        )
    )
    var conflict = false

    @OptionGroup var options: WorkspaceOptions

    func run() throws {
        let workspace = try options.open()
        let scores = try csv.map { try workspace.scoreEntries(csv: $0) } ?? typed()
        try workspace.score(scores)
        if !options.output.json {
            Console.print(
                Console.good("✓ ") + say("Zapisane punkty: \(scores.count)", "Points recorded: \(scores.count)")
            )
        }
    }

    private func typed() throws -> [ScoreEntry] {
        guard let code = entries.first, entries.count > 1, let assessor else {
            throw ValidationError(
                say(
                    "Podaj KOD KRYTERIUM=PUNKTY --assessor KTO albo --csv PLIK.",
                    "Give CODE CRITERION=POINTS --assessor WHO or --csv FILE."
                )
            )
        }
        return try entries.dropFirst().map { entry in
            let assignment = try EditCommand.assignment(entry)
            return ScoreEntry(
                code: code,
                criterion: assignment.field,
                points: assignment.text,
                assessor: assessor,
                hasConflict: conflict
            )
        }
    }
}
