/// Resolves the references of XML text by hand, because the place of each character in the part has to be known.
enum XMLText {
    /// One character of text: its UTF-8 and the bytes of the part it was written with.
    static func forEach(
        _ bytes: [UInt8],
        _ range: Range<Int>,
        _ take: (_ text: ArraySlice<UInt8>, _ source: Range<Int>) -> Void
    ) {
        var position = range.lowerBound
        while position < range.upperBound {
            let byte = bytes[position]
            if byte == UInt8(ascii: "&"), let (text, end) = reference(bytes, position, range.upperBound) {
                take(text[...], position..<end)
                position = end
            } else if byte == UInt8(ascii: "<") {
                position = markup(bytes, position, range.upperBound, take)
            } else {
                let end = min(position + width(byte), range.upperBound)
                take(bytes[position..<end], position..<end)
                position = end
            }
        }
    }

    static func decoded(_ bytes: [UInt8], _ range: Range<Int>) -> [UInt8] {
        var result: [UInt8] = []
        forEach(bytes, range) { text, _ in result.append(contentsOf: text) }
        return result
    }

    private static func width(_ byte: UInt8) -> Int {
        byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
    }

    /// Comments and processing instructions are no text; the inside of a CDATA section is.
    private static func markup(
        _ bytes: [UInt8],
        _ start: Int,
        _ end: Int,
        _ take: (_ text: ArraySlice<UInt8>, _ source: Range<Int>) -> Void
    ) -> Int {
        let opening = Array("<![CDATA[".utf8)
        if start + opening.count <= end, Array(bytes[start..<start + opening.count]) == opening {
            var position = start + opening.count
            while position + 2 < end,
                !(bytes[position] == 0x5D && bytes[position + 1] == 0x5D && bytes[position + 2] == 0x3E)
            {
                let next = min(position + width(bytes[position]), end)
                take(bytes[position..<next], position..<next)
                position = next
            }
            return min(position + 3, end)
        }
        var position = start
        while position < end, bytes[position] != UInt8(ascii: ">") { position += 1 }
        return min(position + 1, end)
    }

    private static func reference(_ bytes: [UInt8], _ start: Int, _ end: Int) -> (text: [UInt8], end: Int)? {
        guard let semicolon = bytes[start..<min(end, start + 12)].firstIndex(of: UInt8(ascii: ";")) else { return nil }
        let name = String(decoding: bytes[(start + 1)..<semicolon], as: UTF8.self)
        switch name {
        case "lt": return ([UInt8(ascii: "<")], semicolon + 1)
        case "gt": return ([UInt8(ascii: ">")], semicolon + 1)
        case "amp": return ([UInt8(ascii: "&")], semicolon + 1)
        case "quot": return ([UInt8(ascii: "\"")], semicolon + 1)
        case "apos": return ([UInt8(ascii: "'")], semicolon + 1)
        default: break
        }
        let number =
            name.hasPrefix("#x")
            ? UInt32(name.dropFirst(2), radix: 16) : name.hasPrefix("#") ? UInt32(name.dropFirst()) : nil
        guard let scalar = number.flatMap(Unicode.Scalar.init) else { return nil }
        return (Array(String(Character(scalar)).utf8), semicolon + 1)
    }
}
