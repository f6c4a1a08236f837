import FormModel

/// Finds the four filled squares in the corners of a form's page, starting from where its code says they must be.
struct MarkFinder {
    /// Flattened, reduced so that a mark is some twenty pixels wide.
    private let image: GrayImage
    private let factor: Double

    private static let dark: UInt8 = 120
    /// Pixels across a page that are enough to find marks.
    private static let sideMax = 1_800
    /// How far a mark may be from where it is expected, as a share of its distance from what is known already.
    private static let strayMax = 0.12
    private static let sizes = 0.55...1.8
    private static let fillMin = 0.62
    private static let pixelCountMax = 4_000_000

    init(_ flattened: GrayImage) {
        let side = max(flattened.width, flattened.height)
        let factor = max(1, (side + Self.sideMax - 1) / Self.sideMax)
        image = flattened.reduced(by: factor)
        self.factor = Double(factor)
    }

    /// The page's place in the picture; nil when fewer than three marks are found.
    func homography(page: FormPage, code: CodeFinder.Found) -> Homography? {
        guard let printed = page.code, page.marks.count == 4 else { return nil }
        let corners = [
            (printed.x, printed.y), (printed.x + printed.width, printed.y),
            (printed.x + printed.width, printed.y + printed.height), (printed.x, printed.y + printed.height),
        ]
        var pairs = zip(corners, code.corners).map { Homography.Pair(page: $0, picture: $1, weight: 0.02) }
        guard var current = Homography(affine: pairs) else { return nil }
        let centre = (x: printed.x + printed.width / 2, y: printed.y + printed.height / 2)
        // The nearest mark first: each one found makes the place of the next surer.
        let order = page.marks.sorted { Self.distance($0, centre) < Self.distance($1, centre) }
        var known = [centre]
        var found = 0
        for mark in order {
            let nearest = known.map { Self.distance(mark, $0) }.min() ?? 0
            guard let place = find(mark, by: current, stray: nearest * Self.strayMax) else { continue }
            found += 1
            known.append(Self.middle(mark))
            pairs.append(Homography.Pair(page: Self.middle(mark), picture: place))
            // Perspective shows only in points that are far from each other.
            if let better = found < 3 ? Homography(affine: pairs) : Homography(pairs) { current = better }
        }
        return found >= 3 ? current : nil
    }

    private static func middle(_ box: PageBox) -> (x: Double, y: Double) {
        (box.x + box.width / 2, box.y + box.height / 2)
    }

    private static func distance(_ box: PageBox, _ point: (x: Double, y: Double)) -> Double {
        let middle = middle(box)
        return ((middle.x - point.x) * (middle.x - point.x) + (middle.y - point.y) * (middle.y - point.y)).squareRoot()
    }

    // MARK: Squares

    private struct Blot {
        var count = 0
        var sumX = 0
        var sumY = 0
        var left = Int.max
        var right = Int.min
        var top = Int.max
        var bottom = Int.min
    }

    private func find(_ mark: PageBox, by homography: Homography, stray: Double) -> (x: Double, y: Double)? {
        let middle = Self.middle(mark)
        let expected = homography.picture(middle.x, middle.y)
        let scale = homography.scale(atX: middle.x, middle.y) / factor
        let (x, y) = (expected.x / factor, expected.y / factor)
        let reach = max(stray, mark.width * 1.5) * scale + mark.width * scale
        guard x.isFinite, y.isFinite, scale.isFinite, reach < 4_000 else { return nil }
        let window = (
            left: max(0, Int(x - reach)), right: min(image.width - 1, Int(x + reach)), top: max(0, Int(y - reach)),
            bottom: min(image.height - 1, Int(y + reach))
        )
        guard window.left < window.right, window.top < window.bottom else { return nil }
        let fitting = blots(window).filter { blot in
            let (width, height) = (Double(blot.right - blot.left + 1), Double(blot.bottom - blot.top + 1))
            return Self.sizes.contains(width / (mark.width * scale))
                && Self.sizes.contains(height / (mark.height * scale))
                && Double(blot.count) >= width * height * Self.fillMin
        }
        let places = fitting.map { blot in
            (x: Double(blot.sumX) / Double(blot.count) + 0.5, y: Double(blot.sumY) / Double(blot.count) + 0.5)
        }
        let best = places.min { one, other in
            (one.x - x) * (one.x - x) + (one.y - y) * (one.y - y)
                < (other.x - x) * (other.x - x) + (other.y - y) * (other.y - y)
        }
        return best.map { ($0.x * factor, $0.y * factor) }
    }

    /// Dark areas that lie inside the window, its edges not touched.
    private func blots(_ window: (left: Int, right: Int, top: Int, bottom: Int)) -> [Blot] {
        let width = window.right - window.left + 1
        let height = window.bottom - window.top + 1
        guard width * height <= Self.pixelCountMax else { return [] }
        var isOpen = [Bool](repeating: false, count: width * height)
        for y in 0..<height {
            for x in 0..<width { isOpen[y * width + x] = image[window.left + x, window.top + y] < Self.dark }
        }
        var blots: [Blot] = []
        var stack: [Int] = []
        for start in isOpen.indices where isOpen[start] {
            var blot = Blot()
            isOpen[start] = false
            stack.append(start)
            while let at = stack.popLast() {
                let (x, y) = (at % width, at / width)
                blot.count += 1
                blot.sumX += window.left + x
                blot.sumY += window.top + y
                blot.left = min(blot.left, x)
                blot.right = max(blot.right, x)
                blot.top = min(blot.top, y)
                blot.bottom = max(blot.bottom, y)
                for (nextX, nextY) in [(x - 1, y), (x + 1, y), (x, y - 1), (x, y + 1)]
                where nextX >= 0 && nextX < width && nextY >= 0 && nextY < height && isOpen[nextY * width + nextX] {
                    isOpen[nextY * width + nextX] = false
                    stack.append(nextY * width + nextX)
                }
            }
            let touches = blot.left == 0 || blot.top == 0 || blot.right == width - 1 || blot.bottom == height - 1
            if !touches { blots.append(blot) }
        }
        return blots
    }
}
