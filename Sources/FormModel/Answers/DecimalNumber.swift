/// A decimal number exactly as a person wrote it: money, counts, points. Never a binary fraction.
///
/// The value is `unscaled / 10^scale`, kept without trailing zeros, so that equal numbers are equal values.
public struct DecimalNumber: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// The most digits that may follow the point.
    public static let scaleMax = 9

    public let unscaled: Int64
    /// 0 to `scaleMax`.
    public let scale: Int

    public init(_ whole: Int) {
        unscaled = Int64(whole)
        scale = 0
    }

    /// The value `unscaled / 10^scale`; nil when `scale` is outside 0 to `scaleMax`.
    public init?(unscaled: Int64, scale: Int) {
        guard (0...Self.scaleMax).contains(scale) else { return nil }
        var digits = unscaled
        var places = scale
        while places > 0, digits % 10 == 0 {
            digits /= 10
            places -= 1
        }
        self.unscaled = digits
        self.scale = places
    }

    /// Reads `-12`, `12.5`: ASCII digits with a point, at most 18 digits. Spaces and commas are for `FieldKinds` to resolve.
    public init?(_ text: some StringProtocol) {
        var digits: Int64 = 0
        var digitCount = 0
        var places: Int?
        var bytes = Array(text.utf8)[...]
        let isNegative = bytes.first == UInt8(ascii: "-")
        if isNegative { bytes = bytes.dropFirst() }
        for byte in bytes {
            if byte == UInt8(ascii: "."), places == nil, digitCount > 0 {
                places = 0
            } else if (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte), digitCount < 18 {
                digits = digits * 10 + Int64(byte - UInt8(ascii: "0"))
                digitCount += 1
                places = places.map { $0 + 1 }
            } else {
                return nil
            }
        }
        guard digitCount > 0, places != 0 else { return nil }
        self.init(unscaled: isNegative ? -digits : digits, scale: places ?? 0)
    }

    /// The nearest binary fraction, for writing a JSON number or a spreadsheet cell.
    public var doubleValue: Double {
        var divisor = 1.0
        for _ in 0..<scale { divisor *= 10 }
        return Double(unscaled) / divisor
    }

    /// The number times 100, rounded half away from zero: points in hundredths, money in grosze. Nil when out of range.
    public var hundredths: Int64? {
        if scale <= 2 {
            let (result, overflow) = unscaled.multipliedReportingOverflow(by: scale == 0 ? 100 : scale == 1 ? 10 : 1)
            return overflow ? nil : result
        }
        var divisor: Int64 = 1
        for _ in 2..<scale { divisor *= 10 }
        let half = divisor / 2
        return (unscaled >= 0 ? unscaled + half : unscaled - half) / divisor
    }

    /// `-12.5`: a point, no grouping.
    public var description: String {
        let digits = String(unscaled.magnitude)
        let sign = unscaled < 0 ? "-" : ""
        guard scale > 0 else { return sign + digits }
        let padded = String(repeating: "0", count: max(0, scale + 1 - digits.count)) + digits
        let point = padded.index(padded.endIndex, offsetBy: -scale)
        return sign + padded[..<point] + "." + padded[point...]
    }

    public static func < (left: DecimalNumber, right: DecimalNumber) -> Bool {
        if left.scale == right.scale { return left.unscaled < right.unscaled }
        let difference = abs(left.scale - right.scale)
        var factor: Int64 = 1
        for _ in 0..<difference { factor *= 10 }
        if left.scale < right.scale {
            let (scaled, overflow) = left.unscaled.multipliedReportingOverflow(by: factor)
            return overflow ? left.unscaled < 0 : scaled < right.unscaled
        }
        let (scaled, overflow) = right.unscaled.multipliedReportingOverflow(by: factor)
        return overflow ? right.unscaled > 0 : left.unscaled < scaled
    }
}

extension DecimalNumber: Codable {
    public init(from decoder: any Decoder) throws {
        let text = try decoder.singleValueContainer().decode(String.self)
        guard let number = DecimalNumber(text) else {
            throw DecodingError.dataCorrupted(.init(codingPath: decoder.codingPath, debugDescription: "not a number"))
        }
        self = number
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
