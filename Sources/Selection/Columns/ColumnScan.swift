/// What a scan walks: applications by position in the order.
struct ScanInput {
    /// Rows and types; one option a type.
    var problem: SelectionProblem
    /// Type at each position.
    var types: [Int32]
    /// Index into the columns of caps at each position.
    var order: [Int32]
    /// For each bound per organisation and the like the value of everybody, -1 for none; and the bound of each value.
    var caps: [[Int32]]
    var capMaximum: [[Int32]]
}

/// `OrderScan` over columns: takes whoever fits, in order, by counting alone, and claims nothing where that proves nothing.
struct ColumnScan {
    private let source: ScanInput
    private let problem: SelectionProblem
    private var have: [Int]
    private let lower: [Int]
    private let upper: [Int]
    private let isPlain: [Bool]
    private let partition: [Int]
    private var unmet: [Int]
    private var left: Int
    private var filled = 0
    /// Places given for each value of each bound per organisation or address.
    private var capHave: [[Int32]]
    /// Rows a type uses, and how often, one type after another.
    private var useStart: [Int32] = [0]
    private var uses: [RowUse] = []
    private var outcome: ColumnOutcome
    private let capCodes: [Int32]
    private let fullCode: Int32
    private var rowCodes: [Int32]
    /// The last list of unmet rows, valid while nobody is taken.
    private var neededCodes: [Int32]
    private var neededAt: [Int]
    private var taken = 0

    init(_ run: ScanInput) {
        source = run
        problem = run.problem
        have = Array(repeating: 0, count: problem.rows.count)
        lower = problem.rows.map(\.lower)
        upper = problem.rows.map(\.upper)
        isPlain = problem.rows.map { $0.scale == 1 }
        partition = problem.rows.map(\.partition)
        unmet = Array(repeating: 0, count: (partition.max() ?? 0) + 1)
        for row in problem.rows where row.partition > 0 && row.lower > 0 { unmet[row.partition] += row.lower }
        left = problem.capacity
        capHave = run.capMaximum.map { Array(repeating: 0, count: $0.count) }
        var outcome = ColumnOutcome(count: run.types.count)
        fullCode = outcome.code(of: .full)
        // Bounds per organisation have no rows here; they are known by numbers below zero.
        capCodes = run.caps.indices.map { outcome.code(of: .row(-1 - $0)) }
        rowCodes = problem.rows.indices.map { outcome.code(of: .row($0)) }
        self.outcome = outcome
        neededCodes = Array(repeating: 0, count: unmet.count)
        neededAt = Array(repeating: -1, count: unmet.count)
        for type in problem.types {
            uses += type.options[0].uses
            useStart.append(Int32(uses.count))
        }
    }

    /// The best list, or nil when counting alone does not decide.
    mutating func run() -> ColumnOutcome? {
        guard problem.softCount == 0 else { return nil }
        let guaranteed = problem.types.map(\.isGuaranteed)
        let seats = problem.types.map(\.seats)
        if guaranteed.contains(true) {
            for position in source.types.indices where guaranteed[Int(source.types[position])] {
                if !place(position, seats: seats) { return nil }
            }
            for position in source.types.indices where !guaranteed[Int(source.types[position])] {
                _ = place(position, seats: seats)
            }
        } else {
            var position = 0
            while position < source.types.count, left > 0 {
                _ = place(position, seats: seats)
                position += 1
            }
            for rest in position..<source.types.count { outcome.cause[rest] = fullCode }
        }
        return isBest(seats) ? outcome : nil
    }

    @inline(__always)
    private mutating func place(_ position: Int, seats: [Int]) -> Bool {
        let type = Int(source.types[position])
        let person = Int(source.order[position])
        let code = left == 0 ? fullCode : obstacle(type, person, seats[type])
        outcome.cause[position] = code
        guard code == ColumnOutcome.taken else { return false }
        take(type, person, seats[type])
        return true
    }

    @inline(__always)
    private mutating func obstacle(_ type: Int, _ person: Int, _ seats: Int) -> Int32 {
        let range = Int(useStart[type])..<Int(useStart[type + 1])
        for index in range {
            let use = uses[index]
            let row = Int(use.row)
            if row != 0, isPlain[row], have[row] + Int(use.count) > upper[row] { return rowCodes[row] }
        }
        for cap in source.caps.indices {
            let value = source.caps[cap][person]
            if value >= 0, Int(capHave[cap][Int(value)]) + seats > Int(source.capMaximum[cap][Int(value)]) {
                return capCodes[cap]
            }
        }
        if seats > left { return fullCode }
        for partition in unmet.indices where unmet[partition] > left - seats {
            var after = unmet[partition]
            for index in range {
                let row = Int(uses[index].row)
                if self.partition[row] == partition {
                    after -= min(Int(uses[index].count), max(0, lower[row] - have[row]))
                }
            }
            if after > left - seats { return needed(partition) }
        }
        return ColumnOutcome.taken
    }

    private mutating func needed(_ partition: Int) -> Int32 {
        if neededAt[partition] != taken {
            let rows = lower.indices.filter { self.partition[$0] == partition && have[$0] < lower[$0] }
            neededCodes[partition] = outcome.code(of: .needed(rows))
            neededAt[partition] = taken
        }
        return neededCodes[partition]
    }

    @inline(__always)
    private mutating func take(_ type: Int, _ person: Int, _ seats: Int) {
        for index in Int(useStart[type])..<Int(useStart[type + 1]) {
            let use = uses[index]
            let row = Int(use.row)
            let missing = max(0, lower[row] - have[row])
            have[row] += Int(use.count)
            if partition[row] > 0, missing > 0 { unmet[partition[row]] -= min(missing, Int(use.count)) }
            if row == 0 { left -= Int(use.count) }
        }
        for cap in source.caps.indices {
            let value = source.caps[cap][person]
            if value >= 0 { capHave[cap][Int(value)] += Int32(seats) }
        }
        filled += seats
        taken += 1
    }

    private func isBest(_ seats: [Int]) -> Bool {
        for row in have.indices { if have[row] < lower[row] || have[row] > upper[row] { return false } }
        guard problem.fillsFirst else { return true }
        var wanted = 0
        for type in source.types { wanted += seats[Int(type)] }
        return filled == min(problem.capacity, wanted)
    }
}
