import OfficePackage
import Testing

@Suite struct DocxValidatorTests {
    private func codes(_ fixture: DocxFixture) throws -> [DocxFault.Code] {
        try DocxValidator.faults(in: fixture.bytes()).map(\.code)
    }

    @Test func aSoundDocumentHasNoFault() throws {
        let inner = table([cell(paragraph(""))], columns: 1)
        let nested = table([cell(inner + paragraph("")) + cell(paragraph(run("x")))])
        let marks = "<w:bookmarkStart w:id=\"1\" w:name=\"a\"/>\(run("x"))<w:bookmarkEnd w:id=\"1\"/>"
        #expect(try DocxValidator.faults(in: DocxFixture(nested + paragraph(marks)).bytes()) == [])
    }

    @Test(arguments: ["libreoffice-docx-html-table", "libreoffice-docx-content-controls"])
    func whatLibreOfficeWritesHasNoFault(_ name: String) throws {
        #expect(DocxValidator.faults(in: try FormFixtureTests.form(name)) == [])
    }

    private static let bodies: [(String, DocxFault.Code)] = [
        (table([cell("")], columns: 1), .cellEnd),
        (table([cell(paragraph("") + table([cell(paragraph(""))], columns: 1))], columns: 1), .cellEnd),
        (table([cell(paragraph("")) + cell(paragraph(""))], columns: 1), .grid),
        (table([cell(paragraph(""), "<w:gridSpan w:val=\"3\"/>")]), .grid),
        (table([""]), .grid), (table([]), .grid),
        (paragraph("<w:bookmarkStart w:id=\"1\" w:name=\"a\"/>"), .unpaired),
        (paragraph("<w:bookmarkEnd w:id=\"1\"/>"), .unpaired),
        (paragraph("<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>"), .unpaired),
        (paragraph("<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"), .unpaired),
        (paragraph("<w:hyperlink r:id=\"rId77\"/>"), .relationship),
        (paragraph("<w:r><wp:docPr id=\"1\" name=\"a\"/><wp:docPr id=\"1\" name=\"b\"/></w:r>"), .duplicateID),
        (control("<w:id w:val=\"5\"/>", paragraph("")) + control("<w:id w:val=\"5\"/>", ""), .duplicateID),
        ("<w:p w14:paraId=\"00000001\"/><w:p w14:paraId=\"00000001\"/>", .duplicateID),
        (paragraph("<w:r><wp:docPr id=\"1\"/></w:r>"), .attribute),
        (paragraph(paragraph("")), .structure), (run("x"), .structure), ("<w:p>", .xml),
    ]

    @Test(arguments: bodies)
    func eachFaultIsTold(_ body: String, _ code: DocxFault.Code) throws {
        #expect(try codes(DocxFixture(body)) == [code])
    }

    @Test func partsWithoutTypeAndRelationshipsToNowhereAreTold() throws {
        var fixture = DocxFixture(paragraph(""))
        fixture.extraMembers = [("word/media/a.png", [1])]
        fixture.documentRelationships = DocxFixture.relationship("rId5", "image", "media/b.png")
        #expect(try codes(fixture) == [.contentType, .relationship])
    }
}
