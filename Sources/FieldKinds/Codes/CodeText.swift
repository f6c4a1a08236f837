import FormModel

/// A code such as a NIP or an IBAN as it was written, without the spaces and hyphens people put between its parts.
struct CodeText {
    /// Upper case, ASCII where the text was; nothing dropped but spaces, hyphens and dashes.
    let compact: String
    /// Only the ASCII digits of `compact`, as numbers, when it has nothing else; else nil.
    let digits: [Int]?
    /// A decimal digit of another script: Arabic-Indic, full-width.
    let hasForeignDigits: Bool

    init(_ text: String) {
        var scalars = String.UnicodeScalarView()
        var digits: [Int] = []
        var isDigitsOnly = true
        var hasForeignDigits = false
        for scalar in text.unicodeScalars where !Self.isSeparator(scalar) {
            switch scalar {
            case "0"..."9": digits.append(Int(scalar.value) - 48)
            case "a"..."z":
                isDigitsOnly = false
                scalars.append(Unicode.Scalar(UInt8(scalar.value) - 32))
                continue
            default:
                isDigitsOnly = false
                if !scalar.isASCII, scalar.properties.numericType == .decimal { hasForeignDigits = true }
            }
            scalars.append(scalar)
        }
        compact = String(scalars)
        self.digits = isDigitsOnly && !digits.isEmpty ? digits : nil
        self.hasForeignDigits = hasForeignDigits
    }

    /// Space, NBSP and its kin, hyphen, dashes, minus.
    static func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x20, 0xA0, 0x09, 0x0A, 0x2D, 0x2000...0x2015, 0x202F, 0x2212: true
        default: false
        }
    }

    /// The sum of digits times weights, of as many digits as there are weights.
    static func weightedSum(_ digits: some Sequence<Int>, _ weights: [Int]) -> Int {
        zip(digits, weights).reduce(0) { $0 + $1.0 * $1.1 }
    }
}

extension KindReading {
    /// An invalid code: it stays as a text in the form it was brought to.
    static func invalid(
        _ text: String,
        _ code: FindingCode = .valueInvalid,
        kind: String,
        reason: Reason? = nil
    ) -> KindReading {
        var parameters = ["kind": kind]
        parameters["reason"] = reason?.rawValue
        return KindReading(.text(text), issues: [KindIssue(code, severity: .error, parameters: parameters)])
    }

    /// Why a value is invalid, for the wording; stands in the parameter `reason`.
    enum Reason: String {
        case characters, length, date, format, prefix, zero, words
    }
}
