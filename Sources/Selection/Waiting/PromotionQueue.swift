public import FormModel

/// A waiting list prepared once, so that a single promotion looks at kinds of applications and not at people.
///
/// It answers exactly like `Promotion.next` and keeps count of what it gives: who was offered a place holds it from then on,
/// until `release` takes it back. Preparing costs a walk over everybody; one promotion after that a walk over the kinds.
public struct PromotionQueue: Sendable {
    /// More people passed over than this are not listed one by one.
    public static let passedMax = 20

    private let promotion: Promotion
    private let pool: [Candidate]
    private let problem: SelectionProblem
    /// Items that wait; the ones after them are participants.
    private let waitingCount: Int
    private var itemOfID: [String: Int] = [:]
    /// Option of everybody who holds places; nil for those who wait or left.
    private var holding: [Int: Int] = [:]
    private var isGone: [Bool]
    private var held: [Int]
    private var itemsOfType: [[Int32]]
    /// First item of each type that may still wait.
    private var next: [Int]
    /// Rows that bind even when nobody is added.
    private let rowsWithMinimum: [Int]

    /// - Parameters:
    ///   - waiting: in the order of the waiting list. Their guaranteed places count no more.
    ///   - participants: everybody who holds a seat, offered or confirmed.
    public init(
        rules: SelectionRules,
        context: SelectionContext = SelectionContext(),
        waiting: [Candidate],
        participants: [Participant]
    ) throws(SelectionError) {
        try PoolCheck.check(waiting, kept: participants)
        let compiled = try CompiledRules(rules, context: context)
        promotion = Promotion(rules: rules, context: context)
        let plain = Promotion.withoutGuarantees(waiting)
        pool = plain + participants.map(\.candidate)
        let units = Promotion.units(plain, compiled)
        waitingCount = units.count
        let own = participants.indices.map { [plain.count + $0] }
        let problem = ProblemBuilder.problem(compiled, pool: pool, units: units + own, kept: [])
        self.problem = problem
        held = Array(repeating: 0, count: problem.rows.count)
        isGone = Array(repeating: false, count: units.count)
        itemsOfType = Array(repeating: [], count: problem.types.count)
        next = Array(repeating: 0, count: problem.types.count)
        rowsWithMinimum = problem.rows.indices.filter { problem.rows[$0].kind != .cap }
        for (item, entry) in problem.items.enumerated() {
            for member in entry.members { itemOfID[pool[member].id] = item }
            if item < waitingCount { itemsOfType[entry.type].append(Int32(item)) }
        }
        for (index, participant) in participants.enumerated() {
            let item = waitingCount + index
            let session = participant.session.flatMap { id in problem.sessionIDs.firstIndex(of: id) } ?? -1
            let options = problem.types[problem.items[item].type].options
            guard let option = options.firstIndex(where: { Int($0.session) == session }) else {
                // A seat in a session the rules no longer allow: the general way knows how to count it.
                throw SelectionError(.candidateInvalid, subject: participant.candidate.id)
            }
            hold(item, option)
        }
    }

    // MARK: - Changes

    /// A place becomes free: its holder withdrew, declined or was late. False for somebody who holds none.
    @discardableResult
    public mutating func release(_ id: String) -> Bool {
        guard let item = itemOfID[id], let option = holding.removeValue(forKey: item) else { return false }
        count(item, option, by: -1)
        return true
    }

    /// Somebody leaves the waiting list. False for somebody who does not wait.
    @discardableResult
    public mutating func withdraw(_ id: String) -> Bool {
        guard let item = itemOfID[id], item < waitingCount, !isGone[item] else { return false }
        isGone[item] = true
        return true
    }

    private mutating func hold(_ item: Int, _ option: Int) {
        holding[item] = option
        count(item, option, by: 1)
    }

    private mutating func count(_ item: Int, _ option: Int, by sign: Int) {
        let entry = problem.items[item]
        for use in problem.types[entry.type].options[option].uses { held[Int(use.row)] += sign * Int(use.count) }
        for use in entry.caps { held[Int(use.row)] += sign * Int(use.count) }
    }

    // MARK: - Promotion

    /// Offers one free place to the first person or party with whom all rules still hold, who holds it from now on.
    public mutating func promote(freeSeats: Int = 1) throws(SelectionError) -> PromotionResult {
        let capacity = min(room(0), max(0, freeSeats))
        guard capacity > 0, waitingCount > 0 else { return PromotionResult(offers: [], passedOver: [], unmet: []) }
        guard capacity == 1, problem.softCount == 0 else { return try promoteGenerally(freeSeats) }
        guard let (item, option) = firstFitting() else { return try promoteGenerally(freeSeats) }
        let passed = passedOver(before: item)
        isGone[item] = true
        hold(item, option)
        let entry = problem.items[item]
        let session = Int(problem.types[entry.type].options[option].session)
        return PromotionResult(
            offers: [
                PromotionResult.Offer(
                    ids: entry.members.map { pool[$0].id },
                    session: session >= 0 ? problem.sessionIDs[session] : nil,
                    reason: ReasonWording.reason(.promoted)
                )
            ],
            passedOver: passed,
            unmet: []
        )
    }

    private func room(_ row: Int) -> Int {
        let bounds = problem.rows[row]
        guard bounds.upper < QuotaRow.unlimited else { return bounds.upper }
        return bounds.scale == 1 ? max(0, bounds.upper - held[row]) : bounds.upper - held[row]
    }

    private func need(_ row: Int) -> Int {
        let bounds = problem.rows[row]
        guard bounds.lower > -QuotaRow.unlimited else { return bounds.lower }
        return bounds.scale == 1 ? max(0, bounds.lower - held[row]) : bounds.lower - held[row]
    }

    /// The first in line who can have the only free place, and the session.
    private mutating func firstFitting() -> (item: Int, option: Int)? {
        // Rows that no list of nobody meets: whoever comes must mend all of them.
        let broken = Set(rowsWithMinimum.filter { need($0) > 0 || room($0) < 0 }.map(Int32.init))
        var best: (item: Int, option: Int)?
        for type in itemsOfType.indices where problem.types[type].seats == 1 {
            while next[type] < itemsOfType[type].count, isGone[Int(itemsOfType[type][next[type]])] { next[type] += 1 }
            guard next[type] < itemsOfType[type].count, Int(itemsOfType[type][next[type]]) < best?.item ?? .max else {
                continue
            }
            for (option, place) in problem.types[type].options.enumerated() where fits(place.uses, broken) {
                if let item = firstItem(of: type, before: best?.item ?? .max) { best = (item, option) }
                break
            }
        }
        return best
    }

    private func fits(_ uses: [RowUse], _ broken: Set<Int32>) -> Bool {
        var mended = 0
        for use in uses {
            let (row, count) = (Int(use.row), Int(use.count))
            if count > room(row) || count < need(row) { return false }
            if broken.contains(use.row) { mended += 1 }
        }
        return mended == broken.count
    }

    /// The first of a type whose organisation and address still have room.
    private func firstItem(of type: Int, before limit: Int) -> Int? {
        for index in next[type]..<itemsOfType[type].count {
            let item = Int(itemsOfType[type][index])
            if item >= limit { return nil }
            if !isGone[item], problem.items[item].caps.allSatisfy({ Int($0.count) <= room(Int($0.row)) }) {
                return item
            }
        }
        return nil
    }

    private func passedOver(before item: Int) -> [PromotionResult.Passed] {
        var passed: [PromotionResult.Passed] = []
        for earlier in 0..<item where !isGone[earlier] {
            let reason = obstacle(of: earlier)
            for member in problem.items[earlier].members {
                if passed.count == Self.passedMax { return passed }
                passed.append(PromotionResult.Passed(id: pool[member].id, reason: reason))
            }
        }
        return passed
    }

    private func obstacle(of item: Int) -> DecisionReason {
        let entry = problem.items[item]
        let type = problem.types[entry.type]
        if type.options.isEmpty { return ReasonWording.reason(.noSession) }
        if entry.members.count > 1 { return ReasonWording.reason(.party) }
        for use in type.options[0].uses + entry.caps where Int(use.count) > room(Int(use.row)) {
            let bounds = problem.rows[Int(use.row)]
            switch bounds.kind {
            case .seats: return ReasonWording.reason(.full, ["r": String(item + 1), "last": "0"])
            case .session: return ReasonWording.reason(.session, ["session": bounds.value, "r": String(item + 1)])
            case .cap: return ReasonWording.reason(.organisationMax, ["max": String(bounds.writtenUpper)])
            case .quota, .rank:
                let names = ["max": PublicRuleName.maximum(bounds), "quota": PublicRuleName.name([bounds])]
                return ReasonWording.reason(.quotaMax, names)
            }
        }
        let needed = rowsWithMinimum.filter { need($0) > 0 }.map { problem.rows[$0] }
        return ReasonWording.reason(.quotaNeeded, ["left": "1", "quota": PublicRuleName.name(needed)])
    }

    /// Several places at once, soft quotas, or nobody who fits: the general way over those who still wait.
    private mutating func promoteGenerally(_ freeSeats: Int) throws(SelectionError) -> PromotionResult {
        var waiting: [Candidate] = []
        for item in 0..<waitingCount where !isGone[item] { waiting += problem.items[item].members.map { pool[$0] } }
        var participants: [Participant] = []
        for item in problem.items.indices {
            guard let option = holding[item] else { continue }
            let session = Int(problem.types[problem.items[item].type].options[option].session)
            for member in problem.items[item].members {
                participants.append(
                    Participant(pool[member], session: session >= 0 ? problem.sessionIDs[session] : nil)
                )
            }
        }
        let result = try promotion.next(waiting: waiting, participants: participants, freeSeats: freeSeats)
        for offer in result.offers {
            guard let item = offer.ids.first.flatMap({ itemOfID[$0] }) else { continue }
            let session = offer.session.flatMap { id in problem.sessionIDs.firstIndex(of: id) } ?? -1
            let options = problem.types[problem.items[item].type].options
            isGone[item] = true
            hold(item, options.firstIndex { Int($0.session) == session } ?? 0)
        }
        return result
    }
}
