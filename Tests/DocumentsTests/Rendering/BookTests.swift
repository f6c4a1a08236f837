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

    @Test func missingNameOfOneRecordRefusesTheBook() throws {
        let template = try Template(bytes: file().bytes())
        let error = #expect(throws: RenderError.self) {
            try BatchRenderer(template: template).book(records + [["name": "X"]])
        }
        #expect(error?.names == ["number", "rows"])
        #expect(error?.record == 3)
    }
}
