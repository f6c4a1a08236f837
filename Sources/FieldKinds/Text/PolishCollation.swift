/// Polish alphabetical order as bytes that a database can compare.
public enum PolishCollation {
    /// A key whose byte order is the order of `compare(_:locale: pl_PL)`: Adamska, Ąkowska, Cebula, Ćma.
    ///
    /// Three levels as in the Unicode collation algorithm: letters, then accents, then case. Signs outside the Latin and
    /// Cyrillic scripts come after them by code point.
    public static func sortKey(_ text: String) -> [UInt8] {
        var key = CollationKey(capacity: text.utf8.count + 8)
        for scalar in TextCleaning.composed(text).unicodeScalars { key.append(scalar, in: table) }
        return key.bytes
    }

    private static let table = CollationTable(rules: CollationOrder.rules)
}

/// A key in the making: one list of weights a level.
private struct CollationKey {
    private var primary: [UInt8] = []
    private var secondary: [UInt8] = []
    private var tertiary: [UInt8] = []
    /// Weights of an unaccented letter and of a small one; a level's trailing usual weights say nothing.
    private static let usual: UInt8 = 2

    init(capacity: Int) {
        primary.reserveCapacity(capacity)
    }

    mutating func append(_ scalar: Unicode.Scalar, in table: CollationTable) {
        if let expansion = CollationTable.expansion(of: scalar) {
            for (index, letter) in expansion.unicodeScalars.enumerated() {
                append(letter, in: table)
                // A ligature follows the letters it stands for.
                if index == 0 { secondary[secondary.count - 1] = 200 }
            }
            return
        }
        if (0x300...0x36F).contains(scalar.value) {
            if !secondary.isEmpty { secondary[secondary.count - 1] = 201 }
            return
        }
        append(table.weight(of: scalar), fallback: scalar)
    }

    private mutating func append(_ weight: CollationTable.Weight?, fallback scalar: Unicode.Scalar) {
        guard let weight else {
            guard !CollationTable.isIgnored(scalar) else { return }
            primary.append(0xFE)
            for shift in [14, 7, 0] { primary.append(UInt8(0x80 | scalar.value >> UInt32(shift) & 0x7F)) }
            secondary.append(Self.usual)
            tertiary.append(Self.usual)
            return
        }
        // One byte for signs and Latin letters, two for what follows them.
        if weight.primary < 0xE0 {
            primary.append(UInt8(weight.primary))
        } else {
            let rest = weight.primary - 0xE0
            primary.append(UInt8(0xE0 + rest / 0x80))
            primary.append(UInt8(0x80 + rest % 0x80))
        }
        secondary.append(Self.usual + weight.secondary)
        tertiary.append(Self.usual + weight.tertiary)
    }

    var bytes: [UInt8] {
        var result = primary
        for level in [secondary, tertiary] {
            result.append(1)
            let end = level.lastIndex { $0 != Self.usual }.map { $0 + 1 } ?? 0
            result.append(contentsOf: level[..<end])
        }
        return result
    }
}
