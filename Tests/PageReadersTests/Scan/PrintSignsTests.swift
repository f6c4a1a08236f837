import Testing

@testable import PageReaders

@Suite struct PrintSignsTests {
    /// Boxes for letters: feet and heights as given.
    private func letters(_ shapes: [(foot: Int, height: Int)]) -> GrayImage {
        var image = GrayImage(width: 20 + shapes.count * 24, height: 100)
        for (index, shape) in shapes.enumerated() {
            for y in shape.foot - shape.height..<shape.foot { for x in 0..<14 { image[12 + index * 24 + x, y] = 0 } }
        }
        return image
    }

    @Test func lettersOfAMachineStandOnOneLine() {
        let signs = PrintSigns(letters([(70, 30), (70, 22), (70, 22), (70, 30), (78, 30), (70, 22), (70, 22)]))
        #expect(signs.count == 7)
        #expect(signs.footing > 0.6 && signs.sameness > 0.8)
    }

    @Test func lettersOfAHandDoNot() {
        let signs = PrintSigns(letters([(70, 33), (74, 20), (66, 25), (72, 41), (63, 29), (76, 17), (68, 37)]))
        #expect(signs.footing < 0.2 && signs.sameness < 0.2)
    }

    @Test func dustIsNoLetter() {
        #expect(PrintSigns(letters([(70, 5), (70, 6), (70, 4)])).count == 0)
    }
}
