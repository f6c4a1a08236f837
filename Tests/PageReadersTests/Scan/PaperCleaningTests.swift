import Testing

@testable import PageReaders

@Suite struct PaperCleaningTests {
    /// White paper with a hundredth of it printed in one shade.
    private func page(print shade: UInt8) -> GrayImage {
        var image = GrayImage(width: 200, height: 200)
        for y in 90..<92 { for x in 0..<200 { image[x, y] = shade } }
        return image
    }

    @Test func paleLettersAreBlackAgain() {
        let dark = PaperCleaning.darkened(page(print: 120))
        #expect(dark[100, 90] == 0)
        #expect(dark[100, 10] == 255)
    }

    @Test func paperWithNextToNothingOnItIsNotBlackened() {
        let dark = PaperCleaning.darkened(page(print: 230))
        #expect(dark[100, 90] > 150)
    }

    @Test func blackPrintStaysAsItIs() {
        #expect(PaperCleaning.darkened(page(print: 5)).pixels == page(print: 5).pixels)
    }
}
