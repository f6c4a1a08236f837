import ArgumentParser
import Desk
import FormModel

struct ExtractCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "extract",
        abstract: say(
            "Wyciąga odpowiedzi z formularzy, bez przestrzeni roboczej.",
            "Takes the answers out of forms, without a workspace."
        )
    )

    @Argument(help: ArgumentHelp(say("Pliki z formularzami.", "Files with forms.")), completion: .file())
    var files: [String]

    @Option(
        help: ArgumentHelp(
            say("Wydarzenie: skrót albo plik YAML.", "Event: slug or YAML file."),
            valueName: "event"
        )
    )
    var event: String

    @OptionGroup var options: WorkspaceOptions

    func run() throws {
        let isPath = event.hasSuffix(".yaml") || event.hasSuffix(".yml")
        let loaded = isPath ? try EventLoading.load(event) : try options.open().event(event)
        let extraction = try FormExtraction(event: loaded, environment: ProcessSurroundings.environment)
        var needsPerson = false
        var failure: DeskError?
        for file in files {
            do throws(DeskError) {
                try extraction.extract(file) { form in
                    needsPerson = needsPerson || form.checked.needsPerson
                    print(form, loaded)
                }
            } catch {
                Failure.report(error)
                failure = error
            }
        }
        if failure != nil { throw ExitCode(1) }
        if needsPerson { throw ExitCode.needsPerson }
    }

    private func print(_ form: ExtractedForm, _ event: LoadedEvent) {
        let definition = form.checked.form.flatMap { event.definition.form($0) }
        if options.output.json {
            Console.print(bytes: ExtractionJSON.line(form, definition: definition))
        } else {
            ExtractionView.print(form, definition: definition)
        }
    }
}
