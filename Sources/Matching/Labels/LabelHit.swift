/// A label that stands on a form, and where.
struct LabelHit {
    enum Ending {
        case colon, leader, mark, gap, question, dash
        /// The person's words begin.
        case ink
        case cellEnd, lineEnd
        /// Nothing parts the label from what follows.
        case none

        /// Whether something tells where the label ends.
        var isFirm: Bool { self != .none && self != .lineEnd }
    }

    var match: LabelMatch
    var line: Int
    /// From the first word to the last sign of the label: colon and hint included.
    var tokens: Range<Int>
    var ending: Ending
    /// A weak sign: typed by the person on a form whose own labels are known from the blank, or in running text.
    var isTyped: Bool
    /// The number in «E-mail (osoba 2)».
    var entryNumber: Int?
    /// First on its line, numbering and marks aside.
    var isFirst: Bool
}
