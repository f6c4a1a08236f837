import FieldKinds
import FormModel
import Registry

/// What an announcement did.
public struct AnnouncementReport: Sendable {
    public var activity: String
    public var offered = 0
    public var confirmed = 0
    public var waitlisted = 0
    public var rejected = 0
    /// Mails put into the outbox.
    public var messages = 0

    public init(activity: String) {
        self.activity = activity
    }
}

extension Workspace {
    /// Announces the pending runs of an event, or of one activity: decisions become states, letters go to the outbox.
    ///
    /// All of an activity happens in one transaction: there is no moment at which some know and others do not.
    public func announce(event slug: String, activity: String?) throws(DeskError) -> [AnnouncementReport] {
        let event = try event(slug)
        var reports: [AnnouncementReport] = []
        for candidate in try activities(of: event, named: activity) {
            let report = try DeskError.attempt {
                try registry.write { writer -> AnnouncementReport? in
                    guard let run = try writer.reader.pendingRun(event: event.definition.slug, activity: candidate.id)
                    else { return nil }
                    return try Announcing(workspace: self, event: event, activity: candidate, writer: writer).announce(
                        run
                    )
                }
            }
            if let report { reports.append(report) }
        }
        guard !reports.isEmpty else { throw DeskError(RegistryError(.noPendingRun)) }
        return reports
    }

    /// One activity by name, or all of the event.
    func activities(of event: LoadedEvent, named id: String?) throws(DeskError) -> [Activity] {
        guard let id else { return event.definition.activities }
        guard let activity = event.definition.activity(id) else {
            let list = event.definition.activities.map(\.id).joined(separator: ", ")
            throw DeskError(
                .unknownActivity,
                "Wydarzenie nie ma działania „\(id)”. Są: \(list).",
                "The event has no activity “\(id)”. There are: \(list)."
            )
        }
        return [activity]
    }
}

/// Turns the decisions of one pending run into states and letters, inside one transaction.
struct Announcing {
    let workspace: Workspace
    let event: LoadedEvent
    let activity: Activity
    let writer: RegistryWriter
    /// Offers from the waiting list have a time of their own to be answered.
    var isFromReserve = false

    func announce(_ run: RunRow) throws -> AnnouncementReport {
        var report = AnnouncementReport(activity: activity.id)
        for entry in try writer.reader.decisions(ofRun: run.id) {
            guard let code = RegistrationCode(entry.decision.id), let row = try writer.reader.registration(code: code),
                let participation = try writer.reader.participation(registration: row.id, activity: activity.id)
            else { throw RegistryError(.damaged, detail: "run \(run.id)") }
            // Somebody who withdrew between the run and its announcement keeps that state.
            guard participation.state == .applied || participation.state == .waitlisted else { continue }
            try announce(entry.decision, row, participation, &report)
        }
        try writer.closeRun(run.id, as: .announced, at: workspace.now)
        try writer.note(
            .announced,
            actor: workspace.environment.operatorName,
            at: workspace.now,
            event: event.definition.slug,
            details: [.init("run", .number(String(run.id))), .init("activity", .string(activity.id))]
        )
        return report
    }

    private func announce(
        _ decision: Decision,
        _ row: RegistrationRow,
        _ participation: ParticipationRow,
        _ report: inout AnnouncementReport
    ) throws {
        let kind: MailText.Kind
        switch decision.outcome {
        case .selected:
            kind = try giveSeat(participation, reason: decision.reason, rank: decision.rank)
            if kind == .offered { report.offered += 1 } else { report.confirmed += 1 }
        case .waitlisted:
            try change(participation, .waitlist, rank: decision.rank, reason: decision.reason)
            report.waitlisted += 1
            kind = .waitlisted
        case .notSelected, .ineligible:
            try change(participation, .reject, reason: decision.reason)
            report.rejected += 1
            kind = .rejected
        }
        if try queue(kind, row, participation, decision.reason) { report.messages += 1 }
    }

    /// Offers the seat where the event asks for a confirmation, else confirms at once.
    @discardableResult
    func giveSeat(_ participation: ParticipationRow, reason: DecisionReason, rank: Int?) throws -> MailText.Kind {
        guard activity.confirmWithinDays != nil else {
            try change(participation, .confirm, rank: rank, reason: reason)
            return .confirmed
        }
        try writer.changeState(
            ofParticipation: participation,
            by: .offer,
            rank: rank,
            reason: reason,
            offeredUntil: offerEnd,
            at: workspace.now
        )
        try note(.offered, participation)
        return .offered
    }

    /// The end of the last working day on which the offer can be taken.
    var offerEnd: Instant? {
        guard var days = activity.confirmWithinDays else { return nil }
        if isFromReserve, let hours = activity.selection?.reserve.offerHours { days = max(1, (hours + 23) / 24) }
        let zone = event.definition.timeZone
        let today = workspace.now.local(in: zone).date
        return Instant.endOfDay(PolishHolidays.adding(workingDays: days, to: today), timeZone: zone)
    }

    private func change(
        _ participation: ParticipationRow,
        _ action: StateTransition.ParticipationAction,
        rank: Int? = nil,
        reason: DecisionReason
    ) throws {
        try writer.changeState(
            ofParticipation: participation,
            by: action,
            rank: rank,
            reason: reason,
            at: workspace.now
        )
        try note(.stateChanged, participation, to: action)
    }

    private func note(
        _ action: JournalEntry.Action,
        _ participation: ParticipationRow,
        to change: StateTransition.ParticipationAction? = nil
    ) throws {
        let row = try writer.reader.registration(id: participation.registrationID)
        try writer.note(
            action,
            actor: workspace.environment.operatorName,
            at: workspace.now,
            event: event.definition.slug,
            code: row?.code.text,
            details: [
                .init("activity", .string(activity.id)),
                .init("action", change.map { .string($0.rawValue) } ?? .null),
            ]
        )
    }

    /// Puts the letter into the outbox; false when there is no address.
    func queue(
        _ kind: MailText.Kind,
        _ row: RegistrationRow,
        _ participation: ParticipationRow,
        _ reason: DecisionReason
    ) throws -> Bool {
        guard let form = event.definition.form(row.form),
            let email = ApplicantIdentity(row.values, form: form, code: row.code.text).email
        else { return false }
        let text = MailText(
            kind: kind,
            language: row.language,
            event: event.definition.title.text(in: row.language),
            code: row.code.text,
            organiser: (event.definition.organiser ?? workspace.settings.organiser).name,
            lines: lines(kind, row, reason),
            link: try ApplicantLinks(workspace: workspace).address(ofRegistration: row.id, in: writer)
        )
        try writer.queueMessage(
            registration: row.id,
            event: event.definition.slug,
            kind: kind.rawValue,
            language: row.language,
            recipient: email,
            subject: text.subject,
            body: text.body,
            messageID: workspace.messageID(code: row.code, kind: kind.rawValue),
            at: workspace.now
        )
        return true
    }

    private func lines(_ kind: MailText.Kind, _ row: RegistrationRow, _ reason: DecisionReason) -> [String] {
        let language = row.language
        switch kind {
        case .rejected: return [reason.text.text(in: language)]
        case .waitlisted, .receipt, .incomplete: return []
        case .offered, .promoted, .confirmed:
            var lines = [activity.title.text(in: language)]
            if let first = activity.firstDay, let last = activity.lastDay {
                lines.append(DateText.range(first, last, in: language))
            }
            if !activity.place.isEmpty { lines.append(activity.place) }
            if kind != .confirmed, let end = offerEnd {
                let day = end.local(in: event.definition.timeZone).date
                lines.append(Self.confirmBy(DateText.long(day, in: language), language))
            }
            return lines
        }
    }

    private static func confirmBy(_ day: String, _ language: InterfaceLanguage) -> String {
        switch language {
        case .polish: "prosimy o odpowiedź do \(day)"
        case .english: "please answer by \(day)"
        case .ukrainian: "просимо відповісти до \(day)"
        case .russian: "просим ответить до \(day)"
        case .belarusian: "просім адказаць да \(day)"
        }
    }
}
