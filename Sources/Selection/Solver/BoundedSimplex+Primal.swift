extension BoundedSimplex {
    static let degenerateStepsBeforeBland = 60

    /// The primal method; its first phase minimises the sum of infeasibilities.
    func minimisePrimal() -> Status {
        settleNonbasic()
        computeBasicValues()
        var degenerateSteps = 0
        let pivotMax = 2000 + 50 * (rowCount + 10) + columnCount
        for _ in 0..<pivotMax {
            if pivotsSinceRefactoring >= Self.pivotsBetweenRefactorings {
                guard refactor() else { return .trouble }
                computeBasicValues()
            }
            let isFeasible = chargeBasics()
            price()
            let usesBland = degenerateSteps > Self.degenerateStepsBeforeBland
            guard let (entering, sign) = enteringVariable(isFeasible: isFeasible, usesBland: usesBland) else {
                if isFeasible { return .optimal }
                if pivotsSinceRefactoring > 0 {
                    guard refactor() else { return .trouble }
                    computeBasicValues()
                    continue
                }
                return .infeasible
            }
            computeDirection(of: entering)
            guard let (leaving, step, toUpper) = leavingRow(entering, sign: sign, usesBland: usesBland) else {
                return isFeasible ? .unbounded : .trouble
            }
            degenerateSteps = step > 1e-10 ? 0 : degenerateSteps + 1
            movePrimal(entering, sign: sign, step: step, leaving: leaving, toUpper: toUpper)
        }
        return .trouble
    }

    private func settleNonbasic() {
        for variable in 0..<variableCount where place[variable] < 0 {
            if isAtUpper[variable], upper[variable] == .infinity { isAtUpper[variable] = false }
            if !isAtUpper[variable], lower[variable] == -.infinity { isAtUpper[variable] = upper[variable] < .infinity }
            let bound = isAtUpper[variable] ? upper[variable] : lower[variable]
            value[variable] = bound.isFinite ? bound : 0
        }
    }

    /// Sets the costs of the basic variables: the true ones when all are within bounds, else those of the first phase.
    private func chargeBasics() -> Bool {
        var isFeasible = true
        for i in 0..<rowCount {
            let variable = Int(basis[i])
            if value[variable] < lower[variable] - Self.feasibilityTolerance {
                basicCost[i] = -1
                isFeasible = false
            } else if value[variable] > upper[variable] + Self.feasibilityTolerance {
                basicCost[i] = 1
                isFeasible = false
            } else {
                basicCost[i] = 0
            }
        }
        if isFeasible { setTrueCosts() }
        return isFeasible
    }

    private func enteringVariable(isFeasible: Bool, usesBland: Bool) -> (variable: Int, sign: Double)? {
        var best = Self.costTolerance
        var found: (Int, Double)?
        for variable in 0..<variableCount where place[variable] < 0 {
            if lower[variable] == upper[variable] { continue }
            let price = (isFeasible ? cost[variable] : 0) - product(variable, multipliers)
            let isFree = lower[variable] == -.infinity && upper[variable] == .infinity
            let gain = isFree ? abs(price) : isAtUpper[variable] ? price : -price
            guard gain > best else { continue }
            found = (variable, price < 0 ? 1 : -1)
            if usesBland { return found }
            best = gain
        }
        return found
    }

    /// How far the basic variable `i` may go at the given rate, and which bound stops it; nil when none does.
    private func room(of i: Int, rate: Double) -> (room: Double, toUpper: Bool)? {
        let variable = Int(basis[i])
        let at = value[variable]
        if rate < 0 {
            if at > upper[variable] + Self.feasibilityTolerance { return (at - upper[variable], true) }
            if at < lower[variable] - Self.feasibilityTolerance || lower[variable] == -.infinity { return nil }
            return (at - lower[variable], false)
        }
        if at < lower[variable] - Self.feasibilityTolerance { return (lower[variable] - at, false) }
        if at > upper[variable] + Self.feasibilityTolerance || upper[variable] == .infinity { return nil }
        return (upper[variable] - at, true)
    }

    /// The row that leaves (nil when the entering variable only changes its bound), how far, and to which bound.
    private func leavingRow(
        _ entering: Int,
        sign: Double,
        usesBland: Bool
    ) -> (row: Int?, step: Double, toUpper: Bool)? {
        var limit = Double.infinity
        for i in 0..<rowCount where abs(direction[i]) > Self.pivotTolerance {
            guard let (room, _) = room(of: i, rate: -sign * direction[i]) else { continue }
            limit = min(limit, (max(room, 0) + (usesBland ? 0 : Self.feasibilityTolerance)) / abs(direction[i]))
        }
        let own = upper[entering] - lower[entering]
        if own <= limit { return own.isFinite ? (nil, own, sign > 0) : nil }
        var best: (row: Int?, step: Double, toUpper: Bool)?
        var bestSize = 0.0
        for i in 0..<rowCount where abs(direction[i]) > Self.pivotTolerance {
            guard let (room, toUpper) = room(of: i, rate: -sign * direction[i]) else { continue }
            let size = abs(direction[i])
            let step = max(room, 0) / size
            guard step <= limit else { continue }
            let isBetter = usesBland ? best?.row.map { basis[i] < basis[$0] } ?? true : size > bestSize
            if isBetter {
                best = (i, step, toUpper)
                bestSize = size
            }
        }
        return best
    }

    private func movePrimal(_ entering: Int, sign: Double, step: Double, leaving: Int?, toUpper: Bool) {
        for i in 0..<rowCount where direction[i] != 0 { value[Int(basis[i])] -= sign * step * direction[i] }
        value[entering] += sign * step
        guard let leaving else {
            isAtUpper[entering] = toUpper
            value[entering] = toUpper ? upper[entering] : lower[entering]
            return
        }
        exchange(leaving, for: entering, toUpper: toUpper)
    }
}
