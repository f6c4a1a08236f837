import FieldKinds
public import FormModel
import Registry
import Selection

/// Rules changed for once, to see what would come of it.
public struct WhatIf: Sendable {
    /// Bounds of one row of a quota; a nil bound is none.
    public struct Bounds: Sendable {
        public var quota: String
        /// Empty for the quota's condition, `*` for each value.
        public var value: String
        public var bounds: Quota.Bounds

        public init(quota: String, value: String, bounds: Quota.Bounds) {
            self.quota = quota
            self.value = value
            self.bounds = bounds
        }
    }

    public var seats: Int?
    public var bounds: [Bounds]
    public var seed: String?

    public init(seats: Int?, bounds: [Bounds], seed: String?) {
        self.seats = seats
        self.bounds = bounds
        self.seed = seed
    }

    /// The activity with these rules.
    func changed(_ activity: Activity) -> Activity {
        var activity = activity
        if let seats {
            activity.capacity = seats
            activity.selection?.seats = SeatRange(seats)
        }
        for change in bounds {
            guard let place = activity.selection?.quotas.firstIndex(where: { $0.id == change.quota }) else { continue }
            switch change.value {
            case "": activity.selection?.quotas[place].bounds = change.bounds
            case "*": activity.selection?.quotas[place].each = change.bounds
            default:
                let values = activity.selection?.quotas[place].values ?? []
                guard let row = values.firstIndex(where: { $0.value == change.value }) else { continue }
                activity.selection?.quotas[place].values[row].bounds = change.bounds
            }
        }
        return activity
    }
}

extension SelectionReport {
    /// What could not be met in sentences, each with the changes that would do.
    public var unmetSentences: [(text: LocalizedText, changes: [LocalizedText])] {
        unmet.map { ($0.text, $0.changes.map(\.text)) }
    }
}

/// What would come of changed rules, beside what comes of the rules as they are.
public struct WhatIfReport: Sendable {
    public var report: SelectionReport
    public var quotas: [SelectionBoard.QuotaLine]
    /// Codes selected with the changed rules and not with the rules as they are, and the other way round.
    public var entering: [SelectionReport.Line]
    public var leaving: [SelectionReport.Line]
}

extension Workspace {
    /// Tries out changed rules on the pool as it is now. Nothing is recorded; a pending run stays as it is.
    public func tryOut(
        _ change: WhatIf,
        event slug: String,
        activity id: String,
        language: InterfaceLanguage
    ) throws(DeskError) -> WhatIfReport {
        let event = try event(slug)
        let activity = try activities(of: event, named: id)[0]
        let now = try rehearsed(activity, event, change.seed)
        let changed = change.changed(activity)
        let then = try rehearsed(changed, event, change.seed)
        let chosenNow = Set(now.lines.filter { $0.decision.outcome == .selected }.map(\.code))
        let chosenThen = Set(then.lines.filter { $0.decision.outcome == .selected }.map(\.code))
        let today = self.now.local(in: event.definition.timeZone).date
        let quotas = try DeskError.attempt {
            try registry.read { reader in
                let pool = try CandidatePoolBuilder(event: event, activity: changed, today: today).build(reader)
                let chosen = pool.members.filter { chosenThen.contains($0.candidate.id) && $0.candidate.guest == nil }
                let members = chosen + pool.seatHolders
                let seated = members.map { Participant($0.candidate, session: $0.participation.group) }
                return quotaLines(pool.rules, seated, event, changed, language)
            }
        }
        return WhatIfReport(
            report: then,
            quotas: quotas,
            entering: then.lines.filter { chosenThen.contains($0.code) && !chosenNow.contains($0.code) },
            leaving: then.lines.filter { chosenNow.contains($0.code) && !chosenThen.contains($0.code) }
        )
    }

    /// One dry run that leaves no trace, not even of offers that ran out meanwhile.
    private func rehearsed(
        _ activity: Activity,
        _ event: LoadedEvent,
        _ seed: String?
    ) throws(DeskError) -> SelectionReport {
        let report = try rehearsing { writer -> SelectionReport? in
            if let pending = try writer.reader.pendingRun(event: event.definition.slug, activity: activity.id) {
                try writer.closeRun(pending.id, as: .discarded, at: now)
            }
            return try ActivitySelection(workspace: self, event: event, activity: activity, writer: writer)
                .run(draw: DrawRequest(seed: seed), commitment: nil, isDryRun: true, isAsked: true)
        }
        guard let report else {
            throw DeskError(.nothingToDo, "Nie ma czego rozstrzygać.", "There is nothing to select.")
        }
        return report
    }
}
