extension BoundedSimplex {
    /// Computes the inverse of the present basis afresh by Gauss-Jordan elimination with row pivoting.
    ///
    /// A basis that turns out singular is replaced by the one of row activities, which is always regular; the solve then
    /// goes on from there.
    func refactor() -> Bool {
        let count = rowCount
        var matrix = [Double](repeating: 0, count: count * count)
        for place in 0..<count {
            let variable = Int(basis[place])
            if variable >= columnCount {
                matrix[(variable - columnCount) * count + place] = -1
            } else {
                for entry in Int(starts[variable])..<Int(starts[variable + 1]) {
                    matrix[Int(rowIndex[entry]) * count + place] = coefficient[entry]
                }
            }
        }
        guard let inverted = Self.inverted(&matrix, count) else {
            restartKeepingBounds()
            return true
        }
        // `inverted` is row-major; the solver keeps columns together.
        for row in 0..<count {
            for column in 0..<count { inverse[column * count + row] = inverted[row * count + column] }
        }
        pivotsSinceRefactoring = 0
        return true
    }

    private func restartKeepingBounds() {
        for place in 0..<rowCount {
            let variable = Int(basis[place])
            guard variable < columnCount else { continue }
            isAtUpper[variable] = upper[variable] - value[variable] < value[variable] - lower[variable]
            value[variable] = isAtUpper[variable] ? upper[variable] : lower[variable]
        }
        startFromRows()
    }

    private static func inverted(_ matrix: inout [Double], _ count: Int) -> [Double]? {
        var result = [Double](repeating: 0, count: count * count)
        for i in 0..<count { result[i * count + i] = 1 }
        for column in 0..<count {
            var pivot = column
            for row in column..<count where abs(matrix[row * count + column]) > abs(matrix[pivot * count + column]) {
                pivot = row
            }
            guard abs(matrix[pivot * count + column]) > 1e-11 else { return nil }
            if pivot != column {
                for k in 0..<count {
                    matrix.swapAt(pivot * count + k, column * count + k)
                    result.swapAt(pivot * count + k, column * count + k)
                }
            }
            eliminate(column, &matrix, &result, count)
        }
        return result
    }

    private static func eliminate(_ column: Int, _ matrix: inout [Double], _ result: inout [Double], _ count: Int) {
        let scale = 1 / matrix[column * count + column]
        for k in 0..<count {
            matrix[column * count + k] *= scale
            result[column * count + k] *= scale
        }
        for row in 0..<count where row != column {
            let factor = matrix[row * count + column]
            if factor == 0 { continue }
            for k in 0..<count {
                matrix[row * count + k] -= factor * matrix[column * count + k]
                result[row * count + k] -= factor * result[column * count + k]
            }
        }
    }
}
