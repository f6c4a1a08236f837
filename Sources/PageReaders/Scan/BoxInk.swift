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
    /// Darkness around a box that may be the picture's grain; more of it is a mark that reaches over the frame.
    private static let grainMin = 0.03
    private static let grainMax = 0.07
    /// The lightest box counts as empty up to this darkness.
    private static let lightestMax = 0.05
    /// Darkness that empty boxes have by themselves. Where the lightest box is darker, all boxes of the page may be ticked
    /// thinly, and what counts as empty against it is not sure.
    private static let emptyMax = 0.01

    /// Points between the inside of a frame and what is measured, and beyond the frame.
    private static let inset = 0.8
    /// The same for boxes that are letters of a font, whose frames are thick and not quite where the letter is.
    private static let glyphInset = 1.3
    private static let ringStart = 1.6
    private static let ringEnd = 3.8

    let inside: Double
    let ring: Double
    /// Whether the box that the blank prints is there.
    let isFound: Bool

    /// - Parameter blank: takes away what an organiser's blank prints there.
    init(_ box: PageBox, on page: PageCrop, blank: BlankPicture? = nil) {
        let nudged = blank?.nudged(box, on: page, margin: Self.ringEnd)
        isFound = blank == nil || nudged != nil
        let found = nudged ?? box
        let seen = page.crop(found, inset: -Self.ringEnd)
        let around = blank?.removed(from: seen, box: box, inset: -Self.ringEnd) ?? seen
        let inset = blank == nil ? Self.inset : Self.glyphInset
        // Against the paper right here: what is left of a shadow must not count as ink.
        let paper = max(around.shade(above: 0.75), 1)
        let margin = Int((Self.ringEnd + inset) * PageCrop.pixelsPerPoint)
        let frame = Int((Self.ringEnd - Self.ringStart) * PageCrop.pixelsPerPoint)
        var (inner, ring) = (Tally(), Tally())
        for y in 0..<around.height {
            for x in 0..<around.width {
                let depth = min(x, y, around.width - 1 - x, around.height - 1 - y)
                let ink = max(0, 1 - Double(around[x, y]) / Double(paper))
                if depth >= margin { inner.add(ink) } else if depth < frame { ring.add(ink) }
            }
        }
        inside = inner.mean
        self.ring = ring.mean
    }

    private struct Tally {
        private var sum = 0.0
        private var count = 0.0

        mutating func add(_ value: Double) {
            sum += value
            count += 1
        }

        var mean: Double { count > 0 ? sum / count : 0 }
    }

    /// How dark the lightest box of a page is.
    static func lightest(_ boxes: [BoxInk]) -> Double {
        let lightest = boxes.map(\.inside).min() ?? 0
        return lightest < lightestMax ? lightest : 0
    }

    func verdict(lightest: Double) -> (isTicked: Bool, isDoubtful: Bool) {
        // Grain of a photograph is as dark around the box as in it.
        let grain = ring > Self.grainMin ? min(ring, Self.grainMax) : 0
        let ink = inside - max(lightest, grain)
        let isTicked = ink > Self.threshold
        let isThin = !isTicked && inside - max(min(lightest, Self.emptyMax), grain) > Self.doubt.lowerBound
        let isNear = Self.doubt.contains(ink) || isThin
        let isMissed = !isTicked && ring - lightest > Self.missed
        return (isTicked, isNear || isMissed || inside > Self.blackened || !isFound)
    }
}
