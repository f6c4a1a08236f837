import Documents
import Foundation
import OfficePackage
import Testing

struct StructureTests {
    @Test func bookmarksAndParagraphIDsAreUniqueInLoops() throws {
        let xml =
            "<w:p w14:paraId=\"0A\" w14:textId=\"0B\"><w:bookmarkStart w:id=\"3\" w:name=\"place\"/><w:r><w:t>{{ r }}</w:t></w:r>"
            + "<w:bookmarkEnd w:id=\"3\"/></w:p>"
        let text = try rendered(
            WordFile(["{% for r in rows %}", .object([("xml", .string(xml))]), "{% endfor %}"]),
            ["rows": ["a", "b"]]
        )
        let result = try text.part("word/document.xml")
        #expect(try text.blocks() == ["a", "b"])
        #expect(result.contains("<w:bookmarkStart w:id=\"4\" w:name=\"place\"/>"))
        #expect(result.contains("<w:bookmarkStart w:id=\"5\" w:name=\"place_2\"/>"))
        #expect(result.contains("<w:bookmarkEnd w:id=\"5\"/>"))
        #expect(!result.contains("paraId"))
    }

    @Test func bookmarkThatLeavesTheLoopIsDropped() throws {
        let begin = "<w:p><w:bookmarkStart w:id=\"3\" w:name=\"place\"/><w:r><w:t>{{ r }}</w:t></w:r></w:p>"
        let end = "<w:p><w:bookmarkEnd w:id=\"3\"/></w:p>"
        let text = try rendered(
            WordFile([
                "{% for r in rows %}", .object([("xml", .string(begin))]), "{% endfor %}",
                .object([("xml", .string(end))]),
            ]),
            ["rows": ["a", "b"]]
        )
        #expect(try !text.part("word/document.xml").contains("bookmarkStart"))
    }

    @Test(arguments: [0, 1, 3, 7]) func gridFollowsTheColumns(_ count: Int) throws {
        let table: DataValue = ["table": [["Name", "{%tc for d in days %}", "{{ d }}", "{%tc endfor %}"]]]
        let days = (0..<count).map { DataValue.integer($0) }
        let text = try rendered(WordFile([table]), ["days": .array(days)])
        let xml = try text.part("word/document.xml")
        let columns = xml.split(separator: "<w:gridCol w:w=\"").dropFirst().compactMap {
            Int($0.prefix { $0.isNumber })
        }
        #expect(columns.count == count + 1)
        #expect((8990...9000).contains(columns.reduce(0, +)))
        let cells = xml.split(separator: "<w:tcW w:w=\"").dropFirst().compactMap { Int($0.prefix { $0.isNumber }) }
        #expect(cells.count == count + 1)
        #expect(cells == columns)
    }

    @Test func sectionOfARemovedParagraphIsKept() throws {
        let xml =
            "<w:p><w:pPr><w:sectPr><w:pgSz w:w=\"1\" w:h=\"2\"/></w:sectPr></w:pPr><w:r><w:t>{% endif %}</w:t></w:r></w:p>"
        let text = try rendered(WordFile(["{% if a %}", "x", .object([("xml", .string(xml))]), "y"]), ["a": 1])
        #expect(try text.part("word/document.xml").contains("<w:pgSz w:w=\"1\" w:h=\"2\"/>"))
        #expect(try text.blocks() == ["x", "", "y"])
    }

    @Test func formatOfSurroundingRunsIsKept() throws {
        let xml =
            "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>{{ a </w:t></w:r><w:r><w:rPr><w:i/></w:rPr><w:t>}} tail{% if b %} x</w:t></w:r>"
            + "<w:r><w:t>y{% endif %}</w:t></w:r></w:p>"
        let text = try rendered(WordFile([.object([("xml", .string(xml))])]), ["a": "v", "b": 1])
        #expect(try text.blocks() == ["v tail xy"])
        let result = try text.part("word/document.xml")
        #expect(result.contains("<w:b/></w:rPr><w:t xml:space=\"preserve\">v</w:t>"))
        #expect(result.contains("<w:i/></w:rPr><w:t xml:space=\"preserve\"> tail</w:t>"))
    }

    @Test func textBoxIsFilledInBothItsForms() throws {
        let box = "<w:txbxContent><w:p><w:r><w:t>{{ a }}</w:t></w:r></w:p></w:txbxContent>"
        let xml =
            "<w:p><w:r><mc:AlternateContent><mc:Choice Requires=\"wps\">\(box)</mc:Choice><mc:Fallback>\(box)</mc:Fallback>"
            + "</mc:AlternateContent></w:r></w:p>"
        let document = try Template(bytes: WordFile([.object([("xml", .string(xml))])]).bytes()).render([
            "a": "in the box"
        ])
        let result = try WordText(document.bytes).part("word/document.xml")
        #expect(result.components(separatedBy: ">in the box<").count == 3)
    }

    @Test func textBoxIsEvaluatedOnce() throws {
        let box = "<w:txbxContent><w:p><w:r><w:t>{% set ns.n = ns.n + 1 %}{{ ns.n }}</w:t></w:r></w:p></w:txbxContent>"
        let xml =
            "<w:p><w:r><mc:AlternateContent><mc:Choice Requires=\"wps\">\(box)</mc:Choice><mc:Fallback>\(box)</mc:Fallback>"
            + "</mc:AlternateContent></w:r></w:p>"
        let text = try rendered(
            WordFile(["{% set ns = namespace(n=0) %}", .object([("xml", .string(xml))]), "{{ ns.n }}"]),
            [:]
        )
        #expect(try text.part("word/document.xml").components(separatedBy: ">1<").count == 4)
    }

    @Test func tagsWorkInEveryPart() throws {
        var file = WordFile("body {{ x }}")
        file.header = ["header {{ x }}"]
        file.footer = ["footer {{ x }}"]
        file.footnote = ["footnote {{ x }}"]
        file.endnote = ["endnote {{ x }}"]
        file.comment = ["comment {{ x }}"]
        file.title = "title {{ x }}"
        file.company = "company {{ x }}"
        file.customProperty = "custom {{ x }}"
        let text = try rendered(file, ["x": "A & B"])
        for kind in ["header", "footer", "footnotes", "endnotes", "comments"] {
            #expect(try text.blocks("word/\(kind)1.xml").first?.hasSuffix(" A & B") ?? false, "\(kind)")
        }
        for part in ["core", "app", "custom"] {
            #expect(try text.part("docProps/\(part).xml").contains(" A &amp; B<"), "\(part)")
        }
    }

    @Test func trackedInsertionIsFilled() throws {
        let xml =
            "<w:p><w:ins w:id=\"1\" w:author=\"a\"><w:r><w:t>in {{ x }}</w:t></w:r></w:ins><w:del w:id=\"2\" w:author=\"a\"><w:r>"
            + "<w:delText>{{ gone }}</w:delText></w:r></w:del></w:p>"
        #expect(try rendered(WordFile([.object([("xml", .string(xml))])]), ["x": 1]).blocks() == ["in 1"])
    }

    @Test func numbersOfControlsShapesAndCommentsAreUniqueInLoops() throws {
        let xml =
            "<w:p w14:paraId=\"01\"><w:commentRangeStart w:id=\"2\"/><w:sdt><w:sdtPr><w:id w:val=\"7\"/></w:sdtPr><w:sdtContent>"
            + "<w:r><w:t>{{ r }}</w:t></w:r></w:sdtContent></w:sdt><w:commentRangeEnd w:id=\"2\"/><w:r><w:commentReference "
            + "w:id=\"2\"/></w:r><w:r><w:pict><v:shape xmlns:v=\"urn:schemas-microsoft-com:vml\" "
            + "xmlns:o=\"urn:schemas-microsoft-com:office:office\" id=\"s\" o:spid=\"_x0000_s1026\"/></w:pict></w:r></w:p>"
        var file = WordFile(["{% for r in rows %}", .object([("xml", .string(xml))]), "{% endfor %}"])
        file.comment = ["c"]
        let text = try rendered(file, ["rows": ["a", "b"]])
        let result = try text.part("word/document.xml")
        #expect(try text.blocks() == ["a", "b"])
        for gone in ["commentR", "spid", "paraId", "w:val=\"7\""] { #expect(!result.contains(gone), "\(gone)") }
    }

    @Test func sameInputGivesSameBytes() throws {
        let template = try Template(bytes: WordFile("{{ a }}", "{% for b in c %}{{ b }}{% endfor %}").bytes())
        let data: DataValue = ["a": "x", "c": [1, 2, 3]]
        #expect(try template.render(data).bytes == template.render(data).bytes)
    }

    @Test func equalBytesAreCompiledOnce() throws {
        let bytes = try WordFile("{{ once }}").bytes()
        #expect(try Template.cached(bytes: bytes) === Template.cached(bytes: bytes))
        #expect(
            try Template.cached(bytes: bytes)
                !== Template.cached(bytes: bytes, options: TemplateOptions(isCompatible: true))
        )
    }
}
