import Testing

@testable import PageReaders

@Suite struct EmailSignsTests {
    @Test(arguments: [
        ("anna.test©example.org", "anna.test@example.org"), ("a.b®@example.org", "a.b@example.org"),
        ("anna 9@ example.org", "anna9@example.org"), ("anna.testQ©example.org", "anna.test@example.org"),
        ("anna.testQexample.org", "anna.test@example.org"), ("anna(@example.org", "anna@example.org"),
        ("anna.test(Qexample.org", "anna.test@example.org"), ("anna(9)Qexample.org", "anna(9)@example.org"),
        ("anna.test@example.org", "anna.test@example.org"), ("", ""),
    ])
    func theSignThatIsNotKnownIsPutIn(read: String, mended: String) {
        #expect(EmailSigns.mended(read) == mended)
    }

    @Test(arguments: [
        ("anna.test7/8@example.org", "anna.test78@example.org"), ("a?b(@example.org", "ab@example.org"),
        ("a.b-c_1+d@example.org", "a.b-c_1+d@example.org"), ("dąb@example.org", "dąb@example.org"),
    ])
    func signsThatNoAddressHasAreLeftOut(read: String, bare: String) {
        #expect(EmailSigns.bare(read) == bare)
    }

    @Test(arguments: [
        ("a.b-c_1+d@example.org", true), ("a@b@example.org", false), ("ġ@example.org", false), ("@example.org", false),
        ("a/b@example.org", false), ("a@example", false), ("", false),
        ("a@example.org.", false), (".a@example.org", false), ("a..b@example.org", false),
    ])
    func addressesThatCanBe(text: String, isPossible: Bool) {
        #expect(EmailSigns.isPossible(text) == isPossible)
    }
}
