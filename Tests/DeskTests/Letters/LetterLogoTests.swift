import Testing

@testable import Desk

struct LetterLogoTests {
    private func png(_ width: UInt8, _ height: UInt8) -> [UInt8] {
        [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13] + Array("IHDR".utf8)
            + [0, 0, 0, width, 0, 0, 0, height]
    }

    @Test func pngTellsItsSize() {
        let logo = LetterLogo(bytes: png(120, 40), alternativeText: "Znak")
        #expect(logo?.pixelWidth == 120)
        #expect(logo?.pixelHeight == 40)
    }

    @Test(arguments: [[], Array("GIF89a aaaaaaaaaaaaaaaaaaaaa".utf8), Array("<svg xmlns='…'></svg> ".utf8)])
    func otherFilesAreNoLogo(_ bytes: [UInt8]) {
        #expect(LetterLogo(bytes: bytes, alternativeText: "") == nil)
    }

    @Test func pictureWithoutWidthIsNoLogo() {
        #expect(LetterLogo(bytes: png(0, 40), alternativeText: "") == nil)
    }

    @Test func rowOfLogosFitsThePage() throws {
        let logos = try (0..<8).map { _ in try #require(LetterLogo(bytes: png(120, 40), alternativeText: "")) }
        #expect(LetterLogo.heights(of: Array(logos.prefix(2))) == [12, 12])
        let heights = LetterLogo.heights(of: logos)
        #expect(heights.reduce(0) { $0 + $1 * 3 } <= 150 - 7 * 8 + 0.001)
    }

    @Test func veryWideLogoIsLower() throws {
        let wide = try #require(LetterLogo(bytes: png(200, 20), alternativeText: ""))
        #expect(LetterLogo.heights(of: [wide])[0] < 8)
    }
}
