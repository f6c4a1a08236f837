import Foundation
import OfficePackage

/// What every Word document that a test writes goes through: the validator here, and LibreOffice by
/// `scripts/proof/office.py` where `NABOR_WRITTEN_DOCUMENTS` names a folder to keep it in.
public enum WrittenDocuments {
    private static let folder = ProcessInfo.processInfo.environment["NABOR_WRITTEN_DOCUMENTS"]

    /// What Word would repair or refuse, a sentence each. `origin` says which test wrote it, and names the kept file.
    public static func faults(in bytes: [UInt8], origin: String) throws -> [String] {
        if let folder { try keep(bytes, origin, in: folder) }
        return DocxValidator.faults(in: bytes).map(\.description)
    }

    private static func keep(_ bytes: [UInt8], _ origin: String, in folder: String) throws {
        // FNV-1a: tests with many cases write many documents from one line.
        let digest = bytes.reduce(into: UInt64(0xCBF2_9CE4_8422_2325)) { $0 = ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let test = String(origin.map { $0.isLetter || $0.isNumber ? $0 : "-" })
        let name = "\(test)-\(String(digest, radix: 16)).docx"
        try Data(bytes).write(to: URL(fileURLWithPath: "\(folder)/\(name)"))
    }
}
