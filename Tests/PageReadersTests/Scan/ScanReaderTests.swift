import FormModel
import ReaderProtocol
import Testing

@testable import PageReaders

/// One small form scanned in a handful of ways; the labelled set measures, these tests say what must not break.
@Suite(.serialized) struct ScanReaderTests {
    init() {
        // The test program has several threads, and the models are shared: one test after the other.
        PageReader.warmUp(recognises: true)
    }

    private static func outcome(_ name: String, withMap: Bool = true) throws -> ReaderReply? {
        let map = withMap ? try PageFixture.bytes("scan-form.map.json") : []
        let bytes = map + (try PageFixture.bytes(name))
        var first: ReaderReply?
        try bytes.withUnsafeBytes { raw in
            try PageReader.read(raw, job: ReaderJob(mapByteCount: map.count)) { if first == nil { first = $0 } }
        }
        return first
    }

    private static func answers(_ name: String) throws -> [String: PageAnswer] {
        guard case .reading(let reading)? = try outcome(name) else { return [:] }
        return Dictionary(reading.answers.map { ($0.name, $0) }) { first, _ in first }
    }

    @Test(arguments: ["scan-clean.png", "scan-skewed.png", "scan-upside-down.png", "scan-photo.jpg"])
    func printIsReadExactly(file: String) throws {
        let answers = try Self.answers(file)
        let expected = [
            "name_latin": "Łucja Ćwirko-Testowa", "city": "Nowy Sącz", "email": "lucja.cwirko@example.org",
            "diet_note": "bez orzechów i glutenu", "pesel": "44051401359",
        ]
        #expect(answers.compactMapValues(\.text?.text) == expected)
        #expect(answers.compactMapValues(\.text?.isPrint).values.allSatisfy { $0 })
    }

    @Test(arguments: ["scan-clean.png", "scan-skewed.png", "scan-upside-down.png", "scan-photo.jpg", "scan-hand.png"])
    func ticksAreToldByTheirInk(file: String) throws {
        let answers = try Self.answers(file)
        let ticked = answers.mapValues { $0.ticks.filter(\.isTicked).map(\.option) }.filter { !$0.value.isEmpty }
        #expect(ticked == ["diet": ["wegan"], "consent_data": ["true"]])
        #expect(answers.values.allSatisfy { $0.ticks.allSatisfy { !$0.isDoubtful } })
    }

    @Test func writingByHandIsKnown() throws {
        let texts = try Self.answers("scan-hand.png").compactMapValues(\.text)
        #expect(texts.count == 5)
        #expect(texts.values.allSatisfy { !$0.isPrint })
    }

    @Test func withoutAMapTheFormIsNamed() throws {
        let failure = ReadFailure(
            .sourceNotYetReadable,
            format: .png,
            parameters: ["reason": "needsMap", "event": "probny-nabor", "version": "K7WQ3M9T", "language": "pl"]
        )
        #expect(try Self.outcome("scan-clean.png", withMap: false) == .failure(failure))
    }

    @Test func aPictureWithoutACodeIsLeftToAPerson() throws {
        let grey = GrayImage(width: 400, height: 300, filledWith: 200)
        struct One: PagePictures {
            let image: GrayImage
            var count: Int { 1 }
            func picture(at index: Int) throws(ReadFailure) -> GrayImage { image }
        }
        #expect(throws: ReadFailure(.sourceNotYetReadable, format: .png, parameters: ["reason": "noCode"])) {
            try ScanReader.read(One(image: grey), map: nil, format: .png, recogniser: .shared)
        }
    }

    @Test func aHeaderThatLiesIsDamaged() throws {
        var bytes = try PageFixture.bytes("scan-clean.png")
        // The height of the header, not borne out by what follows; its check sum is wrong as well.
        bytes[22] = 0x1F
        let failure = try PageFixture.failure(of: bytes)
        #expect(failure.code == .sourceDamaged, "\(failure)")
    }

    @Test func picturesBeyondTheLimitsAreNotUnpacked() throws {
        var bytes = try PageFixture.bytes("scan-clean.png")
        bytes.replaceSubrange(16..<24, with: [0, 0, 0x2E, 0xE0, 0, 0, 0x2E, 0xE0])
        let failure = try PageFixture.failure(of: bytes)
        #expect(failure.code == .sourceLimit)
        #expect(failure.parameters == ["limit": "imagePixelCountMax"])
    }
}
