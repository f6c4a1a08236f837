import Foundation
import Registry

/// The waiting room for files that came with a form which is not sent yet. A file lies here at most a day, under a name
/// that only this server can make; nothing in here is ever opened. Files that were sent stay for their day too: the same
/// form sent again is known by them.
public struct UploadRoom: Sendable {
    /// Largest file; with the form around it a request stays within 25 MB.
    public static let byteCountMax = 20 * 1024 * 1024
    static let keptSeconds: TimeInterval = 24 * 3600

    let folder: String
    let secret: ServerSecret

    init(folder: String, secret: ServerSecret) {
        self.folder = folder
        self.secret = secret
    }

    /// Keeps a file; returns its token, or nil when it cannot be kept.
    public func keep(_ bytes: [UInt8]) -> String? {
        guard bytes.count <= Self.byteCountMax else { return nil }
        sweep()
        try? FileManager.default.createDirectory(
            atPath: folder,
            withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700]
        )
        let token = secret.sealedRandom(.upload)
        let name = ContentDigest.sha256(bytes) + "." + token
        let isKept = FileManager.default.createFile(
            atPath: folder + "/" + name,
            contents: Data(bytes),
            attributes: [.posixPermissions: 0o600]
        )
        return isKept ? name : nil
    }

    /// The kept file of a token; nil when the server never issued it or the day is over.
    public func upload(_ untrustedToken: String, name untrustedName: String) -> TypedForm.Upload? {
        guard let path = path(untrustedToken),
            let attributes = try? FileManager.default.attributesOfItem(atPath: path),
            let byteCount = attributes[.size] as? Int
        else { return nil }
        return TypedForm.Upload(
            name: String(untrustedName.prefix(255)),
            sha256: String(untrustedToken.prefix(64)),
            byteCount: byteCount,
            token: untrustedToken
        )
    }

    func bytes(_ token: String) -> [UInt8]? {
        path(token).flatMap { FileManager.default.contents(atPath: $0) }.map { [UInt8]($0) }
    }

    /// Only names of the form this server makes lead to a path.
    private func path(_ untrustedToken: String) -> String? {
        let parts = untrustedToken.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, parts[0].utf8.count == 64,
            parts[0].utf8.allSatisfy({ (48...57).contains($0) || (97...102).contains($0) }),
            secret.isSealed(String(parts[1]), .upload)
        else { return nil }
        return folder + "/" + untrustedToken
    }

    /// Takes away what is older than a day.
    public func sweep() {
        let now = Date()
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        for name in names {
            let path = folder + "/" + name
            let changed = (try? FileManager.default.attributesOfItem(atPath: path))?[.modificationDate] as? Date
            if let changed, now.timeIntervalSince(changed) > Self.keptSeconds {
                try? FileManager.default.removeItem(atPath: path)
            }
        }
    }
}
