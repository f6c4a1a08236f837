extension BoundedSimplex {
    /// The dual method: from prices that fit every bound towards values that do.
    ///
    /// `.trouble` when a price points to a bound that does not exist, or when it stalls; the primal method then decides.
    func solveDual(_ change: Change) -> Status {
        if change == .anything { listActive() }
        if change == .anything || !hasReducedCosts { computeReducedCosts() }
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
        halves.sum(multipliers)
        isCostless = true
        for index in 0..<activeCount {
            let variable = Int(active[index])
            reduced[variable] = place[variable] >= 0 ? 0 : cost[variable] - weighed(variable, multipliers)
            if reduced[variable] != 0 { isCostless = false }
        }
    }

    /// A column's product with the weights that were last summed over the halves.
    @inline(__always)
    private func weighed(_ variable: Int, _ weights: UnsafeMutablePointer<Double>) -> Double {
        if variable >= columnCount { return -weights[variable - columnCount] }
        return halves.sums[Int(halves.first[variable])] + halves.sums[Int(halves.second[variable])]
    }

    /// Puts every variable outside the basis to the bound its price wants; false when there is no such bound.
    private func settleByPrice() -> Bool {
        for variable in 0..<variableCount {
            mobility[variable] = 0
            if place[variable] >= 0 { continue }
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
            mobility[variable] = isAtUpper[variable] ? -1 : 1
        }
        return true
    }

    /// The basic variable that breaks its bounds most, measured along its edge, and the bound it goes to.
    private func worstRow() -> (row: Int, toUpper: Bool)? {
        let norm = shift
        for i in 0..<rowCount { norm[i] = 0 }
        for row in 0..<rowCount {
            let column = inverse + row * rowCount
            for i in 0..<rowCount { norm[i] += column[i] * column[i] }
        }
        var worst = 0.0
        var found: (Int, Bool)?
        for i in 0..<rowCount {
            let variable = Int(basis[i])
            let below = lower[variable] - value[variable]
            let above = value[variable] - upper[variable]
            let miss = max(below, above)
            guard miss > Self.feasibilityTolerance, miss * miss > worst * norm[i] else { continue }
            worst = miss * miss / norm[i]
            found = (i, above > below)
        }
        return found
    }

    /// Who enters: the least loss of price per step; among nearly equal ones the largest pivot.
    ///
    /// Variables whose price turns before the leaving one has reached its bound go to their other bound on the way, as
    /// long as that does not carry the leaving one past its bound: many small steps become one.
    private func dualEntering(_ leaving: Int, toUpper: Bool) -> Int? {
        for row in 0..<rowCount { basicCost[row] = inverse[row * rowCount + leaving] }
        halves.sum(basicCost)
        let left = Int(basis[leaving])
        var miss = toUpper ? value[left] - upper[left] : lower[left] - value[left]
        var count = gatherCandidates(sign: toUpper ? 1 : -1)
        if isCostless { return anyEntering(count, miss: miss) }
        var limit = Double.infinity
        for index in 0..<count {
            let variable = Int(candidates[index])
            limit = min(limit, (abs(reduced[variable]) + Self.costTolerance) / abs(pivotRow[variable]))
        }
        var hasFlipped = false
        while count > 0 {
            var entering = -1
            var size = 0.0
            var reach = 0.0
            for index in 0..<count {
                let variable = Int(candidates[index])
                let alpha = abs(pivotRow[variable])
                guard abs(reduced[variable]) <= limit * alpha else { continue }
                reach += alpha * (upper[variable] - lower[variable])
                if alpha > size {
                    size = alpha
                    entering = variable
                }
            }
            guard entering >= 0 else { break }
            if !(reach < miss) {
                if hasFlipped { applyShift() }
                return entering
            }
            if !hasFlipped { for row in 0..<rowCount { shift[row] = 0 } }
            hasFlipped = true
            miss -= reach
            (count, limit) = flip(count, limit: limit)
        }
        if hasFlipped { applyShift() }
        return nil
    }

    /// Where nothing costs anything, all prices turn at once: the largest pivot; nil when all together do not reach.
    private func anyEntering(_ count: Int, miss: Double) -> Int? {
        var entering = -1
        var size = 0.0
        var reach = 0.0
        for index in 0..<count {
            let variable = Int(candidates[index])
            let alpha = abs(pivotRow[variable])
            reach += alpha * (upper[variable] - lower[variable])
            if alpha > size {
                size = alpha
                entering = variable
            }
        }
        return entering >= 0 && !(reach < miss) ? entering : nil
    }

    /// Computes the row of the leaving variable and lists whoever moves it towards the bound it breaks.
    private func gatherCandidates(sign: Double) -> Int {
        let (sums, first, second) = (halves.sums, halves.first, halves.second)
        var count = 0
        for index in 0..<activeCount {
            let variable = Int(active[index])
            let alpha =
                variable < columnCount
                ? sums[Int(first[variable])] + sums[Int(second[variable])] : -basicCost[variable - columnCount]
            pivotRow[variable] = alpha
            // Written always and kept where it counts: whether it does cannot be guessed, and a branch would be.
            candidates[count] = Int32(truncatingIfNeeded: variable)
            count += sign * mobility[variable] * alpha > Self.pivotTolerance ? 1 : 0
        }
        return count
    }

    /// Sends the candidates within the limit to their other bounds; returns how many candidates are left, and
    /// the ratio up to which the next prices turn.
    private func flip(_ count: Int, limit: Double) -> (count: Int, limit: Double) {
        var left = 0
        var next = Double.infinity
        for index in 0..<count {
            let variable = Int(candidates[index])
            guard abs(reduced[variable]) <= limit * abs(pivotRow[variable]) else {
                candidates[left] = Int32(variable)
                left += 1
                next = min(next, (abs(reduced[variable]) + Self.costTolerance) / abs(pivotRow[variable]))
                continue
            }
            let amount = mobility[variable] * (upper[variable] - lower[variable])
            isAtUpper[variable].toggle()
            mobility[variable] = -mobility[variable]
            value[variable] = isAtUpper[variable] ? upper[variable] : lower[variable]
            if variable >= columnCount {
                shift[variable - columnCount] += amount
            } else {
                for entry in Int(starts[variable])..<Int(starts[variable + 1]) {
                    shift[Int(rowIndex[entry])] -= coefficient[entry] * amount
                }
            }
        }
        return (left, next)
    }

    /// Moves the basic variables by what changed outside the basis.
    private func applyShift() {
        for row in 0..<rowCount where shift[row] != 0 {
            let column = inverse + row * rowCount
            let amount = shift[row]
            for i in 0..<rowCount { value[Int(basis[i])] += column[i] * amount }
        }
    }

    private func moveDual(_ leaving: Int, _ entering: Int, toUpper: Bool) {
        let left = Int(basis[leaving])
        let target = toUpper ? upper[left] : lower[left]
        let step = (value[left] - target) / direction[leaving]
        for i in 0..<rowCount { value[Int(basis[i])] -= step * direction[i] }
        value[entering] += step
        let loss = reduced[entering] / pivotRow[entering]
        if loss != 0 {
            for index in 0..<activeCount {
                let variable = Int(active[index])
                reduced[variable] -= loss * pivotRow[variable]
            }
        }
        for i in 0..<rowCount { reduced[Int(basis[i])] = 0 }
        reduced[entering] = 0
        reduced[left] = -loss
        exchange(leaving, for: entering, toUpper: toUpper)
    }
}
