import Testing

@testable import PageReaders

@Suite struct FieldReadingTests {
    @Test(arguments: [
        ("PLO5000000000000737394566947", "PL05000000000000737394566947"),
        ("PL6l00000000O00518796369993B", "PL61000000000005187963699938"),
        // Other countries have letters in their accounts.
        ("GB29NWBKO0161331926819", "GB29NWBKO0161331926819"),
    ])
    func lettersInAPolishAccountAreDigits(read: String, meant: String) {
        #expect(FieldReading.digits(ofAccount: read) == meant)
    }

    /// A cell of a comb with a digit's stroke, and squares of the given sides at the given places.
    @Test(arguments: [
        // At the rim: rests of the frame and dirt.
        ([(2, 30, 5)], 0), ([(40, 2, 6)], 0), ([(88, 84, 5)], 0),
        // Inside: the point of an i; large enough at the rim: a part of the sign.
        ([(46, 14, 6)], 36), ([(2, 40, 14)], 196),
    ])
    func dirtAtTheRimOfACellIsNoSign(squares: [(x: Int, y: Int, side: Int)], left: Int) {
        var cell = GrayImage(width: 100, height: 100)
        for y in 30..<80 { for x in 44..<52 { cell[x, y] = 0 } }
        for square in squares {
            for y in square.y..<square.y + square.side {
                for x in square.x..<square.x + square.side { cell[x, y] = 0 }
            }
        }
        #expect(FieldReading.sign(in: cell).pixels.count { $0 < 128 } == 50 * 8 + left)
    }

    @Test func aCellWithDirtAloneIsEmpty() {
        var cell = GrayImage(width: 100, height: 100)
        for y in 40..<48 { for x in 40..<48 { cell[x, y] = 0 } }
        #expect(FieldReading.sign(in: cell).pixels.allSatisfy { $0 == 255 })
    }
}
