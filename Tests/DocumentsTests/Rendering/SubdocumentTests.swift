import Documents
import OfficePackage
import Testing

struct SubdocumentTests {
    private static let styles =
        "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/></w:style>"
        + "<w:style w:type=\"paragraph\" w:styleId=\"Base\"><w:name w:val=\"Base\"/></w:style>"
        + "<w:style w:type=\"paragraph\" w:customStyle=\"1\" w:styleId=\"Term\"><w:name w:val=\"Term\"/><w:basedOn w:val=\"Base\"/>"
        + "<w:rPr><w:b/></w:rPr></w:style>"
        + "<w:style w:type=\"paragraph\" w:styleId=\"Heading1\"><w:name w:val=\"heading 1\"/></w:style>"
    private static let numbering =
        "<w:abstractNum w:abstractNumId=\"1\"><w:nsid w:val=\"00AA\"/><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/>"
        + "<w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%1.\"/></w:lvl></w:abstractNum>"
        + "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"1\"/></w:num>"

    static func xml(_ text: String) -> DataValue { .object([("xml", .string(text))]) }

    /// A document with everything that comes along.
    static var terms: WordFile {
        var file = WordFile([
            xml(
                "<w:p w14:paraId=\"01\"><w:pPr><w:pStyle w:val=\"Heading1\"/></w:pPr><w:r><w:t>Terms {{ tag }}</w:t></w:r></w:p>"
            ),
            xml(
                "<w:p><w:pPr><w:pStyle w:val=\"Term\"/></w:pPr><w:bookmarkStart w:id=\"1\" w:name=\"t\"/><w:r><w:t>bold</w:t></w:r>"
                    + "<w:bookmarkEnd w:id=\"1\"/></w:p>"
            ),
            item("first"), item("second"),
            xml(
                "<w:p><w:hyperlink r:id=\"rId30\"><w:r><w:t>page</w:t></w:r></w:hyperlink><w:hyperlink r:id=\"rId31\">"
                    + "<w:r><w:t>file</w:t></w:r></w:hyperlink><w:r><w:footnoteReference w:id=\"2\"/></w:r></w:p>"
            ),
            xml(
                "<w:p><w:r><w:drawing><wp:inline><wp:extent cx=\"9\" cy=\"9\"/><wp:docPr id=\"1\" name=\"n\"/><a:graphic>"
                    + "<a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"><pic:pic><pic:blipFill>"
                    + "<a:blip r:embed=\"rId9\"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"
            ),
            ["table": [["a", "b"]]],
        ])
        file.footnote = ["a note"]
        file.extra = [("styles", styles), ("numbering", numbering)]
        file.links = [("rId30", "https://example.org/terms"), ("rId31", "file:///etc/passwd")]
        return file
    }

    private static func item(_ text: String) -> DataValue {
        xml(
            "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr><w:r><w:t>\(text)</w:t></w:r></w:p>"
        )
    }

    private func template(_ body: DataValue...) -> WordFile {
        var file = WordFile(body)
        file.extra = [
            (
                "styles",
                "<w:style w:type=\"paragraph\" w:styleId=\"Nagwek1\"><w:name w:val=\"heading 1\"/></w:style>"
                    + "<w:style w:type=\"paragraph\" w:styleId=\"Term\"><w:name w:val=\"Something else\"/></w:style>"
            )
        ]
        return file
    }

    private func data() throws -> DataValue { ["d": .subdocument(try Self.terms.bytes()), "rows": [1, 2]] }

    private let lines = ["Terms {{ tag }}", "bold", "first", "second", "pagefile", "▣", "[a | b]"]

    @Test func bodyTakesThePlaceOfItsParagraph() throws {
        let text = try rendered(template("before", "{{ d }}", "behind"), data())
        #expect(try text.blocks() == ["before"] + lines + ["", "behind"])
        #expect(try rendered(template("{{p d }}", "behind"), data()).blocks() == lines + ["", "behind"])
        #expect(try rendered(template("a {{ d }} b"), data()).blocks() == ["a "] + lines + [" b"])
        #expect(
            try rendered(template(["table": [["{{ d }}"]]]), data()).blocks() == [
                "[" + (lines + [""]).joined(separator: "¶") + "]"
            ]
        )
    }

    @Test func stylesAreTakenByNameOrComeAlong() throws {
        let text = try rendered(template("{{ d }}"), data())
        let xml = try text.part("word/document.xml")
        #expect(xml.contains("<w:pStyle w:val=\"Nagwek1\"/>"))
        #expect(xml.contains("<w:pStyle w:val=\"Termnabor\"/>"))
        let styles = try text.part("word/styles1.xml")
        #expect(styles.contains("w:styleId=\"Termnabor\""))
        #expect(styles.contains("w:styleId=\"Base\""))
        #expect(styles.contains("<w:basedOn w:val=\"Base\"/>"))
        #expect(!styles.contains("w:default"))
    }

    @Test func eachInsertionCountsItsListAnew() throws {
        let text = try rendered(template("{% for r in rows %}", "{{ d }}", "{% endfor %}"), data())
        let numbering = try text.part("word/nabornumbering.xml")
        #expect(numbering.split(separator: "<w:abstractNum ").count == 2)
        #expect(numbering.contains("<w:num w:numId=\"1\"><w:abstractNumId w:val=\"1\"/></w:num>"))
        #expect(numbering.contains("<w:num w:numId=\"2\"><w:abstractNumId w:val=\"1\"/><w:lvlOverride w:ilvl=\"0\">"))
        let xml = try text.part("word/document.xml")
        #expect(xml.split(separator: "<w:numId w:val=\"2\"/>").count == 3)
        #expect(try text.part("[Content_Types].xml").contains("numbering+xml"))
    }

    /// A document whose list comes with a style: nothing in its paragraphs names it.
    private static var styled: WordFile {
        var file = WordFile([
            xml(
                "<w:p><w:pPr><w:pStyle w:val=\"Clause\"/><w:keepNext/><w:jc w:val=\"left\"/></w:pPr><w:r><w:t>a</w:t></w:r></w:p>"
            ),
            xml("<w:p><w:pPr><w:pStyle w:val=\"Derived\"/></w:pPr><w:r><w:t>b</w:t></w:r></w:p>"),
        ])
        let list = "<w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr>"
        let styles =
            "<w:style w:type=\"paragraph\" w:styleId=\"Clause\"><w:name w:val=\"Clause\"/>\(list)</w:style>"
            + "<w:style w:type=\"paragraph\" w:styleId=\"Derived\"><w:name w:val=\"Derived\"/><w:basedOn w:val=\"Clause\"/></w:style>"
        file.extra = [("styles", styles), ("numbering", numbering)]
        return file
    }

    @Test func listOfAStyleCountsAnewAtEachInsertion() throws {
        let data: DataValue = ["d": .subdocument(try Self.styled.bytes()), "rows": [1, 2, 3]]
        let text = try rendered(template("{% for r in rows %}", "{{ d }}", "{% endfor %}"), data)
        let xml = try text.part("word/document.xml")
        let list = "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\""
        // The first takes the style's own list, which comes along as number 1.
        #expect(xml.split(separator: list).dropFirst().map { String($0.prefix(1)) } == ["2", "2", "3", "3"])
        #expect(xml.contains("<w:keepNext/><w:numPr>"))
        let numbering = try text.part("word/nabornumbering.xml")
        #expect(numbering.split(separator: "<w:startOverride ").count == 3)
    }

    /// The template's own style of the same name rules, and its list starts for each insertion.
    @Test func listOfTheTemplatesStyleCountsAnew() throws {
        var file = WordFile(["{% for r in rows %}", "{{ d }}", "{% endfor %}"])
        file.extra = Self.styled.extra
        let data: DataValue = ["d": .subdocument(try Self.styled.bytes()), "rows": [1, 2]]
        let text = try rendered(file, data)
        let list = "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\""
        let xml = try text.part("word/document.xml")
        #expect(xml.split(separator: list).dropFirst().map { String($0.prefix(1)) } == ["2", "2", "3", "3"])
        #expect(try text.part("word/numbering1.xml").split(separator: "<w:num ").count == 4)
    }

    /// What leaves piece by piece cannot be declared behind: the new parts' endings say what they are.
    @Test func streamedDocumentTakesNewParts() throws {
        let template = try Template(bytes: WordFile("{% for r in rows %}", "{{ d }}", "{% endfor %}").bytes())
        let data: DataValue = [
            "d": .subdocument(try Self.terms.bytes()), "rows": .array((1...120).map { .integer($0) }),
        ]
        let collected = CollectedBytes()
        _ = try template.write(data) { collected.bytes.append(contentsOf: $0) }
        let text = try WordText(collected.bytes)
        #expect(text.archive.members.first?.name == "[Content_Types].xml")
        #expect(try text.blocks().filter { $0 == "first" }.count == 120)
        let targets = try Relationships(of: "word/document.xml", in: text.archive).targets.compactMap(\.part)
        for kind in ["styles", "numbering", "footnotes"] {
            #expect(targets.contains("word/nabor.nabor\(kind)"))
            #expect(try text.part("[Content_Types].xml").contains("Extension=\"nabor\(kind)\""))
        }
        #expect(try text.blocks("word/nabor.naborfootnotes").filter { $0 == "a note" }.count == 120)
    }

    @Test func picturesLinksAndNotesComeAlong() throws {
        let text = try rendered(template("{% for r in rows %}", "{{ d }}", "{% endfor %}"), data())
        let targets = try Relationships(of: "word/document.xml", in: text.archive).targets
        #expect(targets.filter(\.isExternal).map(\.target) == ["https://example.org/terms"])
        #expect(text.archive.members.map(\.name).filter { $0.contains("media/nabor") } == ["word/media/nabor1.png"])
        #expect(try text.blocks("word/naborfootnotes.xml") == ["", "", "a note", "a note"])
        let xml = try text.part("word/document.xml")
        #expect(xml.contains("<w:footnoteReference w:id=\"2\"/>"))
        #expect(xml.contains("w:name=\"t_nabor2\""))
        #expect(!xml.contains("paraId"))
    }

    @Test func notesGoBehindTheTemplatesOwn() throws {
        var file = template("{{ d }}")
        file.footnote = ["own {{ rows[0] }}"]
        let text = try rendered(file, data())
        // Nothing refers to the template's own note: it goes.
        #expect(try text.blocks("word/footnotes1.xml") == ["a note"])
        #expect(try text.part("word/document.xml").contains("<w:footnoteReference w:id=\"3\"/>"))
    }

    @Test func headerTakesNoNotes() throws {
        var file = template("x")
        file.header = ["{{ d }}"]
        let text = try rendered(file, data())
        #expect(try text.blocks("word/header1.xml") == lines + [""])
        #expect(try !text.part("word/header1.xml").contains("footnoteReference"))
    }

    @Test func bookTakesItInEachLetter() throws {
        var file = template("{{ n }}", "{{ d }}")
        file.footnote = ["own"]
        let terms = try DataValue.subdocument(Self.terms.bytes())
        let book = try BatchRenderer(template: Template(bytes: file.bytes())).book([
            ["n": 1, "d": terms], ["n": 2, "d": terms],
        ])
        let text = try WordText(book.bytes)
        #expect(try text.blocks() == ["1"] + lines + ["", "", "2"] + lines + [""])
        #expect(try text.blocks("word/footnotes1.xml") == ["a note", "a note"])
    }

    @Test func valueOfAnotherPrefixBringsItsNamespaces() throws {
        let writer = ZipWriter()
        let archive = try ZipArchive(WordFile("x").bytes())
        for member in archive.members {
            guard member.name == "word/document.xml" else {
                try writer.add(archive.raw(member))
                continue
            }
            try writer.add(
                member.name,
                "<q:document xmlns:q=\"\(WordFile.word)\"><q:body><q:p><q:r><q:t>other</q:t></q:r></q:p></q:body></q:document>"
            )
        }
        let text = try rendered(template("{{ d }}"), ["d": .subdocument(try writer.finish())])
        #expect(try text.blocks().filter { !$0.isEmpty } == ["other"])
    }

    @Test(arguments: ["word/vbaProject.bin", "word/embeddings/oleObject1.bin", "word/activeX/activeX1.xml"])
    func whatTemplatesMayNotHoldIsRefused(_ member: String) throws {
        let writer = ZipWriter()
        let archive = try ZipArchive(WordFile("x").bytes())
        for member in archive.members { try writer.add(archive.raw(member)) }
        try writer.add(member, "x")
        try expectRefusal(try writer.finish())
    }

    @Test func otherBytesAreRefused() throws {
        try expectRefusal(Array("PK no".utf8))
        try expectRefusal([])
    }

    private func expectRefusal(_ bytes: [UInt8]) throws {
        let template = try Template(bytes: WordFile("{{ x }}").bytes())
        let error = #expect(throws: RenderError.self) { try template.render(["x": .subdocument(bytes)]) }
        #expect(error?.code == .subdocumentUnsuitable)
    }
}
