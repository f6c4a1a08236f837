/// Puts lines that a mail program broke together again (RFC 3676, format=flowed).
enum FlowedText {
    /// A line that ends in a blank goes on in the next one of the same quote depth; a leading blank is only stuffing.
    static func unfolded(_ lines: [String], deletesSpace: Bool) -> [String] {
        var result: [String] = []
        var openDepth: Int?
        for line in lines {
            let depth = line.utf8.prefix { $0 == UInt8(ascii: ">") }.count
            var content = Substring(line.utf8.dropFirst(depth))
            if content.utf8.first == 0x20 { content = content.dropFirst() }
            let isSignature = content == "-- "
            let continues = content.utf8.last == 0x20 && !isSignature
            if deletesSpace, continues { content = content.dropLast() }
            if openDepth == depth, !isSignature, !result.isEmpty {
                result[result.count - 1] += content
            } else {
                result.append(String(repeating: ">", count: depth) + content)
            }
            openDepth = continues ? depth : nil
        }
        return result
    }
}
