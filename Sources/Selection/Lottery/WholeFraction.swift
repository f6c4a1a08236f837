/// A number as a fraction of whole numbers, in lowest terms.
struct WholeFraction: Hashable, Sendable {
    let numerator: Int
    let denominator: Int

    /// Nil for what is not positive or too long.
    init?(_ numerator: Int128, _ denominator: Int128) {
        guard numerator > 0, denominator > 0 else { return nil }
        var (left, right) = (numerator, denominator)
        while right != 0 { (left, right) = (right, left % right) }
        guard let top = Int(exactly: numerator / left), let below = Int(exactly: denominator / left) else { return nil }
        self.numerator = top
        self.denominator = below
    }

    /// The smallest whole number that is at least this share of a number.
    func ceiling(of number: Int) -> Int {
        Int((Int128(number) * Int128(numerator) + Int128(denominator) - 1) / Int128(denominator))
    }

    var value: Double { Double(numerator) / Double(denominator) }
}

/// Finds the fractions behind floating numbers.
enum CommonDenominator {
    /// Longest denominator of one number, and of all together.
    static let ownMax = 1_000_000.0

    /// A whole number that makes all of the numbers whole, up to rounding; nil where there is none below `limit`.
    static func of(_ numbers: [Double], limit: Double, tolerance: Double) -> Double? {
        var common = 1.0
        for number in numbers where abs(number) > tolerance {
            let scaled = abs(number) * common
            guard abs(scaled - scaled.rounded()) > tolerance * common else { continue }
            guard let own = denominator(scaled, tolerance: tolerance * common) else { return nil }
            common *= own
            if common > limit { return nil }
        }
        return common
    }

    /// By the continued fraction: the first denominator that comes near enough.
    private static func denominator(_ number: Double, tolerance: Double) -> Double? {
        var rest = number
        var (last, current) = (0.0, 1.0)
        for _ in 0..<40 {
            let fraction = rest - rest.rounded(.down)
            let near = number * current
            if abs(near - near.rounded()) <= tolerance * current { return current }
            guard fraction > 0 else { return nil }
            rest = 1 / fraction
            (last, current) = (current, last + rest.rounded(.down) * current)
            if current > ownMax { return nil }
        }
        return nil
    }
}
