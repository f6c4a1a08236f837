import FieldKinds
import FormModel
import Testing

@Suite struct ContactKindTests {
    @Test(arguments: [
        ("+48 990 000 001", "+48990000001"), ("990-000-002", "+48990000002"), ("+380 100000003", "+380100000003"),
        ("0048 990 000 001", "+48990000001"), ("(22) 990 00 01", "+48229900001"), ("48990000001", "+48990000001"),
        ("tel. 990 000 001", "+48990000001"), ("+375 29 000-00-01", "+375290000001"),
        ("990 000 001, 990 000 002", "+48990000001"), ("000 000 001", "000000001!value.invalid"),
        ("+48 99000000", "+4899000000!value.invalid"), ("99000000a", "99000000a!value.invalid"),
        ("+48 (0) 22 990 00 01", "+48229900001"), ("+49 30 1234567", "+49301234567"), ("12345", "12345!value.invalid"),
    ])
    func phone(text: String, expected: String) {
        #expect(Sample.summary(text, as: .phone) == expected)
    }

    @Test func numberDialledAtHomeTakesTheCountryOfTheFormsLanguage() {
        #expect(Sample.summary("0501234567", as: .phone, .ukrainian) == "+380501234567")
        #expect(Sample.summary("0501234567", as: .phone, .polish) == "0501234567!value.invalid")
    }

    /// What is missing is said: digits, or the country.
    @Test(arguments: [("12345", "length"), ("0501234567", "prefix"), ("+48 123", "length")])
    func aNumberThatCannotBeSaysWhy(text: String, reason: String) throws {
        let issues = try #require(Sample.read(text, as: .phone)).issues
        #expect(issues.map { $0.parameters["reason"] } == [reason])
    }

    @Test func secondNumberLowersTheCertainty() throws {
        #expect(try #require(Sample.read("990 000 001 lub 990 000 002", as: .phone)).certainty < 0.9)
    }

    @Test(arguments: [
        ("anna.testowa@example.org", "anna.testowa@example.org"), ("o'test+1@example.com", "o'test+1@example.com"),
        ("zgłoszenia@example.net", "zgłoszenia@example.net!email.smtputf8"),
        (" mailto:anna@Example.ORG ", "anna@example.org"), ("anna@example.org.", "anna@example.org"),
        ("anna@zgłoszenia.example", "anna@xn--zgoszenia-rub.example"),
        ("a@b@example.org", "a@b@example.org!value.invalid"),
        ("a@example.org, b@example.org", "a@example.org, b@example.org!value.invalid"),
        ("a@example.org%0d%0aBcc:x", "a@example.org%0d%0aBcc:x!value.invalid"),
        ("a@example.org\r\nBcc:x@example.org", "a@example.org\r\nBcc:x@example.org!value.invalid"),
        ("Anna <a@example.org>", "Anna <a@example.org>!value.invalid"), ("a@localhost", "a@localhost!value.invalid"),
        (".a@example.org", ".a@example.org!value.invalid"), ("a..b@example.org", "a..b@example.org!value.invalid"),
        ("a@-example.org", "a@-example.org!value.invalid"), ("anna example.org", "anna example.org!value.invalid"),
    ])
    func email(text: String, expected: String) {
        #expect(Sample.summary(text, as: .email) == expected)
    }

    @Test func lettersBeyondASCIIDoNotBlock() throws {
        #expect(try #require(Sample.read("zgłoszenia@example.net", as: .email)).isValid)
    }

    @Test func overlongAddressIsInvalid() {
        let address = String(repeating: "a", count: 60) + "@" + String(repeating: "b.", count: 100) + "org"
        #expect(Sample.read(address, as: .email)?.isValid == false)
    }

    @Test(arguments: [
        ("bücher", "bcher-kva"), ("żółw", "w-uga1v8h"), ("україна", "80aa2annq7l"), ("münchen-ost", "mnchen-ost-9db"),
        ("ليهمابتكلموشعربي؟", "egbpdaj6bu4bxfgehfvwxn"),
    ])
    func punycode(label: String, expected: String) {
        #expect(Punycode.encoded(label) == expected)
    }
}
