import Glibc

/// Writes files that are whole or absent, whatever happens meanwhile.
enum DurableFile {
    /// Temporary file, fsync, rename, fsync of the folder; nothing when the file holds these bytes already.
    static func write(_ bytes: [UInt8], to path: String, folder: String) throws(TransportError) {
        if holds(bytes, path) { return }
        let temporary = folder + "/.writing-\(getpid())"
        unlink(temporary)
        let file = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard file >= 0 else { throw TransportError(.unwritable, subject: path, errorNumber: errno) }
        let isWritten = writeAll(bytes, file) && fsync(file) == 0
        let problem = errno
        guard close(file) == 0, isWritten else {
            unlink(temporary)
            throw TransportError(.unwritable, subject: path, errorNumber: problem)
        }
        guard rename(temporary, path) == 0, syncFolder(folder) else {
            throw TransportError(.unwritable, subject: path, errorNumber: errno)
        }
    }

    private static func holds(_ bytes: [UInt8], _ path: String) -> Bool {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { return false }
        defer { close(file) }
        var status = stat()
        guard fstat(file, &status) == 0, Int(status.st_size) == bytes.count else { return false }
        var found = [UInt8](repeating: 0, count: bytes.count)
        var offset = 0
        while offset < found.count {
            let count = found.withUnsafeMutableBytes { read(file, $0.baseAddress! + offset, $0.count - offset) }
            guard count > 0 else { return false }
            offset += count
        }
        return found == bytes
    }

    private static func writeAll(_ bytes: [UInt8], _ file: Int32) -> Bool {
        var offset = 0
        while offset < bytes.count {
            let count = bytes.withUnsafeBytes { Glibc.write(file, $0.baseAddress! + offset, $0.count - offset) }
            if count < 0 && errno == EINTR { continue }
            guard count > 0 else { return false }
            offset += count
        }
        return true
    }

    private static func syncFolder(_ folder: String) -> Bool {
        let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        return fsync(descriptor) == 0
    }
}
