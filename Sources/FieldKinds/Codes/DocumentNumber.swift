import FormModel

/// Checks of the numbers of identity and residence papers.
public enum DocumentNumber {
    /// Dowód osobisty: three letters (no O, no Q) and six digits, weights 7 3 1 9 7 3 1 7 3, the sum a multiple of 10.
    public static func readPolishIDCard(_ text: String) -> KindReading {
        readPolish(text, kind: "idCard", letters: 3, weights: [7, 3, 1, 9, 7, 3, 1, 7, 3], refused: "OQ")
    }

    /// Paszport: two letters and seven digits, weights 7 3 9 1 7 3 1 7 3, the sum a multiple of 10.
    public static func readPolishPassport(_ text: String) -> KindReading {
        readPolish(text, kind: "passport", letters: 2, weights: [7, 3, 9, 1, 7, 3, 1, 7, 3], refused: "")
    }

    /// Karta pobytu: two letters and seven digits; another shape is a warning.
    public static func readResidenceCard(_ text: String) -> KindReading {
        unusual(text, kind: "residenceCard", isUsual: hasShape(CodeText(text).compact, letters: 2, digits: 7))
    }

    /// A foreign passport or card: Ukraine two letters and six digits or nine digits, Belarus two letters and seven
    /// digits, otherwise 5 to 15 letters and digits; another shape is a warning.
    public static func readForeign(_ text: String) -> KindReading {
        let bytes = Array(CodeText(text).compact.utf8)
        let isUsual =
            (5...15).contains(bytes.count) && bytes.allSatisfy { MachineReadableZone.value(of: $0) != nil && $0 != 60 }
        return unusual(text, kind: "foreignPassport", isUsual: isUsual)
    }

    /// The check that fits the kind of paper.
    static func read(_ text: String, of kind: IdentityDocument.Kind?) -> KindReading {
        switch kind {
        case .idCard: readPolishIDCard(text)
        case .passport: readPolishPassport(text)
        case .residenceCard: readResidenceCard(text)
        case .foreignPassport, .visaD, .polesCard: readForeign(text)
        // Decisions, stamps and certificates carry file references of any shape.
        default: KindReading(.text(CodeText(text).compact))
        }
    }

    private static func readPolish(
        _ text: String,
        kind: String,
        letters: Int,
        weights: [Int],
        refused: String
    ) -> KindReading {
        let code = CodeText(text)
        if code.hasForeignDigits { return .invalid(text, .digitsNotASCII, kind: kind) }
        guard hasShape(code.compact, letters: letters, digits: 9 - letters) else {
            return .invalid(code.compact, kind: kind, reason: .format)
        }
        let values = code.compact.utf8.compactMap(MachineReadableZone.value(of:))
        guard !code.compact.contains(where: refused.contains), CodeText.weightedSum(values, weights) % 10 == 0 else {
            return .invalid(code.compact, .checkDigitWrong, kind: kind)
        }
        return KindReading(.text(code.compact))
    }

    private static func unusual(_ text: String, kind: String, isUsual: Bool) -> KindReading {
        let issues = isUsual ? [] : [KindIssue(.documentFormatUnusual, parameters: ["kind": kind])]
        return KindReading(.text(CodeText(text).compact), issues: issues)
    }

    static func hasShape(_ text: String, letters: Int, digits: Int) -> Bool {
        let bytes = Array(text.utf8)
        return bytes.count == letters + digits && bytes[..<letters].allSatisfy { (65...90).contains($0) }
            && bytes[letters...].allSatisfy { (48...57).contains($0) }
    }
}
