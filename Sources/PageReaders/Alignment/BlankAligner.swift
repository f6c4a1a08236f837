import FormModel

/// Finds pages of an organiser's blank, which has neither marks nor a code, in a picture: by its printed words, whichever
/// way up it lies.
struct BlankAligner {
    struct Found {
        /// Counted from 0.
        var page: Int
        /// From points of the page to pixels of the picture as it came.
        var homography: Homography
        /// Nil where the blank's own picture is not at hand.
        var blank: BlankPicture?
    }

    let map: FormMap
    /// The blank as a PDF, drawn page by page.
    let blank: (any PagePictures)?
    let recogniser: Recogniser

    /// Pixels of the shorter side that are enough to recognise words.
    private static let sideMin = 1_100
    private static let upright = [0, 2]
    private static let lying = [1, 3]
    /// Points of a page are drawn so large.
    private static let drawnScale = PageRaster.resolution / 72

    /// - Parameter image: flattened.
    func find(in image: GrayImage) -> Found? {
        let isUpright = image.height >= image.width
        let expected = (map.pages.first.map { $0.height >= $0.width } ?? true) == isUpright
        for quarters in expected ? Self.upright + Self.lying : Self.lying + Self.upright {
            guard var found = upright(image.turned(quarters: quarters)) else { continue }
            found.homography = found.homography.turnedBack(quarters: quarters, width: image.width, height: image.height)
            return found
        }
        return nil
    }

    private func upright(_ image: GrayImage) -> Found? {
        let factor = max(1, min(image.width, image.height) / Self.sideMin)
        let small = image.reduced(by: factor)
        let words = recogniser.words(of: small, model)
        var best: (page: Int, alignment: WordAlignment)?
        for (index, page) in map.pages.enumerated() {
            guard let alignment = WordAlignment(page: page, words: words) else { continue }
            if alignment.count > best?.alignment.count ?? 0 { best = (index, alignment) }
        }
        guard let best else { return nil }
        let rough = best.alignment.homography.enlarged(by: Double(factor))
        let picture = blankPicture(best.page)
        let exact = picture?.refined(rough, of: image, page: map.pages[best.page])
        // Words of the form and yet not its print: another edition.
        guard let homography = picture == nil ? rough : exact else { return nil }
        return Found(page: best.page, homography: homography, blank: picture)
    }

    /// The blank's own page, counted from 0.
    func blankPicture(_ page: Int) -> BlankPicture? {
        guard let blank, page < blank.count, let image = try? blank.picture(at: page) else { return nil }
        return BlankPicture(image, pixelsPerPoint: Self.drawnScale)
    }

    private var model: Recogniser.Model {
        switch map.language {
        case .ukrainian: .ukrainian
        case .russian: .russian
        case .belarusian: recogniser.has(.belarusian) ? .belarusian : .russian
        case .polish, .english: .polish
        }
    }
}
