import Documents
import Testing

struct DataReaderTests {
    @Test func valuesAreRead() throws {
        let value = try DataValue.json(#" {"a": [1, -2.50, true, null, "x\u0142\n"], "b": {"c": "😀 \ud83d\ude00"}} "#)
        let elements = value["a"]?.elements ?? []
        #expect(elements.count == 5)
        #expect(elements.last?.text == "xł\n")
        #expect(value["b"]?["c"]?.text == "😀 😀")
        #expect(value.members?.keys == ["a", "b"])
    }

    @Test func loneSurrogateBecomesAReplacementCharacter() throws {
        #expect(try DataValue.json(#""a\ud800b""#).text == "a\u{FFFD}b")
        #expect(try DataValue.json(#""a\ud800\u0041b""#).text == "a\u{FFFD}Ab")
        #expect(try DataValue.json(#""\udc00""#).text == "\u{FFFD}")
    }

    @Test func lastOfEqualKeysWins() throws {
        #expect(try DataValue.json(#"{"a": "1", "a": "2"}"#)["a"]?.text == "2")
    }

    @Test func manyKeysAreFound() throws {
        let members = (0..<100).map { "\"k\($0)\": \"\($0)\"" }.joined(separator: ",")
        let value = try DataValue.json("{\(members)}")
        #expect(value["k77"]?.text == "77")
        #expect(value["k100"] == nil)
    }

    @Test(arguments: [
        ("[1,2]", 2), ("{\"a\":1}", 1), ("{\"a\":1}\n{\"a\":2}\n\n{\"a\":3}\n", 3), ("", 0), ("\u{FEFF}[{}]", 1),
        ("[]", 0),
    ])
    func recordsOfAFile(_ text: String, _ count: Int) throws {
        #expect(try DataReader.records(Array(text.utf8)).count == count)
    }

    @Test(arguments: [
        ("{\"a\": }", DataReader.Failure.Code.unexpectedByte, 1, 7), ("[1,\n2,\n x]", .unexpectedByte, 3, 2),
        ("\"abc", .unexpectedEnd, 1, 5), ("01", .invalidNumber, 1, 3), ("1.", .invalidNumber, 1, 3),
        ("\"\\q\"", .invalidEscape, 1, 4), ("1 2", .trailingText, 1, 3), ("", .unexpectedEnd, 1, 1),
        ("tru", .unexpectedEnd, 1, 4),
    ])
    func faultIsPlaced(_ text: String, _ code: DataReader.Failure.Code, _ line: Int, _ column: Int) {
        let failure = #expect(throws: DataReader.Failure.self) { try DataReader.read(Array(text.utf8)) }
        #expect(failure?.code == code)
        #expect(failure?.line == line)
        #expect(failure?.column == column)
    }

    @Test func depthIsBounded() {
        let deep = String(repeating: "[", count: 100_000)
        let failure = #expect(throws: DataReader.Failure.self) { try DataReader.read(Array(deep.utf8)) }
        #expect(failure?.code == .tooDeep)
    }
}
