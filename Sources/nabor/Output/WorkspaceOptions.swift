import ArgumentParser
import Desk
import FormModel
import Foundation

/// The workspace a command works in, and how it speaks.
struct WorkspaceOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            say("Folder przestrzeni roboczej.", "Folder of the workspace."),
            valueName: say("folder", "folder")
        )
    )
    var workspace: String?

    @OptionGroup var output: OutputOptions

    func open() throws -> Workspace {
        let folder = try Workspace.find(named: workspace, from: FileManager.default.currentDirectoryPath)
        return try Workspace(folder: folder, environment: ProcessSurroundings.environment)
    }
}

/// How a command speaks.
struct OutputOptions: ParsableArguments {
    @Flag(help: ArgumentHelp(say("Jeden obiekt JSON w wierszu.", "One JSON object a line.")))
    var json = false

    @Option(
        help: ArgumentHelp(
            say("Język komunikatów: pl albo en.", "Language of messages: pl or en."),
            valueName: "pl|en"
        )
    )
    var language: String?
}

/// The world around this process.
enum ProcessSurroundings {
    static let environment = DeskEnvironment.ofProcess(ProcessInfo.processInfo.environment)
}

extension ExitCode {
    /// Done, but at least one item needs a person.
    static let needsPerson = ExitCode(2)
}
