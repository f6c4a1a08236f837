import FormModel
import Testing

@testable import PageReaders

@Suite struct BlankPictureTests {
    /// A page of 60 points with a rule across it, drawn at 300 dots an inch.
    private static let scale = PageCrop.pixelsPerPoint

    private static func page(rule: Int, stroke: Int? = nil) -> GrayImage {
        var image = GrayImage(width: 250, height: 250)
        for x in 20..<230 { for y in rule..<rule + 4 { image[x, y] = 0 } }
        if let stroke { for y in rule - 40..<rule + 40 { for x in stroke..<stroke + 6 { image[x, y] = 0 } } }
        return image
    }

    private static let place = PageBox(x: 12, y: 12, width: 36, height: 30)

    @Test func whatTheBlankPrintsIsTakenAway() {
        let blank = BlankPicture(Self.page(rule: 120), pixelsPerPoint: Self.scale)
        // The scan lies three pixels lower than it should.
        let scan = PageCrop(
            image: Self.page(rule: 123),
            homography: Homography(scale: Self.scale, turn: 0, shiftX: 0, shiftY: 0)
        )
        let seen = scan.crop(Self.place)
        #expect(seen.share(darkerThan: 150) > 0.01)
        #expect(blank.removed(from: seen, box: Self.place, inset: 0).share(darkerThan: 150) == 0)
    }

    @Test func aStrokeAcrossTheRuleStaysWhole() {
        let blank = BlankPicture(Self.page(rule: 120), pixelsPerPoint: Self.scale)
        let scan = PageCrop(
            image: Self.page(rule: 120, stroke: 130),
            homography: Homography(scale: Self.scale, turn: 0, shiftX: 0, shiftY: 0)
        )
        let cleaned = blank.removed(from: scan.crop(Self.place), box: Self.place, inset: 0)
        // The stroke's column, from well above the rule to well below it.
        let column = 133 - Int(Self.place.x * Self.scale)
        let rule = 120 - Int(Self.place.y * Self.scale)
        #expect((rule - 20...rule + 20).allSatisfy { cleaned[column, $0] < 150 })
        // Left of it nothing is left of the rule.
        #expect((rule - 2...rule + 6).allSatisfy { cleaned[column - 40, $0] > 150 })
    }

    @Test func aPlaceWithoutPrintIsLeftAsItIs() {
        let blank = BlankPicture(GrayImage(width: 250, height: 250), pixelsPerPoint: Self.scale)
        let scan = Self.page(rule: 60)
        #expect(blank.removed(from: scan, box: Self.place, inset: 0).pixels == scan.pixels)
    }
}
