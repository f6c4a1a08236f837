import Documents
import OfficePackage
import Testing

struct BookTests {
    private func file() -> WordFile {
        var file = WordFile(["Dear {{ name }},", "{% for r in rows %}", "{{ r }}", "{% endfor %}", "Yours"])
        file.header = ["No {{ number }}"]
        file.footer = ["the same for all"]
        return file
    }

    private let records: [DataValue] = [
        ["name": "Anna", "number": 1, "rows": ["a", "b"]], ["name": "Ewa", "number": 2, "rows": []],
        ["name": "Jan", "number": 3, "rows": ["c"]],
    ]

    @Test func everyRecordHasItsSectionAndHeader() throws {
        let template = try Template(bytes: file().bytes())
        let book = try BatchRenderer(template: template).book(records)
        #expect(DocxValidator.faults(in: book.bytes).map(\.description) == [])
        let text = try WordText(book.bytes)
        #expect(
            try text.blocks() == ["Dear Anna,", "a", "b", "Yours", "Dear Ewa,", "Yours", "Dear Jan,", "c", "Yours"]
        )
        let xml = try text.part("word/document.xml")
        #expect(xml.split(separator: "<w:sectPr").count == 4)
        #expect(xml.split(separator: "<w:pgNumType w:start=\"1\"/>").count == 4)
        #expect(try text.blocks("word/header1.xml") == ["No 1"])
        #expect(try text.blocks("word/nabor2-0.xml") == ["No 2"])
        #expect(try text.blocks("word/nabor3-0.xml") == ["No 3"])
        #expect(text.archive.members.map(\.name).filter { $0.contains("footer") } == ["word/footer1.xml"])
    }

    @Test func bookOfOneIsTheLetter() throws {
        let template = try Template(bytes: file().bytes())
        let book = try BatchRenderer(template: template).book([records[0]])
        let letter = try template.render(records[0])
        #expect(try WordText(book.bytes).blocks() == WordText(letter.bytes).blocks())
    }

    /// Settings of the last section may be left out; other programs do so.
    @Test func documentWithoutPageSettingsMakesABook() throws {
        var file = file()
        file.hasSection = false
        let template = try Template(bytes: file.bytes())
        let book = try BatchRenderer(template: template).book(records)
        let text = try WordText(book.bytes)
        #expect(try text.blocks().filter { $0.hasPrefix("Dear") } == ["Dear Anna,", "Dear Ewa,", "Dear Jan,"])
        #expect(try text.part("word/document.xml").split(separator: "<w:pgNumType w:start=\"1\"/>").count == 4)
    }

    @Test func bookOfNothingIsRefused() throws {
        let template = try Template(bytes: file().bytes())
        let error = #expect(throws: RenderError.self) { try BatchRenderer(template: template).book([]) }
        #expect(error?.code == .bookUnsuitable)
    }

    @Test func missingNameOfOneRecordRefusesTheBook() throws {
        let template = try Template(bytes: file().bytes())
        let error = #expect(throws: RenderError.self) {
            try BatchRenderer(template: template).book(records + [["name": "X"]])
        }
        #expect(error?.names == ["number", "rows"])
        #expect(error?.record == 3)
    }

    // MARK: Lists and notes

    private func item(_ properties: String, _ text: String) -> DataValue {
        .object([("xml", .string("<w:p><w:pPr>\(properties)</w:pPr><w:r><w:t>\(text)</w:t></w:r></w:p>"))])
    }

    private static let numbering =
        "<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"3\"/><w:numFmt w:val=\"decimal\"/></w:lvl>"
        + "<w:lvl w:ilvl=\"1\"><w:numFmt w:val=\"lowerLetter\"/><w:pStyle w:val=\"Item\"/></w:lvl></w:abstractNum>"
        + "<w:abstractNum w:abstractNumId=\"1\"><w:lvl w:ilvl=\"0\"><w:numFmt w:val=\"bullet\"/></w:lvl></w:abstractNum>"
        + "<w:num w:numId=\"5\"><w:abstractNumId w:val=\"0\"/></w:num><w:num w:numId=\"6\"><w:abstractNumId w:val=\"1\"/></w:num>"

    @Test func listsThatCountStartAnewInEachLetter() throws {
        func list(_ number: Int) -> String { "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"\(number)\"/></w:numPr>" }
        var file = WordFile([
            item(list(5), "{{ name }}"), item(list(5), "x"), item(list(6), "dot"),
            item("<w:pStyle w:val=\"Sub\"/><w:jc w:val=\"left\"/>", "by style"), "end",
        ])
        file.extra = [
            ("numbering", Self.numbering),
            (
                "styles",
                "<w:style w:type=\"paragraph\" w:styleId=\"Item\"><w:name w:val=\"Item\"/><w:pPr><w:numPr><w:numId w:val=\"5\"/>"
                    + "</w:numPr></w:pPr></w:style><w:style w:type=\"paragraph\" w:styleId=\"Sub\"><w:name w:val=\"Sub\"/>"
                    + "<w:basedOn w:val=\"Item\"/></w:style>"
            ),
        ]
        let book = try BatchRenderer(template: Template(bytes: file.bytes())).book(records)
        let text = try WordText(book.bytes)
        let xml = try text.part("word/document.xml")
        let numbers = xml.split(separator: "<w:numId w:val=\"").dropFirst().compactMap {
            Int($0.prefix { $0.isNumber })
        }
        #expect(numbers == [5, 5, 6, 5, 7, 7, 6, 7, 8, 8, 6, 8])
        #expect(
            xml.contains("<w:pStyle w:val=\"Sub\"/><w:numPr><w:ilvl w:val=\"1\"/><w:numId w:val=\"7\"/></w:numPr><w:jc")
        )
        let numbering = try text.part("word/numbering1.xml")
        let starts =
            "<w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"3\"/></w:lvlOverride>"
            + "<w:lvlOverride w:ilvl=\"1\"><w:startOverride w:val=\"1\"/></w:lvlOverride>"
        for number in [7, 8] {
            #expect(numbering.contains("<w:num w:numId=\"\(number)\"><w:abstractNumId w:val=\"0\"/>\(starts)</w:num>"))
        }
    }

    @Test func notesAndCommentsAreEachLettersOwn() throws {
        let xml =
            "<w:p><w:commentRangeStart w:id=\"2\"/><w:r><w:t>{{ name }}</w:t></w:r><w:commentRangeEnd w:id=\"2\"/>"
            + "<w:r><w:commentReference w:id=\"2\"/></w:r><w:r><w:footnoteReference w:id=\"2\"/></w:r>"
            + "<w:r><w:endnoteReference w:id=\"2\"/></w:r></w:p>"
        var file = WordFile([.object([("xml", .string(xml))])])
        file.footnote = ["foot of {{ name }}"]
        file.endnote = ["end"]
        file.comment = ["says {{ number }}"]
        let book = try BatchRenderer(template: Template(bytes: file.bytes())).book(records)
        let text = try WordText(book.bytes)
        #expect(try text.blocks() == ["Anna", "Ewa", "Jan"])
        #expect(try text.blocks("word/footnotes1.xml") == ["foot of Anna", "foot of Ewa", "foot of Jan"])
        #expect(try text.blocks("word/endnotes1.xml") == ["end", "end", "end"])
        #expect(try text.blocks("word/comments1.xml") == ["says 1", "says 2", "says 3"])
        let document = try text.part("word/document.xml")
        let footnotes = try text.part("word/footnotes1.xml")
        for id in 2...4 {
            #expect(document.contains("<w:footnoteReference w:id=\"\(id)\"/>"))
            #expect(document.contains("<w:commentReference w:id=\"\(id)\"/>"))
            #expect(footnotes.contains("<w:footnote w:id=\"\(id)\">"))
        }
    }

    @Test func headerWithoutTagsIsSharedWhateverItsIDs() throws {
        var file = file()
        file.footer = [.object([("xml", "<w:p w14:paraId=\"0A\"><w:r><w:t>same</w:t></w:r></w:p>")])]
        let book = try BatchRenderer(template: Template(bytes: file.bytes())).book(records)
        let names = try WordText(book.bytes).archive.members.map(\.name)
        #expect(names.filter { $0.contains("footer") } == ["word/footer1.xml"])
        #expect(names.filter { $0.hasPrefix("word/nabor") && $0.hasSuffix(".xml") }.count == 2)
    }
}
