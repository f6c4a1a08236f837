import FormModel
import ReaderProtocol
import Testing

@testable import PageReaders

extension RecognitionTests {
    /// One small form scanned in a handful of ways; the labelled set measures, these tests say what must not break.
    @Suite struct ScanReaderTests {
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

        @Test(arguments: [
            "scan-clean.png", "scan-skewed.png", "scan-upside-down.png", "scan-photo.jpg", "scan-hand.png",
        ])
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
                parameters: [
                    "reason": "needsMap", "event": "probny-nabor", "version": "K7WQ3M9T", "language": "pl",
                    "pages": "1",
                ]
            )
            #expect(try Self.outcome("scan-clean.png", withMap: false) == .failure(failure))
        }

        @Test func paperThatIsTransparentIsPaper() throws {
            let picture = try PageFixture.bytes("scan-transparent.png").withUnsafeBytes {
                try ImageDecoder.image($0, format: .png, page: 0)
            }
            #expect(CodeFinder.codes(in: picture).map(\.code.version) == ["K7WQ3M9T"])
        }

        /// Scanners and viewers write small pictures of the pages into the same file.
        @Test func aPageThatCannotBeOpenedLeavesTheOthers() throws {
            let reading = try Self.replies("scan-thumbnail.tif", crops: .only).reading
            #expect(reading.sheets.map(\.problem) == [nil, .unopened])
            #expect(reading.sheets.map(\.formPage) == [1, nil])
            let failure = try PageFixture.failure(of: try PageFixture.bytes("scan-thumbnail.tif"))
            #expect(failure.parameters["reason"] == "needsMap" && failure.parameters["pages"] == "2")
        }

        /// Two people's pages on one table: neither is read as if it were alone.
        @Test func severalFormsInOnePictureAreForAPerson() throws {
            let one = try PageFixture.bytes("scan-clean.png").withUnsafeBytes {
                try ImageDecoder.image($0, format: .png, page: 0)
            }
            struct Pair: PagePictures {
                let image: GrayImage
                var count: Int { 1 }
                func picture(at index: Int) throws(ReadFailure) -> GrayImage { image }
            }
            let map = try FormMap(bytes: try PageFixture.bytes("scan-form.map.json"))
            let both = Pair(image: GrayImage(joining: [one, one]))
            let job = ReaderJob(crops: .only)
            let reading = try ScanReader.read(both, map: map, format: .png, recogniser: .shared, job: job).0
            #expect(reading.sheets.map(\.problem) == [.severalForms])
            #expect(reading.answers.isEmpty)
        }

        @Test func aPictureWithoutACodeIsLeftToAPerson() throws {
            let grey = GrayImage(width: 400, height: 300, filledWith: 200)
            struct One: PagePictures {
                let image: GrayImage
                var count: Int { 1 }
                func picture(at index: Int) throws(ReadFailure) -> GrayImage { image }
            }
            #expect(
                throws: ReadFailure(
                    .sourceNotYetReadable,
                    format: .png,
                    parameters: ["reason": "noCode", "pages": "1"]
                )
            ) {
                try ScanReader.read(One(image: grey), map: nil, format: .png, recogniser: .shared)
            }
        }

        /// The reading and the crops of a job on one fixture, with its map.
        private static func replies(
            _ name: String,
            sheets: [SheetOrder]? = nil,
            crops: CropOrder = .none
        ) throws -> (reading: Reading, crops: [FieldCrop]) {
            let map = try PageFixture.bytes("scan-form.map.json")
            let bytes = map + (try PageFixture.bytes(name))
            var reading: Reading?
            var taken: [FieldCrop] = []
            try bytes.withUnsafeBytes { raw in
                let job = ReaderJob(mapByteCount: map.count, sheets: sheets, crops: crops)
                try PageReader.read(raw, job: job) { reply in
                    if case .reading(let value) = reply { reading = value }
                    if case .crop(let crop) = reply { taken.append(crop) }
                }
            }
            return (try #require(reading), taken)
        }

        @Test func aSheetSaysWhichPageItIsAndWhereItLies() throws {
            let sheets = try Self.replies("scan-clean.png").reading.sheets
            #expect(sheets.map(\.number) == [1])
            #expect(sheets.map(\.formPage) == [1])
            #expect(sheets.first?.code?.version == "K7WQ3M9T")
            let corners = try #require(sheets.first?.corners).points
            // A scan that fills its picture: the page's corners are those of the picture.
            for (point, corner) in zip(corners, [(0.0, 0.0), (1, 0), (1, 1), (0, 1)]) {
                #expect(abs(point.x - corner.0) < 0.05 && abs(point.y - corner.1) < 0.05, "\(corners)")
            }
        }

        @Test func cornersMarkedByAPersonAreTakenInsteadOfTheMarks() throws {
            let found = try #require(try Self.replies("scan-photo.jpg").reading.sheets.first?.corners)
            let order = SheetOrder(number: 1, formPage: 1, corners: found)
            let answers = try Self.replies("scan-photo.jpg", sheets: [order]).reading.answers
            let texts = Dictionary(
                uniqueKeysWithValues: answers.compactMap { answer in
                    answer.text.map { (answer.name, $0.text) }
                }
            )
            #expect(texts["city"] == "Nowy Sącz")
            #expect(texts["pesel"] == "44051401359")
            let off = SheetCorners(found.points.map { SheetCorners.Point($0.x, $0.y + 0.3) })
            let wrong = try Self.replies("scan-photo.jpg", sheets: [SheetOrder(number: 1, formPage: 1, corners: off)])
            #expect(!wrong.reading.answers.contains { $0.text?.text == "44051401359" }, "the corners do not count")
        }

        @Test func writtenPlacesComeAsPicturesOfBoundedSize() throws {
            let hand = try Self.replies("scan-hand.png", crops: .withAnswers)
            let written = hand.reading.answers.filter { $0.text != nil }.map(\.name)
            #expect(Set(hand.crops.map(\.name)) == Set(written))
            #expect(hand.crops.allSatisfy { $0.sheet == 1 })
            for crop in hand.crops {
                #expect(
                    crop.picture.width <= PagePicture.sideMax && crop.picture.pixels.count <= PagePicture.byteCountMax
                )
                #expect(crop.picture.pixels.contains { $0 < 100 }, "\(crop.name) shows no ink")
            }
            let alone = try Self.replies("scan-hand.png", crops: .only)
            #expect(Set(alone.crops.map(\.name)) == Set(written))
            #expect(alone.reading.answers.allSatisfy { $0.text == nil }, "nothing is recognised")
            #expect(try Self.replies("scan-hand.png").crops.isEmpty)
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
}
