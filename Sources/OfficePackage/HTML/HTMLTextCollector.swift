import CLibXML2

/// Folds the events of libxml2's HTML parser into lines of text.
final class HTMLTextCollector {
    private var output: [UInt8] = []
    private var skipDepth = 0
    private var preformattedDepth = 0
    private var isBlankPending = false

    private static let skipped: Set<String> = ["script", "style", "head", "title", "template", "noscript", "svg"]
    private static let blocks: Set<String> = [
        "p", "div", "tr", "li", "ul", "ol", "table", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "hr",
        "section", "article", "header", "footer", "address", "dl", "dt", "dd", "form", "fieldset", "center", "body",
    ]

    /// `takeUnretainedValue` is sound: the collector outlives the parser in `HTMLText.plainText`.
    static var callbacks: xmlSAXHandler {
        var table = xmlSAXHandler()
        table.startElement = { data, name, _ in HTMLTextCollector.from(data).start(String(cString: name!)) }
        table.endElement = { data, name in HTMLTextCollector.from(data).end(String(cString: name!)) }
        table.characters = { data, text, count in
            HTMLTextCollector.from(data).text(UnsafeBufferPointer(start: text, count: Int(count)))
        }
        table.ignorableWhitespace = table.characters
        return table
    }

    private static func from(_ data: UnsafeMutableRawPointer?) -> HTMLTextCollector {
        Unmanaged<HTMLTextCollector>.fromOpaque(data!).takeUnretainedValue()
    }

    func finished() -> String {
        while let last = output.last, last == 0x0A || last == 0x20 || last == 0x09 { output.removeLast() }
        return String(decoding: output, as: UTF8.self)
    }

    private func start(_ name: String) {
        if skipDepth > 0 || Self.skipped.contains(name) {
            skipDepth += 1
            return
        }
        if name == "pre" { preformattedDepth += 1 }
        if name == "br" { return breakLine(always: true) }
        if Self.blocks.contains(name) { breakLine(always: false) }
        if name == "td" || name == "th", let last = output.last, last != 0x0A { output.append(0x09) }
    }

    private func end(_ name: String) {
        if skipDepth > 0 {
            skipDepth -= 1
            return
        }
        if name == "pre" { preformattedDepth -= 1 }
        if Self.blocks.contains(name) { breakLine(always: false) }
    }

    private func breakLine(always: Bool) {
        isBlankPending = false
        while let last = output.last, last == 0x20 || last == 0x09 { output.removeLast() }
        if let last = output.last, always || last != 0x0A { output.append(0x0A) }
    }

    private func text(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard skipDepth == 0 else { return }
        for byte in bytes {
            if preformattedDepth > 0 && byte != 0x0D {
                output.append(byte)
            } else if byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) {
                isBlankPending = true
            } else {
                if isBlankPending, let last = output.last, last != 0x0A, last != 0x09 { output.append(0x20) }
                isBlankPending = false
                output.append(byte)
            }
        }
    }
}
