/// Whole numbers that prove how large the smallest chance of any lottery can be.
///
/// For any weights `y` of applications and any multipliers `v` of rows, every valid list `c` satisfies
/// `sum y*c <= sum max(v*lower, v*upper) + sum over columns of upper*max(0, y - v*A)`, so no lottery gives everybody more
/// than that bound over `sum m*y`. A solver only proposes the numbers; checking them needs additions and one division.
struct LotteryCertificate: Hashable, Sendable {
    static let scale = 1_000_000_000.0
    static let empty = LotteryCertificate(weights: [], multipliers: [])

    /// Per column.
    var weights: [Int]
    /// Per row.
    var multipliers: [Int]

    /// What the numbers prove: no lottery gives everybody more than this.
    struct Bound: Hashable, Sendable {
        var numerator: Int128
        var denominator: Int128

        var value: Double { Double(numerator) / Double(denominator) }

        /// Whether everybody has at least this: then nothing fairer is possible. Shares are tickets times places.
        func isAttained(by shares: [Int], of tickets: Int, _ supply: [Int]) -> Bool {
            shares.indices.allSatisfy { column in
                supply[column] == 0 || chance(shares[column], tickets, supply[column]) >= 0
            }
        }

        /// Whether anybody has at most this, as the proof says of every lottery.
        func isKept(by shares: [Int], of tickets: Int, _ supply: [Int]) -> Bool {
            shares.indices.contains { supply[$0] > 0 && chance(shares[$0], tickets, supply[$0]) <= 0 }
        }

        /// Below, at or above the bound.
        private func chance(_ share: Int, _ tickets: Int, _ supply: Int) -> Int {
            let own = Int128(share).multipliedFullWidth(by: denominator)
            let least = (Int128(tickets) * Int128(supply)).multipliedFullWidth(by: numerator)
            if own.high != least.high { return own.high < least.high ? -1 : 1 }
            return own.low < least.low ? -1 : own.low > least.low ? 1 : 0
        }
    }

    /// Nil when the numbers prove nothing.
    func bound(_ lottery: LotteryModel) -> Bound? {
        bound(lottery.program, supply: lottery.supply)
    }

    /// `supply`: number of applications of each column.
    func bound(
        _ program: IntegerProgram,
        supply: [Int]
    ) -> Bound? {
        guard weights.count == program.columns.count, multipliers.count == program.rowLower.count,
            supply.count == weights.count
        else { return nil }
        var numerator: Int128 = 0
        for row in multipliers.indices where multipliers[row] != 0 {
            let bound = multipliers[row] > 0 ? program.rowUpper[row] : program.rowLower[row]
            guard abs(bound) < QuotaRow.unlimited else { return nil }
            numerator += Int128(multipliers[row]) * Int128(bound)
        }
        var denominator: Int128 = 0
        for column in weights.indices {
            let rest = Int128(weights[column]) - program.weight(of: column, multipliers)
            numerator += rest * Int128(rest > 0 ? program.upper[column] : program.lower[column])
            denominator += Int128(weights[column]) * Int128(supply[column])
        }
        guard denominator > 0 else { return nil }
        return Bound(numerator: numerator, denominator: denominator)
    }
}
