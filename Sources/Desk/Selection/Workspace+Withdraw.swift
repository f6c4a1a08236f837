import FieldKinds
public import FormModel
import Registry
import Selection

/// Who got a free place, or why nobody did.
public struct PromotionReport: Sendable {
    public var activity: String
    public var promoted: [RegistrationCode] = []
    /// Why a place stays free, for staff.
    public var notes: [LocalizedText] = []
}

extension Workspace {
    /// The person resigns, wholly or from one activity. Freed places go to the next suitable people of the waiting list.
    public func withdraw(_ typedCode: String, activity: String?, reason: String) throws(DeskError) -> [PromotionReport]
    {
        let row = try row(typedCode)
        let event = try event(row.event)
        return try DeskError.attempt {
            try registry.write { writer in
                let mine = try writer.reader.participations(ofRegistration: row.id)
                let leaving = mine.filter { candidate in
                    (activity == nil || candidate.activity == activity) && candidate.state.stateClass != .negative
                }
                if activity == nil { try writer.changeState(ofRegistration: row.id, by: .withdraw) }
                guard activity == nil || !leaving.isEmpty else {
                    throw DeskError(
                        .notParticipating,
                        "Zgłoszenie \(row.code) nie bierze udziału w tym działaniu.",
                        "Registration \(row.code) takes no part in this activity."
                    )
                }
                return try leave(leaving, by: .withdraw, noted: .withdrawn, row, event, reason, writer)
            }
        }
    }

    /// The person answers an offer. Accepting confirms; declining frees the place for the next one.
    public func answerOffer(
        _ typedCode: String,
        activity: String?,
        accepts: Bool
    ) throws(DeskError) -> [PromotionReport] {
        let row = try row(typedCode)
        let event = try event(row.event)
        return try DeskError.attempt {
            try registry.write { writer in
                _ = try expireOffers(event, writer)
                let offers = try writer.reader.participations(ofRegistration: row.id).filter {
                    $0.state == .offered && (activity == nil || $0.activity == activity)
                }
                if offers.isEmpty, accepts, let late = try lateAnswer(row, event, activity, writer) { return late }
                guard !offers.isEmpty else {
                    throw DeskError(
                        .stateRefused,
                        "Zgłoszenie \(row.code) nie ma oferty, na którą można odpowiedzieć (mogła wygasnąć).",
                        "Registration \(row.code) has no offer to answer (it may have expired)."
                    )
                }
                guard accepts else {
                    return try leave(offers, by: .withdraw, noted: .declined, row, event, "", writer)
                }
                for offer in offers {
                    try writer.changeState(ofParticipation: offer, by: .confirm, rank: offer.rank, at: now)
                    try writer.note(
                        .accepted,
                        actor: environment.operatorName,
                        at: now,
                        event: row.event,
                        code: row.code.text,
                        details: [.init("activity", .string(offer.activity))]
                    )
                }
                return []
            }
        }
    }

    /// A yes after the time is over: the person goes to the end of the waiting list. Nil when no offer of theirs expired.
    private func lateAnswer(
        _ row: RegistrationRow,
        _ event: LoadedEvent,
        _ activity: String?,
        _ writer: RegistryWriter
    ) throws -> [PromotionReport]? {
        let expired = try writer.reader.participations(ofRegistration: row.id).filter {
            $0.state == .expired && (activity == nil || $0.activity == activity)
        }
        guard !expired.isEmpty else { return nil }
        var reports: [PromotionReport] = []
        for participation in expired {
            let line = try writer.reader.participations(event: row.event, activity: participation.activity)
                .filter { $0.state == .waitlisted }
            let rank = (line.compactMap(\.rank).max() ?? 0) + 1
            try writer.changeState(ofParticipation: participation, by: .waitlist, rank: rank, at: now)
            try writer.note(
                .stateChanged,
                actor: environment.operatorName,
                at: now,
                event: row.event,
                code: row.code.text,
                details: [
                    .init("activity", .string(participation.activity)), .init("action", .string("waitlist")),
                    .init("reason", .string("late answer")),
                ]
            )
            // A place that nobody else fitted may still be free.
            let capacity = event.definition.activity(participation.activity)?.capacity
            let holders = try writer.reader.participations(event: row.event, activity: participation.activity)
                .filter { $0.state.counts && GivenPlace($0)?.kind != .guest }.reduce(0) { $0 + $1.seats }
            var report = PromotionReport(activity: participation.activity)
            if let capacity, holders < capacity {
                report = try promote(participation.activity, freed: capacity - holders, event, writer)
            }
            if !report.promoted.contains(row.code) { report.notes.append(Self.tooLate(rank)) }
            reports.append(report)
        }
        return reports
    }

    private static func tooLate(_ rank: Int) -> LocalizedText {
        LocalizedText([
            .polish: "Odpowiedź przyszła po terminie: koniec listy rezerwowej, miejsce \(rank).",
            .english: "The answer came too late: end of the waiting list, place \(rank).",
        ])
    }

    /// Lets offers expire whose time is over, and passes their places on.
    public func expireOffers(event slug: String) throws(DeskError) -> [PromotionReport] {
        let event = try event(slug)
        return try DeskError.attempt { try registry.write { try expireOffers(event, $0) } }
    }

    func expireOffers(_ event: LoadedEvent, _ writer: RegistryWriter) throws -> [PromotionReport] {
        let expired = try writer.reader.offersExpired(before: now).filter { $0.event == event.definition.slug }
        var reports: [PromotionReport] = []
        for (activity, offers) in Dictionary(grouping: expired, by: \.activity).sorted(by: { $0.key < $1.key }) {
            for offer in offers {
                try writer.changeState(ofParticipation: offer, by: .expire, at: now)
                try writer.note(
                    .expired,
                    actor: "clock",
                    at: now,
                    event: event.definition.slug,
                    code: try writer.reader.registration(id: offer.registrationID)?.code.text,
                    details: [.init("activity", .string(activity))]
                )
            }
            let seats = offers.filter { GivenPlace($0)?.kind != .guest }.reduce(0) { $0 + $1.seats }
            reports.append(try promote(activity, freed: seats, event, writer))
        }
        return reports
    }

    private func leave(
        _ participations: [ParticipationRow],
        by action: StateTransition.ParticipationAction,
        noted: JournalEntry.Action,
        _ row: RegistrationRow,
        _ event: LoadedEvent,
        _ reason: String,
        _ writer: RegistryWriter
    ) throws -> [PromotionReport] {
        var reports: [PromotionReport] = []
        for participation in participations {
            try writer.changeState(ofParticipation: participation, by: action, at: now)
            try writer.note(
                noted,
                actor: environment.operatorName,
                at: now,
                event: row.event,
                code: row.code.text,
                details: [
                    .init("activity", .string(participation.activity)), .init("reason", .string(reason)),
                    .init("was", .string(participation.state.rawValue)),
                ]
            )
            // A guest's place is none of the capacity's: nobody moves up into it.
            guard participation.state.counts, GivenPlace(participation)?.kind != .guest else { continue }
            reports.append(try promote(participation.activity, freed: participation.seats, event, writer))
        }
        return reports
    }
}
