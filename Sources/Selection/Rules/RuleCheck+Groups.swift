import FormModel

extension RuleCheck {
    /// Faults of the way people are distributed to sessions.
    mutating func checkGroups() {
        let ids = Set(rules.sessions.map(\.id))
        for (index, session) in rules.sessions.enumerated() {
            let path = "sessions[\(index)]"
            if let other = session.mergeInto, !ids.contains(other) || other == session.id {
                add(
                    "sessions.mergeUnknown",
                    path + ".merge_into",
                    "Nie ma innej sesji „\(other)”.",
                    "There is no other session “\(other)”."
                )
            }
            for (place, source) in (session.prefer ?? []).enumerated() {
                checkExpression(source, path: "\(path).prefer[\(place)]")
            }
        }
        checkMergeCycles()
        if rules.sessions.contains(where: \.hasOwnOrder) { checkOwnOrders() }
        guard let wishes = rules.wishes else { return }
        if wishes.perPerson < 1 {
            add(
                "wishes.perPerson",
                "wishes.per_person",
                "Liczba sesji na osobę musi wynosić co najmniej 1.",
                "The number of sessions a person may get must be at least 1."
            )
        }
        if wishes.perPerson > 1, rules.method == .lottery, rules.fairness == .leximin {
            add(
                "wishes.perPersonLeximin",
                "wishes.per_person",
                "Kilku sesji na osobę nie da się połączyć z równymi szansami; użyj „fairness: order”.",
                "Several sessions for a person cannot be combined with equal chances; use “fairness: order”."
            )
        }
    }

    /// A that goes into B that goes into A leaves nobody anywhere.
    private mutating func checkMergeCycles() {
        let targets = Dictionary(rules.sessions.map { ($0.id, $0.mergeInto) }) { first, _ in first }
        for (index, session) in rules.sessions.enumerated() {
            var place: String? = session.mergeInto
            for _ in rules.sessions where place != nil && place != session.id {
                place = place.flatMap { targets[$0] ?? nil }
            }
            if place == session.id, session.mergeInto != session.id {
                add(
                    "sessions.mergeCycle",
                    "sessions[\(index)].merge_into",
                    "Łączenie sesji „\(session.id)” wraca do niej samej.",
                    "Merging the session “\(session.id)” comes back to itself."
                )
            }
        }
    }

    /// Own orders go with ranked wishes and with bounds inside the sessions; rules over the whole would break the
    /// stability that own orders are for.
    private mutating func checkOwnOrders() {
        func refuse(_ code: String, _ path: String, _ polish: String, _ english: String) {
            add(code, path, polish, english)
        }
        if rules.wishes == nil || rules.assign?.how == .rankProfile {
            refuse(
                "sessions.ownOrderWishes",
                "wishes",
                "Własna kolejność sesji („prefer”, „rank_by”) wymaga życzeń i „assign: {how: deferred}”.",
                "Own orders of sessions (“prefer”, “rank_by”) need wishes and “assign: {how: deferred}”."
            )
        }
        if !rules.quotas.isEmpty {
            refuse(
                "sessions.ownOrderQuotas",
                "quotas",
                "Własna kolejność sesji wyklucza kwoty całości; przenieś je do sesji.",
                "Own orders of sessions exclude quotas over the whole; move them into the sessions."
            )
        }
        let places = rules.sessions.reduce(0) { $0 + $1.seats.maximum }
        if places > rules.seats.maximum {
            refuse(
                "sessions.ownOrderSeats",
                "seats",
                "Przy własnej kolejności sesji ich miejsca (\(places)) nie mogą przekraczać „seats” (\(rules.seats.maximum)).",
                "With own orders the sessions' seats (\(places)) must not exceed “seats” (\(rules.seats.maximum))."
            )
        }
        for (index, session) in rules.sessions.enumerated() {
            let isPlain =
                session.quotas.count <= 1
                && session.quotas.allSatisfy { $0.base == .seats && !$0.isSoft }
            if !isPlain {
                refuse(
                    "sessions.ownOrderQuotas",
                    "sessions[\(index)].quotas",
                    "Przy własnej kolejności sesja może mieć jedną twardą kwotę, liczoną od miejsc.",
                    "With own orders a session may have one hard quota, counted of its seats."
                )
            }
        }
    }
}
