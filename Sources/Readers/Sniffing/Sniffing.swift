public import FormModel

/// Tells what bytes are from the bytes themselves, never from a name or a declared type.
///
/// Handles every case of `SourceFormat`. A damaged ZIP counts as the format its visible member names speak for, and an
/// encrypted Word document (an OLE2 container with an `EncryptedPackage` stream) as `docx`, so that its own reader can
/// say what is wrong with it. Text formats are told by their first 4 KiB.
public enum Sniffing {
    /// The format of the bytes; `unknown` for anything else, empty input included.
    public static func format(of bytes: UnsafeRawBufferPointer) -> SourceFormat {
        if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: [0x50, 0x4B, 0x05, 0x06]) {
            return ZipSniffing.format(of: bytes)
        }
        if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
            return bytes.contains("EncryptedPackage".utf16Bytes, within: .max) ? .docx : .doc
        }
        if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) { return .png }
        if bytes.starts(with: [0xFF, 0xD8, 0xFF]) { return .jpeg }
        if bytes.starts(with: [0x49, 0x49, 0x2A, 0x00]) || bytes.starts(with: [0x4D, 0x4D, 0x00, 0x2A]) {
            return .tiff
        }
        if isHEIC(bytes) { return .heic }
        if bytes.starts(with: Array("{\\rtf".utf8)) { return .rtf }
        // Junk before the header is allowed by every reader of PDF (ISO 32000-1, annex H, note 13).
        if bytes.contains(Array("%PDF-".utf8), within: 1024) { return .pdf }
        return TextSniffing.format(of: bytes)
    }

    /// The same for an array.
    public static func format(of bytes: [UInt8]) -> SourceFormat {
        bytes.withUnsafeBytes { format(of: $0) }
    }

    /// What the bytes are. The hint counts among text formats only, which often look alike, and for a mail that holds
    /// an unencoded PDF near its start.
    public static func format(of bytes: UnsafeRawBufferPointer, hint: SourceFormat?) -> SourceFormat {
        let told = format(of: bytes)
        guard let hint, isText(hint) else { return told }
        let isMailWithPDF = hint == .mail && told == .pdf && !bytes.starts(with: "%PDF-".utf8)
        return isText(told) || told == .unknown || isMailWithPDF ? hint : told
    }

    private static func isText(_ format: SourceFormat) -> Bool {
        [.mail, .csv, .jsonl, .text, .html].contains(format)
    }

    private static func isHEIC(_ bytes: UnsafeRawBufferPointer) -> Bool {
        guard bytes.count >= 12, bytes[4..<8].elementsEqual("ftyp".utf8) else { return false }
        return ["heic", "heix", "hevc", "heim", "heis", "mif1", "msf1", "avif"].contains { brand in
            bytes[8..<12].elementsEqual(brand.utf8)
        }
    }
}

extension String {
    fileprivate var utf16Bytes: [UInt8] {
        utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)] }
    }
}

extension UnsafeRawBufferPointer {
    /// Whether the pattern begins within the first `limit` bytes.
    func contains(_ pattern: [UInt8], within limit: Int) -> Bool {
        guard let first = pattern.first, count >= pattern.count else { return false }
        for start in 0...Swift.min(count - pattern.count, limit) where self[start] == first {
            if self[start..<start + pattern.count].elementsEqual(pattern) { return true }
        }
        return false
    }
}
