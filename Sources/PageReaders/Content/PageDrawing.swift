/// What a page draws beside its text, in points of the page as it is shown.
struct PageDrawing {
    /// A thin line along one axis: a ruling, a border, an underline.
    struct Segment: Hashable {
        /// Across its direction.
        var position: Double
        var start: Double
        var end: Double

        var length: Double { end - start }
    }

    /// An area filled with a colour that is neither black, grey nor white.
    struct Tint: Hashable {
        var rect: PageRect
    }

    var horizontals: [Segment] = []
    var verticals: [Segment] = []
    /// Small square or round frames: boxes to tick.
    var frames: [PageRect] = []
    /// Small strokes that are no rulings: crosses and ticks drawn by hand or by a program.
    var strokes: [PageRect] = []
    /// Small filled areas, dark or coloured.
    var blots: [PageRect] = []
    /// Small white areas: ticks that are left out of a filled box.
    var lights: [PageRect] = []
    var tints: [Tint] = []
    var images: [PageRect] = []
    /// Instructions that show text, and those of them whose text nobody sees: drawn invisibly, or below a picture of the page.
    var textCount = 0
    var hiddenTextCount = 0
    /// More was drawn than is looked at.
    var isCut = false
}
