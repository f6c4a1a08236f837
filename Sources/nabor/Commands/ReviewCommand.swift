import ArgumentParser
import Desk
import FormModel

struct ReviewCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "review",
        abstract: say(
            "Pokazuje, co czeka na człowieka, najbardziej wątpliwe najpierw.",
            "Shows what waits for a person, the most doubtful first."
        )
    )

    @Argument(help: ArgumentHelp(say("Wydarzenie; bez niego wszystkie.", "Event; all when left out.")))
    var event: String?

    @Option(help: ArgumentHelp(say("Najwyżej tyle pozycji.", "At most so many items."), valueName: "n"))
    var limit = 50

    @Option(
        help: ArgumentHelp(
            say(
                "Przypisuje plik do wydarzenia i czyta go ponownie: NUMER=WYDARZENIE.",
                "Gives a file to an event and reads it again: NUMBER=EVENT."
            ),
            valueName: "number=event"
        )
    )
    var assign: [String] = []

    @Option(
        help: ArgumentHelp(
            say(
                "Plik nie jest zgłoszeniem: zdejmuje go z listy.",
                "The file is no registration: takes it off the list."
            ),
            valueName: "number"
        )
    )
    var dismiss: [Int64] = []

    @Option(
        help: ArgumentHelp(
            say(
                "Cztery rogi strony formularza na obrazie, w procentach szerokości i wysokości, zgodnie z ruchem wskazówek od lewego górnego: NUMER:KARTKA=x,y,x,y,x,y,x,y; KARTKA/STRONA, gdy nie ma na niej kodu.",
                "The four corners of the form's page in a picture, in per cent of width and height, clockwise from the top left: NUMBER:SHEET=x,y,x,y,x,y,x,y; SHEET/PAGE where it has no code."
            ),
            valueName: "number:sheet=x,y…"
        )
    )
    var corners: [String] = []

    @Option(
        help: ArgumentHelp(
            say(
                "Wersja wydruku dla kartek bez kodu, z nabor form-map.",
                "Version of the print for sheets without a code, from nabor form-map."
            ),
            valueName: "version"
        )
    )
    var map: String?

    @Option(
        help: ArgumentHelp(
            say(
                "Mówi, które kartki należą do siebie: NUMER=1+2,3+4.",
                "Says which sheets belong together: NUMBER=1+2,3+4."
            ),
            valueName: "number=sheets"
        )
    )
    var split: [String] = []

    @Option(
        help: ArgumentHelp(
            say(
                "Dołącza strony, które przyszły osobno, do zgłoszenia: NUMER=KOD.",
                "Adds pages that came apart to a registration: NUMBER=CODE."
            ),
            valueName: "number=code"
        )
    )
    var join: [String] = []

    @Option(help: ArgumentHelp(say("Powód, do dziennika.", "Reason, for the journal."), valueName: "text"))
    var reason = ""

    @Option(
        help: ArgumentHelp(
            say(
                "Zapisuje w folderze stronę do przejrzenia: wycinki, propozycje, polecenia.",
                "Writes a page for checking into a folder: crops, suggestions, commands."
            ),
            valueName: "folder"
        )
    )
    var html: String?

    @OptionGroup var options: WorkspaceOptions

    func run() throws {
        let workspace = try options.open()
        try settleSheets(workspace)
        for typed in assign { try assign(typed, workspace) }
        for number in dismiss { try workspace.dismissSource(number, reason: reason) }
        if let html { return try writePage(workspace, html) }
        let queue = try workspace.review(event: event, limit: limit)
        if options.output.json { ReviewView.printJSON(queue) } else { ReviewView.print(queue, workspace: workspace) }
        if !queue.sources.isEmpty || !queue.registrations.isEmpty { throw ExitCode.needsPerson }
    }

    private func writePage(_ workspace: Workspace, _ folder: String) throws {
        let page = try workspace.writeReviewPage(event: event, limit: limit, to: folder, language: Speech.language)
        if options.output.json {
            var json = JSONText()
            json.object { json in
                json.member("file", page.path)
                json.member("registrations", page.count)
                json.member("sheets", page.sheetCount > 0 ? page.sheetCount : nil)
            }
            Console.print(bytes: json.bytes + [0x0A])
        } else {
            Console.print(
                Console.good("✓ ")
                    + say(
                        "Strona do sprawdzenia (zgłoszeń: \(page.count)): \(page.path)",
                        "Page for checking (registrations: \(page.count)): \(page.path)"
                    )
            )
            Console.print(
                "  "
                    + Console.dim(
                        say(
                            "Zawiera dane osobowe: po pracy usuń folder.",
                            "It holds personal data: remove the folder when done."
                        )
                    )
            )
        }
        if page.count + page.sheetCount > 0 { throw ExitCode.needsPerson }
    }

    /// What a person says about sheets of paper, before anything is listed.
    private func settleSheets(_ workspace: Workspace) throws {
        for (source, sheets) in try SheetArguments.corners(corners) {
            show(try workspace.markCorners(sheets, source: source, version: map))
        }
        for typed in split {
            let (source, groups) = try SheetArguments.groups(typed)
            show(try workspace.groupSheets(groups, source: source))
        }
        for typed in join {
            let (source, code) = try SheetArguments.pair(typed)
            show([try workspace.joinPages(source: source, to: code)])
        }
    }

    private func show(_ outcomes: [IntakeOutcome]) {
        for outcome in outcomes {
            if options.output.json {
                Console.print(bytes: IntakeView.json(outcome))
            } else {
                Console.print(IntakeView.line(outcome))
            }
        }
    }

    private func assign(_ typed: String, _ workspace: Workspace) throws {
        let parts = typed.split(separator: "=", maxSplits: 1)
        guard parts.count == 2, let number = Int64(parts[0]) else {
            throw ValidationError(
                say("„\(typed)” nie ma postaci NUMER=WYDARZENIE.", "“\(typed)” is not of the form NUMBER=EVENT.")
            )
        }
        let outcomes = try workspace.assignSource(number, to: String(parts[1]))
        for outcome in outcomes where !options.output.json { Console.print(IntakeView.line(outcome)) }
    }
}
