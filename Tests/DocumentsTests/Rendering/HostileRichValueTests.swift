import Documents
import OfficePackage
import Testing

/// Hostile texts in rich values, controls, fields and filters: parts, relationships and field codes stay the template's.
struct HostileRichValueTests {
    private static let values = HostileValueTests.values + ["https://example.org/\" onclick=\"x", "w:val=\"1\"/><w:b"]

    private func xml(_ text: String) -> DataValue { .object([("xml", .string(text))]) }

    private func control(_ kind: String, _ content: String) -> String {
        "<w:p><w:sdt><w:sdtPr><w:tag w:val=\"x\"/>\(kind)</w:sdtPr><w:sdtContent><w:r><w:t>\(content)</w:t></w:r></w:sdtContent>"
            + "</w:sdt></w:p>"
    }

    /// Content controls of each kind, and the fields that ask and print.
    private func controls() -> WordFile {
        let merge = MergeFieldTests.field(" MERGEFIELD x ", result: nil)
        let instruction = { (text: String) in "<w:r><w:instrText xml:space=\"preserve\">\(text)</w:instrText></w:r>" }
        let condition =
            "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>" + instruction(" IF ") + merge
            + instruction(" = \"a\" \"yes\" \"") + merge + instruction("\" ")
            + "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>r</w:t></w:r>"
            + "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>"
        return WordFile([
            xml(control("<w:date><w:dateFormat w:val=\"d MMMM yyyy\"/></w:date>", "d")),
            xml(control("<w:dropDownList><w:listItem w:displayText=\"A\" w:value=\"a\"/></w:dropDownList>", "c")),
            xml(control("<w14:checkbox><w14:checked w14:val=\"0\"/></w14:checkbox>", "☐")),
            xml(control("<w:text/>", "t")), xml(condition),
            xml("<w:p>" + MergeFieldTests.field(" MERGEFIELD x \\@ \"d MMMM\" ") + "</w:p>"),
            xml("<w:p>" + MergeFieldTests.field(" MERGEFIELD x \\# \"0,00\" ") + "</w:p>"),
            xml("<w:p>" + MergeFieldTests.field(" PAGE ") + "</w:p>"),
        ])
    }

    @Test(arguments: values) func controlsAndFieldsStaySound(_ value: String) throws {
        let bytes = try controls().bytes()
        let made = try Template(bytes: bytes).render(["x": .string(value)])
        try expectSameFrame(bytes, made.bytes, addedParts: 0)
        let codes = try WordText(made.bytes).part("word/document.xml").split(separator: "<w:instrText")
        #expect(codes.dropFirst().allSatisfy { $0.contains(" PA") || $0.contains("GE ") })
    }

    /// A picture's description, spans with names of styles and fonts, a link's text and address.
    @Test(arguments: values) func richValuesStaySound(_ value: String) throws {
        var file = WordFile([
            "{{ t }}", "a {{ l }} b", ["table": [["{{ t }}", "{{ i }}"]]], "{{p t }}", "{{r t }}", "{{ i }}",
            xml(placeholder),
        ])
        file.header = ["{{ t }}"]
        file.footer = ["{{ q }}"]
        let text = DataValue.string(value)
        let span: DataValue = [
            "text": text, "bold": true, "font": text, "style": text, "color": text, "highlight": text,
            "underline": text,
            "link": text,
        ]
        let picture: DataValue = ["$image": .image(WordFile.png(width: 4, height: 4))["$image"] ?? .null, "alt": text]
        let bytes = try file.bytes()
        let made = try Template(bytes: bytes).render([
            "t": ["$text": [span, text]], "l": ["$link": text, "text": text], "i": picture,
            "q": ["$qr": "https://example.org", "alt": text],
        ])
        // The picture and the code are the only new parts.
        try expectSameFrame(bytes, made.bytes, addedParts: 2)
    }

    private let placeholder =
        "<w:p><w:r><w:drawing><wp:inline><wp:extent cx=\"10\" cy=\"10\"/><wp:docPr id=\"1\" name=\"n\" descr=\"{{ i }}\"/>"
        + "<a:graphic><a:graphicData uri=\"u\"><pic:pic><pic:blipFill><a:blip r:embed=\"rId9\"/></pic:blipFill></pic:pic>"
        + "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"

    @Test(arguments: values) func filtersStaySound(_ value: String) throws {
        let filters = [
            "upper", "lower", "title", "capitalize", "trim", "truncate(5)", "wordwrap(10)", "indent(2)", "center(9)",
            "reverse", "list", "first", "last", "length", "replace('a', '<')", "striptags", "tojson", "urlencode",
            "safe",
            "escape", "nbsp", "phone", "money", "number", "words", "date", "weekday", "vocative", "wordcount", "unique",
            "format", "batch(3)", "join('}}')",
        ]
        let file = WordFile(
            filters.map { .string("{{ x|\($0) }}") } + ["{{ [x, {'k': x}] }}", "{{ x ~ x }}", "{{ {x: x} }}"]
        )
        let bytes = try file.bytes()
        try expectSameFrame(bytes, try Template(bytes: bytes).render(["x": .string(value)]).bytes, addedParts: 0)
        let compatible = try Template(bytes: bytes, options: TemplateOptions(isCompatible: true))
        try expectSameFrame(bytes, try compatible.render(["x": .string(value)]).bytes, addedParts: 0)
    }

    /// Parts and relationships of the template and, of what is new, pictures only.
    private func expectSameFrame(_ template: [UInt8], _ made: [UInt8], addedParts: Int) throws {
        let before = try ZipArchive(template)
        let after = try WordText(made).archive
        let added = after.members.map(\.name).filter { before.member(named: $0) == nil && !$0.hasSuffix(".rels") }
        #expect(added.count == addedParts)
        #expect(added.allSatisfy { $0.hasPrefix("word/media/nabor") && $0.hasSuffix(".png") })
        for name in ["word/document.xml", "word/header1.xml", "word/footer1.xml"] {
            let known = Set(try Relationships(of: name, in: before).targets.map(\.id))
            for target in try Relationships(of: name, in: after).targets where !known.contains(target.id) {
                #expect(target.kind == "image" && !target.isExternal)
            }
        }
    }
}
