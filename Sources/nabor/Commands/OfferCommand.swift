import ArgumentParser
import Desk

struct OfferCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "offer",
        abstract: say("Zapisuje odpowiedź na propozycję miejsca.", "Records the answer to an offered place."),
        subcommands: [Accept.self, Decline.self, Expire.self]
    )

    /// Whose offer is answered.
    struct Answer: ParsableArguments {
        @Argument(help: ArgumentHelp(say("Kod zgłoszenia.", "Code of the registration.")))
        var code: String
        @Option(help: ArgumentHelp(say("Działanie.", "Activity."), valueName: "activity"))
        var activity: String?
        @OptionGroup var options: WorkspaceOptions

        /// Places that became free are passed on, and said.
        func record(accepts: Bool) throws {
            let workspace = try options.open()
            let promotions = try workspace.answerOffer(code, activity: activity, accepts: accepts)
            try RegistrationView.printShort(workspace, code, isJSON: options.output.json)
            PromotionView.print(promotions, isJSON: options.output.json)
        }
    }

    struct Accept: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: say("Osoba przyjmuje miejsce.", "The person takes the place.")
        )
        @OptionGroup var answer: Answer

        func run() throws { try answer.record(accepts: true) }
    }

    struct Decline: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: say(
                "Osoba rezygnuje z miejsca; dostaje je następna.",
                "The person declines; the next one gets the place."
            )
        )
        @OptionGroup var answer: Answer

        func run() throws { try answer.record(accepts: false) }
    }

    struct Expire: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: say(
                "Zamyka propozycje, których termin minął; miejsca dostają następne osoby.",
                "Closes offers whose time is over; the next people get the places."
            )
        )
        @Argument(help: ArgumentHelp(say("Wydarzenie.", "Event.")))
        var event: String
        @OptionGroup var options: WorkspaceOptions

        func run() throws {
            let reports = try options.open().expireOffers(event: event)
            PromotionView.print(reports, isJSON: options.output.json)
            if reports.isEmpty, !options.output.json {
                Console.print(say("Żaden termin nie minął.", "No offer's time is over."))
            }
        }
    }
}
