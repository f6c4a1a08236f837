import ArgumentParser
import Desk
import Foundation

/// The command line: arguments in, one use case called, text or JSON out.
@main
struct Nabor: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "nabor",
        abstract: say(
            "Przyjmuje zgłoszenia, wybiera uczestników, pisze pisma i listy.",
            "Takes in registration forms, selects participants, writes letters and lists."
        ),
        discussion: say(
            """
            Najpierw spróbuj: nabor demo. Kody wyjścia: 0 zrobione; 2 zrobione, ale coś czeka na człowieka; \
            1 nie udało się wykonać polecenia; 64 błędne wywołanie.
            """,
            """
            Try it first: nabor demo. Exit codes: 0 done; 2 done, but something needs a person; \
            1 the command could not be carried out; 64 wrong usage.
            """
        ),
        version: ProductVersion.text,
        groupedSubcommands: [
            CommandGroup(
                name: say("Na początek", "Getting started"),
                subcommands: [
                    DemoCommand.self, InitCommand.self, CheckCommand.self, FormCommand.self, FormMapCommand.self,
                ]
            ),
            CommandGroup(
                name: say("Zgłoszenia", "Registrations"),
                subcommands: [
                    ReadCommand.self, ExtractCommand.self, IntakeCommand.self, EnterCommand.self, ListCommand.self,
                    ShowCommand.self, EditCommand.self, ReviewCommand.self, MergeCommand.self, SeparateCommand.self,
                ]
            ),
            CommandGroup(name: say("Sieć", "Web"), subcommands: [ServeCommand.self]),
            CommandGroup(
                name: say("Wybór", "Selection"),
                subcommands: [
                    ScoreCommand.self, SelectCommand.self, VerifyCommand.self, ChooseCommand.self,
                    AnnounceCommand.self, OfferCommand.self, WithdrawCommand.self,
                ]
            ),
            CommandGroup(
                name: say("Udział", "Participation"),
                subcommands: [AttendCommand.self, PayCommand.self]
            ),
            CommandGroup(
                name: say("Pisma i listy", "Letters and lists"),
                subcommands: [
                    DocumentsCommand.self, RenderCommand.self, ExportCommand.self, IndicatorsCommand.self,
                    SendCommand.self, JournalCommand.self,
                ]
            ),
        ]
    )

    static func main() {
        do {
            var command = try parseAsRoot()
            try command.run()
        } catch let error as DeskError {
            Failure.report(error)
            Foundation.exit(1)
        } catch {
            UsageText.exit(with: error)
        }
    }
}
