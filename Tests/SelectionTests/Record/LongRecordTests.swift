import FormModel
import Testing

@testable import Selection

/// The walk over the bytes of long records never calls right what the general verifier calls wrong.
@Suite struct LongRecordTests {
    private static func record(_ number: Int) throws -> SelectionRecord? {
        var (pool, rules) = ColumnRunTests.pool(900_000 + number, people: 14)
        rules.method = number.isMultiple(of: 2) ? .fcfs : .ranking
        guard RuleCheck.faults(of: rules).isEmpty else { return nil }
        for index in pool.indices { pool[index].guaranteed = nil }
        return try Selector(rules: rules).run(pool: pool, seed: Seed(text: "s")).record
    }

    @Test func rightRecordsAreSeenToBeRight() throws {
        var right = 0
        for number in 0..<200 {
            guard let record = try Self.record(number) else { continue }
            #expect(RecordVerifier.verify(record.bytes).isEmpty)
            if LongRecord.isRight(record.bytes) { right += 1 }
        }
        #expect(right > 20)
    }

    @Test(arguments: 0..<10) func forgedRecordsAreLeftToTheGeneralWay(block: Int) throws {
        var forged = 0
        for number in (block * 20)..<(block * 20 + 20) {
            guard let record = try Self.record(number), LongRecord.isRight(record.bytes) else { continue }
            RecordForgery.eachSealed(of: record.json) { json in
                forged += 1
                let bytes = CanonicalJSON.bytes(of: json)
                guard LongRecord.isRight(bytes) else { return }
                #expect(RecordVerifier.verify(bytes).isEmpty, "\(String(decoding: bytes, as: UTF8.self))")
            }
        }
        #expect(forged > 100)
    }

    /// Spaces, other orders of members and cut ends are other bytes.
    @Test func otherBytesAreNotRight() throws {
        var found: SelectionRecord?
        for number in 0..<200 where found == nil {
            found = try Self.record(number).flatMap { LongRecord.isRight($0.bytes) ? $0 : nil }
        }
        let bytes = try #require(found).bytes
        for index in stride(from: 0, to: bytes.count, by: 7) {
            #expect(!LongRecord.isRight(Array(bytes[..<index])))
            var spaced = bytes
            spaced.insert(UInt8(ascii: " "), at: index)
            if LongRecord.isRight(spaced) { #expect(RecordVerifier.verify(spaced).isEmpty) }
        }
        #expect(!LongRecord.isRight(bytes + bytes))
        #expect(!LongRecord.isRight([]))
    }
}
