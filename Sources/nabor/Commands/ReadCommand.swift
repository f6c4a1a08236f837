import ArgumentParser
import Desk

struct ReadCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "read",
        abstract: say("Pokazuje, co stoi w pliku, bez wydarzenia.", "Shows what stands in a file, without an event.")
    )

    @Argument(help: ArgumentHelp(say("Plik.", "File.")), completion: .file())
    var file: String

    @OptionGroup var output: OutputOptions

    func run() throws {
        let extraction = try FormExtraction(event: nil, environment: ProcessSurroundings.environment)
        let text = try ReadingText.lines(of: extraction.read(file), isJSON: output.json)
        Console.print(bytes: Array(text.text.utf8))
        if text.needsPerson { throw ExitCode.needsPerson }
    }
}
