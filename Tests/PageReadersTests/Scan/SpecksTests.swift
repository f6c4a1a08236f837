import Testing

@testable import PageReaders

@Suite struct SpecksTests {
    /// White with dark squares of a side each.
    private func picture(_ squares: [(x: Int, y: Int, side: Int)]) -> GrayImage {
        var image = GrayImage(width: 120, height: 40)
        for square in squares {
            for y in 0..<square.side { for x in 0..<square.side { image[square.x + x, square.y + y] = 10 } }
        }
        return image
    }

    private func inkedSquares(_ image: GrayImage) -> Int { Specks.removed(from: image).pixels.count { $0 < 100 } }

    @Test func manySmallDotsAreDirt() {
        let dirt = (0..<6).map { (x: 10 + $0 * 15, y: 5 + $0 % 3 * 10, side: 3) }
        #expect(inkedSquares(picture(dirt)) == 0)
    }

    @Test func fewSmallDotsMayBePrint() {
        #expect(inkedSquares(picture([(10, 5, 3), (40, 20, 3)])) == 18)
    }

    @Test func dotsOfLettersStay() {
        let letters = (0..<6).flatMap { [(x: 10 + $0 * 15, y: 5, side: 3), (x: 9 + $0 * 15, y: 13, side: 6)] }
        #expect(inkedSquares(picture(letters)) == 6 * (9 + 36))
    }

    @Test func fullStopsStayAmongDirt() {
        let dirt = (0..<6).map { (x: 10 + $0 * 15, y: 5, side: 2) }
        #expect(inkedSquares(picture(dirt + [(60, 30, 5)])) == 25)
    }
}
