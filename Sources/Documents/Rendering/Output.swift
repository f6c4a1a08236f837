/// The bytes of a part while it is written.
struct Output {
    var bytes: [UInt8] = []

    /// Bytes below this are what they are as text: no markup, no control characters, no beginning of U+FFFE or U+FFFF.
    private static let isPlain: [Bool] = (0..<256).map { byte in
        byte >= 0x20 && byte != 0x26 && byte != 0x3C && byte != 0x3E && byte != 0x22 && byte != 0xEF
    }

    mutating func append(_ literal: StaticString) {
        bytes.append(contentsOf: UnsafeBufferPointer(start: literal.utf8Start, count: literal.utf8CodeUnitCount))
    }

    mutating func append(_ text: String) {
        var text = text
        text.withUTF8 { bytes.append(contentsOf: $0) }
    }

    /// What stands in a text for one of its control characters.
    struct Breaks {
        var line: [UInt8]
        var tab: [UInt8]
        var page: [UInt8]
        var paragraph: [UInt8]
    }

    /// Writes text as XML; false when control characters were dropped.
    @discardableResult
    mutating func appendEscaped(_ text: String, breaks: Breaks?) -> Bool {
        var text = text
        var isWhole = true
        text.withUTF8 { characters in
            var start = 0
            var position = 0
            while position < characters.count {
                if Self.isPlain[Int(characters[position])] {
                    position += 1
                    continue
                }
                if characters[position] == 0xEF, !Self.isNonCharacter(characters, position) {
                    position += 1
                    continue
                }
                bytes.append(contentsOf: UnsafeBufferPointer(rebasing: characters[start..<position]))
                isWhole = appendSpecial(characters, &position, breaks) && isWhole
                start = position
            }
            bytes.append(contentsOf: UnsafeBufferPointer(rebasing: characters[start...]))
        }
        return isWhole
    }

    /// U+FFFE and U+FFFF are no characters of XML (XML 1.0, 2.2).
    private static func isNonCharacter(_ characters: UnsafeBufferPointer<UInt8>, _ position: Int) -> Bool {
        position + 2 < characters.count && characters[position + 1] == 0xBF && characters[position + 2] >= 0xBE
    }

    private mutating func appendSpecial(
        _ characters: UnsafeBufferPointer<UInt8>,
        _ position: inout Int,
        _ breaks: Breaks?
    ) -> Bool {
        let byte = characters[position]
        position += 1
        switch byte {
        case 0x26: append("&amp;")
        case 0x3C: append("&lt;")
        case 0x3E: append("&gt;")
        case 0x22: append("&quot;")
        case 0x0A: append(breaks?.line)
        case 0x09: append(breaks?.tab)
        case 0x0C: append(breaks?.page)
        case 0x07: append(breaks?.paragraph)
        case 0x0D:
            // CR LF is one line break; a lone CR is one too.
            if position < characters.count, characters[position] == 0x0A { return true }
            append(breaks?.line)
        case 0xEF:
            position += 2
            return false
        default: return false
        }
        return true
    }

    private mutating func append(_ replacement: [UInt8]?) {
        if let replacement { bytes.append(contentsOf: replacement) } else { bytes.append(0x20) }
    }

    /// Hands over the first bytes.
    func withPrefix<Failure: Error>(
        _ count: Int,
        _ take: (UnsafeRawBufferPointer) throws(Failure) -> Void
    ) throws(Failure) {
        let result = bytes.withUnsafeBytes { buffer -> Result<Void, Failure> in
            do throws(Failure) {
                return .success(try take(UnsafeRawBufferPointer(rebasing: buffer[..<count])))
            } catch {
                return .failure(error)
            }
        }
        try result.get()
    }

    /// Whether the output ends with this.
    func ends(with suffix: [UInt8]) -> Bool {
        guard bytes.count >= suffix.count else { return false }
        for offset in 1...max(1, suffix.count) where bytes[bytes.count - offset] != suffix[suffix.count - offset] {
            return false
        }
        return true
    }
}
