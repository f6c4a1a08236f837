import FormModel

/// One wording of one label, folded.
struct LabelEntry: Sendable {
    /// What the words name: the field itself, or a part of the name that the field asks for.
    enum Role: UInt8, Sendable {
        case whole, given, surname
        /// The whole name, where the field asks for a part of it.
        case fullName
    }

    /// Index into the questions.
    var question: Int
    var role: Role
    var language: InterfaceLanguage?
    /// 0 to 1: how surely these words mean this field.
    var strength: Double
    /// Hashes of its words.
    var words: [UInt64]
    /// The folded words, joined.
    var fold: [UInt8]
    /// Where each word ends in `fold`.
    var wordEnds: [Int]
    /// Sum of what its words count.
    var weight: Double
    /// The running text of a consent: a form may print only its beginning.
    var isClause: Bool
}

/// What a piece of text on a form names.
struct LabelMatch: Equatable {
    struct Target: Equatable {
        var question: Int
        var role: LabelEntry.Role
    }

    /// Several for a label that covers several fields («kod i miejscowość», «tel./e-mail»).
    var targets: [Target]
    /// 0 to 1.
    var score: Double
    var language: InterfaceLanguage?
    /// Fields the words fit equally well; then there is no target.
    var rivals: [Int] = []
    /// The words were not spelt exactly like the label.
    var isFuzzy = false
}
