import Documents
import FormModel
import OfficePackage
import Testing

@Suite struct WordFormTests {
    private static var sheet: FormSheet {
        let event = FormFixture.event
        return FormSheetBuilder(event: event, form: event.forms[0], language: .polish).sheet()
    }

    @Test func fileIsASoundWordDocument() throws {
        #expect(DocxValidator.faults(in: try WordForm.docx(Self.sheet)) == [])
    }

    @Test func sameSheetGivesTheSameBytes() throws {
        #expect(try WordForm.docx(Self.sheet) == WordForm.docx(Self.sheet))
    }

    @Test func everyAnswerPlaceIsTaggedWithItsName() throws {
        let map = try PrintableForm(Self.sheet).map
        let tags = try Set(Self.tags(WordForm.docx(Self.sheet)))
        let names = map.fields.flatMap { field in
            field.places.map { place -> String in
                guard case .check(let option) = place.role, field.kind != .consent else {
                    return field.name.description
                }
                return field.name.option(option)
            }
        }
        #expect(tags == Set(names))
    }

    private static func tags(_ docx: [UInt8]) throws -> [String] {
        let archive = try ZipArchive(docx)
        let xml = String(decoding: try #require(try archive.part(named: "word/document.xml")), as: UTF8.self)
        return xml.split(separator: "<w:tag w:val=\"").dropFirst().map { String($0.prefix { $0 != "\"" }) }
    }
}
