import Documents
import OfficePackage
import Testing

struct VectorPictureTests {
    private static let circle =
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"96\" height=\"48\"><circle cx=\"48\" cy=\"24\" r=\"20\" fill=\"#1f5a8c\"/></svg>"

    private func value(_ svg: String) -> DataValue { ["x": .image(Array(svg.utf8), alternativeText: "dot")] }

    @Test func pictureStandsAsSVGAndAsPNG() throws {
        let text = try rendered(WordFile("{{ x }}"), value(Self.circle))
        let xml = try text.part("word/document.xml")
        // 96 pixels are an inch.
        #expect(xml.contains("<wp:extent cx=\"914400\" cy=\"457200\"/>"))
        #expect(xml.contains("asvg:svgBlip"))
        #expect(try text.part("word/media/nabor2.svg") == Self.circle)
        #expect(try text.archive.part(named: "word/media/nabor1.png")?.prefix(4) == [0x89, 0x50, 0x4E, 0x47])
        #expect(try text.part("[Content_Types].xml").contains("Extension=\"svg\" ContentType=\"image/svg+xml\""))
    }

    @Test func placeholderTakesBothForms() throws {
        let xml =
            "<w:p><w:r><w:drawing><wp:inline><wp:extent cx=\"900000\" cy=\"600000\"/><wp:docPr id=\"1\" name=\"n\" "
            + "descr=\"{{ x }}\"/><a:graphic><a:graphicData uri=\"u\"><pic:pic><pic:blipFill><a:blip r:embed=\"rId9\"/>"
            + "</pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"
        let text = try rendered(WordFile([.object([("xml", .string(xml))])]), value(Self.circle))
        let result = try text.part("word/document.xml")
        #expect(result.contains("<wp:extent cx=\"900000\" cy=\"450000\"/>"))
        #expect(result.contains("r:embed=\"nabor2\"/></a:ext></a:extLst></a:blip>"))
    }

    @Test func plainDocumentTypeIsCutOut() throws {
        let type =
            "<!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\" \"http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd\">"
        let text = try rendered(WordFile("{{ x }}"), value(type + Self.circle))
        #expect(try text.part("word/media/nabor2.svg") == Self.circle)
    }

    @Test(arguments: [
        "<script>alert(1)</script>", "<image href=\"http://example.org/x.png\"/>",
        "<image href=\"file:///etc/passwd\"/>",
        "<image xlink:href=\"/etc/passwd\" xmlns:xlink=\"http://www.w3.org/1999/xlink\"/>",
        "<rect onload=\"alert(1)\"/>", "<style>@import url(http://example.org/x.css);</style>",
        "<rect style=\"fill:url( 'http://example.org/x#y')\"/>", "<rect fill=\"u\\72l(http://example.org)\"/>",
        "<foreignObject><p/></foreignObject>", "<a href=\"javascript:alert(1)\"/>", "<g", "<use href=\"other.svg#x\"/>",
        "<image href=\"data:image/svg+xml;base64,PHN2Zy8+\"/>",
    ])
    func hostilePictureIsRefused(_ content: String) throws {
        try expectRefusal(Self.circle.replacing("<circle", with: content + "<circle"))
    }

    @Test(arguments: [
        "<!DOCTYPE svg [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]>" + circle,
        "<html xmlns=\"http://www.w3.org/2000/svg\"/>",
        "<?xml-stylesheet href=\"http://example.org/x.css\"?>" + circle,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1e30\" height=\"1\"/>",
    ])
    func hostileFileIsRefused(_ svg: String) throws {
        try expectRefusal(svg)
    }

    private func expectRefusal(_ svg: String) throws {
        let template = try Template(bytes: WordFile("{{ x }}").bytes())
        let error = #expect(throws: RenderError.self) { try template.render(value(svg)) }
        #expect(error?.code == .imageUnreadable)
    }
}
