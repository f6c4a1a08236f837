import FormModel
import ArgumentParser
import Desk
import FieldKinds

struct AnnounceCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "announce",
        abstract: say(
            "Ogłasza rozstrzygnięcie; pisma trafiają do skrzynki nadawczej.",
            "Announces a run; letters go to the outbox."
        )
    )

    @Argument(help: ArgumentHelp(say("Wydarzenie.", "Event.")))
    var event: String

    @Option(
        help: ArgumentHelp(
            say("Działanie; bez niego wszystkie.", "Activity; all when left out."),
            valueName: "activity"
        )
    )
    var activity: String?

    @OptionGroup var options: WorkspaceOptions

    func run() throws {
        for report in try options.open().announce(event: event, activity: activity) {
            if options.output.json {
                var json = JSONText()
                json.object { json in
                    json.member("activity", report.activity)
                    json.member("offered", report.offered)
                    json.member("confirmed", report.confirmed)
                    json.member("waitlisted", report.waitlisted)
                    json.member("rejected", report.rejected)
                    json.member("messages", report.messages)
                }
                Console.print(bytes: json.bytes + [0x0A])
            } else {
                SelectionView.print(report)
            }
        }
    }
}
