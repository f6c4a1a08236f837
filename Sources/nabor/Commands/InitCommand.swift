import ArgumentParser
import Desk

struct InitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: say("Zakłada nową przestrzeń roboczą.", "Makes a new workspace.")
    )

    @Argument(help: ArgumentHelp(say("Folder, który powstanie.", "Folder to be made.")))
    var folder: String

    @OptionGroup var output: OutputOptions

    func run() throws {
        let files = try WorkspaceSetup.make(folder, environment: ProcessSurroundings.environment)
        for file in files { Console.print(Console.dim("  " + file)) }
        Console.print(
            say(
                "Gotowe. Uzupełnij \(folder)/nabor.yaml i \(folder)/events/przyklad.yaml, potem: nabor check \(folder)/events/*.yaml",
                "Done. Fill in \(folder)/nabor.yaml and \(folder)/events/przyklad.yaml, then: nabor check \(folder)/events/*.yaml"
            )
        )
    }
}
