/// The points of an address as its ink shows them: one between two letters is easily overlooked, and without it the address
/// is another one.
struct AddressPoints {
    private let image: GrayImage
    private let points: [InkPart]

    private static let shade: UInt8 = 170
    /// Pixels at 300 dots an inch: smaller parts are no letters.
    private static let letterHeightMin = 11
    private static let pointSideMin = 3
    /// Of the letters' height: how large a point may be, and how far from the line.
    private static let sizeMax = 0.4
    private static let slackMax = 0.25
    private static let pointCountMax = 8
    /// White on either side of a point that stands apart, in pixels.
    private static let gap = 14

    init(_ image: GrayImage) {
        self.image = image
        let parts = InkPart.parts(of: image, darkerThan: Self.shade)
        let letters = parts.filter { $0.height >= Self.letterHeightMin }
        let height = Double(Self.median(letters.map(\.height)))
        let line = Double(Self.median(letters.map(\.bottom)))
        guard let first = letters.first, let last = letters.map(\.right).max() else {
            points = []
            return
        }
        points = parts.filter { part in
            let isSmall = max(part.width, part.height) <= Int(height * Self.sizeMax)
            let isDirt = min(part.width, part.height) < Self.pointSideMin
            let isWithin = part.left > first.left && part.right < last
            return isSmall && !isDirt && isWithin && abs(Double(part.bottom) - line) <= height * Self.slackMax
        }
    }

    var count: Int { points.count }

    private static func median(_ values: [Int]) -> Int {
        values.isEmpty ? 0 : values.sorted()[values.count / 2]
    }

    /// The picture with room around each point; nil where there are too many of them, which is dirt.
    var spread: GrayImage? {
        guard !points.isEmpty, points.count <= Self.pointCountMax else { return nil }
        var bare = image
        for point in points { bare.erase(point) }
        var strips: [GrayImage] = []
        var from = 0
        for point in points {
            let middle = (point.left + point.right) / 2
            guard middle > from else { continue }
            strips += [bare.columns(from...middle - 1), standing(point)]
            from = middle
        }
        return GrayImage(joining: strips + [bare.columns(from...image.width - 1)])
    }

    /// A point by itself, at its height.
    private func standing(_ point: InkPart) -> GrayImage {
        var strip = GrayImage(width: point.width + 2 * Self.gap, height: image.height)
        for y in point.top...point.bottom {
            for x in point.left...point.right { strip[Self.gap + x - point.left, y] = image[x, y] }
        }
        return strip
    }
}
