import FormModel
import Testing

@testable import PageReaders

@Suite struct BoxInkTests {
    /// A rectangle of ink, in points from the top left corner of the page.
    struct Stroke: CustomTestStringConvertible, Sendable {
        var x, y, width, height: Double

        var testDescription: String { "\(width)×\(height) at \(x), \(y)" }
    }

    private static let box = PageBox(x: 12, y: 12, width: 9, height: 9)
    private static let other = PageBox(x: 42, y: 12, width: 9, height: 9)

    /// Two boxes with their frames, the second one empty, and what somebody drew.
    private static func page(_ strokes: [Stroke]) throws -> PageCrop {
        let scale = PageCrop.pixelsPerPoint
        var image = GrayImage(width: Int(64 * scale), height: Int(34 * scale))
        func fill(_ stroke: Stroke) {
            for y in Int(stroke.y * scale)..<Int((stroke.y + stroke.height) * scale) {
                for x in Int(stroke.x * scale)..<Int((stroke.x + stroke.width) * scale) { image[x, y] = 30 }
            }
        }
        for box in [Self.box, Self.other] {
            fill(Stroke(x: box.x - 0.7, y: box.y - 0.7, width: box.width + 1.4, height: 0.7))
            fill(Stroke(x: box.x - 0.7, y: box.y + box.height, width: box.width + 1.4, height: 0.7))
            fill(Stroke(x: box.x - 0.7, y: box.y - 0.7, width: 0.7, height: box.height + 1.4))
            fill(Stroke(x: box.x + box.width, y: box.y - 0.7, width: 0.7, height: box.height + 1.4))
        }
        strokes.forEach(fill)
        let corners = [(0.0, 0.0), (64, 0), (64, 34), (0, 34)]
        let pairs = corners.map { Homography.Pair(page: $0, picture: ($0.0 * scale, $0.1 * scale)) }
        return PageCrop(image: image, homography: try #require(Homography(pairs)))
    }

    private static func verdict(_ strokes: [Stroke]) throws -> (isTicked: Bool, isDoubtful: Bool) {
        let page = try page(strokes)
        let ink = [box, other].map { BoxInk($0, on: page) }
        return ink[0].verdict(lightest: BoxInk.lightest(ink))
    }

    @Test func anEmptyBoxIsSurelyEmpty() throws {
        let verdict = try Self.verdict([])
        #expect(!verdict.isTicked && !verdict.isDoubtful)
    }

    @Test(arguments: [
        [Stroke(x: 13, y: 16, width: 7, height: 1.2), Stroke(x: 16, y: 13, width: 1.2, height: 7)],
        [Stroke(x: 14, y: 14, width: 5, height: 5)],
        // A generous mark goes over the frame.
        [Stroke(x: 8.5, y: 16, width: 16, height: 1.2), Stroke(x: 16, y: 8.5, width: 1.2, height: 16)],
    ])
    func aMarkIsATick(strokes: [Stroke]) throws {
        let verdict = try Self.verdict(strokes)
        #expect(verdict.isTicked && !verdict.isDoubtful)
    }

    /// A page with a single box, or with every box ticked as thinly: the mark is not measured against itself.
    @Test(arguments: [0.35, 0.45, 0.6, 1.2])
    func aMarkInTheLightestBoxIsNeverSurelyNone(width: Double) throws {
        let ink = BoxInk(Self.box, on: try Self.page([Stroke(x: 13, y: 16, width: 7, height: width)]))
        let verdict = ink.verdict(lightest: BoxInk.lightest([ink, ink, ink]))
        #expect(verdict.isTicked || verdict.isDoubtful, "\(ink.inside)")
    }

    @Test func aBlackenedBoxIsForAPerson() throws {
        #expect(try Self.verdict([Stroke(x: 12, y: 12, width: 9, height: 9)]).isDoubtful)
    }

    @Test func aMarkBesideAnEmptyBoxIsForAPerson() throws {
        let verdict = try Self.verdict([Stroke(x: 22.8, y: 9, width: 2, height: 15)])
        #expect(!verdict.isTicked && verdict.isDoubtful)
    }

    @Test func aTouchOfThePenIsForAPerson() throws {
        #expect(try Self.verdict([Stroke(x: 15, y: 16, width: 2, height: 1.1)]).isDoubtful)
    }
}
