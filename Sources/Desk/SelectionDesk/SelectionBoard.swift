import FieldKinds
public import FormModel
public import Registry
import Selection

/// How the selection of one activity stands: the pending or latest run with everybody's reason, the quotas, the waiting
/// list, the offers.
public struct SelectionBoard: Sendable {
    public struct Line: Sendable {
        public var code: String
        public var name: String
        public var decision: Decision
        public var state: ParticipationState
    }

    /// How full one rule is.
    public struct QuotaLine: Hashable, Sendable {
        public var label: String
        public var minimum: Int?
        public var maximum: Int?
        public var have: Int
    }

    /// Somebody who holds or waits for a place.
    public struct Person: Sendable {
        public var code: String
        public var name: String
        public var participation: ParticipationRow
    }

    public var event: EventDefinition
    public var activity: Activity
    /// The run that waits to be announced, else the latest announced one.
    public var run: RunRow?
    public var lines: [Line] = []
    public var quotas: [QuotaLine] = []
    public var seats: Int?
    public var taken: Int = 0
    /// People without a decision who are in the pool.
    public var poolCount = 0
    /// Registrations that cannot be decided about yet.
    public var unready: [Person] = []
    public var waitingList: [Person] = []
    public var offers: [Person] = []
    public var confirmedCount = 0

    public var isPending: Bool { run?.state == .pending }
}

extension Workspace {
    /// The board of one activity.
    public func selectionBoard(
        event slug: String,
        activity id: String,
        language: InterfaceLanguage
    ) throws(DeskError) -> SelectionBoard {
        let event = try event(slug)
        let activity = try activities(of: event, named: id)[0]
        let today = now.local(in: event.definition.timeZone).date
        return try DeskError.attempt {
            try registry.read { reader in
                let pool = try CandidatePoolBuilder(event: event, activity: activity, today: today).build(reader)
                var board = SelectionBoard(event: event.definition, activity: activity)
                board.poolCount = pool.members.count
                let counts = try reader.seatCounts(event: slug).first { $0.activity == id && $0.group == nil }
                // Not those kept for experts and guests.
                board.seats = activity.capacity ?? counts?.seats
                board.taken = counts?.taken ?? pool.holders.reduce(0) { $0 + $1.participation.seats }
                fillPeople(&board, pool)
                try fillRun(&board, pool, event, reader, language)
                return board
            }
        }
    }

    private func fillPeople(_ board: inout SelectionBoard, _ pool: CandidatePool) {
        func person(_ member: CandidatePool.Member) -> SelectionBoard.Person {
            .init(code: member.row.code.text, name: member.row.name, participation: member.participation)
        }
        board.waitingList = pool.members.filter { $0.participation.state == .waitlisted }.map(person)
            .sorted { ($0.participation.rank ?? .max) < ($1.participation.rank ?? .max) }
        board.offers = pool.holders.filter { $0.participation.state == .offered }.map(person)
        board.confirmedCount = pool.holders.count { $0.participation.state == .confirmed }
    }

    private func fillRun(
        _ board: inout SelectionBoard,
        _ pool: CandidatePool,
        _ event: LoadedEvent,
        _ reader: RegistryReader,
        _ language: InterfaceLanguage
    ) throws {
        let runs = try reader.runs(event: event.definition.slug).filter { $0.activity == board.activity.id }
        board.run = runs.last { $0.state == .pending } ?? runs.last { $0.state == .announced }
        var chosen: Set<String> = []
        if let run = board.run {
            for entry in try reader.decisions(ofRun: run.id) {
                let row = try RegistrationCode(entry.decision.id).flatMap { try reader.registration(code: $0) }
                let participation = try row.flatMap {
                    try reader.participation(registration: $0.id, activity: board.activity.id)
                }
                board.lines.append(
                    SelectionBoard.Line(
                        code: entry.decision.id,
                        name: row?.name ?? "",
                        decision: entry.decision,
                        state: participation?.state ?? .applied
                    )
                )
                if entry.decision.outcome == .selected { chosen.insert(entry.decision.id) }
            }
        }
        board.lines.sort(by: Self.isBefore)
        let isPending = board.isPending
        let seated =
            pool.seatHolders.map { Participant($0.candidate, session: $0.participation.group) }
            + pool.members.filter { isPending && $0.candidate.guest == nil && chosen.contains($0.candidate.id) }
            .map { Participant($0.candidate, session: $0.participation.group) }
        board.quotas = quotaLines(pool.rules, seated, event, board.activity, language)
    }

    private static func isBefore(_ left: SelectionBoard.Line, _ right: SelectionBoard.Line) -> Bool {
        func place(_ line: SelectionBoard.Line) -> (Int, Int, String) {
            let order: [Decision.Outcome: Int] = [.selected: 0, .waitlisted: 1, .notSelected: 2, .ineligible: 3]
            return (order[line.decision.outcome] ?? 4, line.decision.rank ?? .max, line.code)
        }
        return place(left) < place(right)
    }

    /// Every rule with how many of those seated count for it.
    func quotaLines(
        _ rules: SelectionRules,
        _ seated: [Participant],
        _ event: LoadedEvent,
        _ activity: Activity,
        _ language: InterfaceLanguage
    ) -> [SelectionBoard.QuotaLine] {
        let context = SelectionContext(eventStart: activity.firstDay, eventEnd: activity.lastDay)
        let state = try? CuratedChoice(rules: rules, context: context).check(chosen: [], pool: [], kept: seated)
        return quotaLines(state?.counts ?? [], event, activity, language)
    }

    func quotaLines(
        _ counts: [QuotaCount],
        _ event: LoadedEvent,
        _ activity: Activity,
        _ language: InterfaceLanguage
    ) -> [SelectionBoard.QuotaLine] {
        let labels = QuotaLabel(event: event.definition, activity: activity, language: language)
        return counts.filter { $0.maximum != nil || $0.minimum > 0 }.map { count in
            var label = labels.text(count.rule)
            if count.rule == "seats" { label = language == .polish ? "Miejsca" : "Places" }
            if count.rule.hasPrefix("session:") { label = String(count.rule.dropFirst("session:".count)) }
            return SelectionBoard.QuotaLine(
                label: label,
                minimum: count.minimum > 0 ? count.minimum : nil,
                maximum: count.maximum,
                have: count.have
            )
        }
    }
}
