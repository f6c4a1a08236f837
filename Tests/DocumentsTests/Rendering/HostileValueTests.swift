import Documents
import OfficePackage
import Testing

struct HostileValueTests {
    static let values = [
        "<w:p><w:r><w:t>x</w:t></w:r></w:p>", "]]>", "&lt;&#x41;&amp;", "{{ other }}{% for %}", "{_{ x }_}",
        "\" onload=\"",
        "{ INCLUDETEXT \"/etc/passwd\" }", "=cmd|' /C calc'!A0", "\u{202E}drowssap", "a\u{0}b\u{1}c\u{B}",
        "\u{FFFE}\u{FFFF}",
        "\u{FEFF}bom", String(repeating: "ż", count: 65_536), "</w:t></w:r></w:p></w:body>", "<!-- --> <?pi?>", "𝕏 👩‍👩‍👧",
        "a\r\nb\rc", "../../etc", "%s%n", "',\"", "\u{0}",
    ]

    private func file() -> WordFile {
        var file = WordFile([
            "v {{ x }} w", ["table": [["{{ x }}", "{% for r in rows %}{{ r }}{% endfor %}"]]],
            ["runs": ["{{", "x", "}}"]],
            "{{p x }}", .object([("xml", .string(picture))]),
        ])
        file.header = ["{{ x }}"]
        file.footnote = ["{{ x }}"]
        file.title = "{{ x }}"
        return file
    }

    private let picture =
        "<w:p><w:r><w:drawing><wp:inline><wp:extent cx=\"10\" cy=\"10\"/><wp:docPr id=\"1\" name=\"n\" descr=\"see {{ x }}\"/>"
        + "<a:graphic><a:graphicData uri=\"u\"><pic:pic><pic:blipFill><a:blip r:embed=\"rId9\"/></pic:blipFill></pic:pic>"
        + "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"

    @Test(arguments: values) func valueStaysText(_ value: String) throws {
        let bytes = try file().bytes()
        let document = try Template(bytes: bytes).render(["x": .string(value), "rows": [.string(value)]])
        #expect(DocxValidator.faults(in: document.bytes).map(\.description) == [])
        let before = try ZipArchive(bytes)
        let after = try ZipArchive(document.bytes)
        #expect(after.members.map(\.name) == before.members.map(\.name))
        for name in before.members.map(\.name) where name.hasSuffix(".rels") || name.hasPrefix("[") {
            #expect(try after.part(named: name) == before.part(named: name))
        }
        let text = try WordText(document.bytes)
        #expect(try !text.part("word/document.xml").contains("w:instrText"))
        let shown = value.replacing("\r\n", with: "\n").replacing("\r", with: "\n").unicodeScalars.filter {
            $0 == "\n" || ($0.value >= 0x20 && $0.value < 0xFFFE) || $0.value > 0xFFFF
        }
        #expect(try text.blocks().first == "v " + String(String.UnicodeScalarView(shown)) + " w")
    }

    @Test func droppedCharactersAreWarnedOf() throws {
        let document = try Template(bytes: WordFile("{{ x }}").bytes()).render(["x": "a\u{1}b"])
        #expect(document.warnings.map(\.code) == [.controlCharactersDropped])
        #expect(document.warnings.map(\.tag) == ["{{ x }}"])
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
