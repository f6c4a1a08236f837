import Documents
import Testing

struct RichTextTests {
    @Test func spansCarryTheirFormats() throws {
        let value = try DataValue.json(
            ##"{"x": {"$text": ["plain ", {"text": "bold", "bold": true, "color": "#1f5a8c", "size": 12.5}, {"text": "\nline"}]}}"##
        )
        let text = try rendered(WordFile("a {{ x }} b"), value)
        #expect(try text.blocks() == ["a plain bold\nline b"])
        let xml = try text.part("word/document.xml")
        #expect(
            xml.contains(
                "<w:rPr><w:b/><w:color w:val=\"1F5A8C\"/><w:sz w:val=\"25\"/><w:szCs w:val=\"25\"/></w:rPr>"
                    + "<w:t xml:space=\"preserve\">bold</w:t>"
            )
        )
    }

    @Test func linkLeadsToItsAddress() throws {
        let value = try DataValue.json(#"{"x": {"$link": "https://example.org/?a=1&b=2", "text": "see"}}"#)
        let text = try rendered(WordFile("{{ x }}"), value)
        #expect(try text.blocks() == ["see"])
        let relationships = try text.part("word/_rels/document.xml.rels")
        #expect(relationships.contains("Target=\"https://example.org/?a=1&amp;b=2\" TargetMode=\"External\""))
    }

    @Test func formatsFromValuesCannotBeMarkup() throws {
        let value = try DataValue.json(
            #"{"x": {"$text": [{"text": "t", "style": "a\"/><w:p>", "font": "<x>", "color": "red", "underline": "\"/>"}]}}"#
        )
        let text = try rendered(WordFile("{{ x }}"), value)
        #expect(try text.part("word/document.xml").contains("<w:rPr><w:u w:val=\"single\"/></w:rPr>"))
    }

    @Test func unknownKindOfValueIsRefused() throws {
        let template = try Template(bytes: WordFile("{{ x }}").bytes())
        #expect(throws: RenderError.self) { try template.render(["x": ["$script": "1"]]) }
    }
}
