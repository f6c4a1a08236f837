import FormModel
import PageReaders
import ReaderProtocol
import Testing

@Suite struct BadPDFTests {
    @Test func aPasswordIsSaid() throws {
        let failure = try PageFixture.failure(of: try PageFixture.bytes("password.pdf"))
        #expect(failure == ReadFailure(.sourceEncrypted, format: .pdf))
    }

    @Test func morePagesThanAFormHasAreRefused() throws {
        let failure = try PageFixture.failure(of: try PageFixture.bytes("too-many-pages.pdf"))
        #expect(failure.code == .sourceLimit)
        #expect(failure.parameters == ["limit": "pageCountMax", "max": "50"])
    }

    @Test func aRepairedFileIsFlagged() throws {
        // The place of the table of objects is a lie; its objects are all there.
        var bytes = try PageFixture.bytes("by-hand.pdf")
        let mark = Array("startxref\n".utf8)
        let start = try #require(bytes.indices.last { bytes[$0...].starts(with: mark) })
        bytes[start + mark.count] = UInt8(ascii: "0")
        let reading = try PageFixture.reading(of: bytes)
        #expect(reading.warnings == [ReadingWarning(.sourceDamaged, parameters: ["reason": "repaired"])])
        #expect(reading.controls.contains { $0.tag == "city" && $0.text == "Krakow" })
    }

    @Test func aFileWithoutItsEndIsDamaged() throws {
        let failure = try PageFixture.failure(of: try PageFixture.bytes("cut-off.pdf"))
        #expect(failure == ReadFailure(.sourceDamaged, format: .pdf, parameters: ["reason": "objectTree"]))
    }

    @Test(arguments: ["%PDF-1.7\n", "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n", "%PDF-"])
    func aHeaderAloneIsDamaged(text: String) throws {
        #expect(try PageFixture.failure(of: Array(text.utf8)).code == .sourceDamaged)
    }

    @Test func scriptsProgramsAndAttachedFilesAreNamed() throws {
        let warnings = try PageFixture.reading("active.pdf").warnings
        #expect(
            warnings == [
                ReadingWarning(.sourceMacros, parameters: ["kind": "script"]),
                ReadingWarning(.sourceContentUnread, parameters: ["kind": "attachedFile"]),
                ReadingWarning(.sourceMacros, place: "page[1]", parameters: ["kind": "launch"]),
            ]
        )
    }

    @Test func theXMLCopyOfAFormIsFlagged() throws {
        let warnings = try PageFixture.reading("xfa.pdf").warnings
        #expect(warnings == [ReadingWarning(.sourceContentUnread, parameters: ["kind": "xfa"])])
    }

    @Test func anOrdinaryFormHasNoWarnings() throws {
        #expect(try PageFixture.reading("qpdf-encrypted-for-all.pdf").warnings.isEmpty)
    }

    @Test func thePictureOfNothingIsDamaged() throws {
        let failure = try PageFixture.failure(of: [0xFF, 0xD8, 0xFF, 0xE0, 0, 0])
        #expect(failure == ReadFailure(.sourceDamaged, format: .jpeg, parameters: ["reason": "header"]))
    }

    /// Every byte of a small form changed or cut: a reading or a failure, never anything else.
    @Test func damageEndsInAReadingOrAFailure() throws {
        let form = try PageFixture.bytes("by-hand.pdf")
        var generator = SeededGenerator(seed: 20_261_121)
        for _ in 0..<300 {
            var bytes = form
            for _ in 0..<Int.random(in: 1...8, using: &generator) {
                bytes[Int.random(in: 9..<bytes.count, using: &generator)] = UInt8.random(in: 0...255, using: &generator)
            }
            if Bool.random(using: &generator) {
                bytes.removeLast(Int.random(in: 0..<bytes.count - 9, using: &generator))
            }
            var last: ReaderReply?
            try bytes.withUnsafeBytes { try PageReader.read($0, job: ReaderJob()) { last = $0 } }
            switch last {
            case .end, .failure: break
            default: Issue.record("ended with \(String(describing: last))")
            }
        }
    }
}

/// SplitMix64: the same numbers from the same seed, everywhere.
private struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }
}
