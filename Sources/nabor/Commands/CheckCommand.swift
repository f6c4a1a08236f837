import ArgumentParser
import Desk
import FieldKinds
import FormModel

struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: say(
            "Sprawdza pliki wydarzeń, zasady i szablony; podaje każdy błąd z miejscem.",
            "Checks event files, rules and templates; every fault with its place."
        )
    )

    @Argument(help: ArgumentHelp(say("Pliki .yaml i .docx.", "Files: .yaml and .docx.")), completion: .file())
    var files: [String]

    @Option(
        help: ArgumentHelp(
            say("Wydarzenie, do którego należy szablon.", "Event a template belongs to."),
            valueName: "event"
        )
    )
    var event: String?

    @Option(
        help: ArgumentHelp(
            say(
                "Rodzaj dokumentu, do którego służy szablon; zwykle wynika z wydarzenia albo nazwy pliku.",
                "Kind of document a template is for; usually told by the event or the file's name."
            ),
            valueName: "kind"
        )
    )
    var kind: DocumentKind?

    @OptionGroup var options: WorkspaceOptions

    func run() throws {
        var errorCount = 0
        let loaded = try event.map(load)
        for file in files {
            let report = try FileCheck.check(file, event: loaded, kind: kind)
            errorCount += report.faults.count { $0.severity == .error }
            if options.output.json { printJSON(report) } else { printText(report) }
        }
        if errorCount > 0 { throw ExitCode(1) }
    }

    private func load(_ event: String) throws -> LoadedEvent {
        if event.hasSuffix(".yaml") || event.hasSuffix(".yml") { return try EventLoading.load(event) }
        return try options.open().event(event)
    }

    private func printText(_ report: FileCheck.Report) {
        TemplateView.print(report.uses)
        FaultList.print(report.faults, file: report.file)
        let errors = report.faults.count { $0.severity == .error }
        let warnings = report.faults.count - errors
        if errors == 0 {
            let note = warnings == 0 ? "" : say(" (uwag: \(warnings))", " (warnings: \(warnings))")
            Console.print(Console.good("✓ ") + "\(report.file): \(report.summary.text(in: Speech.language))\(note)")
        } else {
            Console.print(
                Console.stop("× ") + "\(report.file): "
                    + say("błędów: \(errors), uwag: \(warnings)", "errors: \(errors), warnings: \(warnings)")
            )
        }
    }

    private func printJSON(_ report: FileCheck.Report) {
        for use in report.uses { Console.print(bytes: TemplateView.line(use, file: report.file)) }
        for fault in report.faults {
            var json = JSONText()
            json.object { json in
                json.member("file", report.file)
                json.member("code", fault.code)
                json.member("severity", fault.severity.rawValue)
                json.member("line", fault.place.line)
                json.member("column", fault.place.column)
                json.member("path", fault.place.path)
                json.member("message", fault.message.text(in: Speech.language))
                json.member("suggestion", fault.suggestion)
            }
            Console.print(bytes: json.bytes + [0x0A])
        }
    }
}
