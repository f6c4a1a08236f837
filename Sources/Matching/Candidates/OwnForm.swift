import FormModel

/// A Word form that Nabór itself made, known by its properties: labels and help stand in the first column of its tables,
/// every answer in a tagged control of the second.
///
/// Its help must not be taken for an answer where a control was left empty, nor the words beside unticked boxes for
/// options that somebody typed. What is typed beside a text's control still counts.
struct OwnForm {
    private let tagged: Set<Int>
    private let ticked: Set<Int>

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
    }

    /// Whether the words are the form's own print.
    func isPrint(_ candidate: AnswerCandidate) -> Bool {
        switch candidate.kind {
        case .contentControl, .formField, .acroField: return false
        default:
            return ticked.contains(candidate.question)
                || tagged.contains(candidate.question) && candidate.place.contains("/cell[1]")
        }
    }
}
