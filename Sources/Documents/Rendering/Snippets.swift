/// Pieces of Word's markup in the prefix of a part.
struct Snippets: Sendable {
    let prefix: String
    let paragraphBegin: [UInt8]
    let paragraphClose: [UInt8]
    /// Closes text, run and paragraph.
    let paragraphEnd: [UInt8]
    let emptyParagraph: [UInt8]
    let runBegin: [UInt8]
    /// Closes text and run.
    let runEnd: [UInt8]
    let textBegin: [UInt8]
    let lineBreak: [UInt8]
    let tab: [UInt8]
    let pageBreak: [UInt8]
    let pageBreakInRun: [UInt8]
    let propertiesBegin: [UInt8]
    let propertiesEnd: [UInt8]
    /// Makes a paragraph that only ends a section as low as can be.
    let flat: [UInt8]
    let markBegin: [UInt8]
    let markEnd: [UInt8]

    init(prefix bytes: [UInt8]) {
        let w = String(decoding: bytes, as: UTF8.self)
        prefix = w
        let open = "<\(w)t xml:space=\"preserve\">"
        let close = "</\(w)t>"
        paragraphBegin = Array("<\(w)p>".utf8)
        paragraphClose = Array("</\(w)p>".utf8)
        paragraphEnd = Array("\(close)</\(w)r></\(w)p>".utf8)
        emptyParagraph = Array("<\(w)p/>".utf8)
        runBegin = Array("<\(w)r>".utf8)
        runEnd = Array("\(close)</\(w)r>".utf8)
        textBegin = Array(open.utf8)
        lineBreak = Array("\(close)<\(w)br/>\(open)".utf8)
        tab = Array("\(close)<\(w)tab/>\(open)".utf8)
        pageBreakInRun = Array("\(close)<\(w)br \(w)type=\"page\"/>\(open)".utf8)
        pageBreak = Array("<\(w)p><\(w)r><\(w)br \(w)type=\"page\"/></\(w)r></\(w)p>".utf8)
        propertiesBegin = Array("<\(w)pPr>".utf8)
        propertiesEnd = Array("</\(w)pPr>".utf8)
        flat = Array(
            "<\(w)spacing \(w)before=\"0\" \(w)after=\"0\" \(w)line=\"20\" \(w)lineRule=\"exact\"/>".utf8
        )
        markBegin = Array("\(close)</\(w)r><\(w)r><\(w)rPr><\(w)highlight \(w)val=\"yellow\"/></\(w)rPr>\(open)".utf8)
        markEnd = Array("\(close)</\(w)r>".utf8)
    }
}
