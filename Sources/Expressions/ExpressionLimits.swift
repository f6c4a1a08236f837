/// Bounds that keep every expression small enough to evaluate in microseconds, whoever wrote it.
///
/// There are no loops and no recursion in the language: an evaluation visits each part at most once, so the number of
/// parts bounds the steps; lists and texts inside are bounded by the limits below and those of the forms.
public enum ExpressionLimits {
    /// Characters of the source text.
    public static let lengthMax = 4000
    /// Parentheses, calls and operators inside one another.
    public static let depthMax = 64
    /// Names, constants, operators and calls together.
    public static let partCountMax = 1000
    /// Characters of a text that `matches` looks at; a longer text does not match.
    public static let matchLengthMax = 2000
    /// Wildcards of a pattern of `matches`.
    public static let wildcardCountMax = 16
}
