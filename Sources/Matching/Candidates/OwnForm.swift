import FormModel

/// A form that Nabór itself made, known by its properties: every answer stands in a tagged control, and labels and help
/// of a Word form in the first column of its tables.
///
/// Its help must not be taken for an answer where a control was left empty, nor the words beside unticked boxes for
/// options that somebody typed. What is typed beside a text's control in Word still counts. On a PDF whose fields were all
/// left empty, what stands inside of a question's own field counts: somebody wrote over it by other means.
struct OwnForm {
    private let tagged: Set<Int>
    private let ticked: Set<Int>
    private let isFilledPDF: Bool
    /// Of a PDF: where the fields of each question lie.
    private let boxes: [Int: [(page: Int, box: PageBox)]]

    /// Nil for every other form.
    init?(_ reading: Reading, event: EventDefinition, form: FormDefinition, tags: TagParser) {
        guard reading.properties["nabor:event"] == event.slug, reading.properties["nabor:form"] == form.id else {
            return nil
        }
        var tagged: Set<Int> = []
        var ticked: Set<Int> = []
        var boxes: [Int: [(page: Int, box: PageBox)]] = [:]
        let places = PagePlaces(reading)
        for control in reading.controls {
            guard let target = control.tag.flatMap({ tags.parse($0) }) else { continue }
            tagged.insert(target.question)
            if control.kind == .checkBox { ticked.insert(target.question) }
            if control.origin == .acroField, let place = places[control.place] {
                boxes[target.question, default: []].append(place)
            }
        }
        self.tagged = tagged
        self.ticked = ticked
        self.boxes = boxes
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
            if let own = boxes[candidate.question] { return !own.contains { Self.holds($0, candidate) } }
            return ticked.contains(candidate.question)
                || tagged.contains(candidate.question) && candidate.place.contains("/cell[1]")
        }
    }

    /// Whether most of what stands there stands inside of the field.
    private static func holds(_ field: (page: Int, box: PageBox), _ candidate: AnswerCandidate) -> Bool {
        guard candidate.page == field.page, let box = candidate.box, box.width > 0, box.height > 0 else { return false }
        let across = min(box.x + box.width, field.box.x + field.box.width) - max(box.x, field.box.x)
        let down = min(box.y + box.height, field.box.y + field.box.height) - max(box.y, field.box.y)
        return across > box.width / 2 && down > box.height / 2
    }
}
