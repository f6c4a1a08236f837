/// Refuses files whose keys may be aliases or collections.
///
/// The parser hashes every key to find duplicates; a key that is an alias of nested aliases would make it walk an
/// exponential tree before any bound of ours applies. Event files need no such keys.
enum AliasGuard {
    static func isSuspicious(_ text: String) -> Bool {
        guard text.utf8.contains(UInt8(ascii: "&")), text.utf8.contains(UInt8(ascii: "*")) else { return false }
        var aliasIsOpen = false
        // Whether the last question mark stands where a complex key may begin.
        var startsKey = false
        var previous: UInt8 = UInt8(ascii: "\n")
        var lastVisible: UInt8 = UInt8(ascii: "\n")
        for byte in text.utf8 {
            let isSpace = byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
            let isBreak = byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
            if byte == UInt8(ascii: ":") {
                // `*a :`, `[…]:` and `{…}:` are keys that are no texts.
                if aliasIsOpen || lastVisible == UInt8(ascii: "]") || lastVisible == UInt8(ascii: "}") { return true }
            } else if (isSpace || isBreak) && previous == UInt8(ascii: "?") && startsKey {
                return true
            }
            if byte == UInt8(ascii: "?") {
                startsKey = [
                    UInt8(ascii: "\n"), UInt8(ascii: "-"), UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: ","),
                ]
                .contains(lastVisible)
            }
            if byte == UInt8(ascii: "*") { aliasIsOpen = true }
            if isBreak || byte == UInt8(ascii: ",") || byte == UInt8(ascii: "]") || byte == UInt8(ascii: "}") {
                aliasIsOpen = false
            }
            previous = byte
            if isBreak { lastVisible = UInt8(ascii: "\n") } else if !isSpace { lastVisible = byte }
        }
        return false
    }
}
