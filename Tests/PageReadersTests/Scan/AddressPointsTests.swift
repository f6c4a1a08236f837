import Testing

@testable import PageReaders

@Suite struct AddressPointsTests {
    /// Four letters of 30 pixels on a line at 60, and what else is drawn.
    private static func image(_ drawn: [(x: ClosedRange<Int>, y: ClosedRange<Int>)] = []) -> GrayImage {
        var image = GrayImage(width: 260, height: 100)
        let letters = [40, 90, 140, 190].map { (x: $0...$0 + 30, y: 31...60) }
        for box in letters + drawn {
            for y in box.y { for x in box.x { image[x, y] = 0 } }
        }
        return image
    }

    private static let point = (x: 78...82, y: 56...60)

    @Test(arguments: [
        ([], 0), ([point], 1), ([point, (x: 126...130, y: 57...61)], 2),
        // The dot of an i, a speck, a hyphen, dirt behind the last letter.
        ([(x: 78...82, y: 20...24)], 0), ([(x: 78...79, y: 58...59)], 0), ([(x: 72...86, y: 44...47)], 0),
        ([(x: 240...244, y: 56...60)], 0),
    ])
    func onlyWhatStandsOnTheLineBetweenLettersIsAPoint(
        drawn: [(x: ClosedRange<Int>, y: ClosedRange<Int>)],
        count: Int
    ) {
        #expect(AddressPoints(Self.image(drawn)).count == count)
    }

    @Test func roomIsMadeAroundAPointAndNothingIsLost() throws {
        // Beside the point runs the tail of the next letter, one pixel away.
        let image = Self.image([Self.point, (x: 84...90, y: 60...66)])
        let spread = try #require(AddressPoints(image).spread)
        #expect(spread.width == image.width + 5 + 28)
        let ink = { (image: GrayImage) in image.pixels.count { $0 < 128 } }
        #expect(ink(spread) == ink(image))
        let columns = (0..<spread.width).filter { x in (0..<spread.height).contains { spread[x, $0] < 128 } }
        let gaps = zip(columns, columns.dropFirst()).map { $1 - $0 - 1 }.filter { $0 > 10 }
        #expect(gaps.count == 4, "two between letters as before, one on either side of the point: \(gaps)")
    }

    @Test func aDirtyPictureIsLeftAlone() {
        let dirt = (0..<9).map { (x: 42 + 16 * $0...45 + 16 * $0, y: 63...66) }
        #expect(AddressPoints(Self.image(dirt)).spread == nil)
    }
}
