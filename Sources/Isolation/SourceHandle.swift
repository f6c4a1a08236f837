import CSandboxShim
import Glibc

/// An open source that a reader process may read: a stored original, or bytes in sealed memory.
public final class SourceHandle: Sendable {
    /// Stays open as long as the handle lives.
    let descriptor: Int32
    /// Size when it was opened.
    public let byteCount: Int

    /// Takes over an open descriptor.
    init(owning descriptor: Int32, byteCount: Int) {
        self.descriptor = descriptor
        self.byteCount = byteCount
    }

    deinit { close(descriptor) }

    /// Opens a stored original for reading.
    public convenience init(path: String) throws(IsolationError) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
        guard descriptor >= 0 else { throw IsolationError(.sourceUnreadable, errorNumber: errno) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            let problem = errno
            close(descriptor)
            throw IsolationError(.sourceUnreadable, errorNumber: problem)
        }
        self.init(owning: descriptor, byteCount: Int(status.st_size))
    }

    /// Keeps bytes in sealed memory that nobody can change any more: a part of a mail, a converted file.
    public convenience init(bytes: [UInt8]) throws(IsolationError) {
        let descriptor = nabor_memory()
        guard descriptor >= 0 else { throw IsolationError(.systemCallFailed, errorNumber: errno) }
        self.init(owning: descriptor, byteCount: bytes.count)
        guard Self.writeAll(bytes, to: descriptor), nabor_seal(descriptor) == 0 else {
            throw IsolationError(.systemCallFailed, errorNumber: errno)
        }
    }

    /// The same for bytes of ours with a source behind them: the form map that goes with a scan. Copied without being
    /// looked at.
    public convenience init(bytes: [UInt8], followedBy source: SourceHandle) throws(IsolationError) {
        let descriptor = nabor_memory()
        guard descriptor >= 0 else { throw IsolationError(.systemCallFailed, errorNumber: errno) }
        self.init(owning: descriptor, byteCount: bytes.count + source.byteCount)
        guard Self.writeAll(bytes, to: descriptor), Self.copy(source, to: descriptor), nabor_seal(descriptor) == 0
        else {
            throw IsolationError(.systemCallFailed, errorNumber: errno)
        }
    }

    private static func copy(_ source: SourceHandle, to descriptor: Int32) -> Bool {
        var offset: off_t = 0
        while offset < source.byteCount {
            let count = sendfile(descriptor, source.descriptor, &offset, source.byteCount - Int(offset))
            if count < 0 && errno == EINTR { continue }
            guard count > 0 else { return false }
        }
        return true
    }

    private static func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
        bytes.withUnsafeBytes { raw in
            var offset = 0
            while offset < raw.count {
                let count = write(descriptor, raw.baseAddress! + offset, raw.count - offset)
                if count < 0 && errno == EINTR { continue }
                guard count > 0 else { return false }
                offset += count
            }
            return true
        }
    }
}
