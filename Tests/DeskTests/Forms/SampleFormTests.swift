import Desk
import Documents
import FormModel
import Foundation
import Testing

/// The five sample events in the five languages.
@Suite struct SampleFormTests {
    private static let folder = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("samples/events").path

    static func event(_ slug: String) throws -> LoadedEvent { try EventLoading.load("\(folder)/\(slug).yaml") }

    static let slugs = [
        "kompetentni-w-dialogu", "otwarte-spotkania", "porozmawiajmy-o-integracji", "restart-dolny-slask",
        "strefa-sasiedzka",
    ]

    @Test(arguments: slugs, InterfaceLanguage.allCases)
    func everySampleHasASoundMap(slug: String, language: InterfaceLanguage) throws {
        let event = try Self.event(slug)
        let printing = FormPrinting(event: event)
        for form in event.definition.forms {
            let blank = try printing.make(form: form, language: language, format: .pdf)
            let map = try #require(blank.map)
            #expect(map.faults == [])
            let asked = Set(form.fields.filter { $0.kind != .file }.map(\.key))
            #expect(Set(map.fields.map(\.name.field)) == asked)
            #expect(map.signings.map(\.role) == [.placeAndDate, .signature])
            #expect(map.code(page: 1)?.payload.utf8.count ?? 99 <= 61)
        }
    }

    @Test func unknownFormIsNamedWithTheOthers() throws {
        let printing = FormPrinting(event: try Self.event("kompetentni-w-dialogu"))
        let error = #expect(throws: DeskError.self) { try printing.form("brak") }
        #expect(error?.message.text(in: .english).contains("seminaria") == true)
    }
}
