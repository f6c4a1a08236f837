import FormModel

/// Tells mails, HTML, JSON Lines, CSV and plain text apart by their first bytes.
enum TextSniffing {
    private static let headByteCount = 4 << 10

    static func format(of bytes: UnsafeRawBufferPointer) -> SourceFormat {
        var head = Array(bytes.prefix(headByteCount))
        if head.starts(with: [0xEF, 0xBB, 0xBF]) { head.removeFirst(3) }
        let isWide = head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF])
        guard !head.isEmpty else { return .unknown }
        if isWide { return .text }
        // Control characters other than blanks and form feeds mean binary.
        let isText = head.allSatisfy { $0 >= 0x20 || ($0 >= 0x09 && $0 <= 0x0D) || $0 == 0x1B }
        guard isText else { return .unknown }
        let start = head.drop { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }
        if isMail(head) { return .mail }
        if isHTML(start) { return .html }
        if isJSONLine(start) { return .jsonl }
        return isCSV(head) ? .csv : .text
    }

    /// Header lines from the first byte on, one of them a header that only mails have; or mbox's `From `.
    private static func isMail(_ head: [UInt8]) -> Bool {
        if head.starts(with: "From ".utf8) || head.starts(with: ">From ".utf8) { return true }
        var known = 0
        for line in head.split(separator: 0x0A, maxSplits: 40, omittingEmptySubsequences: false).prefix(40) {
            let text = line.last == 0x0D ? line.dropLast() : line
            if text.isEmpty { break }
            if text.first == 0x20 || text.first == 0x09 { continue }
            guard let colon = text.firstIndex(of: UInt8(ascii: ":")), colon > text.startIndex else { return known > 1 }
            let name = text[..<colon]
            guard name.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else { return known > 1 }
            if mailHeaders.contains(String(decoding: name, as: UTF8.self).lowercased()) { known += 1 }
        }
        return known > 1
    }

    private static let mailHeaders: Set<String> = [
        "received", "return-path", "delivered-to", "message-id", "from", "to", "cc", "subject", "date", "mime-version",
        "content-type", "reply-to", "x-original-to", "dkim-signature", "sender", "content-transfer-encoding",
    ]

    private static func isHTML(_ start: ArraySlice<UInt8>) -> Bool {
        let lower = start.prefix(512).map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
        return lower.starts(with: "<!doctype html".utf8) || lower.starts(with: "<html".utf8)
            || (lower.first == UInt8(ascii: "<") && String(decoding: lower, as: UTF8.self).contains("<body"))
    }

    /// One object a line: the first line begins with `{"` and ends with `}`, or is longer than what is looked at.
    private static func isJSONLine(_ start: ArraySlice<UInt8>) -> Bool {
        guard start.first == UInt8(ascii: "{") else { return false }
        let inside = start.dropFirst().drop { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }
        return inside.first == UInt8(ascii: "\"") || inside.first == UInt8(ascii: "}")
    }

    /// A separator that occurs equally often, at least once, in the first two lines.
    private static func isCSV(_ head: [UInt8]) -> Bool {
        let lines = head.split(separator: 0x0A, maxSplits: 3)
        guard lines.count >= 2 else { return false }
        return [UInt8(ascii: ";"), UInt8(ascii: ","), 0x09].contains { separator in
            let counts = lines.prefix(2).map { count(of: separator, in: $0) }
            return counts[0] > 0 && counts[0] == counts[1]
        }
    }

    /// Separators outside of double quotes.
    private static func count(of separator: UInt8, in line: ArraySlice<UInt8>) -> Int {
        var isQuoted = false
        var count = 0
        for byte in line {
            if byte == UInt8(ascii: "\"") { isQuoted.toggle() } else if byte == separator, !isQuoted { count += 1 }
        }
        return count
    }
}
