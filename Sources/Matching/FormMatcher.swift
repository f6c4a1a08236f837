public import FormModel

/// Turns readings into answers to one form's questions. Prepared once for a form, then used for any number of readings.
///
/// Handled: content controls and form fields by tag, name or title; tables with the answer right of, below or in the
/// label's cell, with heads above or entries side by side; «Label: value» lines, dotted lines, values on the next line;
/// boxes before or after their options; struck-out, highlighted, underlined or deleted options; named fields of web
/// submissions and tables. With a blank form what stands on it is no answer. Ignored: drawings, and what is written
/// outside of any place that a label, a tag or the blank form points to.
public struct FormMatcher: Sendable {
    public let event: EventDefinition
    public let form: FormDefinition
    let index: LabelIndex
    let tags: TagParser
    let columns: [UInt64: Int]
    let phrases: [OptionPhrases?]
    let blanks: [BlankForm]

    /// - Parameter blanks: readings of the organiser's own blank forms. What stands on them is no answer.
    public init(event: EventDefinition, form: FormDefinition, blanks: [Reading] = []) {
        self.event = event
        self.form = form
        var questions: [Question] = []
        for field in form.fields {
            let group = questions.count
            questions.append(Question(field))
            for inner in field.fields { questions.append(Question(inner, group: group)) }
        }
        index = LabelIndex(questions: questions)
        let tags = TagParser(questions: questions, slug: event.slug, form: form.id)
        self.tags = tags
        phrases = questions.map { [.options, .flag].contains($0.shape) ? OptionPhrases($0.field) : nil }
        self.blanks = blanks.map { [questions] in BlankForm($0, tags: tags, questions: questions) }
        var columns: [UInt64: Int] = [:]
        for (index, question) in questions.enumerated() where question.group == nil {
            guard let head = form.columns[question.field.key] else { continue }
            columns[WordList.words(of: head, withoutHints: false).key] = index
        }
        self.columns = columns
    }

    /// Finds the answers. Pure; safe to call from several threads at once.
    public func match(_ reading: Reading, context: MatchContext) -> MatchOutcome {
        MatchRun(matcher: self, reading: reading, context: context).run()
    }
}
