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

    /// The bound as a fraction; nil when the numbers prove nothing.
    func bound(_ lottery: LotteryModel) -> (numerator: Int128, denominator: Int128, value: Double)? {
        bound(lottery.program, supply: lottery.supply)
    }

    /// `supply`: number of applications of each column.
    func bound(
        _ program: IntegerProgram,
        supply: [Int]
    ) -> (numerator: Int128, denominator: Int128, value: Double)? {
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
        return (numerator, denominator, Double(numerator) / Double(denominator))
    }
}
