/// The numbers and bullets that stand before a question: «3.», «IV)», «a)», «2.1.», «–», «•».
enum Numbering {
    /// Index of the first token behind them, check marks included.
    static func end(in layout: Layout, _ range: Range<Int>) -> Int {
        var index = range.lowerBound
        while index < range.upperBound {
            let token = layout.tokens[index]
            switch token.kind {
            case .mark: index += 1
            case .punctuation where !isOpening(token.sign): index += 1
            case .word:
                guard isNumber(layout.fold(token)), let next = numberEnd(in: layout, index + 1..<range.upperBound)
                else { return index }
                index = next
            default: return index
            }
        }
        return index
    }

    /// The number that stands there as a value, if it does; used for «Osoba 2».
    static func value(_ fold: ArraySlice<UInt8>) -> Int? {
        var value = 0
        guard fold.count <= 3 else { return nil }
        for byte in fold {
            guard byte >= 0x30, byte <= 0x39 else { return roman(fold) }
            value = value * 10 + Int(byte - 0x30)
        }
        return value > 0 ? value : nil
    }

    private static func roman(_ fold: ArraySlice<UInt8>) -> Int? {
        switch String(decoding: fold, as: UTF8.self) {
        case "i": 1
        case "ii": 2
        case "iii": 3
        case "iv": 4
        case "v": 5
        default: nil
        }
    }

    private static func isOpening(_ sign: UInt8) -> Bool {
        sign == UInt8(ascii: "(") || sign == UInt8(ascii: "@") || sign == UInt8(ascii: "+")
            || sign == UInt8(ascii: "\"") || sign == UInt8(ascii: "<")
    }

    private static func isNumber(_ fold: ArraySlice<UInt8>) -> Bool {
        if fold.count == 1, let letter = fold.first, letter >= 0x61, letter <= 0x7A { return true }
        guard fold.count <= 4 else { return false }
        if fold.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) { return fold.count <= 2 }
        return fold.allSatisfy { $0 == 0x69 || $0 == 0x76 || $0 == 0x78 }
    }

    /// A number counts only with a dot, a bracket or more numbers behind it: «1 osoba» is no numbering.
    private static func numberEnd(in layout: Layout, _ range: Range<Int>) -> Int? {
        guard let first = range.first else { return nil }
        let token = layout.tokens[first]
        guard token.kind == .punctuation, token.gap == .none else { return nil }
        switch token.sign {
        case UInt8(ascii: "."), UInt8(ascii: ")"), UInt8(ascii: "/"): return first + 1
        default: return nil
        }
    }
}
