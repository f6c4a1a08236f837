import FormModel

/// A word of an expression with its place.
struct Token: Hashable, Sendable {
    enum Kind: Hashable, Sendable {
        case word(String)
        case number(ExactNumber)
        case text(String)
        case date(CalendarDate)
        /// `(`, `)`, `[`, `]`, `,`, `+`, `-`, `*`, `/`, `==`, `!=`, `<`, `<=`, `>`, `>=`.
        case symbol(Symbol)
        case end
    }

    enum Symbol: String, Sendable {
        case open = "("
        case close = ")"
        case openList = "["
        case closeList = "]"
        case comma = ","
        case plus = "+"
        case minus = "-"
        case times = "*"
        case over = "/"
        case equal = "=="
        case unequal = "!="
        case less = "<"
        case lessOrEqual = "<="
        case greater = ">"
        case greaterOrEqual = ">="
    }

    var kind: Kind
    /// Characters from the start.
    var offset: Int
    /// As it stands in the source.
    var source: String
}
