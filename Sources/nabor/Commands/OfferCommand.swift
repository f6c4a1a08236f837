import ArgumentParser
import Desk

struct OfferCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "offer",
        abstract: say("Zapisuje odpowiedź na propozycję miejsca.", "Records the answer to an offered place."),
        subcommands: [Accept.self, Decline.self]
    )

    struct Accept: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: say("Osoba przyjmuje miejsce.", "The person takes the place.")
        )
        @Argument(help: ArgumentHelp(say("Kod zgłoszenia.", "Code of the registration.")))
        var code: String
        @Option(help: ArgumentHelp(say("Działanie.", "Activity."), valueName: "activity"))
        var activity: String?
        @OptionGroup var options: WorkspaceOptions

        func run() throws {
            let workspace = try options.open()
            _ = try workspace.answerOffer(code, activity: activity, accepts: true)
            try RegistrationView.printShort(workspace, code, isJSON: options.output.json)
        }
    }

    struct Decline: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: say(
                "Osoba rezygnuje z miejsca; dostaje je następna.",
                "The person declines; the next one gets the place."
            )
        )
        @Argument(help: ArgumentHelp(say("Kod zgłoszenia.", "Code of the registration.")))
        var code: String
        @Option(help: ArgumentHelp(say("Działanie.", "Activity."), valueName: "activity"))
        var activity: String?
        @OptionGroup var options: WorkspaceOptions

        func run() throws {
            let workspace = try options.open()
            let promotions = try workspace.answerOffer(code, activity: activity, accepts: false)
            try RegistrationView.printShort(workspace, code, isJSON: options.output.json)
            PromotionView.print(promotions, isJSON: options.output.json)
        }
    }
}
