import Documents
import OfficePackage
import Testing

struct HostileValueTests {
    static let values = [
        "<w:p><w:r><w:t>x</w:t></w:r></w:p>", "]]>", "&lt;&#x41;&amp;", "{{ other }}{% for %}", "{_{ x }_}",
        "\" onload=\"",
        "{ INCLUDETEXT \"/etc/passwd\" }", "=cmd|' /C calc'!A0", "\u{202E}drowssap", "a\u{0}b\u{1}c\u{B}",
        "\u{FFFE}\u{FFFF}",
        "\u{FEFF}bom", longText, "</w:t></w:r></w:p></w:body>", "<!-- --> <?pi?>", "𝕏 👩‍👩‍👧",
        "a\r\nb\rc", "../../etc", "%s%n", "',\"", "\u{0}",
    ]

    /// Words that do not repeat: a text that packs very well would trip the limit on packages when it is read again.
    private static let longText: String = {
        let letters = Array("aąbcćdeęfghijklłmnoópqrsśtuvwxyzźż ".unicodeScalars)
        var state: UInt64 = 1
        let scalars = (0..<65_536).map { _ in
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return letters[Int(state >> 33) % letters.count]
        }
        return String(String.UnicodeScalarView(scalars))
    }()

    private func file() -> WordFile {
        var file = WordFile([
            "v {{ x }} w", ["table": [["{{ x }}", "{% for r in rows %}{{ r }}{% endfor %}"]]],
            ["runs": ["{{", "x", "}}"]],
            "{{p x }}", .object([("xml", .string(picture))]), .object([("xml", .string(fields))]),
            .object([("xml", .string(frames))]), ["table": [["{% cellbg x %}{{ x|upper }}"]]],
        ])
        file.header = ["{{ x }}"]
        file.footer = ["{{ x|default('y') }}"]
        file.footnote = ["{{ x }}"]
        file.endnote = ["{{ x }}"]
        file.comment = ["{{ x }}"]
        file.title = "{{ x }}"
        file.company = "{{ x }}"
        file.customProperty = "{{ x }}"
        return file
    }

    /// Merge fields in both forms, one of Word's own, and a link's text.
    private let fields =
        "<w:p>" + MergeFieldTests.field(" MERGEFIELD x \\* Upper \\b \"(\" ") + MergeFieldTests.field(" PAGE ")
        + "<w:fldSimple w:instr=\" MERGEFIELD x \"><w:r><w:t>x</w:t></w:r></w:fldSimple>"
        + "<w:hyperlink w:anchor=\"a\"><w:r><w:t>{{ x }}</w:t></w:r></w:hyperlink>"
        + "<w:ins w:id=\"1\" w:author=\"a\"><w:r><w:t>{{ x }}</w:t></w:r></w:ins></w:p>"

    /// A text box in both its forms, and a content control.
    private let frames: String = {
        let box = "<w:txbxContent><w:p><w:r><w:t>{{ x }}</w:t></w:r></w:p></w:txbxContent>"
        return
            "<w:p><w:r><mc:AlternateContent><mc:Choice Requires=\"wps\">\(box)</mc:Choice><mc:Fallback>\(box)</mc:Fallback>"
            + "</mc:AlternateContent></w:r></w:p><w:sdt><w:sdtPr><w:tag w:val=\"x\"/></w:sdtPr><w:sdtContent><w:p><w:r><w:t>c</w:t>"
            + "</w:r></w:p></w:sdtContent></w:sdt>"
    }()

    /// Field codes and links as they stand in a part.
    private func codes(_ archive: ZipArchive) throws -> [String] {
        let text = String(decoding: try archive.part(named: "word/document.xml") ?? [], as: UTF8.self)
        return text.split(separator: "<w:instrText").dropFirst().map { String($0.prefix { $0 != "/" }) }
            + text.split(separator: "w:anchor=").dropFirst().map { String($0.prefix(4)) }
    }

    private let picture =
        "<w:p><w:r><w:drawing><wp:inline><wp:extent cx=\"10\" cy=\"10\"/><wp:docPr id=\"1\" name=\"n\" descr=\"see {{ x }}\"/>"
        + "<a:graphic><a:graphicData uri=\"u\"><pic:pic><pic:blipFill><a:blip r:embed=\"rId9\"/></pic:blipFill></pic:pic>"
        + "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"

    @Test(arguments: values) func valueStaysText(_ value: String) throws {
        let shown = value.replacing("\r\n", with: "\n").replacing("\r", with: "\n").unicodeScalars.filter {
            $0 == "\n" || ($0.value >= 0x20 && $0.value < 0xFFFE) || $0.value > 0xFFFF
        }
        try expect(.string(value), toBeShownAs: String(String.UnicodeScalarView(shown)))
    }

    @Test(arguments: [#""\ud800""#, #""a\udc00b""#, #""\ud83d""#])
    func loneSurrogateBecomesASign(_ json: String) throws {
        let value = try DataValue.json("{\"x\": \(json)}")["x"]
        let text = try #require(value?.text)
        #expect(text.contains("\u{FFFD}"))
        try expect(.string(text), toBeShownAs: text)
    }

    /// The value stands in every placeholder, and parts, relationships and field codes are those of the template.
    private func expect(_ value: DataValue, toBeShownAs shown: String) throws {
        let bytes = try file().bytes()
        let document = try Template(bytes: bytes).render(["x": value, "rows": [value]])
        let before = try ZipArchive(bytes)
        let after = try ZipArchive(document.bytes)
        #expect(after.members.map(\.name) == before.members.map(\.name))
        for name in before.members.map(\.name) where name.hasSuffix(".rels") || name.hasPrefix("[") {
            #expect(try after.part(named: name) == before.part(named: name))
        }
        let text = try WordText(document.bytes)
        // Merge fields are filled; of the field codes only Word's own is left.
        #expect(try codes(after).count == 3)
        #expect(try codes(after).allSatisfy(codes(before).contains))
        #expect(try text.blocks().first == "v " + shown + " w")
    }

    @Test func droppedCharactersAreWarnedOf() throws {
        let document = try Template(bytes: WordFile("{{ x }}").bytes()).render(["x": "a\u{1}b"])
        #expect(document.warnings.map(\.code) == [.controlCharactersDropped])
        #expect(document.warnings.map(\.tag) == ["{{ x }}"])
        #expect(try WordText(document.bytes).blocks() == ["ab"])
    }

    @Test func loopOverTooMuchEndsAtItsLimit() throws {
        let file = WordFile("{% for a in range(9999) %}{% for b in range(9999) %}{{ b }}{% endfor %}{% endfor %}")
        let template = try Template(bytes: file.bytes())
        let steps = #expect(throws: RenderError.self) {
            try template.render([:], options: RenderOptions(stepCountMax: 10_000))
        }
        #expect(steps?.code == .stepLimit)
        let output = #expect(throws: RenderError.self) {
            try template.render([:], options: RenderOptions(outputByteCountMax: 10_000))
        }
        #expect(output?.code == .outputLimit)
    }

    @Test func linkOfAnotherSchemeBecomesText() throws {
        let link: DataValue = ["$link": "javascript:alert(1)", "text": "click"]
        let text = try rendered(WordFile("{{ x }}"), ["x": link])
        #expect(try text.blocks() == ["click"])
        #expect(try !text.part("word/_rels/document.xml.rels").contains("javascript"))
    }

    @Test func fileIsNotReadUnlessAllowed() throws {
        let template = try Template(bytes: WordFile("{{ x }}").bytes())
        let error = #expect(throws: RenderError.self) { try template.render(["x": ["$image": "/etc/passwd"]]) }
        #expect(error?.code == .fileRefused)
    }
}
