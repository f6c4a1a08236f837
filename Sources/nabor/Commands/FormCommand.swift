import ArgumentParser
import Desk
import FormModel
import Foundation

struct FormCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "form",
        abstract: say(
            "Pisze pusty formularz: PDF do druku i wypełniania albo plik Worda z polami.",
            "Writes a blank form: a PDF to print or fill in, or a Word file with fields."
        ),
        discussion: say(
            """
            PDF ma znaczniki w rogach i kod na każdej stronie, dzięki którym skan wraca do właściwych pól. \
            Mapa formularza zostaje w folderze forms/ przestrzeni roboczej.
            """,
            """
            The PDF has marks in its corners and a code on every page, by which a scan finds its fields again. \
            The map of the form stays in the folder forms/ of the workspace.
            """
        )
    )

    @OptionGroup var choice: BlankOptions

    @Option(help: ArgumentHelp(say("pdf albo docx.", "pdf or docx."), valueName: "pdf|docx"))
    var format: FormPrinting.Format = .pdf

    @Option(name: .shortAndLong, help: ArgumentHelp(say("Plik wynikowy.", "File to write."), valueName: "file"))
    var output: String

    func run() throws {
        let (event, workspace) = try choice.load()
        let language = try choice.language(of: event)
        let blank: FormPrinting.Blank
        if let workspace {
            blank = try workspace.blankForm(event, form: choice.form, language: language, format: format)
        } else {
            let printing = FormPrinting(event: event)
            blank = try printing.make(form: try printing.form(choice.form), language: language, format: format)
        }
        for line in FormChoiceText.lines(choice, event.definition, language) { Console.printError(line) }
        try FormMapDrafting.write(blank.bytes, to: output)
        report(blank, event, language)
    }

    private func report(_ blank: FormPrinting.Blank, _ event: LoadedEvent, _ language: InterfaceLanguage) {
        guard !choice.json else {
            var json = JSONText()
            json.object { json in
                json.member("event", event.definition.slug)
                json.member("form", blank.form)
                json.member("language", language.rawValue)
                json.member("version", blank.version)
                json.member("pages", blank.pageCount)
                json.member("file", output)
            }
            return Console.print(bytes: json.bytes + [0x0A])
        }
        let pages = blank.pageCount.map { say(", stron: \($0)", ", pages: \($0)") } ?? ""
        Console.print(
            Console.good("✓ ")
                + say("Formularz zapisany: \(output)", "Form written: \(output)")
                + Console.dim(" (\(blank.version)\(pages))")
        )
    }
}

/// Which blank form is meant. `--language` is the form's language here, not that of the messages.
struct BlankOptions: ParsableArguments {
    @Argument(help: ArgumentHelp(say("Wydarzenie: skrót albo plik YAML.", "Event: slug or YAML file.")))
    var event: String

    @Option(
        help: ArgumentHelp(
            say("Formularz, gdy wydarzenie ma ich kilka.", "The form, where the event has several."),
            valueName: "id"
        )
    )
    var form: String?

    @Option(
        help: ArgumentHelp(
            say("Język formularza: pl, uk, ru, en albo be.", "Language of the form: pl, uk, ru, en or be."),
            valueName: "language"
        )
    )
    var language: InterfaceLanguage?

    @Option(
        help: ArgumentHelp(
            say("Folder przestrzeni roboczej.", "Folder of the workspace."),
            valueName: say("folder", "folder")
        )
    )
    var workspace: String?

    @Flag(help: ArgumentHelp(say("Jeden obiekt JSON w wierszu.", "One JSON object a line.")))
    var json = false

    /// The event with its workspace; an event file named by its path needs none, but uses one that is named.
    func load() throws -> (LoadedEvent, Workspace?) {
        let isPath = event.hasSuffix(".yaml") || event.hasSuffix(".yml")
        if isPath, workspace == nil { return (try EventLoading.load(event), nil) }
        let folder = try Workspace.find(named: workspace, from: FileManager.default.currentDirectoryPath)
        let workspace = try Workspace(folder: folder, environment: ProcessSurroundings.environment)
        return (try workspace.event(event), workspace)
    }

    /// The language asked for, else the event's main one.
    func language(of event: LoadedEvent) throws -> InterfaceLanguage {
        language ?? event.definition.languages.first ?? .polish
    }
}
