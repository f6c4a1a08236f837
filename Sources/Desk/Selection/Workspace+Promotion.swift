import FieldKinds
import FormModel
import Registry
import Selection

extension Workspace {
    /// Gives free places to the first people of the waiting list with whom all rules still hold. The one way a place is
    /// passed on, whoever asks for it.
    ///
    /// No more places are passed on than became free: a committee that chose fewer people than it could keeps the rest.
    func promote(
        _ activityID: String,
        freed seats: Int,
        _ event: LoadedEvent,
        _ writer: RegistryWriter
    ) throws -> PromotionReport {
        var report = PromotionReport(activity: activityID)
        guard let activity = event.definition.activity(activityID) else { return report }
        guard try writer.reader.pendingRun(event: event.definition.slug, activity: activityID) == nil else {
            report.notes.append(Self.waitsForRun)
            return report
        }
        let today = now.local(in: event.definition.timeZone).date
        let pool = try CandidatePoolBuilder(event: event, activity: activity, today: today).build(writer.reader)
        let waiting = pool.members.filter { $0.participation.state == .waitlisted }
            .sorted { ($0.participation.rank ?? .max, $0.row.id) < ($1.participation.rank ?? .max, $1.row.id) }
        guard !waiting.isEmpty else { return report }
        let context = SelectionContext(eventStart: activity.firstDay, eventEnd: activity.lastDay)
        let result: PromotionResult
        do {
            result = try Promotion(rules: pool.rules, context: context).offers(
                waiting: waiting.map(\.candidate),
                participants: pool.holders.map { Participant($0.candidate, session: $0.participation.group) },
                freeSeats: seats
            )
        } catch {
            report.notes.append(error.message)
            return report
        }
        report.notes += result.unmet.map(\.text)
        let byCode = Dictionary(uniqueKeysWithValues: waiting.map { ($0.candidate.id, $0) })
        for offer in result.offers {
            for member in offer.ids.compactMap({ byCode[$0] }) {
                try give(member, offer, Announcing(workspace: self, event: event, activity: activity, writer: writer))
                report.promoted.append(member.row.code)
            }
        }
        return report
    }

    private func give(
        _ member: CandidatePool.Member,
        _ offer: PromotionResult.Offer,
        _ announcing: Announcing
    ) throws {
        let writer = announcing.writer
        var participation = member.participation
        if let session = offer.session, participation.group != session {
            try writer.assignGroup(session, participation: participation.id)
            participation.group = session
        }
        let kind = try announcing.giveSeat(participation, reason: offer.reason, rank: participation.rank)
        _ = try announcing.queue(kind == .offered ? .promoted : .confirmed, member.row, participation, offer.reason)
        try writer.note(
            .promoted,
            actor: environment.operatorName,
            at: now,
            event: announcing.event.definition.slug,
            code: member.row.code.text,
            details: [.init("activity", .string(announcing.activity.id))]
        )
    }

    private static let waitsForRun = LocalizedText([
        .polish: "Miejsce czeka: rozstrzygnięcie tego działania nie jest jeszcze ogłoszone.",
        .english: "The place waits: a run of this activity is not announced yet.",
    ])
}
