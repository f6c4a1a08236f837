import FormModel
import Testing

@testable import Desk
@testable import Web

/// Four corners, two clicks each, kept in addresses alone.
@Suite struct CornerMarkingTests {
    private static let picture = SheetPicture(
        width: 1_000,
        height: 1_500,
        pixels: [UInt8](repeating: 255, count: 1_500_000)
    )

    @Test func eachCornerTakesAClickNearbyAndOneInTheCloseUp() throws {
        var query = ["sheet": "2"]
        for corner in [(0.1, 0.2), (0.9, 0.2), (0.9, 0.8), (0.1, 0.8)] {
            // On the whole sheet a finger misses by far.
            let missed = (corner.0 + 0.03, corner.1 - 0.02)
            query = clicked(query, missed.0 * 320, missed.1 * 480)
            let closeUp = Self.picture.closeUp(try #require(CornerMarking(query).near))
            let seen = closeUp.shares(of: SheetCorners.Point(corner.0, corner.1))
            #expect((0...1).contains(seen.x) && (0...1).contains(seen.y), "the corner can be seen closely")
            query = clicked(query, seen.x * 320, seen.y * 320)
        }
        let marked = CornerMarking(query)
        #expect(marked.isComplete && marked.sheet == 2)
        let points = try #require(marked.corners).points
        for (point, wanted) in zip(points, [(0.1, 0.2), (0.9, 0.2), (0.9, 0.8), (0.1, 0.8)]) {
            #expect(abs(point.x - wanted.0) < 0.001 && abs(point.y - wanted.1) < 0.001)
        }
    }

    /// The query of the address to which a click leads.
    private func clicked(_ query: [String: String], _ x: Double, _ y: Double) -> [String: String] {
        var marking = CornerMarking(query)
        marking.click(
            ["width": "320", "spot.x": String(Int(x.rounded())), "spot.y": String(Int(y.rounded()))],
            on: Self.picture
        )
        var next = ["sheet": query["sheet"] ?? "", "at": marking.pointsText]
        next["near"] = marking.nearText
        return next
    }

    @Test(arguments: ["5, 3, 95, 3, 95, 97, 5, 97", "5 3 95 3 95 97 5 97", "5%,3%;95%,3%;95%,97%;5%,97%"])
    func cornersCanBeTypedInstead(text: String) throws {
        let marking = CornerMarking(["typed": text])
        #expect(marking.pointsText == "500,300-9500,300-9500,9700-500,9700")
        #expect(marking.corners != nil)
    }

    @Test(arguments: [
        ["typed": "5,3,95"], ["typed": "a,b,c,d,e,f,g,h"], ["at": "1,2,3-nan,inf--"], ["at": "99999999,1"],
        ["near": "1"], ["typed": "95,3,5,3,5,97,95,97"],
    ])
    func whatIsNoPlaceIsLeftOut(query: [String: String]) {
        let marking = CornerMarking(query)
        #expect(marking.points.isEmpty && marking.near == nil)
    }

    @Test(arguments: [
        ["spot.x": "5", "spot.y": "5"], ["width": "0", "spot.x": "5", "spot.y": "5"],
        ["width": "320", "spot.x": "nan", "spot.y": "5"], ["width": "320", "spot.x": "-5", "spot.y": "5"],
    ])
    func aClickWithoutItsPictureIsNone(query: [String: String]) {
        var marking = CornerMarking([:])
        marking.click(query, on: Self.picture)
        #expect(marking == CornerMarking([:]))
    }

    /// Corners the wrong way round make no page.
    @Test func theOrderIsKept() {
        let marking = CornerMarking(["at": "9500,300-500,300-500,9700-9500,9700"])
        #expect(marking.isComplete && marking.corners == nil)
    }
}
