/// A tag as it stands in a paragraph.
struct TemplateTag {
    enum Kind: Hashable {
        case value
        case statement
        case comment
        /// `{_{` and its like: the delimiter itself.
        case literal(String)
    }

    /// What the tag's prefix says it stands for: its paragraph, row, cell or run.
    enum Reach: String {
        case none = ""
        case paragraph = "p"
        case row = "tr"
        case cell = "tc"
        case run = "r"
    }

    var kind: Kind
    var reach: Reach
    /// With its braces.
    var source: String
    /// Without braces, prefix and signs of trimming.
    var inner: String
    var trimsBefore = false
    var trimsAfter = false
    /// Index of the paragraph.
    var paragraph: Int
    /// In the paragraph's text.
    var range: Range<Int>
    /// The merge field that this tag is.
    var field: WordField?

    /// The first word of a statement.
    var keyword: String {
        String(inner.prefix { $0.isLetter || $0 == "_" })
    }

    /// What follows the keyword.
    var rest: String { String(inner.dropFirst(keyword.count)) }
}
