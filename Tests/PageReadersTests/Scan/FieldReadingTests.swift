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
}
