import Documents
import OfficePackage
import Testing

struct PictureTests {
    private func placeholder(_ alternative: String, id: Int = 1) -> String {
        "<w:r><w:drawing><wp:inline><wp:extent cx=\"1000000\" cy=\"500000\"/><wp:docPr id=\"\(id)\" name=\"n\" "
            + "descr=\"\(alternative)\"/><a:graphic><a:graphicData uri=\"u\"><pic:pic><pic:blipFill>"
            + "<a:blip r:embed=\"rId9\"/></pic:blipFill><pic:spPr><a:xfrm><a:ext cx=\"1000000\" cy=\"500000\"/></a:xfrm>"
            + "</pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    }

    private func file(_ xml: String) -> WordFile {
        WordFile([.object([("xml", .string("<w:p>\(xml)</w:p>"))])])
    }

    @Test func altTextPlaceholderIsReplacedAndFitted() throws {
        let square = WordFile.png(width: 100, height: 100)
        let text = try rendered(file(placeholder("{{ logo }}")), ["logo": .image(square, alternativeText: "Logo & co")])
        let xml = try text.part("word/document.xml")
        #expect(xml.contains("<wp:extent cx=\"500000\" cy=\"500000\"/>"))
        #expect(xml.contains("<a:ext cx=\"500000\" cy=\"500000\"/>"))
        #expect(xml.contains("descr=\"Logo &amp; co\""))
        #expect(xml.contains("r:embed=\"nabor1\""))
        #expect(try text.part("word/_rels/document.xml.rels").contains("Id=\"nabor1\""))
        #expect(try text.archive.part(named: "word/media/nabor1.png") == square)
    }

    @Test func pictureWithoutValueIsLeftOut() throws {
        let text = try rendered(file(placeholder("{{ logo }}")), ["logo": .null])
        #expect(try text.blocks() == [""])
    }

    @Test func rowOfLogosHasUniqueNumbersAndEachPictureOnce() throws {
        let first = WordFile.png(width: 10, height: 10)
        let second = WordFile.png(width: 30, height: 10)
        let loop =
            "<w:r><w:t>{% for logo in logos %}</w:t></w:r>\(placeholder("{{ logo.image }}"))<w:r><w:t>{% endfor %}</w:t></w:r>"
        let logos = [first, second, first].map { ["image": DataValue.image($0)] as DataValue }
        let text = try rendered(file(loop), ["logos": .array(logos)])
        #expect(try text.blocks() == ["▣▣▣"])
        let media = text.archive.members.map(\.name).filter { $0.contains("media/nabor") }
        #expect(media == ["word/media/nabor1.png", "word/media/nabor2.png"])
        let xml = try text.part("word/document.xml")
        for number in 2...4 { #expect(xml.contains("<wp:docPr id=\"\(number)\"")) }
    }

    @Test func pictureInTextStandsInARunOfItsOwn() throws {
        let value = try DataValue.json(#"{"x": {"$image": {"data": "\#(base64)"}, "width": 20, "alt": "dot"}}"#)
        let text = try rendered(WordFile("a {{ x }} b"), value)
        #expect(try text.blocks() == ["a ▣ b"])
        #expect(try text.part("word/document.xml").contains("<wp:extent cx=\"720000\" cy=\"360000\"/>"))
    }

    /// The PNG of 8 by 4 pixels that every test file holds.
    private let base64 = "iVBORw0KGgoAAAANSUhEUgAAAAgAAAAECAIAAAAAAAAA"

    @Test func jpegIsNamedAmongTheContentTypes() throws {
        let jpeg: [UInt8] = [
            0xFF, 0xD8, 0xFF, 0xC0, 0, 17, 8, 0, 20, 0, 40, 3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1, 0xFF, 0xD9,
        ]
        let text = try rendered(WordFile("{{ x }}"), ["x": .image(jpeg)])
        #expect(try text.part("[Content_Types].xml").contains("Extension=\"jpeg\""))
    }

    @Test func otherFileIsRefused() throws {
        let template = try Template(bytes: WordFile("{{ x }}").bytes())
        let error = #expect(throws: RenderError.self) { try template.render(["x": .image(Array("GIF89a".utf8))]) }
        #expect(error?.code == .imageUnreadable)
    }

    @Test func altTextWithWordsIsFilledIn() throws {
        let text = try rendered(file(placeholder("Logo of {{ org }}!")), ["org": "A & \"B\""])
        #expect(try text.part("word/document.xml").contains("descr=\"Logo of A &amp; &quot;B&quot;!\""))
    }
}
