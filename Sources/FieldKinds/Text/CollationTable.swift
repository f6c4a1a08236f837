/// Weights of scalars, worked out once from `CollationOrder.rules`.
struct CollationTable: Sendable {
    struct Weight: Sendable {
        /// 2 and up.
        var primary: UInt16
        var secondary: UInt8
        var tertiary: UInt8
    }

    /// By code point, below `denseEnd`; a primary of 0 means unknown.
    private var dense: [Weight]
    private var sparse: [UInt32: Weight] = [:]
    private static let denseEnd: UInt32 = 0x530

    init(rules: String) {
        dense = Array(repeating: Weight(primary: 0, secondary: 0, tertiary: 0), count: Int(Self.denseEnd))
        var weight = Weight(primary: 2, secondary: 0, tertiary: 0)
        for scalar in rules.unicodeScalars {
            switch scalar {
            case "↑": weight = Weight(primary: weight.primary + 1, secondary: 0, tertiary: 0)
            case "→":
                weight.secondary += 1
                weight.tertiary = 0
            default:
                set(weight, for: scalar.value)
                weight.tertiary += 1
            }
        }
        for space: UInt32 in [0xA0, 0x2007, 0x202F, 0x09, 0x0A] { set(dense[0x20], for: space) }
        sparse[0x2011] = sparse[0x2010]
    }

    func weight(of scalar: Unicode.Scalar) -> Weight? {
        guard scalar.value < Self.denseEnd else { return sparse[scalar.value] }
        let weight = dense[Int(scalar.value)]
        return weight.primary == 0 ? nil : weight
    }

    private mutating func set(_ weight: Weight, for value: UInt32) {
        if value < Self.denseEnd {
            dense[Int(value)] = weight
        } else {
            sparse[value] = weight
        }
    }

    /// Letters that sort as two.
    static func expansion(of scalar: Unicode.Scalar) -> String? {
        switch scalar {
        case "ß": "ss"
        case "ẞ": "SS"
        case "æ": "ae"
        case "Æ": "AE"
        case "œ": "oe"
        case "Œ": "OE"
        default: nil
        }
    }

    static func isIgnored(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x20, 0x7F..<0xA0, 0xAD, 0x200B...0x200F, 0x483...0x489, 0xFEFF: true
        default: false
        }
    }
}
