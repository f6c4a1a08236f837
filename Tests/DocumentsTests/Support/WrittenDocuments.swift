import Foundation
import Testing

/// Documents that the tests write, kept in the folder that `NABOR_WRITTEN_DOCUMENTS` names, for `scripts/proof/office.py`.
enum WrittenDocuments {
    private static let folder = ProcessInfo.processInfo.environment["NABOR_WRITTEN_DOCUMENTS"]

    static func keep(_ bytes: [UInt8], _ location: SourceLocation) {
        guard let folder else { return }
        // FNV-1a: tests with many cases write many documents from one line.
        let digest = bytes.reduce(into: UInt64(0xCBF2_9CE4_8422_2325)) { $0 = ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
        let test = location.fileName.split(separator: ".").first ?? ""
        let name = "\(test)-\(location.line)-\(String(digest, radix: 16)).docx"
        try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try? Data(bytes).write(to: URL(fileURLWithPath: "\(folder)/\(name)"))
    }
}
