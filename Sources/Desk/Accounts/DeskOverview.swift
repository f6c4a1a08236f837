public import FormModel
import Registry

/// What the staff sees first: how each call stands and what waits for whom.
public struct DeskOverview: Sendable {
    public struct Call: Sendable {
        public var event: EventDefinition
        public var states: [RegistrationState: Int]
        public var channels: [Channel: Int]
        /// Registrations by day of receipt in the event's time zone, oldest first; days without any are absent.
        public var days: [(day: CalendarDate, count: Int)]
        /// Places of the activities that have a limit.
        public var seats: [(activity: Activity, seats: Int, taken: Int)]
        /// What the rules speak of, with applications and places of each.
        public var categories: [Category]

        public var total: Int { states.values.reduce(0, +) }
    }

    /// One row of a quota: how many applied, how many hold a place, what the rules want.
    public struct Category: Hashable, Sendable {
        public var activity: Activity
        /// As in the record of a selection: `country:PL`.
        public var rule: String
        public var minimum: Int?
        public var maximum: Int?
        public var applications: Int
        public var placed: Int
    }

    public var calls: [Call]
    /// Sources that nobody has assigned or read to the end.
    public var waitingSources: Int
    /// Mails in the outbox.
    public var hasWaitingMail: Bool
}

extension WebIntake {
    /// How every call stands now, those with the newest registrations first.
    public func overview() throws(DeskError) -> DeskOverview {
        let events = try catalogue.current().events
        let categories = try events.map { event throws(DeskError) in try self.categories.categories(of: event) }
        return try DeskError.attempt {
            try workspace.registry.read { reader in
                let calls = try zip(events, categories).map { event, categories -> DeskOverview.Call in
                    let slug = event.definition.slug
                    let counts = try reader.receiptCounts(event: slug, timeZone: event.definition.timeZone)
                    let seats = try reader.seatCounts(event: slug).filter { $0.group == nil }
                    return DeskOverview.Call(
                        event: event.definition,
                        states: try reader.stateCounts(event: slug),
                        channels: counts.channels,
                        days: counts.days,
                        seats: seats.compactMap { row in
                            // Places kept for experts and guests are none of those people apply for.
                            event.definition.activity(row.activity).map { ($0, $0.capacity ?? row.seats, row.taken) }
                        },
                        categories: categories
                    )
                }
                let sources = try reader.sourceCounts()
                return DeskOverview(
                    calls: calls.sorted {
                        ($0.days.last?.day.description ?? "") > ($1.days.last?.day.description ?? "")
                    },
                    waitingSources: sources[.needsPerson, default: 0] + sources[.unassigned, default: 0],
                    hasWaitingMail: try !reader.waitingMessages(limit: 1).isEmpty
                )
            }
        }
    }
}
