import ArgumentParser
import Desk
import FormModel
import Registry

struct ListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: say(
            "Pokazuje zgłoszenia w polskim porządku nazwisk.",
            "Shows registrations in Polish order of names."
        )
    )

    @Argument(help: ArgumentHelp(say("Wydarzenie; bez niego wszystkie.", "Event; all when left out.")))
    var event: String?

    @Option(help: ArgumentHelp(say("Najwyżej tyle wierszy.", "At most so many rows."), valueName: "n"))
    var limit = 50

    @Option(help: ArgumentHelp(say("Pomija tyle wierszy.", "Skips so many rows."), valueName: "n"))
    var offset = 0

    @Option(
        help: ArgumentHelp(
            say(
                "Stan zgłoszenia albo udziału: submitted, needsReview, incomplete, confirmed, waitlisted…",
                "State of registration or participation: submitted, needsReview, incomplete, confirmed, waitlisted…"
            ),
            valueName: "state"
        )
    )
    var state: [String] = []

    @Option(help: ArgumentHelp(say("Działanie.", "Activity."), valueName: "activity"))
    var activity: String?

    @Option(help: ArgumentHelp(say("Kanał.", "Channel."), valueName: "channel"))
    var channel: Channel?

    @Option(
        help: ArgumentHelp(
            say("Szuka w nazwisku, kodzie, adresie, telefonie.", "Searches name, code, address, phone."),
            valueName: "text"
        )
    )
    var search: String?

    @OptionGroup var options: WorkspaceOptions

    func run() throws {
        let workspace = try options.open()
        let page = try workspace.list(try query())
        // Nothing found may mean that there is no such event; an event with registrations needs no file to be listed.
        if page.total == 0, let event { _ = try workspace.event(event) }
        if options.output.json {
            for summary in page.summaries { Console.print(bytes: RegistrationJSON.line(summary)) }
        } else {
            ListView.print(page, offset: offset, showsEvent: event == nil, zones: zones(of: page, in: workspace))
        }
    }

    /// The time zone of each event on the page; the workspace's own for an event whose file cannot be read.
    private func zones(of page: RegistrationPage, in workspace: Workspace) -> [String: String] {
        let events = Set(page.summaries.map(\.row.event))
        return Dictionary(
            uniqueKeysWithValues: events.map { event in
                (event, (try? workspace.event(event))?.definition.timeZone ?? workspace.settings.timeZone)
            }
        )
    }

    private func query() throws -> RegistrationQuery {
        var query = RegistrationQuery(
            event: event,
            channel: channel,
            activity: activity,
            searchText: search,
            limit: max(0, limit),
            offset: max(0, offset)
        )
        for name in state {
            // `withdrawn` and `cancelled` exist for both; with an activity the participation is meant.
            if activity != nil, let known = ParticipationState(rawValue: name) {
                query.participationStates.append(known)
            } else if let known = RegistrationState(rawValue: name) {
                query.states.append(known)
            } else if let known = ParticipationState(rawValue: name) {
                query.participationStates.append(known)
            } else {
                let all = RegistrationState.allCases.map(\.rawValue) + ParticipationState.allCases.map(\.rawValue)
                throw ValidationError(
                    say("Nie ma stanu „\(name)”. Są: ", "There is no state “\(name)”. There are: ")
                        + all.joined(separator: ", ")
                )
            }
        }
        return query
    }
}
