import Documents
import OfficePackage
import Testing

/// Notes stand in the order in which the text refers to them: LibreOffice does not look at their ids.
struct NoteOrderTests {
    private func paragraph(_ text: String, note: Int) -> DataValue {
        let reference = "<w:r><w:footnoteReference w:id=\"\(note)\"/></w:r>"
        return .object([("xml", .string("<w:p><w:r><w:t>\(text)</w:t></w:r>\(reference)</w:p>"))])
    }

    private func file(_ body: [DataValue], notes: [(id: Int, text: String)]) -> WordFile {
        var file = WordFile(body)
        let text = notes.map { note in
            "<w:footnote w:id=\"\(note.id)\"><w:p w14:paraId=\"0\(note.id)\"><w:r><w:t>\(note.text)</w:t></w:r></w:p></w:footnote>"
        }
        file.extra = [("footnotes", text.joined())]
        return file
    }

    /// Ids of the references in their order, and the texts of the notes they lead to.
    private func shown(_ text: WordText) throws -> [String] {
        let xml = try text.part("word/document.xml")
        let ids = xml.split(separator: "<w:footnoteReference w:id=\"").dropFirst().map { $0.prefix { $0 != "\"" } }
        let notes = try text.part("word/footnotes1.xml").split(separator: "<w:footnote w:id=\"").dropFirst()
        #expect(notes.map { $0.prefix { $0 != "\"" } } == ids)
        return try text.blocks("word/footnotes1.xml")
    }

    private let two = [(id: 2, text: "two {{ x }}"), (id: 3, text: "three")]

    @Test func notesOfATemplateStayAsTheyAre() throws {
        let text = try rendered(file([paragraph("{{ x }}", note: 2), paragraph("b", note: 3)], notes: two), ["x": 1])
        #expect(try shown(text) == ["two 1", "three"])
        #expect(try text.part("word/footnotes1.xml").contains("w14:paraId=\"02\""))
    }

    @Test func noteWithoutItsReferenceGoes() throws {
        let body: [DataValue] = ["{% if x == 1 %}", paragraph("a", note: 2), "{% endif %}", paragraph("b", note: 3)]
        #expect(try shown(rendered(file(body, notes: two), ["x": 1])) == ["two 1", "three"])
        #expect(try shown(rendered(file(body, notes: two), ["x": 2])) == ["three"])
    }

    @Test func repeatedReferenceHasANoteOfItsOwn() throws {
        let body: [DataValue] = [
            "{% for i in [1, 2] %}", paragraph("a", note: 2), "{% endfor %}", paragraph("b", note: 3),
        ]
        #expect(try shown(rendered(file(body, notes: two), ["x": 1])) == ["two 1", "two 1", "three"])
    }

    @Test func branchesShowTheNotesOfTheOneTaken() throws {
        let body: [DataValue] = [
            "{% if x == 1 %}", paragraph("a", note: 3), "{% else %}", paragraph("b", note: 2), "{% endif %}",
        ]
        #expect(try shown(rendered(file(body, notes: two), ["x": 1])) == ["three"])
        #expect(try shown(rendered(file(body, notes: two), ["x": 2])) == ["two 2"])
    }

    @Test func notesOfASubdocumentStandWhereItStands() throws {
        let body: [DataValue] = ["{{ d }}", paragraph("a", note: 2), "{{ d }}", paragraph("b", note: 3)]
        var inner = WordFile([paragraph("inner", note: 2)])
        inner.extra = [("footnotes", "<w:footnote w:id=\"2\"><w:p><w:r><w:t>inside</w:t></w:r></w:p></w:footnote>")]
        let text = try rendered(file(body, notes: two), ["x": 1, "d": .subdocument(inner.bytes())])
        #expect(try shown(text) == ["inside", "two 1", "inside", "three"])
    }

    @Test func lettersOfABookHaveTheNotesTheyShow() throws {
        let body: [DataValue] = ["{% if x > 1 %}", paragraph("a", note: 2), "{% endif %}", paragraph("b", note: 3)]
        let template = try Template(bytes: file(body, notes: two).bytes())
        let book = try BatchRenderer(template: template).book([["x": 1], ["x": 2], ["x": 0]])
        let text = try WordText(book.bytes)
        let xml = try text.part("word/document.xml")
        let ids = xml.split(separator: "<w:footnoteReference w:id=\"").dropFirst().map {
            String($0.prefix { $0 != "\"" })
        }
        let notes = try text.part("word/footnotes1.xml").split(separator: "<w:footnote w:id=\"").dropFirst()
        #expect(notes.map { String($0.prefix { $0 != "\"" }) } == ids)
        #expect(try text.blocks("word/footnotes1.xml") == ["three", "two 2", "three", "three"])
    }
}
