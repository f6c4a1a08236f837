public import FormModel

/// Why a text is no expression, and where.
public struct ExpressionError: Error, Hashable, Sendable {
    public enum Code: String, CaseIterable, Sendable {
        case empty
        case tooLong
        case tooDeep
        case tooManyParts
        case characterUnexpected
        case textUnterminated
        case numberMalformed
        case dateImpossible
        case partUnexpected
        case endUnexpected
        case comparisonChained
        case nameUnknown
        case functionUnknown
        case argumentCountWrong
        case nameExpected
        case constantExpected
    }

    public var code: Code
    /// Characters from the start of the expression, from 0.
    public var offset: Int
    /// The text found there; empty at the end.
    public var found: String
    /// The nearest known name, when one was probably mistyped.
    public var suggestion: String?

    public init(code: Code, offset: Int, found: String = "", suggestion: String? = nil) {
        self.code = code
        self.offset = offset
        self.found = found
        self.suggestion = suggestion
    }

    /// One sentence in Polish and English that says what is wrong and what to do.
    public var message: LocalizedText {
        let (polish, english) = wording
        return LocalizedText([.polish: polish, .english: english])
    }

    private var wording: (polish: String, english: String) {
        switch code {
        case .empty: ("Wyrażenie jest puste.", "The expression is empty.")
        case .tooLong:
            (
                "Wyrażenie ma ponad \(ExpressionLimits.lengthMax) znaków; podziel je.",
                "The expression has more than \(ExpressionLimits.lengthMax) characters; split it."
            )
        case .tooDeep:
            (
                "Nawiasy są zagnieżdżone głębiej niż \(ExpressionLimits.depthMax) poziomów.",
                "Parentheses are nested deeper than \(ExpressionLimits.depthMax) levels."
            )
        case .tooManyParts:
            (
                "Wyrażenie ma ponad \(ExpressionLimits.partCountMax) części; podziel je.",
                "The expression has more than \(ExpressionLimits.partCountMax) parts; split it."
            )
        case .characterUnexpected:
            ("Znak „\(found)” nie należy do wyrażeń.", "The character “\(found)” has no place in expressions.")
        case .textUnterminated:
            ("Tekst w cudzysłowie nie jest zamknięty.", "The quoted text is not closed.")
        case .numberMalformed:
            ("„\(found)” nie jest liczbą; pisz np. 0.5.", "“\(found)” is no number; write 0.5, for example.")
        case .dateImpossible:
            ("Dzień \(found) nie istnieje.", "The day \(found) does not exist.")
        case .partUnexpected:
            ("„\(found)” nie pasuje w tym miejscu.", "“\(found)” does not fit here.")
        case .endUnexpected:
            ("Wyrażenie urywa się; czegoś brakuje na końcu.", "The expression breaks off; something is missing.")
        case .comparisonChained:
            ("Porównania połącz słowem „and”: 1 <= x and x < 5.", "Join comparisons by “and”: 1 <= x and x < 5.")
        case .nameUnknown:
            (
                "Nie ma pola „\(found)”. Stały tekst pisz w cudzysłowie.",
                "There is no field “\(found)”. Put a constant text in quotes."
            )
        case .functionUnknown: ("Nie ma funkcji „\(found)”.", "There is no function “\(found)”.")
        case .argumentCountWrong:
            ("Funkcja „\(found)” dostała złą liczbę wartości.", "The function “\(found)” got a wrong number of values.")
        case .nameExpected: ("Tu ma stać nazwa pola.", "The name of a field belongs here.")
        case .constantExpected:
            ("Tu ma stać stały tekst, np. \"seminaria\".", "A constant text belongs here, such as \"seminaria\".")
        }
    }
}
