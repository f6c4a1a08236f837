public import FormModel

/// A fraction of whole numbers, always reduced: `members_migrants / members_count` is exact, so that `>= 0.5` means half.
///
/// Results that leave the range of 64 bits do not exist; the operations return nil and an expression calls that missing.
public struct ExactNumber: Hashable, Sendable, Comparable, CustomStringConvertible {
    public let numerator: Int64
    /// At least 1.
    public let denominator: Int64

    public init(_ whole: Int) {
        numerator = Int64(whole)
        denominator = 1
    }

    /// The fraction `numerator / denominator`; nil for a zero denominator or one that leaves the range.
    public init?(_ numerator: Int64, over denominator: Int64) {
        guard denominator != 0, denominator != .min, numerator != .min else { return nil }
        let divisor = Self.greatestCommonDivisor(numerator.magnitude, denominator.magnitude)
        let sign: Int64 = denominator < 0 ? -1 : 1
        self.numerator = sign * numerator / Int64(divisor)
        self.denominator = sign * denominator / Int64(divisor)
    }

    /// Nil only for `Int64.min`, which no form contains.
    public init?(_ decimal: DecimalNumber) {
        var divisor: Int64 = 1
        for _ in 0..<decimal.scale { divisor *= 10 }
        self.init(decimal.unscaled, over: divisor)
    }

    /// Reads `12`, `-3.5` and, because tables of Polish programs hold them, `3,5`.
    public init?(text: String) {
        let bytes = text.utf8
        guard let first = bytes.first, first == UInt8(ascii: "-") || (0x30...0x39).contains(first) else { return nil }
        let hasComma = bytes.contains(UInt8(ascii: ","))
        let pointed = hasComma ? String(text.map { $0 == "," ? "." : $0 }) : text
        guard let decimal = DecimalNumber(pointed) else { return nil }
        self.init(decimal)
    }

    /// Times 100, rounded half away from zero: points as the registry and the selection keep them. Nil when out of range.
    public var hundredths: Int64? {
        let (scaled, overflow) = numerator.multipliedReportingOverflow(by: 100)
        guard !overflow else { return nil }
        let quotient = scaled / denominator
        let remainder = (scaled % denominator).magnitude
        guard remainder >= denominator.magnitude - remainder else { return quotient }
        return quotient + (scaled < 0 ? -1 : 1)
    }

    /// The whole number it is, nil for a true fraction.
    public var whole: Int? { denominator == 1 ? Int(numerator) : nil }

    /// `3`, `3.5`, else as a fraction `1/3`.
    public var description: String {
        var scaled = self
        var scale = 0
        while scaled.denominator != 1, scale < 6, let next = scaled * ExactNumber(10) {
            scaled = next
            scale += 1
        }
        guard scaled.denominator == 1, let decimal = DecimalNumber(unscaled: scaled.numerator, scale: scale) else {
            return "\(numerator)/\(denominator)"
        }
        return decimal.description
    }

    public static func < (left: ExactNumber, right: ExactNumber) -> Bool {
        if left.denominator == right.denominator { return left.numerator < right.numerator }
        let ours = left.numerator.multipliedFullWidth(by: right.denominator)
        let theirs = right.numerator.multipliedFullWidth(by: left.denominator)
        return (ours.high, ours.low) < (theirs.high, theirs.low)
    }

    static func + (left: ExactNumber, right: ExactNumber) -> ExactNumber? {
        let (first, overflow1) = left.numerator.multipliedReportingOverflow(by: right.denominator)
        let (second, overflow2) = right.numerator.multipliedReportingOverflow(by: left.denominator)
        let (sum, overflow3) = first.addingReportingOverflow(second)
        let (divisor, overflow4) = left.denominator.multipliedReportingOverflow(by: right.denominator)
        return overflow1 || overflow2 || overflow3 || overflow4 ? nil : ExactNumber(sum, over: divisor)
    }

    static func - (left: ExactNumber, right: ExactNumber) -> ExactNumber? { left + right.negated }

    static func * (left: ExactNumber, right: ExactNumber) -> ExactNumber? {
        let (above, overflow1) = left.numerator.multipliedReportingOverflow(by: right.numerator)
        let (below, overflow2) = left.denominator.multipliedReportingOverflow(by: right.denominator)
        return overflow1 || overflow2 ? nil : ExactNumber(above, over: below)
    }

    static func / (left: ExactNumber, right: ExactNumber) -> ExactNumber? {
        let (above, overflow1) = left.numerator.multipliedReportingOverflow(by: right.denominator)
        let (below, overflow2) = left.denominator.multipliedReportingOverflow(by: right.numerator)
        return overflow1 || overflow2 ? nil : ExactNumber(above, over: below)
    }

    var negated: ExactNumber { ExactNumber(reducedNumerator: -numerator, denominator: denominator) }

    private init(reducedNumerator: Int64, denominator: Int64) {
        numerator = reducedNumerator
        self.denominator = denominator
    }

    private static func greatestCommonDivisor(_ first: UInt64, _ second: UInt64) -> UInt64 {
        var (larger, smaller) = (first, second)
        while smaller != 0 { (larger, smaller) = (smaller, larger % smaller) }
        return larger
    }
}
