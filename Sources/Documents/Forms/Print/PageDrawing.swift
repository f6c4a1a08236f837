import FormModel

/// Something that is drawn on a page, in points from the top left corner.
enum PageDrawing {
    /// Lines of a paragraph; `tag` is a structure type of tagged PDF (ISO 32000-1, 14.8.4), nil for decoration.
    case text(TextBlock, lines: Range<Int>, x: Double, y: Double, tag: String?)
    case box(PageBox, fill: Ink?, stroke: Ink?, width: Double)
    case rule(x: Double, y: Double, toX: Double, toY: Double, ink: Ink, width: Double)
    /// Index into the sheet's logos.
    case logo(Int, PageBox)
    case code(CodeMatrix, PageBox)
}

/// A page while it is being laid out.
struct PageSheet {
    var drawings: [PageDrawing] = []
    var words: [FormPage.Word] = []
}
