/// Reads `application/x-www-form-urlencoded` (WHATWG URL, section 5.1): pairs parted by `&`, a plus for a space.
enum URLEncodedForm {
    static func read(_ untrusted: some Collection<UInt8>) throws(FormInputError) -> FormInput {
        var input = FormInput()
        var count = 0
        for pair in untrusted.split(separator: UInt8(ascii: "&")) {
            count += 1
            guard count <= FormInputLimits.fieldCountMax else { throw FormInputError(code: .tooManyFields) }
            let split = pair.firstIndex(of: UInt8(ascii: "="))
            let name = decoded(pair[..<(split ?? pair.endIndex)])
            let value = split.map { decoded(pair[pair.index(after: $0)...]) } ?? ""
            guard name.utf8.count <= FormInputLimits.nameByteCountMax,
                value.utf8.count <= FormInputLimits.textByteCountMax
            else { throw FormInputError(code: .tooManyFields) }
            input.texts.append((name, value))
        }
        return input
    }

    /// Bytes that are no UTF-8 become U+FFFD, as in browsers. In a path a plus is a plus (RFC 3986, section 3.3).
    static func decoded(_ bytes: some Collection<UInt8>, plusIsSpace: Bool = true) -> String {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var index = bytes.startIndex
        while index != bytes.endIndex {
            let byte = bytes[index]
            bytes.formIndex(after: &index)
            guard byte == UInt8(ascii: "%") else {
                result.append(plusIsSpace && byte == UInt8(ascii: "+") ? UInt8(ascii: " ") : byte)
                continue
            }
            var ahead = index
            guard let high = digit(bytes, &ahead), let low = digit(bytes, &ahead) else {
                result.append(byte)
                continue
            }
            result.append(high << 4 | low)
            index = ahead
        }
        return String(decoding: result, as: UTF8.self)
    }

    private static func digit<Bytes: Collection<UInt8>>(_ bytes: Bytes, _ index: inout Bytes.Index) -> UInt8? {
        guard index != bytes.endIndex else { return nil }
        let byte = bytes[index]
        bytes.formIndex(after: &index)
        switch byte {
        case 48...57: return byte - 48
        case 65...70: return byte - 55
        case 97...102: return byte - 87
        default: return nil
        }
    }
}
