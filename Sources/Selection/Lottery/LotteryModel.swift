/// The lists a lottery draws from, as counts per kind of application: bounds of the columns and rows in whole numbers.
///
/// A kind that can get one of several sessions has one column for how many of it have a place at all, with the uses of its
/// first session, and for every further session a column that moves some of them there: its uses are the difference, and a
/// row keeps those who stay from becoming fewer than none. So a chance is one column's count, wherever the place is.
struct LotteryModel {
    let model: TypeModel
    let program: IntegerProgram
    /// Columns of types; the others are moves to further sessions and misses of soft quotas.
    let typeColumns: [Int]
    /// Column of each item; -1 for those no session fits.
    let columnOfItem: [Int]
    /// Number of applications of each column's type; 0 for moves and misses.
    let supply: [Int]
    /// For each column that moves people: the column of their type and the option they are moved to.
    let move: [Move?]

    struct Move: Hashable, Sendable {
        var from: Int
        var option: Int
    }

    init(_ model: TypeModel) {
        self.model = model
        columnOfItem = model.typeOfItem.map { model.columnsOfType[$0].first ?? -1 }
        typeColumns = model.columnsOfType.compactMap(\.first)
        var supply = [Int](repeating: 0, count: model.columns.count)
        var move = [Move?](repeating: nil, count: model.columns.count)
        for (type, columns) in model.columnsOfType.enumerated() {
            guard let first = columns.first else { continue }
            supply[first] = model.count[type]
            for (option, column) in columns.enumerated().dropFirst() {
                move[column] = Move(from: first, option: option)
            }
        }
        self.supply = supply
        self.move = move
        program = move.contains { $0 != nil } ? Self.withMoves(model) : model.program
    }

    var columnCount: Int { program.columns.count }
    var rowCount: Int { program.rowLower.count }

    /// The row of a type's number becomes the row of those who stay in their first session.
    private static func withMoves(_ model: TypeModel) -> IntegerProgram {
        let base = model.program
        var columns = base.columns
        var (lower, upper, rowLower, rowUpper) = (base.lower, base.upper, base.rowLower, base.rowUpper)
        for (type, own) in model.columnsOfType.enumerated() {
            guard own.count > 1, let stay = model.supplyRow[type] else { continue }
            let first = columns[own[0]].filter { Int($0.row) != stay }
            for column in own.dropFirst() {
                var uses: [Int32: Int] = [:]
                for use in columns[column] where Int(use.row) != stay { uses[use.row, default: 0] += Int(use.count) }
                for use in first { uses[use.row, default: 0] -= Int(use.count) }
                columns[column] =
                    uses.filter { $0.value != 0 }.map { RowUse(Int($0.key), $0.value) }
                    .sorted { $0.row < $1.row } + [RowUse(stay, -1)]
            }
            columns[own[0]] = first + [RowUse(stay, 1)]
            lower[own[0]] = rowLower[stay]
            upper[own[0]] = rowUpper[stay]
            rowLower[stay] = 0
            rowUpper[stay] = QuotaRow.unlimited
        }
        return IntegerProgram(columns: columns, rowLower: rowLower, rowUpper: rowUpper, lower: lower, upper: upper)
    }

    /// The options of the people whom a list takes of a type's column, most wanted first.
    func options(of column: Int, in list: [Int]) -> [Int] { Self.options(of: column, in: list, move) }

    static func options(of column: Int, in list: [Int], _ move: [Move?]) -> [Int] {
        let moves = move.indices.filter { move[$0]?.from == column && list[$0] > 0 }
        let stay = list[column] - moves.reduce(0) { $0 + list[$1] }
        return Array(repeating: 0, count: max(0, stay))
            + moves.flatMap { Array(repeating: move[$0]?.option ?? 0, count: list[$0]) }
    }
}

/// How equal chances can be made at most, before whole lists are asked for: a chance for each column, and the proof.
struct FractionalChances {
    /// Chance of each type's column; for a miss, its value.
    var chance: [Double]
    /// The point itself: how many of each column on average.
    var point: [Double]
    var levels: [Double]
    /// Weights per column and multipliers per row that bound the smallest chance of any lottery.
    var certificate: LotteryCertificate
    /// The smallest chance as the fraction it is, where the proof gives exactly that.
    var level: WholeFraction?
    var pivots: Int
}
