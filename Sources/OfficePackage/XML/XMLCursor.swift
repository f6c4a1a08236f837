import CLibXML2

/// Where the parser stands in the bytes; valid during an event only.
///
/// Offsets count the parser's UTF-8: they fit the caller's bytes as long as the part is UTF-8 (`hasOffsets`).
public struct XMLCursor {
    private var context: xmlParserCtxtPtr?

    init() {}

    init(_ context: xmlParserCtxtPtr) { self.context = context }

    /// False when the parser converts the part from another encoding.
    public var hasOffsets: Bool {
        guard let input = context?.pointee.input, let buffer = input.pointee.buf else { return true }
        return buffer.pointee.encoder == nil
    }

    /// Offset behind what was read last: in `end` and `text` the first byte behind the tag or the text.
    public var offset: Int {
        guard let input = context?.pointee.input?.pointee else { return 0 }
        return Int(input.consumed) + (input.cur - input.base)
    }

    /// From the `<` of the start tag of the present `start` event to behind its `>`.
    public var startTagRange: Range<Int> {
        guard let input = context?.pointee.input?.pointee else { return 0..<0 }
        // Neither a name nor an attribute value can hold `<` (XML 1.0, 3.1), so the nearest one opens this tag.
        var first = input.cur!
        while first > input.base, first.pointee != UInt8(ascii: "<") { first -= 1 }
        var last = input.cur!
        while last < input.end, last.pointee != UInt8(ascii: ">") { last += 1 }
        let base = Int(input.consumed)
        return base + (first - input.base)..<base + (last - input.base) + 1
    }

    /// From the `<` of the tag that led to the present `end` event (the end tag, or the empty element's own) to behind `>`.
    public var endTagRange: Range<Int> {
        guard let input = context?.pointee.input?.pointee else { return 0..<0 }
        var first = max(input.base, input.cur - 1)
        while first > input.base, first.pointee != UInt8(ascii: "<") { first -= 1 }
        let base = Int(input.consumed)
        return base + (first - input.base)..<offset
    }

    /// The namespace that a prefix stands for here, as `mc:Choice Requires` needs it.
    public func space(ofPrefix prefix: String) -> XMLSpace {
        guard let context = context?.pointee, let table = context.nsTab else { return .unknown }
        var position = Int(context.nsNr) - 2
        while position >= 0 {
            if let known = table[position], String(cString: known) == prefix {
                return XMLDictionary.shared.space(table[position + 1])
            }
            position -= 2
        }
        return .unknown
    }

    func stop() {
        if let context { xmlStopParser(context) }
    }
}
