import Foundation

/// Bytes written to a file or to standard output piece by piece.
///
/// A file appears under its name only when it is complete.
enum ByteSink {
    static func writing(
        to path: String,
        _ body: ((UnsafeRawBufferPointer) throws -> Void) throws -> Void
    ) throws {
        guard path != "-" else {
            return try body { try writeAll($0, to: STDOUT_FILENO) }
        }
        let temporary = path + ".part"
        let descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw CocoaError(.fileWriteNoPermission) }
        do {
            defer { close(descriptor) }
            try body { try writeAll($0, to: descriptor) }
        } catch {
            unlink(temporary)
            throw error
        }
        guard rename(temporary, path) == 0 else { throw CocoaError(.fileWriteUnknown) }
    }

    private static func writeAll(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) throws {
        var offset = 0
        while offset < bytes.count {
            let count = write(descriptor, bytes.baseAddress! + offset, bytes.count - offset)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw CocoaError(.fileWriteOutOfSpace) }
            offset += count
        }
    }
}
