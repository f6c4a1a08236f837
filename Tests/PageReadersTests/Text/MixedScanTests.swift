import FormModel
import PageReaders
import ReaderProtocol
import Testing

/// Scans as programs pack them into PDF files: what stands on the paper is in the picture, whatever letters lie about it.
@Suite struct MixedScanTests {
    @Test(arguments: [
        ("scan-stamped.pdf", "1"), ("scan-over-letters.pdf", "1"), ("scan-signed.pdf", "1"),
        ("scan-with-letter.pdf", "2"),
    ])
    func theScanIsReadAsOne(file: String, pages: String) throws {
        let failure = try PageFixture.failure(of: try PageFixture.bytes(file))
        #expect(failure.code == .sourceNotYetReadable && failure.parameters["reason"] == "needsMap")
        #expect(failure.parameters["version"] == "K7WQ3M9T" && failure.parameters["pages"] == pages)
    }

    @Test func aPictureThatIsNoFormLeavesTheLettersAsTheyAre() throws {
        let reading = try PageFixture.reading("letter-with-picture.pdf")
        #expect(!reading.blocks.isEmpty)
        #expect(reading.warnings == [ReadingWarning(.sourceNotYetReadable, place: "page[2]")])
    }
}
