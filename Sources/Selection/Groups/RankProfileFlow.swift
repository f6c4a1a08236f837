/// Wishes arranged by rank where sessions have places and no further rules: a flow of least cost.
///
/// First as many people as can be are placed, one after the other along the cheapest chain of moves, so that the cost is
/// the least for every number placed (Edmonds and Karp 1972). A wish of rank r costs (n + 1)^(r - 1), so one worse rank
/// weighs more than any number of better ones, in whole numbers. Then, person by person in order, their better wishes are
/// tried along chains that cost nothing: of all arrangements with these ranks the best one in order is left.
struct RankProfileFlow {
    private static let sessionsMax = 1_000
    /// Bits that costs may take.
    private static let costBitsMax = 118

    private let problem: SelectionProblem
    /// By item: session and cost of each option.
    private let options: [[(session: Int, cost: Int128)]]
    private let capacity: [Int]
    private var load: [Int]
    private var total = 0
    private var at: [Int]
    private var moves: MoveTable
    /// Stands for having no place.
    private var outside: Int { capacity.count }
    /// Stands for the spare places of all sessions: whatever one has too many there, another can have too few.
    private var spare: Int { capacity.count + 1 }

    /// Nil where other rules take part, or the costs do not fit; the general search answers then.
    static func list(_ problem: SelectionProblem) -> ListOutcome? {
        guard var flow = RankProfileFlow(problem) else { return nil }
        flow.fill()
        flow.arrangeInOrder()
        return flow.outcome
    }

    private init?(_ problem: SelectionProblem) {
        let sessions = problem.sessionIDs.count
        let ranks = problem.rows.filter { $0.kind == .rank }
        guard !ranks.isEmpty, ranks.count == problem.softCount, sessions <= Self.sessionsMax,
            problem.rows.count == 1 + sessions + ranks.count,
            problem.types.allSatisfy({ type in
                type.seats == 1 && !type.isGuaranteed && type.options.allSatisfy { $0.session >= 0 }
            })
        else { return nil }
        let count = problem.items.count
        let bits = Int.bitWidth - (count + 1).leadingZeroBitCount
        guard bits * (ranks.count + 1) <= Self.costBitsMax else { return nil }
        var cost: [Int128] = [0]
        for _ in ranks { cost.append(cost.count == 1 ? 1 : cost[cost.count - 1] * Int128(count + 1)) }
        self.problem = problem
        let byType = problem.types.map { type in
            type.options.enumerated().map { (session: Int($1.session), cost: cost[min($0, ranks.count)]) }
        }
        options = problem.items.map { byType[$0.type] }
        capacity = (0..<sessions).map { max(0, problem.rows[1 + $0].upper) }
        load = Array(repeating: 0, count: sessions)
        at = Array(repeating: -1, count: count)
        moves = MoveTable(nodes: sessions + 1)
        for item in at.indices { enter(item) }
    }

    // MARK: - Moves

    private func node(of item: Int) -> Int { at[item] < 0 ? outside : options[item][at[item]].session }

    private func cost(of item: Int) -> Int128 { at[item] < 0 ? 0 : options[item][at[item]].cost }

    /// Offers the moves that an item could make from where it is.
    private mutating func enter(_ item: Int) {
        let (from, own) = (node(of: item), cost(of: item))
        for (index, option) in options[item].enumerated() where index != at[item] {
            moves.offer(from: from, to: option.session, cost: option.cost - own, item: item)
        }
        if at[item] >= 0 { moves.offer(from: from, to: outside, cost: -own, item: item) }
        moves.place(item, at: from)
    }

    private mutating func move(_ item: Int, to node: Int) {
        if at[item] >= 0 { load[options[item][at[item]].session] -= 1 } else { total += 1 }
        at[item] = options[item].firstIndex { $0.session == node } ?? -1
        if at[item] >= 0 { load[node] += 1 } else { total -= 1 }
        enter(item)
    }

    private mutating func chains(from start: Int) -> ShortestChains {
        ShortestChains(
            from: start,
            isFree: capacity.indices.map { load[$0] < capacity[$0] },
            isTaken: load.map { $0 > 0 },
            &moves
        )
    }

    // MARK: - Filling

    private mutating func fill() {
        while total < problem.capacity {
            let search = chains(from: outside)
            guard search.isReached(spare) else { return }
            // From the end, so that every place a person moves to has just become free.
            for step in search.chain(to: spare) { move(step.item, to: step.node) }
        }
    }

    // MARK: - Order

    private mutating func arrangeInOrder() {
        for item in problem.items.indices {
            let wanted = at[item] < 0 ? options[item].count : at[item]
            moves.remove(item)
            for option in 0..<wanted where tryOption(option, item) { break }
        }
    }

    /// Whether the item can have the option at no cost, while those before it keep theirs; makes the moves.
    private mutating func tryOption(_ option: Int, _ item: Int) -> Bool {
        let wish = options[item][option]
        let gain = cost(of: item) - wish.cost
        let search = chains(from: wish.session)
        let ends = at[item] >= 0 ? [node(of: item), spare] : [outside]
        guard let end = ends.first(where: { search.isReached($0) && search.distance[$0] == gain }) else { return false }
        for step in search.chain(to: end) { move(step.item, to: step.node) }
        if at[item] >= 0 { load[options[item][at[item]].session] -= 1 } else { total += 1 }
        at[item] = option
        load[wish.session] += 1
        return true
    }

    private var outcome: ListOutcome {
        var outcome = ListOutcome(
            option: at,
            cause: Array(repeating: nil, count: at.count),
            filled: total,
            softMisses: Array(repeating: 0, count: problem.softCount),
            solves: 0
        )
        for (item, option) in at.enumerated() {
            guard option >= 0 else {
                let first = options[item].first?.session
                outcome.cause[item] = first.map { .row(1 + $0) } ?? .noSession
                continue
            }
            // The rows of ranks stand from the worst to the second.
            if option > 0 { outcome.softMisses[problem.softCount - min(option, problem.softCount)] += 1 }
        }
        return outcome
    }
}

/// For each pair of nodes the cheapest move of one person; people who moved on are skipped when they come up.
private struct MoveTable {
    struct Offer {
        var cost: Int128
        var item: Int32
    }

    let nodes: Int
    private var heaps: [[Offer]]
    private var nodeOfItem: [Int32: Int32] = [:]

    init(nodes: Int) {
        self.nodes = nodes
        heaps = Array(repeating: [], count: nodes * nodes)
    }

    mutating func place(_ item: Int, at node: Int) { nodeOfItem[Int32(item)] = Int32(node) }

    /// The item stays where it is from now on.
    mutating func remove(_ item: Int) { nodeOfItem[Int32(item)] = nil }

    mutating func offer(from: Int, to: Int, cost: Int128, item: Int) {
        let heap = from * nodes + to
        heaps[heap].append(Offer(cost: cost, item: Int32(item)))
        var child = heaps[heap].count - 1
        while child > 0, Self.precedes(heaps[heap][child], heaps[heap][(child - 1) / 2]) {
            heaps[heap].swapAt(child, (child - 1) / 2)
            child = (child - 1) / 2
        }
    }

    mutating func cheapest(from: Int, to: Int) -> Offer? {
        let heap = from * nodes + to
        while let first = heaps[heap].first {
            if nodeOfItem[first.item] == Int32(from) { return first }
            removeFirst(heap)
        }
        return nil
    }

    private mutating func removeFirst(_ heap: Int) {
        let last = heaps[heap].removeLast()
        guard !heaps[heap].isEmpty else { return }
        heaps[heap][0] = last
        var parent = 0
        while true {
            var child = 2 * parent + 1
            guard child < heaps[heap].count else { return }
            if child + 1 < heaps[heap].count, Self.precedes(heaps[heap][child + 1], heaps[heap][child]) { child += 1 }
            guard Self.precedes(heaps[heap][child], heaps[heap][parent]) else { return }
            heaps[heap].swapAt(parent, child)
            parent = child
        }
    }

    private static func precedes(_ left: Offer, _ right: Offer) -> Bool {
        left.cost != right.cost ? left.cost < right.cost : left.item < right.item
    }
}

/// Cheapest chains of moves from one node to all others (Bellman and Ford); there are no chains that cost less than
/// nothing and come back, because every arrangement so far is the cheapest of its size.
///
/// Nodes: the sessions, then having no place, then the spare places, which cost nothing to enter or leave.
private struct ShortestChains {
    private(set) var distance: [Int128]
    private var reached: [Bool]
    private var step: [(from: Int, item: Int)]
    private let start: Int

    init(from start: Int, isFree: [Bool], isTaken: [Bool], _ moves: inout MoveTable) {
        let spare = isFree.count + 1
        let nodes = spare + 1
        self.start = start
        distance = Array(repeating: 0, count: nodes)
        reached = Array(repeating: false, count: nodes)
        step = Array(repeating: (-1, -1), count: nodes)
        reached[start] = true
        var queue = [start]
        var isQueued = [Bool](repeating: false, count: nodes)
        var head = 0
        while head < queue.count {
            let from = queue[head]
            head += 1
            isQueued[from] = false
            for to in 0..<nodes where to != from && to != start {
                var edge: (cost: Int128, item: Int)?
                if to == spare {
                    if from < isFree.count, isFree[from] { edge = (0, -1) }
                } else if from == spare {
                    if to < isTaken.count, isTaken[to] { edge = (0, -1) }
                } else {
                    edge = moves.cheapest(from: from, to: to).map { ($0.cost, Int($0.item)) }
                }
                guard let edge else { continue }
                let length = distance[from] + edge.cost
                if reached[to], distance[to] <= length { continue }
                distance[to] = length
                reached[to] = true
                step[to] = (from, edge.item)
                if !isQueued[to] {
                    isQueued[to] = true
                    queue.append(to)
                }
            }
        }
    }

    func isReached(_ node: Int) -> Bool { reached[node] }

    /// The moves of people from the last to the first.
    func chain(to end: Int) -> [(item: Int, node: Int)] {
        var moves: [(item: Int, node: Int)] = []
        var node = end
        while node != start {
            if step[node].item >= 0 { moves.append((step[node].item, node)) }
            node = step[node].from
        }
        return moves
    }
}
