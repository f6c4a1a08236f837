import FieldKinds
import FormModel
import Foundation
import Registry
import Selection
import Synchronization

/// How many applications fall into each category that the rules of an event's activities speak of.
///
/// Counting means looking at every answer, so it is done again only when the event's journal has grown. Where it takes
/// long, whoever asks meanwhile gets the counts of a moment ago, and a thread of its own counts anew.
final class CategoryCounts: Sendable {
    private struct Counted {
        var journal: Int64
        /// The event file at the time of counting.
        var yaml: String
        var categories: [DeskOverview.Category]
        var took: Duration
    }

    private struct State {
        var byEvent: [String: Counted] = [:]
        var underWay: Set<String> = []
    }

    /// Nobody waits longer than this for a count that was made once.
    private static let patience = Duration.milliseconds(30)
    private let workspace: Workspace
    private let state = Mutex(State())

    init(workspace: Workspace) {
        self.workspace = workspace
    }

    func categories(of event: LoadedEvent) throws(DeskError) -> [DeskOverview.Category] {
        guard event.definition.activities.contains(where: { $0.selection?.quotas.isEmpty == false }) else { return [] }
        let slug = event.definition.slug
        let journal = try DeskError.attempt {
            try workspace.registry.read { try $0.lastJournalNumber(event: slug) }
        }
        guard let known = state.withLock({ $0.byEvent[slug] }), known.yaml == event.yaml else {
            return try count(event, journal)
        }
        if known.journal == journal { return known.categories }
        if known.took < Self.patience { return try count(event, journal) }
        countAside(event, journal)
        return known.categories
    }

    private func countAside(_ event: LoadedEvent, _ journal: Int64) {
        let slug = event.definition.slug
        guard state.withLock({ $0.underWay.insert(slug).inserted }) else { return }
        Thread.detachNewThread { [self] in
            // What cannot be counted now is counted when somebody asks again.
            _ = try? count(event, journal)
            state.withLock { _ = $0.underWay.remove(slug) }
        }
    }

    private func count(_ event: LoadedEvent, _ journal: Int64) throws(DeskError) -> [DeskOverview.Category] {
        let start = ContinuousClock.now
        let today = workspace.now.local(in: event.definition.timeZone).date
        let categories = try DeskError.attempt {
            try workspace.registry.read { reader in
                try event.definition.activities.filter { $0.selection?.quotas.isEmpty == false }.flatMap { activity in
                    let pool = try CandidatePoolBuilder(event: event, activity: activity, today: today).build(reader)
                    return Self.categories(pool, activity)
                }
            }
        }
        let counted = Counted(
            journal: journal,
            yaml: event.yaml,
            categories: categories,
            took: start.duration(to: .now)
        )
        state.withLock { $0.byEvent[event.definition.slug] = counted }
        return categories
    }

    /// Rows of one quota that are shown; a rule about each organisation may have thousands.
    static let rowCountMax = 12

    private static func bounded(_ counts: [QuotaCount]) -> [QuotaCount] {
        func quota(_ count: QuotaCount) -> String { String(count.rule.prefix { $0 != ":" }) }
        let groups = Dictionary(grouping: counts, by: quota)
        return counts.filter { count in
            guard let group = groups[quota(count)], group.count > rowCountMax else { return true }
            let shown = group.sorted { ($1.have, $0.rule) < ($0.have, $1.rule) }.prefix(rowCountMax)
            return shown.contains { $0.rule == count.rule }
        }
    }

    private static func categories(_ pool: CandidatePool, _ activity: Activity) -> [DeskOverview.Category] {
        func counts(_ people: [CandidatePool.Member]) -> [QuotaCount] {
            let seated = people.map { Participant($0.candidate, session: $0.participation.group) }
            let context = SelectionContext(eventStart: activity.firstDay, eventEnd: activity.lastDay)
            let choice = CuratedChoice(rules: pool.rules, context: context)
            return (try? choice.check(chosen: [], pool: [], kept: seated).counts) ?? []
        }
        let placed = Dictionary(counts(pool.seatHolders).map { ($0.rule, $0.have) }) { first, _ in first }
        let quotas = Set((activity.selection?.quotas ?? []).map(\.id))
        let all = counts(pool.members + pool.seatHolders).filter { count in
            // The overview is for everybody who has an account.
            !count.isSensitive && quotas.contains(String(count.rule.prefix { $0 != ":" }))
        }
        return Self.bounded(all).map { count in
            DeskOverview.Category(
                activity: activity,
                rule: count.rule,
                minimum: count.minimum > 0 ? count.minimum : nil,
                maximum: count.maximum,
                applications: count.have,
                placed: placed[count.rule, default: 0]
            )
        }
    }
}
