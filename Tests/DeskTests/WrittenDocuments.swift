import Foundation
import OfficePackage
import Testing

/// What every Word document that these tests write goes through: the validator, and LibreOffice by
/// `scripts/proof/office.py` where `NABOR_WRITTEN_DOCUMENTS` names a folder to keep it in.
enum WrittenDocuments {
    private static let folder = ProcessInfo.processInfo.environment["NABOR_WRITTEN_DOCUMENTS"]

    static func check(_ bytes: [UInt8], location: SourceLocation = #_sourceLocation) throws {
        #expect(DocxValidator.faults(in: bytes).map(\.description) == [], sourceLocation: location)
        guard let folder else { return }
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let name = "desk-\(location.line)-\(UUID().uuidString).docx"
        try Data(bytes).write(to: URL(fileURLWithPath: "\(folder)/\(name)"))
    }
}
