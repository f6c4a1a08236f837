import FormModel

/// A word, a sign, a leader or a check mark of a line.
struct Token: Sendable {
    enum Kind: UInt8, Sendable {
        case word, punctuation
        /// Dots, underscores or a leading tab that mark the place for an answer.
        case leader
        /// A check box or tick, marked or not.
        case mark
    }

    enum Gap: UInt8, Sendable {
        case none, space
        /// A tab, or three spaces and more: what follows begins something new.
        case wide
    }

    var kind: Kind
    var gap: Gap
    /// Offsets into `Layout.bytes`.
    var start: Int32
    var end: Int32
    /// Offsets into `Layout.folds`; only words have any.
    var foldStart: Int32 = 0
    var foldEnd: Int32 = 0
    /// Of the folded word.
    var hash: UInt64 = 0
    /// The ASCII sign, for punctuation; 0 for any other.
    var sign: UInt8 = 0
    var isChecked = false
    var style: Span.Style
    /// Index into `Reading.controls`.
    var control: Int32
    /// Stands on the blank form too, or belongs to a placeholder or to a control that has been read already.
    var isPrinted = false
    /// The mark is part of the blank form's own print, not a box that somebody could tick.
    var isOrnament = false
    /// Formatting of the same word on the blank form.
    var blankStyle: Span.Style = []

    /// Stands for «…» in `sign`.
    static let ellipsis: UInt8 = 1

    var isColon: Bool { sign == UInt8(ascii: ":") && kind == .punctuation }
    /// Formatting that the blank form does not have at this place.
    var addedStyle: Span.Style { style.subtracting(blankStyle) }
}
