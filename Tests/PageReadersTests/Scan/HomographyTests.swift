import Testing

@testable import PageReaders

@Suite struct HomographyTests {
    private let corners = [(x: 0.0, y: 0.0), (x: 595.0, y: 0.0), (x: 595.0, y: 842.0), (x: 0.0, y: 842.0)]

    private func pairs(_ picture: (Double, Double) -> (x: Double, y: Double)) -> [Homography.Pair] {
        corners.map { Homography.Pair(page: $0, picture: picture($0.x, $0.y)) }
    }

    @Test func aSlantedPageIsFoundAgain() throws {
        func slanted(_ x: Double, _ y: Double) -> (x: Double, y: Double) {
            let depth = 1 + 0.0002 * x - 0.0001 * y
            return ((2 * x + 0.1 * y + 30) / depth, (-0.05 * x + 2.1 * y + 12) / depth)
        }
        let homography = try #require(Homography(pairs(slanted)))
        for (x, y) in [(100.0, 100.0), (300.0, 421.0), (550.0, 800.0)] {
            let (found, expected) = (homography.picture(x, y), slanted(x, y))
            #expect(abs(found.x - expected.x) < 1e-6 && abs(found.y - expected.y) < 1e-6)
        }
    }

    @Test func threePointsGiveAPageWithoutPerspective() throws {
        let homography = try #require(Homography(affine: Array(pairs { ($1 * -2, $0 * 2) }.prefix(3))))
        #expect(abs(homography.picture(10, 20).x + 40) < 1e-9)
        #expect(abs(homography.scale(atX: 0, 0) - 2) < 1e-9)
    }

    @Test func pointsOnALineAreRefused() {
        let line = (0..<4).map { Homography.Pair(page: (Double($0), Double($0)), picture: (Double($0), Double($0))) }
        #expect(Homography(affine: line) == nil)
    }
}
