import CPango
import CZXingShim
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

    /// Another program reads out of the picture what was put into it.
    @Test(
        arguments: [
            "https://example.org/zgloszenie/K7WQ3", "Zażółć gęślą jaźń", "{{ x }}<w:t>&\n",
            String(repeating: "9", count: 200),
        ],
        ["L", "M", "Q", "H"]
    )
    func codeReadsAsItsText(_ content: String, _ level: String) throws {
        let text = try rendered(WordFile("{{ x|qr(30, '\(level)') }}"), ["x": .string(content)])
        let png = try #require(try text.archive.part(named: "word/media/nabor1.png"))
        #expect(DecodedCodes.texts(png) == [content])
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

/// Texts of the QR codes in a picture, found by zxing-cpp, which reads paper forms too.
private enum DecodedCodes {
    static func texts(_ png: [UInt8]) -> [String] {
        var reader = Reader(bytes: png)
        let surface = withUnsafeMutablePointer(to: &reader) { pointer in
            cairo_image_surface_create_from_png_stream(read, pointer)
        }
        defer { cairo_surface_destroy(surface) }
        let width = Int(cairo_image_surface_get_width(surface))
        let height = Int(cairo_image_surface_get_height(surface))
        let stride = Int(cairo_image_surface_get_stride(surface))
        guard let pixels = cairo_image_surface_get_data(surface) else { return [] }
        // Four bytes a pixel, of which any colour serves for black and white.
        let grey = (0..<width * height).map { pixels[$0 / width * stride + $0 % width * 4] }
        var codes = Array(repeating: nabor_code(), count: 4)
        let count = nabor_find_codes(grey, Int32(width), Int32(height), &codes, 4)
        return codes.prefix(Int(count)).map { code in
            withUnsafeBytes(of: code.text) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
        }
    }

    private struct Reader {
        var bytes: [UInt8]
        var position = 0
    }

    private static let read: cairo_read_func_t = { closure, target, count in
        guard let reader = closure?.assumingMemoryBound(to: Reader.self), let target else {
            return CAIRO_STATUS_READ_ERROR
        }
        let start = reader.pointee.position
        guard start + Int(count) <= reader.pointee.bytes.count else { return CAIRO_STATUS_READ_ERROR }
        reader.pointee.bytes.withUnsafeBufferPointer { bytes in
            target.update(from: bytes.baseAddress! + start, count: Int(count))
        }
        reader.pointee.position = start + Int(count)
        return CAIRO_STATUS_SUCCESS
    }
}
