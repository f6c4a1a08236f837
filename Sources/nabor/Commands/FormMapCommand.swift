import ArgumentParser
import Desk
import FormModel
import Foundation

struct FormMapCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "form-map",
        abstract: say(
            "Rysuje mapę pustego formularza: gdzie leżą pola, kratki i podpis.",
            "Draws the map of a blank form: where its fields, check boxes and signature lie."
        ),
        discussion: say(
            """
            Obok rysunku powstaje mały plik JSON; poprawiony ręcznie, obowiązuje przy czytaniu skanów. \
            Bez --blank chodzi o własny formularz Naboru.
            """,
            """
            Beside the drawing there is a small JSON file; corrected by hand, it holds for reading scans. \
            Without --blank it is Nabór's own form.
            """
        )
    )

    @OptionGroup var choice: BlankOptions

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp(say("Rysunek SVG.", "The drawing, SVG."), valueName: "file.svg")
    )
    var output: String?

    @Option(
        help: ArgumentHelp(
            say("Pusty formularz organizatora: DOCX, ODT albo PDF.", "The organiser's own blank: DOCX, ODT or PDF."),
            valueName: "file"
        )
    )
    var blank: String?

    func run() throws {
        let (event, workspace) = try choice.load()
        let language = try choice.language(of: event)
        let drawing =
            output ?? "\(event.definition.slug)-\(choice.form ?? event.definition.forms[0].id)-\(language.rawValue).svg"
        let drawn: DrawnMap
        let beside = ((drawing as NSString).deletingPathExtension) + ".json"
        if let blank {
            let mapping = BlankMapping(
                event: event,
                form: choice.form,
                language: language,
                environment: ProcessSurroundings.environment
            )
            drawn = try mapping.drawn(blank, workspace: workspace, mapPath: beside)
        } else if let workspace {
            drawn = try workspace.ownMap(event, form: choice.form, language: language)
        } else {
            drawn = try FormMapDrafting.own(
                event,
                form: choice.form,
                language: language,
                mapPath: beside
            )
        }
        try FormMapDrafting.write(drawn.svg, to: drawing)
        report(drawn, drawing)
        if !drawn.missing.isEmpty || !drawn.unknown.isEmpty { throw ExitCode.needsPerson }
    }

    private func report(_ drawn: DrawnMap, _ drawing: String) {
        guard !choice.json else {
            var json = JSONText()
            json.object { json in
                json.member("event", drawn.map.event)
                json.member("form", drawn.map.form)
                json.member("language", drawn.map.language.rawValue)
                json.member("version", drawn.map.version)
                json.member("pages", drawn.map.pages.count)
                json.member("fields", drawn.map.fields.count)
                json.member("missing", drawn.missing)
                if !drawn.unknown.isEmpty { json.member("unknown", drawn.unknown) }
                json.member("map", drawn.mapPath)
                json.member("file", drawing)
            }
            return Console.print(bytes: json.bytes + [0x0A])
        }
        Console.print(
            Console.good("✓ ")
                + say(
                    "Pól: \(drawn.map.fields.count), stron: \(drawn.map.pages.count). Rysunek: \(drawing)",
                    "Fields: \(drawn.map.fields.count), pages: \(drawn.map.pages.count). Drawing: \(drawing)"
                )
        )
        Console.print("  " + Console.dim(say("Mapa do poprawek: ", "Map to correct: ") + drawn.mapPath))
        if !drawn.unknown.isEmpty {
            Console.print(
                Console.wait("! ")
                    + say(
                        "Mapa zna pola lub opcje, których formularz nie ma (literówka?): \(drawn.unknown.joined(separator: ", "))",
                        "The map names fields or options that the form does not have (a slip?): \(drawn.unknown.joined(separator: ", "))"
                    )
            )
        }
        if !drawn.missing.isEmpty {
            Console.print(
                Console.wait("! ")
                    + say(
                        "Bez miejsca na formularzu: \(drawn.missing.joined(separator: ", "))",
                        "Without a place on the form: \(drawn.missing.joined(separator: ", "))"
                    )
            )
        }
    }
}
