/// A simplex for few rows and many columns with bounds on both, started warm from its last basis.
///
/// Minimises `cost · x` subject to `lower <= x <= upper` and `rowLower <= A x <= rowUpper`. Row activities are variables
/// of their own, so the starting basis is always there. Where every bound a price points to is finite the dual method
/// runs: a change of bounds then costs few pivots. Else, or when that stalls, the primal method with a first phase that
/// minimises the sum of infeasibilities. Row multipliers prove what was found, infeasibility too. The inverse of the basis
/// is kept dense: R*R numbers, R being about a hundred. Everything goes by the order of the input, so the same input
/// gives the same steps.
final class BoundedSimplex {
    enum Status {
        case optimal, infeasible, unbounded, trouble
    }

    /// What changed since the last optimum.
    enum Change {
        case anything
        /// Bounds, not costs.
        case bounds
        /// Bounds of variables inside the basis alone.
        case basicBounds
    }

    static let feasibilityTolerance = 1e-9
    static let costTolerance = 1e-9
    static let pivotTolerance = 1e-9
    static let pivotsBetweenRefactorings = 80

    let rowCount: Int
    let columnCount: Int
    /// Structural variables, then the row activities.
    let variableCount: Int
    // The arrays below live as long as the object and never leave this class and its extensions but through subscripts
    // with indices of the class's own making; raw memory spares the bounds and exclusivity checks of the hot loops.
    /// Columns after one another: where each starts, its rows, its values.
    let starts: UnsafeMutablePointer<Int32>
    let rowIndex: UnsafeMutablePointer<Int32>
    let coefficient: UnsafeMutablePointer<Double>
    let lower: UnsafeMutablePointer<Double>
    let upper: UnsafeMutablePointer<Double>
    let cost: UnsafeMutablePointer<Double>
    let value: UnsafeMutablePointer<Double>
    let isAtUpper: UnsafeMutablePointer<Bool>
    /// Place in the basis, -1 outside of it.
    let place: UnsafeMutablePointer<Int32>
    let basis: UnsafeMutablePointer<Int32>
    /// Column-major inverse of the basis.
    let inverse: UnsafeMutablePointer<Double>
    /// Row multipliers of the last solve: prices when optimal, the proof when infeasible.
    let multipliers: UnsafeMutablePointer<Double>
    let basicCost: UnsafeMutablePointer<Double>
    let direction: UnsafeMutablePointer<Double>
    let pivotRow: UnsafeMutablePointer<Double>
    let reduced: UnsafeMutablePointer<Double>
    /// Variables whose bounds differed when the last solve from scratch began; the others never enter a basis in it.
    let active: UnsafeMutablePointer<Int32>
    var activeCount = 0
    /// All reduced costs are zero: only feasibility is asked for.
    var isCostless = false
    /// Which way a variable may move: 1 up from its lower bound, -1 down from its upper one, 0 basic or fixed.
    let mobility: UnsafeMutablePointer<Double>
    /// Variables that could enter, and the change of the right-hand side while others go to their other bound.
    let candidates: UnsafeMutablePointer<Int32>
    let shift: UnsafeMutablePointer<Double>
    /// Halves of columns: many columns share theirs, so row weights are summed once for each half and twice for a column.
    let halves: ColumnHalves
    var pivotsSinceRefactoring = 0
    /// The reduced costs belong to the present basis and costs.
    var hasReducedCosts = false
    /// Pivots of all solves, for figures.
    var pivotCount = 0

    init(rowCount: Int, columns: [[(row: Int, value: Double)]]) {
        self.rowCount = rowCount
        columnCount = columns.count
        variableCount = columns.count + rowCount
        let entries = columns.reduce(0) { $0 + $1.count }
        starts = .allocate(capacity: columns.count + 1)
        rowIndex = .allocate(capacity: max(1, entries))
        coefficient = .allocate(capacity: max(1, entries))
        func zeros(_ count: Int) -> UnsafeMutablePointer<Double> {
            let memory = UnsafeMutablePointer<Double>.allocate(capacity: max(1, count))
            memory.initialize(repeating: 0, count: max(1, count))
            return memory
        }
        lower = zeros(variableCount)
        upper = zeros(variableCount)
        cost = zeros(variableCount)
        value = zeros(variableCount)
        reduced = zeros(variableCount)
        pivotRow = zeros(variableCount)
        multipliers = zeros(rowCount)
        basicCost = zeros(rowCount)
        direction = zeros(rowCount)
        inverse = zeros(rowCount * rowCount)
        mobility = zeros(variableCount)
        shift = zeros(rowCount)
        candidates = .allocate(capacity: max(1, variableCount))
        halves = ColumnHalves(columns)
        isAtUpper = .allocate(capacity: max(1, variableCount))
        isAtUpper.initialize(repeating: false, count: max(1, variableCount))
        place = .allocate(capacity: max(1, variableCount))
        place.initialize(repeating: -1, count: max(1, variableCount))
        active = .allocate(capacity: max(1, variableCount))
        basis = .allocate(capacity: max(1, rowCount))
        basis.initialize(repeating: 0, count: max(1, rowCount))
        var next = 0
        starts[0] = 0
        for (index, column) in columns.enumerated() {
            for entry in column {
                (rowIndex + next).initialize(to: Int32(entry.row))
                (coefficient + next).initialize(to: entry.value)
                next += 1
            }
            (starts + index + 1).initialize(to: Int32(next))
        }
        startFromRows()
    }

    deinit {
        for memory in [
            coefficient, lower, upper, cost, value, reduced, pivotRow, multipliers, basicCost, direction, inverse,
            mobility, shift,
        ] { memory.deallocate() }
        starts.deallocate()
        rowIndex.deallocate()
        isAtUpper.deallocate()
        place.deallocate()
        basis.deallocate()
        active.deallocate()
        candidates.deallocate()
    }

    func setRow(_ row: Int, _ low: Double, _ high: Double) {
        lower[columnCount + row] = low
        upper[columnCount + row] = high
    }

    /// Back to the basis of row activities, whose inverse is exact.
    func startFromRows() {
        for variable in 0..<variableCount {
            place[variable] = Int32(variable < columnCount ? -1 : variable - columnCount)
        }
        for entry in 0..<(rowCount * rowCount) { inverse[entry] = 0 }
        for row in 0..<rowCount {
            basis[row] = Int32(columnCount + row)
            inverse[row * rowCount + row] = -1
        }
        pivotsSinceRefactoring = 0
        hasReducedCosts = false
    }

    /// Solves from the present basis.
    func minimise(_ change: Change = .anything) -> Status {
        switch solveDual(change) {
        case .optimal:
            setTrueCosts()
            price()
            return .optimal
        case .infeasible: return .infeasible
        case .unbounded, .trouble:
            hasReducedCosts = false
            return minimisePrimal()
        }
    }

    // MARK: - Pieces both methods use

    func computeBasicValues() {
        let right = pivotRow
        for row in 0..<rowCount { right[row] = 0 }
        for variable in 0..<columnCount where place[variable] < 0 && value[variable] != 0 {
            let amount = value[variable]
            for entry in Int(starts[variable])..<Int(starts[variable + 1]) {
                right[Int(rowIndex[entry])] -= coefficient[entry] * amount
            }
        }
        for row in 0..<rowCount where place[columnCount + row] < 0 { right[row] += value[columnCount + row] }
        for i in 0..<rowCount { direction[i] = 0 }
        for row in 0..<rowCount where right[row] != 0 {
            let amount = right[row]
            let column = inverse + row * rowCount
            for i in 0..<rowCount { direction[i] += column[i] * amount }
        }
        for i in 0..<rowCount { value[Int(basis[i])] = direction[i] }
    }

    func setTrueCosts() {
        for i in 0..<rowCount { basicCost[i] = cost[Int(basis[i])] }
    }

    /// The row multipliers of the basic costs.
    func price() {
        for row in 0..<rowCount {
            let column = inverse + row * rowCount
            var sum = 0.0
            for i in 0..<rowCount { sum += basicCost[i] * column[i] }
            multipliers[row] = sum
        }
    }

    /// A column's product with row weights.
    @inline(__always)
    func product(_ variable: Int, _ weights: UnsafeMutablePointer<Double>) -> Double {
        if variable >= columnCount { return -weights[variable - columnCount] }
        var sum = 0.0
        for entry in Int(starts[variable])..<Int(starts[variable + 1]) {
            sum += weights[Int(rowIndex[entry])] * coefficient[entry]
        }
        return sum
    }

    func computeDirection(of variable: Int) {
        if variable >= columnCount {
            let column = inverse + (variable - columnCount) * rowCount
            for i in 0..<rowCount { direction[i] = -column[i] }
            return
        }
        for i in 0..<rowCount { direction[i] = 0 }
        for entry in Int(starts[variable])..<Int(starts[variable + 1]) {
            let column = inverse + Int(rowIndex[entry]) * rowCount
            let amount = coefficient[entry]
            for i in 0..<rowCount { direction[i] += amount * column[i] }
        }
    }

    /// Exchanges a basic variable, which goes to one of its bounds, for the entering one.
    func exchange(_ leaving: Int, for entering: Int, toUpper: Bool) {
        let left = Int(basis[leaving])
        isAtUpper[left] = toUpper
        value[left] = toUpper ? upper[left] : lower[left]
        place[left] = -1
        mobility[left] = lower[left] == upper[left] ? 0 : toUpper ? -1 : 1
        mobility[entering] = 0
        basis[leaving] = Int32(entering)
        place[entering] = Int32(leaving)
        let pivot = direction[leaving]
        for row in 0..<rowCount {
            let column = inverse + row * rowCount
            if column[leaving] == 0 { continue }
            let share = column[leaving] / pivot
            for i in 0..<rowCount { column[i] -= direction[i] * share }
            column[leaving] = share
        }
        pivotCount += 1
        pivotsSinceRefactoring += 1
    }
}
