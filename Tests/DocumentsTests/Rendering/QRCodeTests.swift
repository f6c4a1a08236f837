import Documents
import OfficePackage
import Testing

struct QRCodeTests {
    /// Width in the IHDR chunk of the only picture made.
    private func side(_ text: WordText) throws -> Int {
        let png = try #require(try text.archive.part(named: "word/media/nabor1.png"))
        return Int(png[18]) << 8 | Int(png[19])
    }

    @Test(arguments: [
        (#"{"$qr": "A"}"#, 232, 1_080_000), (#"{"$qr": "A", "size": 20}"#, 232, 720_000),
        (#"{"$qr": "https://example.org/zgloszenie/K7WQ3", "level": "L"}"#, 296, 1_080_000),
        (#"{"$qr": "https://example.org/zgloszenie/K7WQ3", "level": "H"}"#, 360, 1_080_000),
    ])
    func codeIsDrawn(_ value: String, _ pixels: Int, _ width: Int) throws {
        let text = try rendered(WordFile("a {{ x }} b"), try DataValue.json(#"{"x": \#(value)}"#))
        #expect(try text.blocks() == ["a ▣ b"])
        #expect(try side(text) == pixels)
        #expect(try text.part("word/document.xml").contains("<wp:extent cx=\"\(width)\" cy=\"\(width)\"/>"))
    }

    @Test func filterMakesACode() throws {
        let text = try rendered(WordFile("{{ url|qr(25, 'Q') }}"), ["url": "https://example.org"])
        #expect(try text.blocks() == ["▣"])
        #expect(try text.part("word/document.xml").contains("<wp:extent cx=\"900000\" cy=\"900000\"/>"))
    }

    @Test func emptyTextMakesNone() throws {
        #expect(try paragraphs("[{{ url|qr }}]", with: ["url": ""]) == ["[]"])
    }

    @Test(arguments: [#"{"$qr": ""}"#, #"{"$qr": "x", "level": "Z"}"#, #"{"$qr": "LONG"}"#])
    func unsuitableCodeIsRefused(_ value: String) throws {
        let json = value.replacing("LONG", with: String(repeating: "ż", count: 2_000))
        let template = try Template(bytes: WordFile("{{ x }}").bytes())
        let data = try DataValue.json(#"{"x": \#(json)}"#)
        let error = #expect(throws: RenderError.self) { try template.render(data) }
        #expect(error?.code == .valueUnsuitable)
    }

    @Test func placeholderIsFilledWithACode() throws {
        let xml =
            "<w:p><w:r><w:drawing><wp:inline><wp:extent cx=\"900000\" cy=\"600000\"/><wp:docPr id=\"1\" name=\"n\" "
            + "descr=\"{{ code|qr }}\"/><a:graphic><a:graphicData uri=\"u\"><pic:pic><pic:blipFill><a:blip r:embed=\"rId9\">"
            + "<a:extLst/></a:blip></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"
        let text = try rendered(WordFile([.object([("xml", .string(xml))])]), ["code": "K7WQ3"])
        let result = try text.part("word/document.xml")
        #expect(result.contains("<wp:extent cx=\"600000\" cy=\"600000\"/>"))
        #expect(result.contains("<a:blip r:embed=\"nabor1\"/>"))
    }
}
