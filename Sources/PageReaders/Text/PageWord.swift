import FormModel

/// A word of a page with where and how it is printed; also a form field or a box to tick that stands between the words.
struct PageWord {
    var text: String
    var rect: PageRect
    /// Points.
    var fontSize: Double
    var style: Span.Style = []
    /// Index into the reading's controls.
    var control: Int?
    /// A box to tick, with or without a tick.
    var isBox = false
}

extension PageWord {
    /// The word as a reply tells it: where it stands on the page as it is shown.
    func shown(_ turn: PageTurn) -> Page.Word {
        Page.Word(text: text, box: turn.undo(rect).box, confidence: 1)
    }
}
