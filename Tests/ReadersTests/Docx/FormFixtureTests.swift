import FormModel
import Foundation
import OfficePackage
import Readers
import Testing

/// One folder a form in `Tests/Fixtures/docx`: the form and, beside it, what should be read from it.
///
/// `RECORD_SNAPSHOTS=1` writes the forms of `DocxForms` and every expected reading anew, and fails so that nobody records
/// by accident.
@Suite struct FormFixtureTests {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Fixtures/docx")
    static let isRecording = ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1"

    static let names: [String] = {
        let found = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        let folders = found.filter { !$0.contains(".") }
        return Set(folders + (isRecording ? DocxForms.all.map(\.name) : [])).sorted()
    }()

    static func form(_ name: String) throws -> [UInt8] {
        let docx = folder.appending(path: "\(name)/form.docx")
        let file = FileManager.default.fileExists(atPath: docx.path) ? docx : folder.appending(path: "\(name)/form.odt")
        return [UInt8](try Data(contentsOf: file))
    }

    @Test(arguments: names)
    func formIsReadAsExpected(_ name: String) throws {
        if Self.isRecording, let made = DocxForms.all.first(where: { $0.name == name }) {
            let folder = Self.folder.appending(path: name)
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            try Data(made.fixture.bytes()).write(to: folder.appending(path: "form.docx"))
        }
        let bytes = try Self.form(name)
        let reading = Sniffing.format(of: bytes) == .odt ? try OdtReader.read(bytes) : try DocxReader.read(bytes)
        let text = ReadingDump.text(reading)
        let golden = Self.folder.appending(path: "\(name)/reading.txt")
        if Self.isRecording {
            try text.write(to: golden, atomically: true, encoding: .utf8)
            Issue.record("recorded \(name); run again without RECORD_SNAPSHOTS")
        } else {
            #expect(try String(contentsOf: golden, encoding: .utf8) == text)
        }
    }

    @Test func thereAreFormsToRead() {
        #expect(Self.names.count >= 12)
    }
}
