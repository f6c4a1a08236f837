import Foundation
import Registry
import FormModel
import Desk
import HTTPTypes
import Testing

@testable import Web

@Suite struct AddressRangeTests {
    @Test(arguments: [
        ("10.0.0.0/8", "10.255.1.2", true), ("10.0.0.0/8", "11.0.0.1", false), ("192.0.2.7", "192.0.2.7", true),
        ("0.0.0.0/0", "203.0.113.9", true), ("::1/128", "::1", true), ("2001:db8::/32", "2001:db8:1::5", true),
        ("2001:db8::/32", "2001:db9::", false), ("10.0.0.0/8", "::ffff:10.1.1.1", true), ("10.0.0.0/8", "text", false),
    ])
    func rangesContainTheirAddresses(range: String, address: String, isInside: Bool) throws {
        #expect(try #require(AddressRange(range)).contains(address) == isInside)
    }

    @Test(arguments: ["", "10.0.0.0/33", "10.0.0/8", "::/129", "example.org", "10.0.0.0/8/8", "10.0.0.0/-1"])
    func whatIsNoRangeIsRefused(text: String) {
        #expect(AddressRange(text) == nil)
    }

    private let trusted = [AddressRange("127.0.0.1"), AddressRange("10.0.0.0/8")].compactMap(\.self)

    @Test(arguments: [
        ("203.0.113.9", ["198.51.100.1"], "203.0.113.9"), ("127.0.0.1", ["198.51.100.1"], "198.51.100.1"),
        ("127.0.0.1", ["198.51.100.66, 198.51.100.1, 10.0.0.3"], "198.51.100.1"), ("127.0.0.1", [], "127.0.0.1"),
        ("127.0.0.1", ["<script>"], "127.0.0.1"), ("127.0.0.1", ["10.0.0.3"], "10.0.0.3"),
    ])
    func onlyATrustedProxyMaySayWhoAsks(peer: String, forwarded: [String], client: String) {
        #expect(IPAddress.client(peer: peer, forwarded: forwarded, trusted: trusted) == client)
    }

    @Test(
        arguments: [
            ("same-origin", nil, true), ("none", nil, true), ("cross-site", "https://a.example", false),
            ("same-site", nil, false), (nil, "https://zapisy.example.org", true), (nil, "https://evil.example", false),
            (nil, "null", false), (nil, nil, true),
        ] as [(String?, String?, Bool)]
    )
    func otherSitesMayNotSendForms(site: String?, origin: String?, isAllowed: Bool) throws {
        var headers = HTTPFields()
        if let site { headers[try #require(HTTPField.Name("Sec-Fetch-Site"))] = site }
        if let origin { headers[.origin] = origin }
        let allows = OriginGate.allows(headers, host: "zapisy.example.org", publicURL: "https://zapisy.example.org")
        #expect(allows == isAllowed)
    }

    @Test func oneAddressIsStoppedAndAnotherGoesOn() {
        let limit = RateLimit(perMinute: 3)
        #expect((0..<4).map { _ in limit.allows("192.0.2.1") } == [true, true, true, false])
        #expect(limit.allows("192.0.2.2"))
    }
}
