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
        if page.count > 0 { throw ExitCode.needsPerson }
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
