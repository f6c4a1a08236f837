import FormModel
import Testing

@Suite struct DecimalNumberTests {
    @Test(arguments: [("12", "12"), ("12.50", "12.5"), ("-0.05", "-0.05"), ("0.00", "0"), ("007", "7")])
    func textGoesThereAndBack(text: String, printed: String) throws {
        #expect(try #require(DecimalNumber(text)).description == printed)
    }

    @Test(arguments: ["", "-", ".5", "5.", "1,5", "1e3", "1234567890123456789", "0.1234567890", "٣"])
    func whatIsNoPlainDecimalIsRefused(text: String) {
        #expect(DecimalNumber(text) == nil)
    }

    @Test(
        arguments: [("1.005", 101), ("1.004", 100), ("-1.005", -101), ("12.5", 1250), ("3", 300)] as [(String, Int64)]
    )
    func hundredthsRoundHalfAwayFromZero(text: String, hundredths: Int64) throws {
        #expect(try #require(DecimalNumber(text)).hundredths == hundredths)
    }

    @Test func numbersCompareAcrossScales() throws {
        let numbers = try ["-2", "-1.5", "0", "0.1", "1", "1.01", "999999999999999999"].map {
            try #require(DecimalNumber($0))
        }
        #expect(numbers.shuffled().sorted() == numbers)
    }
}
