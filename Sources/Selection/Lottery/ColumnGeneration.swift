/// The exact leximin over whole lists, for pools whose fractional bound no lists attain: small and tight ones.
///
/// A master program mixes the lists known so far; its prices say which people are badly served, and a whole-number program
/// finds the list that serves them best, until no list helps. Then whoever holds the level down is fixed, and so on. Types
/// that no list can hold are found first and stay at zero.
final class ColumnGeneration {
    enum Failure: Error {
        case undecided
    }

    static let improvementMin = 1e-7
    static let roundsMax = 4_000

    private let lottery: LotteryModel
    private let program: IntegerProgram
    private var lists: [[Int]] = []
    private var known: Set<[Int]> = []
    private var level: [Double?]
    private(set) var unreachable: [Int] = []
    private(set) var rounds = 0

    init(_ lottery: LotteryModel) {
        self.lottery = lottery
        program = lottery.program
        level = lottery.supply.map { _ in nil }
    }

    /// The lottery and each type's chance in it.
    func solve(startingWith start: [[Int]]) throws(Failure) -> [(weight: Double, list: [Int])] {
        for list in start { add(list) }
        try coverEverybody()
        while lottery.typeColumns.contains(where: { level[$0] == nil }) { try settleLevel() }
        let master = try solved(masterProgram(loosening: 1e-9))
        return lists.indices.map { (max(0, master.value[1 + $0]), lists[$0]) }.filter { $0.weight > 1e-10 }
    }

    @discardableResult
    private func add(_ list: [Int]) -> Bool {
        guard known.insert(list).inserted else { return false }
        lists.append(list)
        return true
    }

    /// The valid list worth most; nil when there is none.
    private func best(_ worth: [Double]) throws(Failure) -> [Int]? {
        switch program.solve(costs: worth.map { -$0 }) {
        case .solution(let list): return list
        case .infeasible: return nil
        case .undecided: throw .undecided
        }
    }

    private func coverEverybody() throws(Failure) {
        for column in lottery.typeColumns where !lists.contains(where: { $0[column] > 0 }) {
            var worth = [Double](repeating: 0, count: lottery.columnCount)
            for other in lottery.typeColumns where !lists.contains(where: { $0[other] > 0 }) { worth[other] = 1e-3 }
            worth[column] = 1
            let list = try best(worth)
            // Even a list without the column is one to start from: there may be nothing but the empty one.
            if let list { add(list) }
            if list.map({ $0[column] == 0 }) ?? true {
                unreachable.append(column)
                level[column] = 0
            }
        }
    }

    /// Column 0 is the level z, then one column a list; row 0 is the sum of weights, then one row a type.
    private func masterProgram(loosening: Double) -> BoundedSimplex {
        let types = lottery.typeColumns
        var columns: [[(row: Int, value: Double)]] = [[]]
        for (index, column) in types.enumerated() where level[column] == nil { columns[0].append((1 + index, -1)) }
        for list in lists {
            var entries: [(row: Int, value: Double)] = [(0, 1)]
            for (index, column) in types.enumerated() where list[column] > 0 {
                entries.append((1 + index, Double(list[column]) / Double(lottery.supply[column])))
            }
            columns.append(entries)
        }
        let simplex = BoundedSimplex(rowCount: 1 + types.count, columns: columns)
        simplex.setRow(0, 1, 1)
        for (index, column) in types.enumerated() {
            simplex.setRow(1 + index, max(0, (level[column] ?? 0) - loosening), .infinity)
        }
        simplex.upper[0] = 1
        simplex.cost[0] = -1
        for index in lists.indices { simplex.upper[1 + index] = .infinity }
        return simplex
    }

    private func solved(_ simplex: BoundedSimplex) throws(Failure) -> BoundedSimplex {
        var loosening = 1e-8
        var simplex = simplex
        while simplex.minimise() != .optimal {
            // Rounding of earlier levels can make a later stage impossible by a hair.
            guard loosening < 1e-4 else { throw .undecided }
            simplex = masterProgram(loosening: loosening)
            loosening *= 10
        }
        return simplex
    }

    private func settleLevel() throws(Failure) {
        let types = lottery.typeColumns
        while true {
            rounds += 1
            guard rounds <= Self.roundsMax else { throw .undecided }
            let master = try solved(masterProgram(loosening: 1e-9))
            // Row multipliers of `>=` rows are positive prices when the sum of costs is minimised.
            let prices = types.indices.map { max(0, master.multipliers[1 + $0]) }
            var worth = [Double](repeating: 0, count: lottery.columnCount)
            for (index, column) in types.enumerated() { worth[column] = prices[index] / Double(lottery.supply[column]) }
            let list = try best(worth)
            let gain = list.map { list in
                master.multipliers[0] + zip(worth, list).reduce(0.0) { $0 + $1.0 * Double($1.1) }
            }
            if let list, let gain, gain > Self.improvementMin, add(list) { continue }
            let z = master.value[0]
            let open = types.indices.filter { level[types[$0]] == nil }
            var newly = open.filter { prices[$0] > 1e-7 }
            if newly.isEmpty { newly = open }
            for index in newly { level[types[index]] = max(0, z) }
            return
        }
    }
}
