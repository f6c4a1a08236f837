import FieldKinds
public import FormModel
import Registry
import Selection

/// The pool of a curated choice, who is chosen already, and how full each rule is.
public struct CuratedBoard: Sendable {
    public struct Person: Sendable {
        public var code: String
        public var name: String
        /// Hundredths of a point, where points are given.
        public var points: Int64?
        /// What the rules read of the person, in words.
        public var marks: [String]
        public var reason: String?
        public var isWaiting: Bool
    }

    public var event: EventDefinition
    public var activity: Activity
    public var pool: [Person] = []
    public var chosen: [Person] = []
    public var counters: CuratedCounters
}

/// The counters of a choice.
public struct CuratedCounters: Sendable {
    public var quotas: [SelectionBoard.QuotaLine]
    /// More than allowed, or somebody who may not be chosen.
    public var violations: [LocalizedText]
    /// What is still missing.
    public var missing: [LocalizedText]
}

extension Workspace {
    /// The board of a curated choice; `marked` are codes ticked but not yet recorded.
    public func curatedBoard(
        event slug: String,
        activity id: String,
        marked: [String],
        language: InterfaceLanguage
    ) throws(DeskError) -> CuratedBoard {
        let event = try event(slug)
        let activity = try activities(of: event, named: id)[0]
        let today = now.local(in: event.definition.timeZone).date
        return try DeskError.attempt {
            try registry.read { reader in
                var pool = try CandidatePoolBuilder(event: event, activity: activity, today: today).build(reader)
                pool.rules.method = .curated
                var reasons: [String: String] = [:]
                if let run = try reader.pendingRun(event: slug, activity: id) {
                    for entry in try reader.decisions(ofRun: run.id) where entry.decision.outcome == .selected {
                        reasons[entry.decision.id] = entry.decision.reason.parameters["reason"] ?? ""
                    }
                }
                let people = try pool.members.map { try person($0, activity, event, reasons, reader, language) }
                let picks = Set(reasons.keys).union(marked)
                return CuratedBoard(
                    event: event.definition,
                    activity: activity,
                    pool: people.filter { $0.reason == nil },
                    chosen: people.filter { $0.reason != nil },
                    counters: counters(pool, picks, event, activity, language)
                )
            }
        }
    }

    private func counters(
        _ pool: CandidatePool,
        _ codes: Set<String>,
        _ event: LoadedEvent,
        _ activity: Activity,
        _ language: InterfaceLanguage
    ) -> CuratedCounters {
        let chosen = pool.members.filter { codes.contains($0.candidate.id) }.map {
            CuratedPick(id: $0.candidate.id, session: $0.participation.group, reason: "")
        }
        let state = try? CuratedChoice(
            rules: pool.rules,
            context: SelectionContext(eventStart: activity.firstDay, eventEnd: activity.lastDay)
        ).check(
            chosen: chosen,
            pool: pool.members.map(\.candidate),
            kept: pool.seatHolders.map { Participant($0.candidate, session: $0.participation.group) }
        )
        return CuratedCounters(
            quotas: quotaLines(state?.counts ?? [], event, activity, language),
            violations: state?.violations.map { said($0, event, activity, language) } ?? [],
            missing: state?.missing.map { said($0, event, activity, language) } ?? []
        )
    }

    /// A sentence about rules with their names as people know them: „Kraj: Polska” for `country:PL`.
    private func said(
        _ explanation: Explanation,
        _ event: LoadedEvent,
        _ activity: Activity,
        _ language: InterfaceLanguage
    ) -> LocalizedText {
        let labels = QuotaLabel(event: event.definition, activity: activity, language: language)
        var text = explanation.text.text(in: language)
        for rule in explanation.rules {
            let label = labels.text(rule)
            text = text.replacing("„\(rule)”", with: "„\(label)”").replacing("“\(rule)”", with: "“\(label)”")
        }
        return LocalizedText([language: text])
    }

    private func person(
        _ member: CandidatePool.Member,
        _ activity: Activity,
        _ event: LoadedEvent,
        _ reasons: [String: String],
        _ reader: RegistryReader,
        _ language: InterfaceLanguage
    ) throws -> CuratedBoard.Person {
        let candidate = member.candidate
        let reviews = candidate.reviews.filter { !$0.hasConflict }
        let byCriterion = Dictionary(grouping: reviews, by: \.criterion)
        let points = byCriterion.values.reduce(Int64(0)) { sum, given in
            sum + given.reduce(0) { $0 + $1.points } / Int64(max(1, given.count))
        }
        let labels = QuotaLabel(event: event.definition, activity: activity, language: language)
        let marks = (activity.selection?.quotas ?? []).flatMap { quota -> [String] in
            guard !quota.isSensitive, case .attributes(let names) = quota.subject else { return [] }
            let parts = names.compactMap { name in
                name == "organisation" ? candidate.organisation : candidate.attributes[name]
            }
            guard parts.count == names.count, quota.id != "org" else { return [] }
            return [labels.text(quota.id + ":" + parts.joined(separator: "+"))]
        }
        return CuratedBoard.Person(
            code: candidate.id,
            name: member.row.name,
            points: reviews.isEmpty ? nil : points,
            marks: marks,
            reason: reasons[candidate.id],
            isWaiting: member.participation.state == .waitlisted
        )
    }
}
