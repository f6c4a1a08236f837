import Documents
import OfficePackage
import Testing

struct RecordFieldTests {
    private func field(_ instruction: String, result: String? = "«x»") -> String {
        MergeFieldTests.field(instruction, result: result)
    }

    private func paragraph(_ xml: String) -> DataValue { .object([("xml", .string("<w:p>\(xml)</w:p>"))]) }

    private func records(_ names: String...) -> [DataValue] { names.map { ["name": .string($0)] } }

    private func texts(_ file: WordFile, _ records: [DataValue]) throws -> [String: [String]] {
        let template = try Template(bytes: file.bytes())
        let zip = try BatchRenderer(template: template, workerCount: 1).zip(records)
        let archive = try ZipArchive(zip)
        var result: [String: [String]] = [:]
        for member in archive.members { result[member.name] = try WordText(archive.bytes(of: member)).blocks() }
        return result
    }

    private var labels: WordFile {
        let name = field(" MERGEFIELD name ")
        let next = field(" NEXT ", result: "«Next»")
        return WordFile([
            [
                "table": [
                    .array([paragraph(name), paragraph(next + name), paragraph(field(" NEXT ", result: nil) + name)])
                ]
            ]
        ])
    }

    @Test func labelsTakeOneRecordAfterTheOther() throws {
        let made = try texts(labels, records("A", "B", "C", "D"))
        #expect(made == ["0001.docx": ["[A | B | C]"], "0004.docx": ["[D |  | ]"]])
    }

    @Test func bookOfLabelsGoesOnWithTheNextSheet() throws {
        let template = try Template(bytes: labels.bytes())
        let book = try BatchRenderer(template: template).book(records("A", "B", "C", "D"))
        #expect(try WordText(book.bytes).blocks().filter { !$0.isEmpty } == ["[A | B | C]", "[D |  | ]"])
    }

    @Test func nextIfGoesOnWhenItHolds() throws {
        let inner = field(" MERGEFIELD name ", result: nil)
        let test =
            "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> NEXTIF </w:instrText></w:r>" + inner
            + "<w:r><w:instrText> = \"A\" </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"
        let file = WordFile([paragraph(field(" MERGEFIELD name ") + test + field(" MERGEFIELD name "))])
        #expect(try texts(file, records("A", "B", "C")) == ["0001.docx": ["AB"], "0003.docx": ["CC"]])
    }

    @Test func skipIfLeavesTheDocumentOut() throws {
        let inner = field(" MERGEFIELD name ", result: nil)
        let test =
            "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> SKIPIF </w:instrText></w:r>" + inner
            + "<w:r><w:instrText> = \"B*\" </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"
        let file = WordFile([paragraph(test + field(" MERGEFIELD name "))])
        #expect(try texts(file, records("A", "Bob", "C")) == ["0001.docx": ["A"], "0003.docx": ["C"]])
        let template = try Template(bytes: file.bytes())
        let error = #expect(throws: RenderError.self) { try template.render(["name": "Bob"]) }
        #expect(error?.code == .recordSkipped)
        let book = try BatchRenderer(template: template).book(records("A", "Bob", "C"))
        #expect(try WordText(book.bytes).blocks().filter { !$0.isEmpty } == ["A", "C"])
    }

    @Test func missingNameOfALaterRecordRefusesTheBatch() throws {
        let template = try Template(bytes: labels.bytes())
        let error = #expect(throws: RenderError.self) {
            try BatchRenderer(template: template).zip(records("A") + [["nam": "B"]])
        }
        #expect(error?.names == ["name"])
    }

    @Test func conditionWithoutComparisonIsAFault() throws {
        #expect(throws: TemplateErrors.self) { try Template(bytes: WordFile([paragraph(field(" SKIPIF x "))]).bytes()) }
    }
}
