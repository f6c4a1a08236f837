import ArgumentParser
import Desk
import Registry

struct AttendCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "attend",
        abstract: say("Zapisuje obecność.", "Records attendance.")
    )

    @Argument(help: ArgumentHelp(say("Kod zgłoszenia.", "Code of the registration.")))
    var code: String?

    @Option(help: ArgumentHelp(say("Spotkanie.", "Session."), valueName: "session"))
    var session: String?

    @Flag(help: ArgumentHelp(say("Nieobecność.", "Absence.")))
    var absent = false

    @Flag(help: ArgumentHelp(say("Nieobecność usprawiedliwiona.", "Excused absence.")))
    var excused = false

    @Option(
        help: ArgumentHelp(
            say("Plik CSV z kolumnami code, session, present.", "CSV file with columns code, session, present."),
            valueName: "file"
        ),
        completion: .file(extensions: ["csv"])
    )
    var csv: String?

    @OptionGroup var options: WorkspaceOptions

    func run() throws {
        let workspace = try options.open()
        let entries = try csv.map { try workspace.attendanceEntries(csv: $0) } ?? [typed()]
        try workspace.attend(entries)
        if !options.output.json {
            Console.print(
                Console.good("✓ ")
                    + say("Zapisane obecności: \(entries.count)", "Attendance recorded: \(entries.count)")
            )
        }
    }

    private func typed() throws -> AttendanceEntry {
        guard let code, let session else {
            throw ValidationError(
                say("Podaj KOD --session SPOTKANIE albo --csv PLIK.", "Give CODE --session SESSION or --csv FILE.")
            )
        }
        let presence: AttendanceRow.Presence = excused ? .excused : absent ? .absent : .present
        return AttendanceEntry(code: code, session: session, presence: presence)
    }
}
