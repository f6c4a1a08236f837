import FormModel

/// A form that Nabór itself made, known by its properties: every answer stands in a tagged control, and labels and help
/// of a Word form in the first column of its tables.
///
/// Its help must not be taken for an answer where a control was left empty, nor the words beside unticked boxes for
/// options that somebody typed. What is typed beside a text's control in Word still counts, and so does what stands on
/// a PDF whose fields were all left empty: somebody may have written over it by other means.
struct OwnForm {
    private let tagged: Set<Int>
    private let ticked: Set<Int>
    private let isFilledPDF: Bool

    /// Nil for every other form.
    init?(_ reading: Reading, event: EventDefinition, form: FormDefinition, tags: TagParser) {
        guard reading.properties["nabor:event"] == event.slug, reading.properties["nabor:form"] == form.id else {
            return nil
        }
        var tagged: Set<Int> = []
        var ticked: Set<Int> = []
        for control in reading.controls {
            guard let target = control.tag.flatMap({ tags.parse($0) }) else { continue }
            tagged.insert(target.question)
            if control.kind == .checkBox { ticked.insert(target.question) }
        }
        self.tagged = tagged
        self.ticked = ticked
        isFilledPDF = reading.controls.contains { control in
            guard control.origin == .acroField else { return false }
            return control.kind == .checkBox ? control.isChecked == true : !control.text.isEmpty
        }
    }

    /// Whether the words are the form's own print.
    func isPrint(_ candidate: AnswerCandidate) -> Bool {
        switch candidate.kind {
        case .contentControl, .formField, .acroField: return false
        default:
            if isFilledPDF { return tagged.contains(candidate.question) }
            return ticked.contains(candidate.question)
                || tagged.contains(candidate.question) && candidate.place.contains("/cell[1]")
        }
    }
}
