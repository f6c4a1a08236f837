import FormModel
import Testing

@Suite struct JSONParserTests {
    @Test func valuesKeepTheirOrderAndDigits() throws {
        let value = try JSONParser.parse(#" {"b": [1, -2.50e3, true, false, null], "a": "x\u0142\n😀\ud83d\ude00"} "#)
        #expect(value.members?.map(\.key) == ["b", "a"])
        #expect(value["b"]?.elements == [.number("1"), .number("-2.50e3"), .bool(true), .bool(false), .null])
        #expect(value["a"]?.text == "xł\n😀😀")
    }

    @Test func keysOfLikeObjectsAreToldApart() throws {
        let value = try JSONParser.parse(#"[{"a":1,"b":2},{"a":3,"bc":4},{"\u0061":5,"b":6},{"a\"":7}]"#)
        #expect(
            value.elements?.map { $0.members?.map(\.key) } == [["a", "b"], ["a", "bc"], ["a", "b"], ["a\""]]
        )
    }

    @Test(arguments: [
        ("", JSONScanner.Failure.Code.unexpectedEnd, 0), ("[1,]", .unexpectedByte, 3), ("[1 2]", .unexpectedByte, 3),
        ("{a:1}", .unexpectedByte, 1), (#"{"a" 1}"#, .unexpectedByte, 5), ("\"a\nb\"", .unexpectedByte, 2),
        (#""a"#, .unexpectedEnd, 2), ("01", .invalidNumber, 2), ("1.", .invalidNumber, 2), ("1e", .invalidNumber, 2),
        (#""\q""#, .invalidEscape, 3), (#""\ud800""#, .invalidEscape, 7), (#""\udc00x""#, .invalidEscape, 7),
        (#""\ud800\u0041""#, .invalidEscape, 13), ("{} []", .trailingText, 3), ("nul", .unexpectedEnd, 3),
    ])
    func whatIsNoJSONIsRefusedAtItsPlace(text: String, code: JSONScanner.Failure.Code, offset: Int) {
        let failure = #expect(throws: JSONScanner.Failure.self) { try JSONParser.parse(text) }
        #expect(failure?.code == code)
        #expect(failure?.byteOffset == offset)
    }

    @Test(
        arguments: [[0x22, 0xFF, 0x22], [0x22, 0x5C, 0x6E, 0xC3, 0x22], [0x22, 0xED, 0xA0, 0x80, 0x22]] as [[UInt8]]
    )
    func bytesThatAreNoTextAreRefused(bytes: [UInt8]) {
        #expect(throws: JSONScanner.Failure.self) { try JSONParser.parse(bytes) }
    }

    @Test func depthIsBounded() throws {
        func nested(_ count: Int) -> String {
            String(repeating: "[", count: count) + String(repeating: "]", count: count)
        }
        _ = try JSONParser.parse(nested(JSONParser.depthMax))
        let failure = #expect(throws: JSONScanner.Failure.self) {
            try JSONParser.parse(nested(JSONParser.depthMax + 1))
        }
        #expect(failure?.code == .tooDeep)
        #expect(throws: JSONScanner.Failure.self) { try JSONParser.parse(String(repeating: "[", count: 1_000_000)) }
    }
}
