/// What the codes of a font stand for, as far as Latin letters and digits are concerned.
struct ShownFont {
    /// By code; nil when single bytes are letters themselves.
    private let meanings: [Int: [UInt8]]?
    private let isWide: Bool

    private static let entryCountMax = 70_000

    /// Nil for a composite font that does not say what its codes mean.
    init?(_ font: PDFObject?) {
        isWide = font?["Subtype"]?.name == "Type0"
        if let map = font?["ToUnicode"], map.isStream, let bytes = map.file.streamData(of: map) {
            meanings = Self.meanings(bytes)
        } else {
            guard !isWide else { return nil }
            meanings = nil
        }
    }

    func signs(of codes: [UInt8]) -> [UInt8] {
        guard let meanings else { return AppearanceText.fold(codes) }
        if !isWide { return codes.flatMap { meanings[Int($0)] ?? AppearanceText.fold([$0]) } }
        return stride(from: 0, to: codes.count - 1, by: 2).flatMap {
            meanings[Int(codes[$0]) << 8 | Int(codes[$0 + 1])] ?? []
        }
    }

    /// `bfchar` and `bfrange` of a ToUnicode map (ISO 32000-1, 9.10.3).
    private static func meanings(_ bytes: [UInt8]) -> [Int: [UInt8]] {
        var meanings: [Int: [UInt8]] = [:]
        var operands: [[UInt8]] = []
        var list: [[UInt8]]?
        for token in ContentTokens(bytes).prefix(entryCountMax) {
            switch token {
            case .string(let code):
                if list == nil { operands.append(code) } else { list?.append(code) }
            case .arrayStart: list = []
            case .arrayEnd:
                // A range whose meanings stand one by one.
                if let each = list, operands.count >= 2 {
                    let first = number(operands[operands.count - 2])
                    for (offset, code) in each.enumerated() { meanings[first + offset] = signs(number(code)) }
                    operands.removeLast(2)
                }
                list = nil
            case .instruction("endbfchar"):
                for pair in stride(from: 0, to: operands.count - 1, by: 2) {
                    meanings[number(operands[pair])] = signs(number(operands[pair + 1]))
                }
                operands = []
            case .instruction("endbfrange"):
                for triple in stride(from: 0, to: operands.count - 2, by: 3) {
                    let first = number(operands[triple])
                    let count = min(max(0, number(operands[triple + 1]) - first), 0xFFFF)
                    let start = number(operands[triple + 2])
                    for offset in 0...count { meanings[first + offset] = signs(start + offset) }
                }
                operands = []
            case .instruction: operands = []
            default: break
            }
        }
        return meanings
    }

    private static func number(_ bytes: [UInt8]) -> Int { bytes.suffix(4).reduce(0) { $0 << 8 | Int($1) } }

    private static func signs(_ scalar: Int) -> [UInt8] {
        scalar < 0x80 ? AppearanceText.fold([UInt8(truncatingIfNeeded: scalar)]) : []
    }
}
