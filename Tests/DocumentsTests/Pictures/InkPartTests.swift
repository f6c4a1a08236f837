import Testing

@testable import Documents

/// What a person is shown of a cut-out.
@Suite struct InkPartTests {
    private static let width = 1_000
    private static let height = 60

    /// A long box with a printed frame and, somewhere in it, writing.
    private static func box(writing: ClosedRange<Int>?, rows: ClosedRange<Int> = 20...40) -> [UInt8] {
        var pixels = [UInt8](repeating: 245, count: width * height)
        for x in 0..<width {
            pixels[6 * width + x] = 60
            pixels[(height - 7) * width + x] = 60
        }
        for x in writing.map(Array.init) ?? [] {
            for y in rows where (x + y).isMultiple(of: 3) { pixels[y * width + x] = 30 }
        }
        return ScreenPicture.grey(width: width, height: height, pixels: pixels)
    }

    @Test func aShortAnswerInALongBoxIsCutOut() throws {
        let part = try #require(InkPart(png: Self.box(writing: 50...250)))
        #expect(part.width == Self.width && part.height == Self.height)
        #expect(part.x.contains(50) && part.x.contains(250))
        #expect(part.partWidth < 260, "the empty rest of the box is not shown")
        #expect(part.y.contains(20) && part.y.contains(40))
    }

    @Test func writingAtTheEndStaysWithinThePicture() throws {
        let part = try #require(InkPart(png: Self.box(writing: 960...985)))
        #expect(part.x.upperBound == Self.width - 1 && part.x.contains(960))
    }

    @Test func anEmptyBoxAndDustAreShownWhole() throws {
        let empty = try #require(InkPart(png: Self.box(writing: nil)))
        #expect(empty.partWidth == Self.width && empty.partHeight == Self.height)
        let dust = try #require(InkPart(png: Self.box(writing: 500...500, rows: 25...25)))
        #expect(dust.partWidth == Self.width)
    }

    @Test func foreignAndTruncatedPicturesAreNone() {
        let picture = Self.box(writing: 50...250)
        #expect(InkPart(png: Array(picture.prefix(200))) == nil)
        #expect(InkPart(png: []) == nil)
        var lying = picture
        lying[18] = 0x7F
        #expect(InkPart(png: lying) == nil)
    }
}
