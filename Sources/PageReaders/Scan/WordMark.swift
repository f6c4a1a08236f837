import FormModel

/// What a pen did to the printed words of an option: struck out, underlined or nothing.
///
/// Only ever proposed: whoever circles a word, or strikes out half of one, is understood by a person.
struct WordMark {
    /// Shares of the words' width with ink through their middle and below them.
    let through: Double
    let under: Double

    /// Measured on what is left when the print is taken away: a stroke through letters is left between them only.
    private static let throughMin = 0.25
    private static let underMin = 0.5
    /// Less than this is dust.
    private static let faint = 0.08
    private static let inkShade: UInt8 = 150
    /// Points looked at below the words.
    private static let depth = 4.0

    var isStruck: Bool { through >= Self.throughMin }
    var isUnderlined: Bool { under >= Self.underMin }
    var isClean: Bool { through < Self.faint && under < Self.faint }

    init(_ box: PageBox, on page: PageCrop, blank: BlankPicture?) {
        let tall = PageBox(x: box.x, y: box.y, width: box.width, height: box.height + Self.depth)
        let seen = page.crop(tall, inset: 0)
        let rest = blank?.removed(from: seen, box: tall, inset: 0) ?? seen
        let bottom = Double(rest.height) * box.height / tall.height
        through = Self.share(of: rest, rows: Int(bottom * 0.25)..<Int(bottom * 0.72))
        under = Self.share(of: rest, rows: Int(bottom * 0.8)..<rest.height)
    }

    /// Columns with ink between the rows, as a share of all.
    private static func share(of image: GrayImage, rows: Range<Int>) -> Double {
        guard image.width > 0, !rows.isEmpty else { return 0 }
        let inked = (0..<image.width).count { x in rows.contains { image[x, $0] < inkShade } }
        return Double(inked) / Double(image.width)
    }

    /// One a word place; where any is struck out those that are left are chosen, else those that are underlined.
    static func ticks(_ places: [FormPlace], on page: PageCrop, blank: BlankPicture?) -> [PageAnswer.Tick] {
        let marks = places.compactMap { place -> (option: String, box: PageBox, mark: WordMark)? in
            guard case .word(let option) = place.role else { return nil }
            return (option, place.box, WordMark(place.box, on: page, blank: blank))
        }
        let isStruckOut = marks.contains { $0.mark.isStruck }
        let isDoubtful = marks.contains { !$0.mark.isClean }
        return marks.map { option, box, mark in
            PageAnswer.Tick(
                option: option,
                isTicked: isStruckOut ? !mark.isStruck : mark.isUnderlined,
                isDoubtful: isDoubtful,
                box: box
            )
        }
    }
}
