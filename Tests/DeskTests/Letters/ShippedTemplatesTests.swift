import Documents
import Foundation
import FormModel
import OfficePackage
import Testing
import WrittenDocuments

@testable import Desk

/// Every shipped template with full, scant and hostile values.
struct ShippedTemplatesTests {
    typealias F = LetterFixtures

    static let folder = (0..<4).reduce(URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()) { url, _ in
        url.deletingLastPathComponent()
    }.appendingPathComponent("templates")

    static let files: [String] =
        ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
        .filter { $0.hasSuffix(".docx") }.sorted()

    private func choice(_ kind: DocumentKind, _ language: InterfaceLanguage, columns: Int = 1) -> String? {
        ShippedTemplate.name(kind, in: language, signatureColumns: columns) { Self.files.contains($0) }
    }

    @Test(arguments: DocumentKind.allCases)
    func everyKindHasATemplate(_ kind: DocumentKind) {
        #expect(choice(kind, .polish) == kind.rawValue + (kind == .visa ? ".en.docx" : ".pl.docx"))
    }

    @Test func applicantsGetTheirLanguageAndStaffPolish() {
        #expect(choice(.receipt, .ukrainian) == "receipt.uk.docx")
        #expect(choice(.protocol_, .belarusian) == "protocol.pl.docx")
        #expect(choice(.attendance, .english, columns: 3) == "attendance-days.en.docx")
    }

    @Test(arguments: DocumentKind.allCases, InterfaceLanguage.allCases)
    func valuesSpeakTheLanguageOfTheTemplate(_ kind: DocumentKind, _ language: InterfaceLanguage) {
        let spoken = ShippedTemplate.language(of: kind, askedFor: language)
        #expect(choice(kind, language) == "\(kind.rawValue).\(spoken.rawValue).docx")
    }

    @Test(arguments: files)
    func fullValuesFillEveryTag(_ file: String) throws {
        let document = try Self.render(file)
        #expect(document.warnings == [])
        let texts = try Self.parts(of: document)
        #expect(!texts.contains { $0.contains("{{") || $0.contains("{%") })
    }

    @Test(arguments: files)
    func scantValuesStillMakeADocument(_ file: String) throws {
        // `render` holds it against the validator.
        _ = try Self.render(file) { SampleLetters.scant($0) }
    }

    @Test(arguments: files)
    func markupInAnswersStaysText(_ file: String) throws {
        let name = PersonName(full: "{{ organiser.name }}</w:t><w:br/><script>", given: "{% if x %}", surname: "&amp;")
        let document = try Self.render(file, registration: F.registration(name))
        #expect(try !Self.parts(of: document).contains { $0.contains("<script>") })
    }

    @Test func nameThatLooksLikeATagIsPrintedAsItIs() throws {
        let document = try Self.render("receipt.pl.docx", registration: F.registration(PersonName(full: "{{ Today }}")))
        #expect(try Self.parts(of: document).contains { $0.contains("{{ Today }}") })
    }

    private static func render(
        _ file: String,
        registration: LetterRegistration = F.registration(),
        setting: (InterfaceLanguage) -> LetterSetting = { F.setting($0) }
    ) throws -> RenderedDocument {
        let parts = file.split(separator: ".").map(String.init)
        let language = try #require(InterfaceLanguage(rawValue: parts[1]))
        let letters = SampleLetters(language: language, setting: setting(language), registration: registration)
        let bytes = [UInt8](try Data(contentsOf: folder.appendingPathComponent(file)))
        let template = try Template(bytes: bytes, options: TemplateOptions(keepsOneLetterWords: true))
        let document = try template.render(letters.value(parts[0]))
        #expect(try WrittenDocuments.faults(in: document.bytes, origin: file) == [], "\(file)")
        return document
    }

    /// The text of body, header and footer.
    private static func parts(of document: RenderedDocument) throws -> [String] {
        let archive = try ZipArchive(document.bytes)
        return try ["word/document.xml", "word/header1.xml", "word/footer1.xml"].map { name in
            String(decoding: try #require(try archive.part(named: name)), as: UTF8.self)
        }
    }
}
