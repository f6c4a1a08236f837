import Documents
import FormModel
import Foundation
import Testing

@testable import Desk

/// Which maps a sheet without a code is compared with.
@Suite struct PrintedFormsTests {
    private static let package = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    private static let slug = "porozmawiajmy-o-integracji"

    /// A workspace with one event whose blank is a PDF.
    private func folder() throws -> URL {
        let files = FileManager.default
        let folder = files.temporaryDirectory.appendingPathComponent("nabor-maps-" + UUID().uuidString)
        try files.createDirectory(at: folder.appendingPathComponent("events"), withIntermediateDirectories: true)
        let samples = Self.package.appendingPathComponent("samples")
        try files.copyItem(
            at: samples.appendingPathComponent("nabor.yaml"),
            to: folder.appendingPathComponent("nabor.yaml")
        )
        let logos = "events/logos"
        try files.copyItem(at: samples.appendingPathComponent(logos), to: folder.appendingPathComponent(logos))
        let blank = Self.package.appendingPathComponent("Tests/Fixtures/sheets/blank.pdf")
        try files.copyItem(at: blank, to: folder.appendingPathComponent("events/blank.pdf"))
        let text = try String(contentsOf: samples.appendingPathComponent("events/\(Self.slug).yaml"), encoding: .utf8)
        try text.replacing("blanks/\(Self.slug)-formularz.docx", with: "blank.pdf")
            .write(to: event(in: folder), atomically: true, encoding: .utf8)
        return folder
    }

    private func event(in folder: URL) -> URL { folder.appendingPathComponent("events/\(Self.slug).yaml") }

    private func map(version: String, label: String) -> FormMap {
        let place = FormPlace(page: 1, box: PageBox(x: 50, y: 50, width: 100, height: 20), role: .text(lines: 1))
        let field = FormMapField(name: FormFieldName("phone"), kind: .phone, label: label, places: [place])
        return FormMap(
            event: Self.slug,
            version: version,
            language: .polish,
            origin: .blank,
            pages: [FormPage(width: 595, height: 842)],
            fields: [field]
        )
    }

    private func labels(in folder: URL) throws -> [String] {
        let environment = DeskEnvironment(
            now: { Instant(millisecondsSinceEpoch: 0) },
            operatorName: "anna",
            sharePath: Self.package.path
        )
        let workspace = try Workspace(folder: folder.path, environment: environment)
        let loaded = try EventLoading.load(event(in: folder).path)
        let forms = PrintedForms(events: [loaded], workspace: workspace, environment: environment)
        return forms.blanks(of: Self.slug).map { $0.map.fields[0].label }
    }

    /// Without a workspace the map lies beside the blank; one of another edition is not taken for it.
    @Test func aMapBesideAnotherEditionIsRefused() throws {
        let folder = try folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let beside = folder.appendingPathComponent("events/blank.json")
        try map(version: "22222222", label: "stale").text.write(to: beside, atomically: true, encoding: .utf8)
        let environment = DeskEnvironment(
            now: { Instant(millisecondsSinceEpoch: 0) },
            operatorName: "anna",
            sharePath: Self.package.path
        )
        let mapping = BlankMapping(
            event: try EventLoading.load(event(in: folder).path),
            form: nil,
            language: .polish,
            environment: environment
        )
        let blank = folder.appendingPathComponent("events/blank.pdf").path
        let error = #expect(throws: DeskError.self) { try mapping.drawn(blank, workspace: nil, mapPath: beside.path) }
        #expect(error?.message.text(in: .english).contains("belongs to another edition") == true)
        let bytes = [UInt8](try Data(contentsOf: folder.appendingPathComponent("events/blank.pdf")))
        let own = map(version: FormDigest.version(ofBlank: bytes), label: "own")
        try own.text.write(to: beside, atomically: true, encoding: .utf8)
        #expect(try mapping.drawn(blank, workspace: nil, mapPath: beside.path).map == own)
        #expect(try mapping.printed(blank, store: nil).map == own)
    }

    /// A correction holds while the event file changes; an older edition's map, whichever its name, comes after today's.
    @Test func todaysEditionComesFirstAndKeepsItsCorrection() throws {
        let folder = try folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let bytes = [UInt8](try Data(contentsOf: folder.appendingPathComponent("events/blank.pdf")))
        let kept = folder.appendingPathComponent("forms/\(Self.slug)")
        try FileManager.default.createDirectory(at: kept, withIntermediateDirectories: true)
        let maps = [
            map(version: "22222222", label: "older"),
            map(version: FormDigest.version(ofBlank: bytes), label: "corrected"),
        ]
        for map in maps {
            let path = kept.appendingPathComponent("main-pl-\(map.version).json")
            try map.text.write(to: path, atomically: true, encoding: .utf8)
        }
        #expect(try labels(in: folder) == ["corrected", "older"])
        let text = try String(contentsOf: event(in: folder), encoding: .utf8)
        try text.replacing("title: Porozmawiajmy o integracji", with: "title: Nowy tytuł")
            .write(to: event(in: folder), atomically: true, encoding: .utf8)
        #expect(try labels(in: folder) == ["corrected", "older"])
        // Another edition: the correction was made for the one before, so it is no longer today's.
        try FileManager.default.removeItem(at: folder.appendingPathComponent("events/blank.pdf"))
        try Data(bytes + [0x0A]).write(to: folder.appendingPathComponent("events/blank.pdf"))
        let other = FormDigest.version(ofBlank: bytes + [0x0A])
        let path = kept.appendingPathComponent("main-pl-\(other).json")
        try map(version: other, label: "another").text.write(to: path, atomically: true, encoding: .utf8)
        #expect(try labels(in: folder).first == "another")
    }
}
