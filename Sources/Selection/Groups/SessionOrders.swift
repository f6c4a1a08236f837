import Expressions
import FormModel

/// The order in which each session takes people, where sessions order them in ways of their own.
struct SessionOrders {
    /// By session: the items that can get it, first in its order first.
    let items: [[Int]]

    init(_ items: [[Int]]) {
        self.items = items
    }

    /// Items stand in the common order; it decides between those whom the session itself does not tell apart.
    init(_ compiled: CompiledRules, problem: SelectionProblem, pool: [Candidate]) {
        var byOption = [[Int]](repeating: [], count: compiled.rules.sessions.count)
        for (index, item) in problem.items.enumerated() {
            for option in problem.types[item.type].options where option.session >= 0 {
                byOption[Int(option.session)].append(index)
            }
        }
        let scoring = Scoring(rules: compiled.rules.ranking ?? RankingRules())
        items = byOption.enumerated().map { session, members in
            let rules = compiled.rules.sessions[session]
            let isGuaranteedAnywhere = problem.types.contains(where: \.isGuaranteed)
            guard rules.hasOwnOrder || isGuaranteedAnywhere else { return members }
            let keys = members.map { item in
                Key(problem.items[item], problem, pool, compiled, session: session, rules, scoring)
            }
            return members.indices.sorted { left, right in
                keys[left].precedes(keys[right]) ?? (members[left] < members[right])
            }.map { members[$0] }
        }
    }

    private struct Key {
        /// -1 for guaranteed places, then the first preference that holds.
        let preference: Int
        let scores: [Score?]

        init(
            _ item: SelectionItem,
            _ problem: SelectionProblem,
            _ pool: [Candidate],
            _ compiled: CompiledRules,
            session: Int,
            _ rules: SelectionSession,
            _ scoring: Scoring
        ) {
            let candidate = pool[item.members[0]]
            let prefers = compiled.sessionPrefers[session]
            if problem.types[item.type].isGuaranteed {
                preference = -1
            } else if prefers.isEmpty {
                preference = 0
            } else {
                let attributes = compiled.attributes(of: candidate)
                preference = prefers.firstIndex { $0.isTrue(in: attributes) } ?? prefers.count
            }
            scores = (rules.rankBy ?? []).map { criterion in
                let name = criterion.hasPrefix("criterion.") ? String(criterion.dropFirst(10)) : criterion
                return scoring.score(of: candidate, criterion: name)
            }
        }

        /// Nil where the session does not tell the two apart; whoever has no points comes after those who have.
        func precedes(_ other: Key) -> Bool? {
            if preference != other.preference { return preference < other.preference }
            for (own, theirs) in zip(scores, other.scores) where own != theirs {
                guard let own else { return false }
                guard let theirs else { return true }
                return own > theirs
            }
            return nil
        }
    }

    // MARK: - Matching

    /// The stable list; throws where a guaranteed place cannot be given.
    func list(_ problem: SelectionProblem) throws(ListFailure) -> ListOutcome {
        var offsets = [0]
        var wishes: [DeferredAcceptance.Wish] = []
        for item in problem.items {
            for option in problem.types[item.type].options {
                wishes.append(DeferredAcceptance.Wish(session: option.session, place: 0))
            }
            offsets.append(wishes.count)
        }
        var sessions = problem.sessionIDs.indices.map {
            DeferredAcceptance.Session(capacity: max(0, problem.rows[1 + $0].upper))
        }
        let cellOfRow = addCells(problem, to: &sessions)
        for (session, members) in items.enumerated() {
            for (place, item) in members.enumerated() {
                let options = problem.types[problem.items[item].type].options
                guard let index = options.firstIndex(where: { Int($0.session) == session }) else { continue }
                wishes[offsets[item] + index].place = Int32(place)
                for use in options[index].uses {
                    if let cell = cellOfRow[Int(use.row)] { wishes[offsets[item] + index].cell = Int32(cell) }
                }
            }
        }
        let matching = DeferredAcceptance(sessions: sessions, wishes: wishes, offsets: offsets).run()
        return try outcome(problem, matching, wishes, offsets)
    }

    /// Rows of a session's quota become kinds of people in it.
    private func addCells(_ problem: SelectionProblem, to sessions: inout [DeferredAcceptance.Session]) -> [Int: Int] {
        var cellOfRow: [Int: Int] = [:]
        for type in problem.types {
            for option in type.options where option.session >= 0 {
                for use in option.uses {
                    let row = problem.rows[Int(use.row)]
                    guard row.kind == .quota, cellOfRow[Int(use.row)] == nil else { continue }
                    let session = Int(option.session)
                    cellOfRow[Int(use.row)] = sessions[session].cells.count
                    sessions[session].cells.append(
                        DeferredAcceptance.Cell(least: max(0, row.lower), most: row.upper)
                    )
                }
            }
        }
        return cellOfRow
    }

    private func outcome(
        _ problem: SelectionProblem,
        _ matching: [Int],
        _ wishes: [DeferredAcceptance.Wish],
        _ offsets: [Int]
    ) throws(ListFailure) -> ListOutcome {
        var last = [Int](repeating: 0, count: problem.sessionIDs.count)
        var outcome = ListOutcome(
            option: matching,
            cause: Array(repeating: nil, count: matching.count),
            filled: 0,
            softMisses: [],
            solves: 0
        )
        for (item, option) in matching.enumerated() where option >= 0 {
            let wish = wishes[offsets[item] + option]
            last[Int(wish.session)] = max(last[Int(wish.session)], Int(wish.place) + 1)
            outcome.filled += problem.types[problem.items[item].type].seats
        }
        for (item, option) in matching.enumerated() where option < 0 {
            if problem.types[problem.items[item].type].isGuaranteed { throw .infeasible }
            guard offsets[item] < offsets[item + 1] else {
                outcome.cause[item] = .noSession
                continue
            }
            let first = wishes[offsets[item]]
            outcome.cause[item] = .outranked(
                row: 1 + Int(first.session),
                place: Int(first.place) + 1,
                last: last[Int(first.session)]
            )
        }
        return outcome
    }

    // MARK: - JSON

    var json: JSONValue {
        .array(items.map { .array($0.map { .number(String($0)) }) })
    }

    /// Nil unless every session lists exactly the items that can get it, each once.
    init?(_ json: JSONValue, problem: SelectionProblem) {
        guard let lists = json.elements, lists.count == problem.sessionIDs.count else { return nil }
        var items: [[Int]] = []
        for (session, list) in lists.enumerated() {
            let members = (list.elements ?? []).compactMap(\.integer)
            let able = problem.items.indices.filter { item in
                problem.types[problem.items[item].type].options.contains { Int($0.session) == session }
            }
            guard members.sorted() == able else { return nil }
            items.append(members)
        }
        self.items = items
    }
}
