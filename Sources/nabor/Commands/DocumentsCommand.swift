import ArgumentParser
import Desk
import FormModel

struct DocumentsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "documents",
        abstract: say("Pisze pisma i listy jako dokumenty Worda.", "Writes letters and lists as Word documents."),
        discussion: say(
            "Bez --status bierze osoby, dla których dany rodzaj jest przeznaczony. Pliki leżą w out/WYDARZENIE/RODZAJ.",
            "Without --status it takes the people the kind is meant for. The files lie in out/EVENT/KIND."
        )
    )

    @Argument(help: ArgumentHelp(say("Wydarzenie.", "Event.")))
    var event: String

    @Option(help: ArgumentHelp(DocumentKind.allCases.map(\.rawValue).joined(separator: ", ") + ".", valueName: "kind"))
    var kind: DocumentKind

    @Option(help: ArgumentHelp(say("Działanie.", "Activity."), valueName: "activity"))
    var activity: String?

    @Option(help: ArgumentHelp(say("Spotkanie.", "Session."), valueName: "session"))
    var session: String?

    @Option(help: ArgumentHelp(say("Stan udziału.", "State of participation."), valueName: "state"))
    var status: ParticipationState?

    @Option(help: ArgumentHelp(say("Tylko to zgłoszenie.", "Only this registration."), valueName: "code"))
    var code: String?

    @Option(
        name: .customLong("document-language"),
        help: ArgumentHelp(
            say("Język dokumentów: pl, en, uk, ru, be.", "Language of the documents: pl, en, uk, ru, be."),
            valueName: "lang"
        )
    )
    var documentLanguage: InterfaceLanguage?

    @Flag(help: ArgumentHelp(say("Także PDF (przez LibreOffice).", "As PDF, too (by LibreOffice).")))
    var pdf = false

    @Option(
        help: ArgumentHelp(say("Cel listy, do dziennika.", "Purpose of a list, for the journal."), valueName: "text")
    )
    var purpose = ""

    @Option(
        help: ArgumentHelp(
            say("Odbiorca listy, do dziennika.", "Recipient of a list, for the journal."),
            valueName: "text"
        )
    )
    var recipient = ""

    @OptionGroup var options: WorkspaceOptions

    func run() throws {
        let request = DocumentRequest(
            event: event,
            kind: kind,
            activity: activity,
            session: session,
            status: status,
            code: code,
            makesPDF: pdf,
            language: documentLanguage,
            purpose: purpose,
            recipient: recipient
        )
        let workspace = try options.open()
        let view = PaperView()
        defer { view.clear() }
        let written = try workspace.documents(request, progress: view.listener)
        view.clear()
        let unconverted = written.filter(\.lacksPDF).map(\.file)
        PaperView.printUnconverted(unconverted)
        options.output.json ? printLines(written) : printSummary(written, workspace)
        if !unconverted.isEmpty { throw ExitCode.needsPerson }
    }

    private func printLines(_ written: [WrittenDocument]) {
        for document in written {
            Console.print(
                bytes: FileJSON.line(document.file, code: document.code?.text, kind: document.kind.rawValue)
            )
        }
    }

    private func printSummary(_ written: [WrittenDocument], _ workspace: Workspace) {
        for document in written.prefix(5) { Console.print(Console.dim("  " + document.file)) }
        if written.count > 5 { Console.print(Console.dim("  …")) }
        let folder = "\(workspace.folder)/out/\(event)/\(kind.rawValue)"
        Console.print(
            Console.good("✓ ")
                + say("Dokumentów: \(written.count), w \(folder)", "Documents: \(written.count), in \(folder)")
        )
    }
}
