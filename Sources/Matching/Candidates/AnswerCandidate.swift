import FormModel

/// One place on a form that may hold the answer to a question.
struct AnswerCandidate {
    var question: Int
    /// Counted from 0; only inside a repeating group.
    var entry: Int?
    var role: LabelEntry.Role = .whole
    var kind: Evidence.Kind
    var place: String
    var page: Int?
    var box: PageBox?
    var raw: String
    /// Texts to be read as one answer, when there are several: the marked options.
    var texts: [String]?
    /// A value that needs no reading: a box that is ticked or not.
    var value: AnswerValue?
    /// How surely this place belongs to the question and holds what the person meant.
    var score: Double
    /// Counts only when the text reads as a valid value of the field's kind.
    var mustBeValid = false
    /// Gives way to any other candidate with a value.
    var isWeak = false
}
