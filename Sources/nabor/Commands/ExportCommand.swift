import ArgumentParser
import Desk
import FormModel
import Registry

struct ExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: say("Zapisuje listę jako CSV, XLSX albo JSON.", "Writes a list as CSV, XLSX or JSON."),
        discussion: say(
            "Bez --columns lista ma wszystkie kolumny poza wrażliwymi. Cel i odbiorca trafiają do dziennika.",
            "Without --columns the list has every column but the sensitive ones. Purpose and recipient go into the journal."
        )
    )

    @Argument(help: ArgumentHelp(say("Wydarzenie.", "Event.")))
    var event: String

    @Option(help: ArgumentHelp("csv, xlsx, json.", valueName: "format"))
    var format: ExportRequest.Format = .csv

    @Option(help: ArgumentHelp(say("Klucze kolumn, po przecinku.", "Keys of columns, by commas."), valueName: "keys"))
    var columns: String?

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp(say("Plik; „-” wyjście standardowe.", "File; “-” standard output."), valueName: "file")
    )
    var output: String?

    @Option(help: ArgumentHelp(say("Tylko ten stan zgłoszenia albo udziału.", "Only this state."), valueName: "state"))
    var status: String?

    @Option(help: ArgumentHelp(say("Działanie.", "Activity."), valueName: "activity"))
    var activity: String?

    @Option(help: ArgumentHelp(say("Cel, do dziennika.", "Purpose, for the journal."), valueName: "text"))
    var purpose = ""

    @Option(help: ArgumentHelp(say("Odbiorca, do dziennika.", "Recipient, for the journal."), valueName: "text"))
    var recipient = ""

    @OptionGroup var options: WorkspaceOptions

    func run() throws {
        let workspace = try options.open()
        var query = RegistrationQuery(event: event, activity: activity, limit: Int.max)
        if let status {
            if let known = ParticipationState(rawValue: status) {
                query.participationStates = [known]
            } else if let known = RegistrationState(rawValue: status) {
                query.states = [known]
            } else {
                throw ValidationError(say("Nie ma stanu „\(status)”.", "There is no state “\(status)”."))
            }
        }
        let request = ExportRequest(
            event: event,
            format: format,
            columns: columns?.split(separator: ",").map { $0.trimmingPrefix(" ") }.map(String.init) ?? [],
            query: query,
            purpose: purpose,
            recipient: recipient,
            language: Speech.language
        )
        let path = output ?? "\(event).\(format.rawValue)"
        let count = try workspace.export(request, to: path)
        if path != "-" {
            Console.print(Console.good("✓ ") + say("\(path), wierszy: \(count)", "\(path), rows: \(count)"))
        }
    }
}
