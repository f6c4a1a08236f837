import FormModel
import Foundation
import Registry

/// Where files that staff uploaded lie until they are taken in: a folder of its own for each upload.
public struct StagingRoom: Sendable {
    let folder: String

    public init(workspace: Workspace) {
        folder = workspace.folder + "/uploads/staging"
    }

    /// Keeps files durably and gives the folder. Of the names they came under only harmless letters are kept.
    public func keep(_ files: [(untrustedName: String, bytes: [UInt8])]) throws(DeskError) -> String {
        let own = folder + "/" + ServerSecret.randomText()
        try OutputFile.makeFolder(own)
        for (index, file) in files.enumerated() {
            let parts = file.untrustedName.split(separator: "/").last.map(String.init) ?? ""
            let name = OutputFile.safeName(parts.split(separator: "\\").last.map(String.init) ?? "")
            try OutputFile.write(file.bytes, to: "\(own)/\(index + 1)-\(name.isEmpty ? "plik" : name)")
        }
        return own
    }

    /// The path of a kept file; nil for anything that was not kept here.
    public func path(folder name: String, file: String) -> String? {
        let harmless = name.utf8.allSatisfy { byte in
            (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte) || byte == 45
                || byte == 95
        }
        guard harmless, name.utf8.count == 32, OutputFile.safeName(file) == file else { return nil }
        let path = "\(folder)/\(name)/\(file)"
        return FileManager.default.fileExists(atPath: path) ? path : nil
    }

    /// Takes a folder away that has done its duty.
    public func remove(_ name: String) {
        guard name.utf8.count == 32, !name.contains("/"), !name.contains(".") else { return }
        try? FileManager.default.removeItem(atPath: folder + "/" + name)
    }
}

extension Workspace {
    /// Keeps an uploaded table among the originals, as the bytes that arrived.
    public func keepTable(_ path: String, name: String, event: String) throws(DeskError) {
        guard let data = FileManager.default.contents(atPath: path) else { return }
        try keep(UnreadSource(bytes: [UInt8](data), name: name, channel: .web, event: event))
    }
}
