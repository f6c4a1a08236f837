import Expressions
import Testing

struct ExactNumberTests {
    @Test(arguments: [(1, 3, 33), (2, 3, 67), (-1, 3, -33), (5, 1, 500), (1, 200, 1), (-1, 200, -1), (1, 201, 0)])
    func hundredthsRoundHalfAway(_ above: Int64, _ below: Int64, _ hundredths: Int64) {
        #expect(ExactNumber(above, over: below)?.hundredths == hundredths)
    }

    @Test func textsOfTablesAreRead() {
        #expect(ExactNumber(text: "3,5") == ExactNumber(7, over: 2))
        #expect(ExactNumber(text: "x3") == nil)
        #expect(ExactNumber(1, over: 0) == nil)
    }

    @Test func orderHoldsBeyondSixtyFourBits() throws {
        let large = try #require(ExactNumber(.max, over: 2))
        let larger = try #require(ExactNumber(.max, over: 1))
        #expect(large < larger)
        #expect(!(larger < large))
    }
}
