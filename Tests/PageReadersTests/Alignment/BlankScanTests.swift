import FormModel
import ReaderProtocol
import Testing

@testable import PageReaders

extension RecognitionTests {
    /// An organiser's blank, with rules to write on and neither code nor marks, scanned in a handful of ways.
    @Suite struct BlankScanTests {
        init() { PageReader.warmUp(recognises: true) }

        private static func reading(_ name: String, withBlank: Bool = true) throws -> Reading {
            var prefix = try PageFixture.bytes("blank-form.map.json")
            if withBlank { prefix += [0x1E] + (try PageFixture.bytes("blank-form.pdf")) }
            return try reading(of: try PageFixture.bytes(name), prefix)
        }

        private static func reading(of source: [UInt8], _ prefix: [UInt8]) throws -> Reading {
            var replies: [ReaderReply] = []
            try (prefix + source).withUnsafeBytes { raw in
                try PageReader.read(raw, job: ReaderJob(mapByteCount: prefix.count)) { replies.append($0) }
            }
            guard case .reading(let reading)? = replies.first else { throw PageFixture.Unexpected(replies: replies) }
            return reading
        }

        @Test(
            arguments: [
                ("blank-clean.jpg", true), ("blank-skewed.jpg", true), ("blank-upside-down.jpg", true),
                // Upside down, black and white, with specks; the least letters of an address are lost on these.
                ("blank-fax.jpg", false), ("blank-photo.jpg", false), ("blank-photo.heic", false),
            ]
        )
        func aBlankIsFoundByItsWordsAndItsPrintTakenAway(file: String, isSharp: Bool) throws {
            let reading = try Self.reading(file)
            let sheet = try #require(reading.sheets.first)
            #expect(sheet.alignment == .words && sheet.formPage == 1 && sheet.problem == nil)
            #expect(sheet.signature == true)
            let answers = Dictionary(reading.answers.map { ($0.name, $0) }) { first, _ in first }
            let expected = [
                "name_latin": "Łucja Ćwirko-Testowa", "birth_date": "07.03.1984", "pesel": "44051401359",
                "postcode": "33-300",
            ]
            // The phone is left empty: its rule must not count as ink.
            var texts = answers.compactMapValues(\.text?.text)
            let address = texts.removeValue(forKey: "email")
            #expect(texts == expected)
            #expect(address == "lucja.cwirko@example.org" || !isSharp && address != nil, "\(address ?? "nothing")")
            #expect(answers["consent_data"]?.ticks.map(\.isTicked) == [true])
        }

        @Test func withoutTheBlanksPictureThePageIsFoundAllTheSame() throws {
            let sheet = try #require(try Self.reading("blank-clean.jpg", withBlank: false).sheets.first)
            #expect(sheet.alignment == .words)
        }

        @Test func anythingElseIsNotRegistered() throws {
            // Light and dark spots, as on the photograph of a cat.
            var cat = GrayImage(width: 900, height: 700, filledWith: 180)
            for y in 0..<700 {
                for x in 0..<900 where (x * x / 900 + y * y / 700) % 190 < 60 { cat[x, y] = UInt8(40 + (x ^ y) % 60) }
            }
            let pages = OnePicture(image: cat)
            let map = try FormMap(bytes: try PageFixture.bytes("blank-form.map.json"))
            let (reading, _) = try ScanReader.read(pages, map: map, format: .jpeg, recogniser: .shared)
            #expect(reading.sheets.map(\.problem) == [.notRegistered])
            #expect(reading.answers.isEmpty)
        }

        private struct OnePicture: PagePictures {
            let image: GrayImage
            var count: Int { 1 }
            func picture(at index: Int) throws(ReadFailure) -> GrayImage { image }
        }
    }
}
