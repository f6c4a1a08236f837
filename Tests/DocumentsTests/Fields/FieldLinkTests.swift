import Documents
import OfficePackage
import Testing

/// HYPERLINK fields with tags or merge fields in their address become links of their own.
struct FieldLinkTests {
    private func paragraph(_ xml: String) -> DataValue { .object([("xml", .string("<w:p>\(xml)</w:p>"))]) }

    private func targets(_ text: WordText) throws -> [String] {
        try Relationships(of: "word/document.xml", in: text.archive).targets.filter(\.isExternal).map(\.target)
    }

    private func link(_ address: String, result: String = "see {{ x }}", switches: String = "") -> DataValue {
        let field = MergeFieldTests.field(" HYPERLINK \"\(address)\" \(switches)", result: result)
        return paragraph("<w:r><w:t>before </w:t></w:r>\(field)<w:r><w:t> behind</w:t></w:r>")
    }

    private let link = "<w:hyperlink r:id=\"nabor1\""

    @Test func addressIsFilledIn() throws {
        let text = try rendered(WordFile([link("https://example.org/{{ x }}?a=1")]), ["x": "K7 W&\""])
        #expect(try targets(text) == ["https://example.org/K7%20W%26%22?a=1"])
        #expect(try text.blocks() == ["before see K7 W&\" behind"])
        let xml = try text.part("word/document.xml")
        #expect(xml.contains(link + ">"))
        #expect(!xml.contains("fldChar"))
        #expect(!xml.contains("instrText"))
    }

    @Test func mergeFieldInTheAddressIsFilledIn() throws {
        let start =
            "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> HYPERLINK \"https://example.org/</w:instrText></w:r>"
        let end = "<w:r><w:instrText>\" </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>"
        let xml =
            start + MergeFieldTests.field(" MERGEFIELD code ") + end + MergeFieldTests.field(" MERGEFIELD name ")
            + "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"
        let text = try rendered(WordFile([paragraph(xml)]), ["code": "A/1", "name": "Anna"])
        #expect(try targets(text) == ["https://example.org/A%2F1"])
        #expect(try text.blocks() == ["Anna"])
        #expect(try text.part("word/document.xml").contains(link + ">"))
    }

    @Test func mergeFieldInsideOfAPlainLinkIsFilled() throws {
        let xml =
            "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> HYPERLINK \"https://example.org\" </w:instrText></w:r>"
            + "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>" + MergeFieldTests.field(" MERGEFIELD name ")
            + "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"
        let text = try rendered(WordFile([paragraph(xml)]), ["name": "Anna"])
        #expect(try text.blocks() == ["Anna"])
        #expect(try text.part("word/document.xml").contains("HYPERLINK"))
    }

    @Test func simpleFieldBecomesALinkWithItsAnchor() throws {
        let xml =
            "<w:fldSimple w:instr=\" HYPERLINK &quot;https://example.org/{{ x }}&quot; \\l &quot;top&quot; \">"
            + "<w:r><w:t>a</w:t></w:r><w:r><w:t>b</w:t></w:r></w:fldSimple>"
        let text = try rendered(WordFile([paragraph(xml)]), ["x": 1])
        #expect(try targets(text) == ["https://example.org/1"])
        #expect(try text.part("word/document.xml").contains(link + " w:anchor=\"top\">"))
        #expect(try text.blocks() == ["ab"])
    }

    @Test(arguments: [
        ("{% if x %}yes{% endif %}", "yes"), ("{% if x %}yes{% endif %} more", "yes more"),
        ("a{% if x %}yes{% endif %}", "ayes"), ("{% for i in [1, 2] %}{{ i }}{% endfor %}", "12"),
    ])
    func statementsStayWithinTheLink(_ result: String, _ shown: String) throws {
        let text = try rendered(WordFile([link("https://example.org/{{ x }}", result: result)]), ["x": 1])
        #expect(try text.blocks() == ["before \(shown) behind"])
        #expect(try targets(text) == ["https://example.org/1"])
    }

    @Test func statementAroundTheLinkTakesItAway() throws {
        let field = MergeFieldTests.field(" HYPERLINK \"https://example.org/{{ x }}\" ")
        let xml = "<w:r><w:t>{% if x == 2 %}</w:t></w:r>\(field)<w:r><w:t>{% endif %}end</w:t></w:r>"
        #expect(try rendered(WordFile([paragraph(xml)]), ["x": 1]).blocks() == ["end"])
        #expect(try rendered(WordFile([paragraph(xml)]), ["x": 2]).blocks() == ["«x»end"])
        let loop = WordFile(["{% for x in [1, 2] %}", paragraph(field), "{% endfor %}"])
        #expect(try targets(rendered(loop, [:])) == ["https://example.org/1", "https://example.org/2"])
    }

    @Test func statementAcrossTheEdgeIsAFault() throws {
        let file = WordFile([link("https://example.org/{{ x }}", result: "{% if x %}a"), "{% endif %}"])
        let errors = #expect(throws: TemplateErrors.self) { try Template(bytes: file.bytes()) }
        #expect(errors?.faults.map(\.code).contains(.blockCrossed) ?? false)
    }

    @Test func tagInASwitchIsAFault() throws {
        let file = WordFile([link("https://example.org/", switches: "\\o \"{{ x }}\" ")])
        let errors = #expect(throws: TemplateErrors.self) { try Template(bytes: file.bytes()) }
        #expect(errors?.faults.map(\.code) == [.tagMisplaced])
    }

    /// A new paragraph or page would tear the link apart.
    @Test func valueStaysInsideOfTheLink() throws {
        let text = try rendered(WordFile([link("https://example.org/{{ x }}")]), ["x": "a\u{7}b\u{C}c"])
        #expect(try text.blocks() == ["before see a\nb⏎c behind"])
    }

    @Test(arguments: HostileValueTests.values)
    func hostileValueLeadsNowhereElse(_ value: String) throws {
        let text = try rendered(WordFile([link("https://example.org/{{ x }}", result: "x")]), ["x": .string(value)])
        for target in try targets(text) {
            #expect(target.hasPrefix("https://example.org/"))
            #expect(target.utf8.dropFirst(20).allSatisfy { $0 > 0x20 && $0 < 0x7F && !"<>\"'&/?#:".utf8.contains($0) })
        }
    }

    @Test(arguments: ["javascript:alert(1)", "file:///etc/passwd", "\\\\host\\share", ""])
    func otherSchemeIsNoLink(_ value: String) throws {
        let document = try Template(bytes: WordFile([link("{{ x }}", result: "text")]).bytes())
            .render(["x": .string(value)])
        let text = try WordText(document.bytes)
        #expect(try targets(text) == [])
        #expect(try text.part("word/document.xml").contains("<w:hyperlink>"))
        #expect(document.warnings.map(\.code) == [.linkDropped])
    }

    @Test func neededNamesAreListed() throws {
        let template = try Template(bytes: WordFile([link("https://example.org/{{ code }}", result: "x")]).bytes())
        #expect(template.variables.names == ["code"])
        #expect(try template.missingNames(in: [:]) == ["code"])
    }
}
