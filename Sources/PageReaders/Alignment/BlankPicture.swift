import FormModel

/// The blank's own page, drawn: what is printed on it is no answer.
struct BlankPicture {
    private let crop: PageCrop

    /// - Parameter pixelsPerPoint: of the drawn page.
    init(_ image: GrayImage, pixelsPerPoint: Double) {
        let homography = Homography(scale: pixelsPerPoint, turn: 0, shiftX: 0, shiftY: 0)
        crop = PageCrop(image: image, homography: homography)
    }

    /// As `PageCrop.crop`.
    func picture(of box: PageBox, inset: Double = 0) -> GrayImage { crop.crop(box, inset: inset) }

    // MARK: Fine alignment

    /// Half a word's height and more: what words alone leave open.
    private static let reach = 14
    /// In pixels of a crop; every other one is looked at.
    private static let step = 2
    private static let likenessMin = 0.55
    private static let wordCountMax = 90
    private static let pairCountMin = 8

    /// The homography made exact by laying the printed words of the blank over those of the picture; nil where too few of
    /// them are found there.
    func refined(_ homography: Homography, of image: GrayImage, page: FormPage) -> Homography? {
        var current = homography
        for round in 0..<2 {
            let scan = PageCrop(image: image, homography: current)
            let reach = round == 0 ? Self.reach : Self.reach / 2
            let pairs = page.words.prefix(Self.wordCountMax).compactMap { pair(for: $0.box, in: scan, reach: reach) }
            guard pairs.count >= Self.pairCountMin, let first = Homography(pairs) else { return nil }
            // Words that were laid over something else are far off; the others say where the page is.
            let kept = pairs.filter { pair in
                let place = first.picture(pair.page.x, pair.page.y)
                let scale = first.scale(atX: pair.page.x, pair.page.y)
                return abs(place.x - pair.picture.x) + abs(place.y - pair.picture.y) < 1.6 * scale
            }
            guard kept.count >= Self.pairCountMin, let better = Homography(kept) else { return nil }
            current = better
        }
        return current
    }

    private func pair(for box: PageBox, in scan: PageCrop, reach: Int) -> Homography.Pair? {
        guard box.width >= 8, box.height >= 5 else { return nil }
        let margin = Double(reach) / PageCrop.pixelsPerPoint
        let print = picture(of: box)
        let around = scan.crop(box, inset: -margin)
        guard let (shift, likeness) = Self.shift(of: print, in: around), likeness >= Self.likenessMin else {
            return nil
        }
        let middle = (x: box.x + box.width / 2, y: box.y + box.height / 2)
        let place = scan.homography.picture(
            middle.x + Double(shift.x - reach) / PageCrop.pixelsPerPoint,
            middle.y + Double(shift.y - reach) / PageCrop.pixelsPerPoint
        )
        return Homography.Pair(page: middle, picture: place)
    }

    /// Where in the larger picture the smaller one fits best, and how well: 1 for the same ink.
    static func shift(of print: GrayImage, in around: GrayImage) -> (shift: (x: Int, y: Int), likeness: Double)? {
        let (columns, rows) = (around.width - print.width, around.height - print.height)
        guard columns >= 0, rows >= 0 else { return nil }
        let likenesses = Likeness(print: print, around: around, step: step)
        var best: (shift: (x: Int, y: Int), likeness: Double)?
        func look(_ x: Int, _ y: Int) {
            guard (0...columns).contains(x), (0...rows).contains(y) else { return }
            let likeness = likenesses.at(x, y)
            if likeness > best?.likeness ?? -1 { best = ((x, y), likeness) }
        }
        for y in stride(from: 0, through: rows, by: step) {
            for x in stride(from: 0, through: columns, by: step) { look(x, y) }
        }
        guard let coarse = best?.shift else { return nil }
        for y in coarse.y - 1...coarse.y + 1 { for x in coarse.x - 1...coarse.x + 1 { look(x, y) } }
        return best
    }

    /// How well the ink of two pictures goes together, by the cosine of the angle between them.
    private struct Likeness {
        let around: GrayImage
        let points: [(x: Int, y: Int, ink: Int)]
        let length: Double
        let step: Int

        init(print: GrayImage, around: GrayImage, step: Int) {
            self.around = around
            self.step = step
            var points: [(x: Int, y: Int, ink: Int)] = []
            var squares = 0
            for y in stride(from: 0, to: print.height, by: step) {
                for x in stride(from: 0, to: print.width, by: step) {
                    let ink = 255 - Int(print[x, y])
                    points.append((x, y, ink))
                    squares += ink * ink
                }
            }
            self.points = points
            length = Double(squares).squareRoot()
        }

        func at(_ x: Int, _ y: Int) -> Double {
            var (product, squares) = (0, 0)
            around.pixels.withUnsafeBufferPointer { pixels in
                for point in points {
                    let ink = 255 - Int(pixels[(y + point.y) * around.width + x + point.x])
                    product += ink * point.ink
                    squares += ink * ink
                }
            }
            let lengths = length * Double(squares).squareRoot()
            return lengths > 0 ? Double(product) / lengths : 0
        }
    }

    // MARK: Taking away

    private static let printShade: UInt8 = 170
    private static let inkShade: UInt8 = 150
    private static let nudge = 6

    /// The crop of a place without what the blank prints there; strokes of a pen that cross print are mended.
    func removed(from scan: GrayImage, box: PageBox, inset: Double) -> GrayImage {
        let margin = Double(Self.nudge) / PageCrop.pixelsPerPoint
        let around = picture(of: box, inset: inset - margin)
        guard around.share(darkerThan: Self.printShade) > 0.0005 else { return scan }
        // What is left of bent paper: the place is laid over its print once more.
        let found = Self.shift(of: scan, in: around)
        let shift = found.map { $0.likeness > 0.2 ? $0.shift : (Self.nudge, Self.nudge) } ?? (Self.nudge, Self.nudge)
        return Self.without(around, shift, scan)
    }

    /// The place where its print is found on the scan: of a box to tick, every half point counts. Nil where it is not.
    func nudged(_ box: PageBox, on scan: PageCrop, margin: Double) -> PageBox? {
        let seen = scan.crop(box, inset: -margin)
        let around = picture(of: box, inset: -margin - Double(Self.nudge) / PageCrop.pixelsPerPoint)
        guard let found = Self.shift(of: seen, in: around), found.likeness > 0.3 else { return nil }
        var moved = box
        moved.x -= Double(found.shift.x - Self.nudge) / PageCrop.pixelsPerPoint
        moved.y -= Double(found.shift.y - Self.nudge) / PageCrop.pixelsPerPoint
        return moved
    }

    private static func without(_ print: GrayImage, _ shift: (x: Int, y: Int), _ scan: GrayImage) -> GrayImage {
        let (width, height) = (scan.width, scan.height)
        var isPrint = [Bool](repeating: false, count: width * height)
        for y in 0..<height {
            for x in 0..<width {
                let (left, top) = (x + shift.x, y + shift.y)
                for row in max(0, top - 2)...min(print.height - 1, top + 2) where !isPrint[y * width + x] {
                    for column in max(0, left - 2)...min(print.width - 1, left + 2)
                    where print[column, row] < printShade {
                        isPrint[y * width + x] = true
                        break
                    }
                }
            }
        }
        var cleaned = scan
        for x in 0..<width {
            var y = 0
            while y < height {
                guard isPrint[y * width + x] else {
                    y += 1
                    continue
                }
                let start = y
                while y < height, isPrint[y * width + x] { y += 1 }
                // Ink above and below means that a stroke passes through.
                let isCrossed = start > 0 && y < height && scan[x, start - 1] < inkShade && scan[x, y] < inkShade
                if !isCrossed { for row in start..<y { cleaned[x, row] = 255 } }
            }
        }
        return cleaned
    }
}
