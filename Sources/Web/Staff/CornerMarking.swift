import Desk
import FormModel

/// How far somebody is with the four corners of one sheet. It lives in the page's address alone, so that marking works
/// without scripts: each click on the picture asks for the next page.
///
/// A corner takes two clicks: one somewhere near it on the whole sheet, one exactly on it in a close-up.
struct CornerMarking: Hashable {
    /// Number of the sheet; nil for the first one that waits.
    private(set) var sheet: Int?
    /// Clockwise from the top left, as shares of the picture's sides.
    private(set) var points: [SheetCorners.Point] = []
    /// Where the next corner is looked for.
    private(set) var near: SheetCorners.Point?

    /// Addresses hold ten-thousandths: a fiftieth of a millimetre on a page.
    private static let unit = 10_000.0

    init(_ query: [String: String]) {
        sheet = query["sheet"].flatMap { Int($0) }
        points = Array((query["at"] ?? "").split(separator: "-").compactMap { Self.point($0) }.prefix(4))
        near = query["near"].flatMap { Self.point($0[...]) }
        if let typed = query["typed"], let corners = Self.corners(typed) {
            (points, near) = (corners.points, nil)
        }
    }

    /// Eight numbers in per cent, however they are parted.
    private static func corners(_ typed: String) -> SheetCorners? {
        let pieces = typed.prefix(200).replacing("%", with: " ").split { ",; +".contains($0) }
        let numbers = pieces.compactMap { Double($0) }
        guard pieces.count == 8, numbers.count == 8 else { return nil }
        return SheetCorners(
            stride(from: 0, to: 8, by: 2).map { SheetCorners.Point(numbers[$0] / 100, numbers[$0 + 1] / 100) }
        )
    }

    private static func point(_ text: Substring) -> SheetCorners.Point? {
        let numbers = text.split(separator: ",").compactMap { Double($0) }
        guard numbers.count == 2, numbers.allSatisfy({ (-unit...2 * unit).contains($0) }) else { return nil }
        return SheetCorners.Point(numbers[0] / unit, numbers[1] / unit)
    }

    /// Takes the click that came with the address.
    ///
    /// - Parameter width: of the picture as it was shown, in the browser's own unit; nothing is taken without it.
    mutating func click(_ query: [String: String], on picture: SheetPicture) {
        guard points.count < 4, let shown = query["width"].flatMap({ Double($0) }), (1...10_000).contains(shown),
            let x = query["spot.x"].flatMap({ Double($0) }), let y = query["spot.y"].flatMap({ Double($0) }),
            (0...10_000).contains(x), (0...20_000).contains(y)
        else { return }
        guard let near else {
            // Both sides are shown on the same scale.
            self.near = SheetCorners.Point(x / shown, y / shown * Double(picture.width) / Double(picture.height))
            return
        }
        points.append(picture.closeUp(near).point(x / shown, y / shown))
        self.near = nil
    }

    /// The four corners, once all are marked and make a page.
    var corners: SheetCorners? { SheetCorners(points) }

    var isComplete: Bool { points.count == 4 }

    // MARK: The address

    private static func text(_ point: SheetCorners.Point) -> String {
        [point.x, point.y].map { String(Int(($0 * unit).rounded())) }.joined(separator: ",")
    }

    /// The corners marked so far, as an address and a form hold them.
    var pointsText: String { points.map(Self.text).joined(separator: "-") }

    var nearText: String? { near.map(Self.text) }

    /// Points of an outline over a picture of that size.
    func outline(_ picture: SheetPicture) -> String {
        points.map { point in
            "\(Int(point.x * Double(picture.width))),\(Int(point.y * Double(picture.height)))"
        }.joined(separator: " ")
    }
}
