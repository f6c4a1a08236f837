extension BoundedSimplex {
    /// The dual method: from prices that fit every bound towards values that do.
    ///
    /// `.trouble` when a price points to a bound that does not exist, or when it stalls; the primal method then decides.
    func solveDual(_ change: Change) -> Status {
        if change == .anything || !hasReducedCosts {
            listActive()
            computeReducedCosts()
        }
        if change != .basicBounds || !hasReducedCosts {
            guard settleByPrice() else { return .trouble }
            computeBasicValues()
        }
        hasReducedCosts = true
        for _ in 0..<(200 + 20 * rowCount) {
            if pivotsSinceRefactoring >= Self.pivotsBetweenRefactorings {
                guard refactor() else { return .trouble }
                computeReducedCosts()
                guard settleByPrice() else { return .trouble }
                computeBasicValues()
            }
            guard let (leaving, toUpper) = worstRow() else { return .optimal }
            guard let entering = dualEntering(leaving, toUpper: toUpper) else {
                if pivotsSinceRefactoring > 0 {
                    pivotsSinceRefactoring = Self.pivotsBetweenRefactorings
                    continue
                }
                for row in 0..<rowCount { multipliers[row] = inverse[row * rowCount + leaving] }
                return .infeasible
            }
            computeDirection(of: entering)
            guard abs(direction[leaving]) > Self.pivotTolerance else { return .trouble }
            moveDual(leaving, entering, toUpper: toUpper)
        }
        return .trouble
    }

    private func listActive() {
        activeCount = 0
        for variable in 0..<variableCount where lower[variable] != upper[variable] {
            active[activeCount] = Int32(variable)
            activeCount += 1
        }
    }

    private func computeReducedCosts() {
        setTrueCosts()
        price()
        for index in 0..<activeCount {
            let variable = Int(active[index])
            reduced[variable] = place[variable] >= 0 ? 0 : cost[variable] - product(variable, multipliers)
        }
    }

    /// Puts every variable outside the basis to the bound its price wants; false when there is no such bound.
    private func settleByPrice() -> Bool {
        for variable in 0..<variableCount where place[variable] < 0 {
            if lower[variable] == upper[variable] {
                value[variable] = lower[variable]
                continue
            }
            if reduced[variable] > Self.costTolerance {
                isAtUpper[variable] = false
            } else if reduced[variable] < -Self.costTolerance {
                isAtUpper[variable] = true
            } else if isAtUpper[variable] ? upper[variable] == .infinity : lower[variable] == -.infinity {
                isAtUpper[variable].toggle()
            }
            let bound = isAtUpper[variable] ? upper[variable] : lower[variable]
            guard bound.isFinite else { return false }
            value[variable] = bound
        }
        return true
    }

    /// The basic variable that breaks its bounds most, and the bound it goes to.
    private func worstRow() -> (row: Int, toUpper: Bool)? {
        var worst = Self.feasibilityTolerance
        var found: (Int, Bool)?
        for i in 0..<rowCount {
            let variable = Int(basis[i])
            let below = lower[variable] - value[variable]
            let above = value[variable] - upper[variable]
            if below > worst {
                worst = below
                found = (i, false)
            }
            if above > worst {
                worst = above
                found = (i, true)
            }
        }
        return found
    }

    /// Who enters: the least loss of price per step; among nearly equal ones the largest pivot.
    private func dualEntering(_ leaving: Int, toUpper: Bool) -> Int? {
        for row in 0..<rowCount { basicCost[row] = inverse[row * rowCount + leaving] }
        var limit = Double.infinity
        for index in 0..<activeCount {
            let variable = Int(active[index])
            if place[variable] >= 0 { continue }
            let alpha = product(variable, basicCost)
            pivotRow[variable] = alpha
            guard lower[variable] != upper[variable], canHelp(variable, alpha, toUpper: toUpper) else { continue }
            limit = min(limit, (abs(reduced[variable]) + Self.costTolerance) / abs(alpha))
        }
        var entering: Int?
        var size = 0.0
        for index in 0..<activeCount {
            let variable = Int(active[index])
            let alpha = pivotRow[variable]
            guard place[variable] < 0, lower[variable] != upper[variable], abs(alpha) > size,
                canHelp(variable, alpha, toUpper: toUpper),
                abs(reduced[variable]) <= limit * abs(alpha)
            else { continue }
            size = abs(alpha)
            entering = variable
        }
        return entering
    }

    /// Whether moving the variable off its bound moves the leaving one towards the bound it breaks.
    @inline(__always)
    private func canHelp(_ variable: Int, _ alpha: Double, toUpper: Bool) -> Bool {
        let isUseful = isAtUpper[variable] == toUpper ? alpha < 0 : alpha > 0
        return isUseful && abs(alpha) > Self.pivotTolerance
    }

    private func moveDual(_ leaving: Int, _ entering: Int, toUpper: Bool) {
        let left = Int(basis[leaving])
        let target = toUpper ? upper[left] : lower[left]
        let step = (value[left] - target) / direction[leaving]
        for i in 0..<rowCount { value[Int(basis[i])] -= step * direction[i] }
        value[entering] += step
        let loss = reduced[entering] / pivotRow[entering]
        for index in 0..<activeCount {
            let variable = Int(active[index])
            if place[variable] < 0 { reduced[variable] -= loss * pivotRow[variable] }
        }
        reduced[entering] = 0
        reduced[left] = -loss
        exchange(leaving, for: entering, toUpper: toUpper)
    }
}
