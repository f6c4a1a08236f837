import ArgumentParser
import Desk

struct IndicatorsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "indicators",
        abstract: say("Zlicza wskaźniki każdego projektu.", "Counts the indicators of each project.")
    )

    @Argument(help: ArgumentHelp(say("Wydarzenie.", "Event.")))
    var event: String

    @Option(name: .shortAndLong, help: ArgumentHelp(say("Plik CSV albo XLSX.", "CSV or XLSX file."), valueName: "file"))
    var output: String?

    @OptionGroup var options: WorkspaceOptions

    func run() throws {
        let workspace = try options.open()
        if let output { return try workspace.exportIndicators(event: event, to: output, language: Speech.language) }
        IndicatorView.print(try workspace.indicators(event: event), isJSON: options.output.json)
    }
}
