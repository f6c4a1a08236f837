import FormModel
import Testing

@testable import Selection

@Suite struct RecordTests {
    private static func made(_ number: Int) throws -> (SelectionRecord, [Candidate])? {
        let pool = RandomPool(seed: number)
        guard RuleCheck.faults(of: pool.rules).isEmpty else { return nil }
        let result = try Selector(rules: pool.rules)
            .run(pool: pool.candidates, seed: Seed(text: "s"), kept: pool.kept.map { Participant($0) })
        return (result.record, pool.candidates + pool.kept)
    }

    @Test(arguments: 500_000..<500_060) func recordRepeatsBitForBit(number: Int) throws {
        guard let (record, pool) = try Self.made(number) else { return }
        #expect(RecordVerifier.verify(record.bytes) == [])
        #expect(RecordVerifier.verify(record.bytes, pool: pool) == [])
        #expect(RecordVerifier.verify(record.bytes, pool: pool.reversed()) == [])
        #expect(CanonicalJSON.bytes(of: try JSONParser.parse(record.bytes)) == record.bytes)
    }

    /// Each leaf of a record changed once: the verifier with the pool sees every one of them.
    @Test func everyForgedFieldIsSeen() throws {
        var found: (SelectionRecord, [Candidate])?
        for number in 500_000..<500_100 where found == nil && RandomPool(seed: number).rules.quotas.count > 2 {
            found = try Self.made(number)
        }
        let (record, pool) = try #require(found)
        var leaves = 0
        RecordForgery.each(of: record.json) { forged in
            leaves += 1
            let bytes = CanonicalJSON.bytes(of: forged)
            #expect(!RecordVerifier.verify(bytes, pool: pool).isEmpty, "\(String(decoding: bytes, as: UTF8.self))")
        }
        #expect(leaves > 50)
    }

    @Test(arguments: ["", "{}", "[1]", "{\"schema\":\"nabor-selection-1\"}", "\u{0}"])
    func rubbishIsNoRecord(text: String) {
        #expect(!RecordVerifier.verify(Array(text.utf8)).isEmpty)
    }

    /// RFC 8785 section 3.2.2.2 and 3.2.3.
    @Test func canonicalBytes() throws {
        let json = try JSONParser.parse(
            "{\"\\u20ac\":1,\"\\r\":\"\\u000f\\u000a\",\"1\":[true,null],\"\\ud83d\\ude00\":{}}"
        )
        let text = String(decoding: CanonicalJSON.bytes(of: json), as: UTF8.self)
        #expect(text == "{\"\\r\":\"\\u000f\\n\",\"1\":[true,null],\"€\":1,\"😀\":{}}")
    }
}
