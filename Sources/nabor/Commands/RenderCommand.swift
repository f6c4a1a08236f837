import ArgumentParser
import Desk

struct RenderCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "render",
        abstract: say(
            "Wypełnia szablon Worda danymi; sam silnik, bez przestrzeni roboczej.",
            "Fills a Word template with data; the engine alone, without a workspace."
        )
    )

    @Argument(help: ArgumentHelp(say("Szablon .docx.", "Template, .docx.")), completion: .file(extensions: ["docx"]))
    var template: String

    @Option(
        help: ArgumentHelp(
            say("Dane: .json (obiekt albo tablica) lub .jsonl.", "Data: .json (object or array) or .jsonl."),
            valueName: "file"
        )
    )
    var data: String

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp(
            say("Plik .docx, .zip albo folder.", "A .docx or .zip file, or a folder."),
            valueName: "path"
        )
    )
    var output: String

    @Flag(help: ArgumentHelp(say("Jeden dokument z sekcją na każdy rekord.", "One document with a section a record.")))
    var book = false

    @Flag(help: ArgumentHelp(say("Także PDF (przez LibreOffice).", "As PDF, too (by LibreOffice).")))
    var pdf = false

    @Option(
        help: ArgumentHelp(
            say(
                "Wzór nazw plików, na przykład {number}-{person.name}.",
                "Pattern of file names, such as {number}-{person.name}."
            ),
            valueName: "pattern"
        )
    )
    var name: String?

    @Option(
        help: ArgumentHelp(
            say("Brakujące wartości: error, empty, keep, mark.", "Missing values: error, empty, keep, mark."),
            valueName: "policy"
        )
    )
    var undefined: TemplateRendering.Undefined = .error

    @Flag(
        help: ArgumentHelp(
            say("Drukuje i traktuje braki jak docxtpl.", "Prints and treats undefined values as docxtpl does.")
        )
    )
    var compat = false

    @OptionGroup var options: OutputOptions

    func run() throws {
        let rendering = TemplateRendering(
            undefined: undefined,
            isCompatible: compat,
            makesBook: book,
            makesPDF: pdf,
            namePattern: name
        )
        let view = PaperView()
        defer { view.clear() }
        let report = try rendering.render(template: template, data: data, output: output, progress: view.listener)
        view.clear()
        for warning in report.warnings { Console.printError(Console.wait("! ") + Console.safe(warning)) }
        PaperView.printUnconverted(report.unconverted)
        if options.json {
            for file in report.files { Console.print(bytes: FileJSON.line(file)) }
        } else {
            let names = report.files.joined(separator: ", ")
            let text =
                report.files.count <= 2
                ? say("Zapisano: \(names)", "Written: \(names)")
                : say(
                    "Zapisane pliki: \(report.files.count) w \(output)",
                    "Files written: \(report.files.count) in \(output)"
                )
            Console.print(Console.good("✓ ") + text)
        }
        if !report.unconverted.isEmpty { throw ExitCode.needsPerson }
    }
}
