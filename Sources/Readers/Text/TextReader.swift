package import FormModel
import OfficePackage

/// Reads plain text and HTML files: one paragraph a line.
package enum TextReader {
    /// The lines with text on them as paragraphs; encodings as for CSV.
    static func read(_ bytes: UnsafeRawBufferPointer, format: SourceFormat) throws(ReadingFailure) -> Reading {
        let text = format == .html ? HTMLText.plainText(of: bytes) : plainText(bytes)
        let lines = lines(of: text).map(\.trimmed).filter { !$0.isEmpty }
        guard !lines.isEmpty else { throw ReadingFailure(.sourceEmpty) }
        return Reading(format: format, blocks: blocks(lines))
    }

    /// Lines without their ends, be they CR LF, LF or CR.
    package static func lines(of text: String) -> [String] {
        var lines: [String] = []
        var line: [UInt8] = []
        var wasReturn = false
        for byte in text.utf8 {
            defer { wasReturn = byte == 0x0D }
            if byte == 0x0A && wasReturn { continue }
            if byte == 0x0A || byte == 0x0D {
                lines.append(String(decoding: line, as: UTF8.self))
                line.removeAll(keepingCapacity: true)
            } else {
                line.append(byte)
            }
        }
        if !line.isEmpty { lines.append(String(decoding: line, as: UTF8.self)) }
        return lines
    }

    /// Paragraphs `body/p[1]` and so on.
    package static func blocks(_ lines: [String]) -> [Block] {
        lines.enumerated().map { index, line in
            .paragraph(Paragraph(place: "body/p[\(index + 1)]", spans: [Span(text: line)]))
        }
    }

    private static func plainText(_ bytes: UnsafeRawBufferPointer) -> String {
        let (encoding, markByteCount) = TextEncoding.detect(bytes)
        let content = UnsafeRawBufferPointer(rebasing: bytes[markByteCount...])
        switch encoding {
        case .utf8: return String(decoding: content, as: UTF8.self)
        case .windows1250: return Windows1250.text(content)
        case .utf16Little, .utf16Big:
            let narrow = TextEncoding.utf8(fromWide: content, isBig: encoding == .utf16Big)
            return String(decoding: narrow, as: UTF8.self)
        }
    }
}
