import CLibXML2

/// The text a person would read in an HTML page or mail: no scripts, no styles, nothing fetched.
///
/// Blocks, list items, table rows and `<br>` end a line; the cells of a row are parted by tabs; blanks are folded as
/// HTML folds them, except in `<pre>`.
public enum HTMLText {
    /// Reads at most this much; a longer mail is cut off there.
    public static let byteCountMax = 4 << 20

    /// Plain text of UTF-8 (or, by its `<meta>`, otherwise encoded) HTML; broken HTML gives what can be read of it.
    public static func plainText(of bytes: UnsafeRawBufferPointer, encoding: String? = nil) -> String {
        guard bytes.count > 0 else { return "" }
        let collector = HTMLTextCollector()
        let count = min(bytes.count, byteCountMax)
        let start = bytes.baseAddress!.assumingMemoryBound(to: CChar.self)
        guard let context = htmlCreateMemoryParserCtxt(start, Int32(count)) else { return "" }
        defer { htmlFreeParserCtxt(context) }
        let options = HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NONET.rawValue | HTML_PARSE_NOERROR.rawValue
        htmlCtxtUseOptions(context, Int32(options | HTML_PARSE_NOWARNING.rawValue))
        if let encoding = encoding ?? (isUTF8(bytes) ? "UTF-8" : nil),
            let handler = xmlFindCharEncodingHandler(encoding)
        {
            xmlSwitchToEncoding(context, handler)
        }
        context.pointee.sax.pointee = HTMLTextCollector.callbacks
        context.pointee.userData = Unmanaged.passUnretained(collector).toOpaque()
        htmlParseDocument(context)
        return withExtendedLifetime(collector) { collector.finished() }
    }

    /// The same for an array.
    public static func plainText(of bytes: [UInt8], encoding: String? = nil) -> String {
        bytes.withUnsafeBytes { plainText(of: $0, encoding: encoding) }
    }

    /// Mail parts are often UTF-8 without saying so; text that is valid UTF-8 by chance in another encoding is rare.
    private static func isUTF8(_ bytes: UnsafeRawBufferPointer) -> Bool {
        String(validating: bytes, as: UTF8.self) != nil
    }
}
