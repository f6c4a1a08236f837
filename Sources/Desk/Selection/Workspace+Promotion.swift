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
        let context = SelectionContext(eventStart: activity.firstDay, eventEnd: activity.lastDay)
        if let rules = activity.selection, let stop = PromotionStop.day(rules, context: context), today > stop {
            report.notes.append(Self.stopped(stop))
            return report
        }
        let pool = try CandidatePoolBuilder(event: event, activity: activity, today: today).build(writer.reader)
        let waiting = pool.members.filter { $0.participation.state == .waitlisted }
            .sorted { ($0.participation.rank ?? .max, $0.row.id) < ($1.participation.rank ?? .max, $1.row.id) }
        guard !waiting.isEmpty else { return report }
        var result: PromotionResult
        do {
            result = try offers(pool, waiting, pool.rules, context, seats)
            if pool.rules.reserve.unfillable == .relax, result.offers.isEmpty,
                let relaxed = try relaxed(pool, waiting, result, context, seats, &report)
            {
                result = relaxed
            }
        } catch {
            report.notes.append(error.message)
            return report
        }
        for passed in result.passedOver where pool.rules.reserve.party == .skip && passed.reason.code == "party" {
            report.notes.append(Self.passedOver(passed.id))
        }
        if pool.rules.reserve.unfillable != .leave { report.notes += result.unmet.map(\.text) }
        let byCode = Dictionary(uniqueKeysWithValues: waiting.map { ($0.candidate.id, $0) })
        for offer in result.offers {
            for member in offer.ids.compactMap({ byCode[$0] }) {
                let announcing = Announcing(
                    workspace: self,
                    event: event,
                    activity: activity,
                    writer: writer,
                    isFromReserve: true
                )
                try give(member, offer, announcing)
                report.promoted.append(member.row.code)
            }
        }
        return report
    }

    private func offers(
        _ pool: CandidatePool,
        _ waiting: [CandidatePool.Member],
        _ rules: SelectionRules,
        _ context: SelectionContext,
        _ seats: Int
    ) throws(SelectionError) -> PromotionResult {
        try Promotion(rules: rules, context: context).offersInLine(
            waiting: waiting.map(\.candidate),
            participants: pool.seatHolders.map { Participant($0.candidate, session: $0.participation.group) },
            freeSeats: seats
        )
    }

    /// The same after the smallest change that the rules' owner allowed beforehand; it is said and never kept.
    private func relaxed(
        _ pool: CandidatePool,
        _ waiting: [CandidatePool.Member],
        _ result: PromotionResult,
        _ context: SelectionContext,
        _ seats: Int,
        _ report: inout PromotionReport
    ) throws(SelectionError) -> PromotionResult? {
        for change in result.unmet.flatMap(\.changes) {
            guard let rules = RuleRelaxing.apply(change.changes, to: pool.rules) else { continue }
            let found = try offers(pool, waiting, rules, context, seats)
            guard !found.offers.isEmpty else { continue }
            report.notes.append(Self.gaveWay(change.text))
            return found
        }
        return nil
    }

    private static func stopped(_ day: CalendarDate) -> LocalizedText {
        LocalizedText([
            .polish: "Miejsce pozostaje wolne: po \(day) nikt już nie przechodzi z listy rezerwowej.",
            .english: "The place stays free: after \(day) nobody is promoted from the waiting list.",
        ])
    }

    private static func passedOver(_ code: String) -> LocalizedText {
        LocalizedText([
            .polish: "\(code) jest wcześniej, ale zgłosiło się razem z kimś, a miejsc dla wszystkich nie ma.",
            .english: "\(code) stands before, but applied together with others and there is no place for all of them.",
        ])
    }

    private static func gaveWay(_ change: LocalizedText) -> LocalizedText {
        LocalizedText([
            .polish: "Zasady ustąpiły w granicach „relax”: \(change.text(in: .polish))",
            .english: "The rules gave way within “relax”: \(change.text(in: .english))",
        ])
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
