import Crypto
import Foundation
import Synchronization

/// The folder of original files, named by the SHA-256 of their bytes: `ab/ab12…`.
///
/// A batch is durable when `store` returns: every file is synced and renamed into place, then every folder that got a
/// new name is synced once. Files are never changed and never overwritten.
public struct OriginalStore: Sendable {
    /// Bytes on their way into the store.
    public struct Incoming: Sendable {
        public let bytes: [UInt8]
        public let sha256: String

        public init(bytes: [UInt8]) {
            self.bytes = bytes
            sha256 = bytes.withUnsafeBytes { Hex.text(SHA256.hash(data: $0)) }
        }
    }

    public let folder: String

    init(folder: String) throws(RegistryError) {
        self.folder = folder
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        } catch {
            throw RegistryError(.cannotOpen, detail: folder, cause: error)
        }
    }

    /// Where the file with this digest lies, whether or not it is there.
    public func path(of sha256: String) -> String {
        folder + "/" + sha256.prefix(2) + "/" + sha256
    }

    public func contains(_ sha256: String) -> Bool {
        access(path(of: sha256), F_OK) == 0
    }

    /// Stores a batch durably; files that are there already are left alone.
    ///
    /// Files are written and synced side by side: a file system that is asked for many syncs at once makes one of them.
    public func store(_ batch: [Incoming]) throws(RegistryError) {
        var seen: Set<String> = []
        let missing = batch.filter { seen.insert($0.sha256).inserted && !contains($0.sha256) }
        guard !missing.isEmpty else { return }
        let subfolders = Set(missing.map { folder + "/" + $0.sha256.prefix(2) }).sorted()
        var touched = subfolders
        for subfolder in subfolders where mkdir(subfolder, 0o700) == 0 { touched.append(folder) }
        try Self.sideBySide(missing) { incoming throws(RegistryError) in
            try write(incoming, in: folder + "/" + incoming.sha256.prefix(2))
        }
        try Self.sideBySide(Array(Set(touched)).sorted()) { path throws(RegistryError) in try syncFolder(path) }
    }

    /// Syncs under way at once.
    private static let syncCountMax = 16

    private static func sideBySide<Element: Sendable>(
        _ elements: [Element],
        _ body: @escaping @Sendable (Element) throws(RegistryError) -> Void
    ) throws(RegistryError) {
        guard elements.count > 1 else {
            for element in elements { try body(element) }
            return
        }
        let failure = Mutex<RegistryError?>(nil)
        let next = Atomic<Int>(0)
        let threads = BlockingThreads(count: min(syncCountMax, elements.count)) { _ in
            while true {
                let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
                guard index < elements.count else { return }
                do throws(RegistryError) {
                    try body(elements[index])
                } catch {
                    failure.withLock { $0 = $0 ?? error }
                }
            }
        }
        threads.wait()
        if let error = failure.withLock({ $0 }) { throw error }
    }

    private func write(_ incoming: Incoming, in subfolder: String) throws(RegistryError) {
        let temporary = subfolder + "/." + incoming.sha256 + "." + String(getpid())
        let descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o400)
        guard descriptor >= 0 else { throw Self.failure("open", temporary) }
        defer { close(descriptor) }
        guard Self.writeAll(incoming.bytes, to: descriptor) else { throw Self.failure("write", temporary) }
        guard fsync(descriptor) == 0 else { throw Self.failure("fsync", temporary) }
        guard rename(temporary, subfolder + "/" + incoming.sha256) == 0 else { throw Self.failure("rename", temporary) }
    }

    private static func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
        bytes.withUnsafeBytes { buffer in
            var offset = 0
            while offset < buffer.count {
                let written = Foundation.write(descriptor, buffer.baseAddress! + offset, buffer.count - offset)
                if written < 0, errno == EINTR { continue }
                guard written > 0 else { return false }
                offset += written
            }
            return true
        }
    }

    private func syncFolder(_ path: String) throws(RegistryError) {
        let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw Self.failure("open", path) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw Self.failure("fsync", path) }
    }

    /// A failed sync is never tried again on the same file: the kernel may have dropped the dirty pages already.
    private static func failure(_ call: String, _ path: String) -> RegistryError {
        let code = errno
        let isFull = code == ENOSPC || code == EDQUOT
        return RegistryError(isFull ? .storageFull : .cannotStore, detail: "\(call) \(path): errno \(code)")
    }
}
