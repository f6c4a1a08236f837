import Readers

/// Leaves out of a mail's lines what its writer did not type: quotations, their introductions, the signature.
enum QuotedText {
    /// The lines that remain, trimmed.
    static func removed(from lines: [String]) -> [String] {
        var kept: [String] = []
        for (index, raw) in lines.enumerated() {
            // RFC 3676, 4.3: dash, dash, blank. HTML loses the blank.
            if raw == "-- " || raw == "--" { break }
            let line = raw.trimmed
            if line.utf8.first == UInt8(ascii: ">") { continue }
            let isTyped = kept.contains { !$0.isEmpty }
            if isMarker(line) {
                // Below somebody's own words stands the mail that was answered; without any it was handed on.
                if isTyped { break }
                continue
            }
            if isIntroduction(line) {
                if isTyped, !quotesFollow(lines[(index + 1)...]) { break }
                continue
            }
            kept.append(line)
        }
        return kept
    }

    /// `-----Original Message-----` and its sisters; forwarded mails keep what follows.
    private static func isMarker(_ line: String) -> Bool {
        guard line.utf8.starts(with: "--".utf8) else { return false }
        let words = String(line.drop { $0 == "-" || $0 == " " }.prefix { $0 != "-" }).trimmed.lowercased()
        return originalMarkers.contains(words)
    }

    private static let originalMarkers: Set<String> = [
        "original message", "wiadomość oryginalna", "oryginalna wiadomość", "ursprüngliche nachricht",
        "исходное сообщение", "оригінальне повідомлення",
    ]

    /// `W dniu 1.03.2026 o 12:00, Anna pisze:`, `On Sun, 1 Mar 2026, Anna wrote:`.
    private static func isIntroduction(_ line: String) -> Bool {
        guard line.utf8.last == UInt8(ascii: ":"), line.utf8.count < 300 else { return false }
        let lower = line.lowercased()
        let isStart = introductionStarts.contains { lower.hasPrefix($0) } || lower.utf8.first.map(isDigit) == true
        return isStart && introductionEnds.contains { lower.hasSuffix($0) }
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

    private static let introductionStarts = [
        "w dniu ", "dnia ", "on ", "am ", "pon., ", "pon.,", "wt.,", "śr.,", "czw.,", "pt.,", "sob.,", "niedz.,",
    ]
    private static let introductionEnds = [
        "pisze:", "napisał:", "napisała:", "napisał(a):", "napisali:", "wrote:", "schrieb:", "пишет:", "написал:",
        "написала:", "пише:",
    ]

    /// Whether the next line with text on it is a quoted one: then an answer may stand below.
    private static func quotesFollow(_ lines: ArraySlice<String>) -> Bool {
        lines.first { !$0.trimmed.isEmpty }?.trimmed.utf8.first == UInt8(ascii: ">")
    }
}
