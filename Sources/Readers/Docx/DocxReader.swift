public import FormModel
public import OfficePackage

/// Reads a Word document (ISO 29500-1 and -4) as what stands on the paper.
///
/// Handles
/// - paragraphs and tables, nested, with `gridSpan`, `vMerge`, `hMerge`, `gridBefore` and `gridAfter`
/// - content controls at run, block, cell and row level, nested: text, rich text, date, drop-down, combo box, check box
///   with any sign, repeating sections, data binding (the store's value counts), placeholders (no value)
/// - legacy form fields: text, check box, drop-down
/// - struck, highlighted, shaded, underlined, bold and italic text: direct, by character and by paragraph style
/// - tabs with the leader of the tab stop they lead to; signs of Wingdings and its kind as Unicode
/// - text boxes, one branch of `mc:AlternateContent`; headers and footers of every section; foot- and endnotes
/// - tracked insertions, deletions and moves of text, rows, cells and paragraph marks, as if accepted, with a warning
/// - results of fields, hyperlinks, smart tags, custom XML, ruby (the base), mathematics (its text)
/// - core and custom properties, the document's language, Strict and Transitional, any namespace prefix, UTF-8 and UTF-16
///
/// Handles partly
/// - tab stops: which one a tab leads to is estimated from the number of characters before it
/// - symbol fonts: told from the run itself, not from its style
/// - bindings: paths of plain steps only, as Word writes them
/// - hidden text is left out; table styles' conditional formatting, DrawingML text and automatic numbers are not read
///
/// Flags and leaves unread: macros, embedded objects, ActiveX controls, imported parts (`altChunk`), external content.
/// Ignores: comments, pictures, charts, layout.
public enum DocxReader {
    /// Reads everything, or says why nothing could be read.
    public static func read(
        _ bytes: UnsafeRawBufferPointer,
        limits: PackageLimits = PackageLimits()
    ) throws(ReadingFailure) -> Reading {
        // An encrypted Word document is an OLE2 container around the package (MS-OFFCRYPTO, 1.3.2).
        if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
            throw ReadingFailure(Sniffing.format(of: bytes) == .docx ? .sourceEncrypted : .sourceNeedsConverter)
        }
        do throws(PackageError) {
            return try DocxPackage(ZipArchive(bytes, limits: limits), limits: limits).read()
        } catch {
            throw ReadingFailure(error)
        }
    }

    /// The same for an array.
    public static func read(
        _ bytes: [UInt8],
        limits: PackageLimits = PackageLimits()
    ) throws(ReadingFailure) -> Reading {
        try bytes.withUnsafeBufferPointer { (buffer) throws(ReadingFailure) in
            try read(UnsafeRawBufferPointer(buffer), limits: limits)
        }
    }
}
