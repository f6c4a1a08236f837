import FormModel

/// Cuts an expression into tokens.
struct Lexer {
    private let characters: [Character]
    private var index = 0

    init(_ source: String) {
        characters = Array(source)
    }

    /// All tokens with one of kind `end` last.
    static func tokens(of source: String) throws(ExpressionError) -> [Token] {
        guard source.utf8.count <= ExpressionLimits.lengthMax * 4, source.count <= ExpressionLimits.lengthMax else {
            throw ExpressionError(code: .tooLong, offset: ExpressionLimits.lengthMax)
        }
        var lexer = Lexer(source)
        var tokens: [Token] = []
        // Every turn consumes a character, so the length bounds the loop.
        while let token = try lexer.next() { tokens.append(token) }
        if tokens.isEmpty { throw ExpressionError(code: .empty, offset: 0) }
        tokens.append(Token(kind: .end, offset: lexer.characters.count, source: ""))
        return tokens
    }

    private mutating func next() throws(ExpressionError) -> Token? {
        while index < characters.count, characters[index].isWhitespace { index += 1 }
        guard index < characters.count else { return nil }
        let start = index
        let kind = try kind(startingWith: characters[index])
        return Token(kind: kind, offset: start, source: String(characters[start..<index]))
    }

    private mutating func kind(startingWith first: Character) throws(ExpressionError) -> Token.Kind {
        if first == "\"" || first == "'" || first == "„" || first == "“" { return .text(try quoted(openedBy: first)) }
        if Self.isDigit(first) { return try numberOrDate() }
        if first.isLetter || first == "_" { return word() }
        return .symbol(try symbol())
    }

    private mutating func quoted(openedBy opening: Character) throws(ExpressionError) -> String {
        let start = index
        index += 1
        var text = ""
        while index < characters.count {
            let character = characters[index]
            index += 1
            if character == opening || (opening == "„" || opening == "“") && (character == "”" || character == "“") {
                return text
            }
            text.append(character)
        }
        throw ExpressionError(code: .textUnterminated, offset: start)
    }

    /// `12`, `0.5`, `50%`, `2022-01-21`.
    private mutating func numberOrDate() throws(ExpressionError) -> Token.Kind {
        let start = index
        if let date = try date() { return .date(date) }
        while index < characters.count, Self.isDigit(characters[index]) || characters[index] == "." { index += 1 }
        if index < characters.count, Self.isWordPart(characters[index]) {
            // A word that begins with a digit, such as an option key `2_years`, has to be quoted.
            while index < characters.count, Self.isWordPart(characters[index]) { index += 1 }
            throw ExpressionError(code: .numberMalformed, offset: start, found: String(characters[start..<index]))
        }
        let source = String(characters[start..<index])
        guard let decimal = DecimalNumber(source), let number = ExactNumber(decimal) else {
            throw ExpressionError(code: .numberMalformed, offset: start, found: source)
        }
        guard index < characters.count, characters[index] == "%" else { return .number(number) }
        index += 1
        return .number((number / ExactNumber(100)) ?? number)
    }

    /// Four digits, hyphen, two digits, hyphen, two digits without a space are a day, never a subtraction.
    private mutating func date() throws(ExpressionError) -> CalendarDate? {
        guard index + 10 <= characters.count else { return nil }
        let source = String(characters[index..<index + 10])
        let bytes = Array(source.utf8)
        guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
            bytes.enumerated().allSatisfy({ $0.offset == 4 || $0.offset == 7 || (0x30...0x39).contains($0.element) })
        else { return nil }
        guard let date = CalendarDate(iso: source) else {
            throw ExpressionError(code: .dateImpossible, offset: index, found: source)
        }
        index += 10
        return date
    }

    /// Letters, digits and underscores, with dots and hyphens inside: `event.start`, `punkt-informacyjny`. A hyphen
    /// belongs to the word only when letters stand on both sides without a space; `a - b` is a subtraction.
    private mutating func word() -> Token.Kind {
        let start = index
        while index < characters.count {
            let character = characters[index]
            if Self.isWordPart(character) {
                index += 1
            } else if character == "." || character == "-", index + 1 < characters.count,
                Self.isWordPart(characters[index + 1])
            {
                index += 1
            } else {
                break
            }
        }
        return .word(String(characters[start..<index]))
    }

    private mutating func symbol() throws(ExpressionError) -> Token.Symbol {
        let first = characters[index]
        if index + 1 < characters.count {
            let pair = String(characters[index...index + 1])
            if let symbol = Token.Symbol(rawValue: pair) {
                index += 2
                return symbol
            }
        }
        let single: Token.Symbol? =
            switch first {
            case "=": .equal
            case "≠": .unequal
            case "≤": .lessOrEqual
            case "≥": .greaterOrEqual
            case "−", "–": .minus
            case "×", "·": .times
            default: Token.Symbol(rawValue: String(first))
            }
        guard let single else {
            throw ExpressionError(code: .characterUnexpected, offset: index, found: String(first))
        }
        index += 1
        return single
    }

    private static func isDigit(_ character: Character) -> Bool {
        character.isASCII && character.isWholeNumber
    }

    private static func isWordPart(_ character: Character) -> Bool {
        character.isLetter || isDigit(character) || character == "_"
    }
}
