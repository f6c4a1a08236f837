import FormModel

/// A word of the expression language.
enum ExpressionToken: Hashable, Sendable {
    case name(String)
    case integer(Int)
    /// A number with a fraction or an exponent, by its digits.
    case number(String)
    case text(String)
    case symbol(String)
    case end
}

/// A tag whose inside cannot be understood.
struct SyntaxFault: Error, Sendable {
    var code: TemplateFault.Code
    var message: LocalizedText
    var suggestion: String?

    init(_ code: TemplateFault.Code = .syntax, pl: String, en: String, suggestion: String? = nil) {
        self.code = code
        self.message = LocalizedText([.polish: pl, .english: en])
        self.suggestion = suggestion
    }
}

/// Cuts the inside of a tag into words, following the lexical rules of Jinja2.
///
/// Word turns straight quotes into curly ones and spaces into no-break spaces while people type: inside of a tag they mean
/// what was typed.
struct ExpressionLexer {
    private let scalars: [Unicode.Scalar]
    private var position = 0

    private static let pairs: Set<String> = ["==", "!=", "<=", ">=", "//", "**"]
    private static let singles: Set<Unicode.Scalar> = [
        "+", "-", "*", "/", "%", "~", "(", ")", "[", "]", "{", "}", ",", ":", ".", "|", "=", "<", ">",
    ]
    private static let doubleQuotes: Set<Unicode.Scalar> = ["\"", "“", "”", "„", "‟", "«", "»"]
    private static let singleQuotes: Set<Unicode.Scalar> = ["'", "‘", "’", "‚", "‛"]

    private init(_ text: String) {
        scalars = Array(text.unicodeScalars)
    }

    static func tokens(of text: String) throws(SyntaxFault) -> [ExpressionToken] {
        var lexer = ExpressionLexer(text)
        var tokens: [ExpressionToken] = []
        while let token = try lexer.next() { tokens.append(token) }
        tokens.append(.end)
        return tokens
    }

    private mutating func next() throws(SyntaxFault) -> ExpressionToken? {
        while position < scalars.count, scalars[position].properties.isWhitespace || Self.isInvisible(scalars[position])
        {
            position += 1
        }
        guard position < scalars.count else { return nil }
        let scalar = scalars[position]
        if Self.isDigit(scalar) { return number() }
        if scalar == "_" || scalar.properties.isAlphabetic { return name() }
        if Self.doubleQuotes.contains(scalar) { return try text(closing: Self.doubleQuotes, plain: "\"") }
        if Self.singleQuotes.contains(scalar) { return try text(closing: Self.singleQuotes, plain: "'") }
        if position + 1 < scalars.count {
            let pair = String(String.UnicodeScalarView([scalar, scalars[position + 1]]))
            if Self.pairs.contains(pair) {
                position += 2
                return .symbol(pair)
            }
        }
        guard Self.singles.contains(scalar) else {
            throw SyntaxFault(
                pl: "Znak „\(scalar)” nie ma tu znaczenia. Usuń go albo ujmij tekst w cudzysłów.",
                en: "The character “\(scalar)” means nothing here. Remove it or put the text in quotes."
            )
        }
        position += 1
        return .symbol(String(scalar))
    }

    private mutating func name() -> ExpressionToken {
        let start = position
        while position < scalars.count,
            scalars[position] == "_" || Self.isDigit(scalars[position])
                || scalars[position].properties.isAlphabetic
                || scalars[position].properties.generalCategory == .nonspacingMark
        {
            position += 1
        }
        return .name(slice(start, position))
    }

    private mutating func number() -> ExpressionToken {
        let start = position
        var isWhole = true
        skipDigits()
        if position + 1 < scalars.count, scalars[position] == ".", Self.isDigit(scalars[position + 1]) {
            isWhole = false
            position += 1
            skipDigits()
        }
        if position < scalars.count, scalars[position] == "e" || scalars[position] == "E" {
            var after = position + 1
            if after < scalars.count, scalars[after] == "+" || scalars[after] == "-" { after += 1 }
            if after < scalars.count, Self.isDigit(scalars[after]) {
                isWhole = false
                position = after
                skipDigits()
            }
        }
        let digits = slice(start, position).replacing("_", with: "")
        if isWhole, let integer = Int(digits) { return .integer(integer) }
        return .number(digits)
    }

    private mutating func skipDigits() {
        while position < scalars.count, Self.isDigit(scalars[position]) || scalars[position] == "_" { position += 1 }
    }

    /// A quoted text. One that opens with a straight quote closes with a straight one, if there is any.
    private mutating func text(closing: Set<Unicode.Scalar>, plain: Unicode.Scalar) throws(SyntaxFault)
        -> ExpressionToken
    {
        let isPlain = scalars[position] == plain && scalars[(position + 1)...].contains(plain)
        position += 1
        var result = String.UnicodeScalarView()
        while position < scalars.count {
            let scalar = scalars[position]
            position += 1
            if isPlain ? scalar == plain : closing.contains(scalar) { return .text(String(result)) }
            if scalar == "\\", position < scalars.count {
                result.append(contentsOf: escape(scalars[position]))
                position += 1
            } else {
                result.append(scalar)
            }
        }
        throw SyntaxFault(
            pl: "Brakuje cudzysłowu zamykającego tekst. Dopisz go przed końcem znacznika.",
            en: "The quote that closes the text is missing. Add it before the end of the tag."
        )
    }

    private func escape(_ scalar: Unicode.Scalar) -> [Unicode.Scalar] {
        switch scalar {
        case "n": ["\n"]
        case "t": ["\t"]
        case "r": ["\r"]
        case "f": ["\u{0C}"]
        case "a": ["\u{07}"]
        case "\\", "\"", "'": [scalar]
        default: ["\\", scalar]
        }
    }

    private func slice(_ start: Int, _ end: Int) -> String {
        String(String.UnicodeScalarView(scalars[start..<end]))
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

    /// Zero-width characters that copying from other programs leaves behind.
    private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "\u{200B}" || scalar == "\u{FEFF}" || scalar == "\u{AD}" || scalar == "\u{2060}"
    }
}
