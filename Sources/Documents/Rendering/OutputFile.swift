import FormModel
import Foundation

/// Writes a finished document to a file, over an earlier one of the same name.
enum OutputFile {
    static func write(_ bytes: [UInt8], path: String) throws(RenderError) {
        // O_NOFOLLOW: a link in the folder must not lead the letter somewhere else.
        let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw failure(errno) }
        defer { close(descriptor) }
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes { buffer in
                Foundation.write(descriptor, buffer.baseAddress! + written, bytes.count - written)
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw failure(errno) }
            written += count
        }
    }

    private static func failure(_ number: Int32) -> RenderError {
        let reason = String(cString: strerror(number))
        return RenderError(
            code: .outputFailed,
            names: [],
            part: "",
            place: "",
            tag: "",
            message: LocalizedText([
                .polish: "Nie da się zapisać pliku (\(reason)). Sprawdź folder i nazwy.",
                .english: "The file cannot be written (\(reason)). Check the folder and the names.",
            ])
        )
    }
}
