import FormModel

/// Tells ticked boxes by their ink, inside the frame and in a ring around it, against the lightest box of the page.
struct BoxInk {
    /// Measured on marks of many kinds: an empty box stays below 0.03 beyond the lightest one, a thin pencil cross does not.
    private static let threshold = 0.035
    /// Around the threshold a person looks.
    private static let doubt = 0.022...0.05
    /// A box blackened all over may have been withdrawn.
    private static let blackened = 0.7
    /// So much ink around an empty box is a mark that missed it.
    private static let missed = 0.08
    /// The lightest box counts as empty up to this darkness; on a page where every box is ticked it does not.
    private static let lightestMax = 0.05

    /// Points between the inside of a frame and what is measured, and beyond the frame.
    private static let inset = 0.8
    private static let ringStart = 1.6
    private static let ringEnd = 3.8

    let inside: Double
    let ring: Double

    init(_ box: PageBox, on page: PageCrop) {
        inside = page.crop(box, inset: Self.inset).darkness
        let outer = page.crop(box, inset: -Self.ringEnd)
        let inner = page.crop(box, inset: -Self.ringStart)
        let (outerCount, innerCount) = (Double(outer.pixels.count), Double(inner.pixels.count))
        ring = max(0, outer.darkness * outerCount - inner.darkness * innerCount) / max(1, outerCount - innerCount)
    }

    /// How dark the lightest box of a page is.
    static func lightest(_ boxes: [BoxInk]) -> Double {
        let lightest = boxes.map(\.inside).min() ?? 0
        return lightest < lightestMax ? lightest : 0
    }

    func verdict(lightest: Double) -> (isTicked: Bool, isDoubtful: Bool) {
        let ink = inside - lightest
        let isTicked = ink > Self.threshold
        let isNear = Self.doubt.contains(ink)
        let isMissed = !isTicked && ring - lightest > Self.missed
        return (isTicked, isNear || isMissed || inside > Self.blackened)
    }
}
