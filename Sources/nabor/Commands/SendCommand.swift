import ArgumentParser
import Desk

struct SendCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "send",
        abstract: say("Zapisuje skrzynkę nadawczą jako pliki .eml.", "Writes the outbox as .eml files.")
    )

    @Option(help: ArgumentHelp(say("Folder na wiadomości.", "Folder for the messages."), valueName: "folder"))
    var to: String

    @OptionGroup var options: WorkspaceOptions

    func run() throws {
        let report = try options.open().send(to: to)
        if options.output.json {
            for name in report.written { Console.print(bytes: FileJSON.line(name, folder: to)) }
        } else {
            Console.print(
                Console.good("✓ ")
                    + say(
                        "Zapisane wiadomości: \(report.written.count) w \(to)",
                        "Messages written: \(report.written.count) in \(to)"
                    )
            )
        }
        for (_, reason) in report.refused { Failure.report(reason) }
        if !report.refused.isEmpty { throw ExitCode.needsPerson }
    }
}
