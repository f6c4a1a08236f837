/// The whole-number program of a selection: how many of each kind of application and option a list holds.
///
/// Only rows that can bind are kept. Types whose options differ get a row for their number; soft rows get two more
/// columns, for what is missing and for what is too much.
struct TypeModel {
    struct Column: Sendable {
        /// Local type; -1 for a miss of a soft row.
        var type: Int
        var option: Int
    }

    let problem: SelectionProblem
    /// Local type of each item.
    let typeOfItem: [Int]
    /// Items of each local type, in the order of the pool.
    let count: [Int]
    let seats: [Int]
    let isGuaranteed: [Bool]
    /// Columns of each local type, most wanted option first.
    let columnsOfType: [[Int]]
    let columns: [Column]
    /// Problem row of each local row; nil for rows of the model itself.
    let problemRow: [Int?]
    /// Local row of each problem row that was kept.
    let localRow: [Int: Int]
    /// Row of the total miss of each soft quota.
    let softRow: [Int]
    /// Row of the number of each type with several options.
    let supplyRow: [Int?]
    /// Rows whose sum of misses is what the model minimises when it explains a conflict.
    let program: IntegerProgram

    /// - Parameter counts: applications of each type, where the problem does not list them one by one.
    init(_ problem: SelectionProblem, activeCaps: Set<Int32>, counts: [Int]? = nil) {
        self.problem = problem
        var typeOfItem: [Int] = []
        var count = counts ?? []
        var uses: [[ItemType.Option]] = counts == nil ? [] : problem.types.map(\.options)
        var source = counts == nil ? [] : Array(problem.types.indices)
        if counts == nil { Self.merge(problem, activeCaps, &typeOfItem, &count, &uses, &source) }
        let kept = Self.bindingRows(problem, uses, count, activeCaps)
        var localRow: [Int: Int] = [:]
        for (index, row) in kept.enumerated() { localRow[row] = index }
        var build = ProgramBuild(rowCount: kept.count)
        for row in kept { build.bounds.append((problem.rows[row].lower, problem.rows[row].upper)) }
        var problemRow: [Int?] = kept
        softRow = build.addSofts(problem, kept, &problemRow)
        var supplyRow: [Int?] = []
        var columns: [Column] = build.columns.map { _ in Column(type: -1, option: 0) }
        var columnsOfType: [[Int]] = []
        for (type, options) in uses.enumerated() {
            let guaranteed = problem.types[source[type]].isGuaranteed
            var supply: Int?
            if options.count > 1 {
                supply = build.addRow(guaranteed ? count[type] : 0, count[type])
                problemRow.append(nil)
            }
            supplyRow.append(supply)
            var own: [Int] = []
            for (index, option) in options.enumerated() {
                var local = option.uses.compactMap { use in localRow[Int(use.row)].map { RowUse($0, Int(use.count)) } }
                if let supply { local.append(RowUse(supply, 1)) }
                own.append(columns.count)
                columns.append(Column(type: type, option: index))
                build.addColumn(local, guaranteed && supply == nil ? count[type] : 0, count[type])
            }
            columnsOfType.append(own)
        }
        self.typeOfItem = typeOfItem
        self.count = count
        seats = source.map { problem.types[$0].seats }
        isGuaranteed = source.map { problem.types[$0].isGuaranteed }
        self.columnsOfType = columnsOfType
        self.columns = columns
        self.problemRow = problemRow
        self.localRow = localRow
        self.supplyRow = supplyRow
        program = build.program()
    }

    /// Items with the same type and the same active caps become one local type.
    private static func merge(
        _ problem: SelectionProblem,
        _ activeCaps: Set<Int32>,
        _ typeOfItem: inout [Int],
        _ count: inout [Int],
        _ uses: inout [[ItemType.Option]],
        _ source: inout [Int]
    ) {
        struct Key: Hashable {
            var type: Int
            var caps: [RowUse]
        }
        var known: [Key: Int] = [:]
        typeOfItem.reserveCapacity(problem.items.count)
        for item in problem.items {
            let caps = item.caps.isEmpty ? [] : item.caps.filter { activeCaps.contains($0.row) }
            let key = Key(type: item.type, caps: caps)
            if let index = known[key] {
                count[index] += 1
                typeOfItem.append(index)
                continue
            }
            known[key] = count.count
            typeOfItem.append(count.count)
            count.append(1)
            source.append(item.type)
            uses.append(
                problem.types[item.type].options.map { option in
                    var all = option
                    all.uses = (option.uses + caps).sorted { $0.row < $1.row }
                    return all
                }
            )
        }
    }

    /// Row 0 and every row that all applications together could break or miss.
    private static func bindingRows(
        _ problem: SelectionProblem,
        _ uses: [[ItemType.Option]],
        _ count: [Int],
        _ activeCaps: Set<Int32>
    ) -> [Int] {
        var most = [Int](repeating: 0, count: problem.rows.count)
        var least = most
        for (type, options) in uses.enumerated() {
            for option in options {
                for use in option.uses where use.count > 0 { most[Int(use.row)] += Int(use.count) * count[type] }
                for use in option.uses where use.count < 0 { least[Int(use.row)] += Int(use.count) * count[type] }
            }
        }
        return problem.rows.indices.filter { row in
            if row == 0 { return true }
            if problem.rows[row].kind == .cap, !activeCaps.contains(Int32(row)) { return false }
            return most[row] > problem.rows[row].upper || least[row] < problem.rows[row].lower
        }
    }
}

/// Collects the rows and columns of a program.
private struct ProgramBuild {
    var bounds: [(lower: Int, upper: Int)] = []
    var columns: [[RowUse]] = []
    var lower: [Int] = []
    var upper: [Int] = []

    init(rowCount: Int) {
        bounds.reserveCapacity(rowCount)
    }

    mutating func addRow(_ low: Int, _ high: Int) -> Int {
        bounds.append((low, high))
        return bounds.count - 1
    }

    mutating func addColumn(_ uses: [RowUse], _ low: Int, _ high: Int) {
        columns.append(uses)
        lower.append(low)
        upper.append(high)
    }

    /// For each soft quota a row that sums its misses, and for each of its rows the columns of the misses.
    mutating func addSofts(_ problem: SelectionProblem, _ kept: [Int], _ problemRow: inout [Int?]) -> [Int] {
        var totals: [Int] = []
        for _ in 0..<problem.softCount {
            totals.append(addRow(0, QuotaRow.unlimited))
            problemRow.append(nil)
        }
        for (local, row) in kept.enumerated() {
            guard let soft = problem.rows[row].soft else { continue }
            let missMax = Self.missMax(problem, problem.rows[row])
            addColumn([RowUse(local, 1), RowUse(totals[soft], 1)], 0, missMax)
            addColumn([RowUse(local, -1), RowUse(totals[soft], 1)], 0, missMax)
        }
        return totals
    }

    /// More than any list can miss the row by; a finite bound keeps proofs in whole numbers.
    private static func missMax(_ problem: SelectionProblem, _ row: QuotaRow) -> Int {
        let bounds = [row.lower, row.upper].filter { abs($0) < QuotaRow.unlimited }.reduce(0) { $0 + abs($1) }
        return (problem.capacity + 1) * row.scale * 2 + bounds
    }

    func program() -> IntegerProgram {
        IntegerProgram(
            columns: columns,
            rowLower: bounds.map(\.lower),
            rowUpper: bounds.map(\.upper),
            lower: lower,
            upper: upper
        )
    }
}
