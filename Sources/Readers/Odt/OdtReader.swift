public import FormModel
public import OfficePackage

/// Reads an OpenDocument text (ODF 1.3) as what stands on the paper.
///
/// Handles
/// - paragraphs, headings, lists (their text), tables with column and row spans, covered cells, nested tables
/// - spaces, tabs with the leader of the tab stop they lead to, line breaks, blanks folded as the format says
/// - struck, highlighted, underlined, bold and italic text by automatic and common styles with their parents
/// - content controls of LibreOffice 7.4 and later, form controls placed in the text, input lists, input fields,
///   placeholders (no value), Word's legacy form fields as LibreOffice keeps them
/// - headers, footers, foot- and endnotes, text boxes and shapes with text
/// - tracked insertions and deletions, as if accepted, with a warning; document properties and language
///
/// Handles partly: tab stops (estimated from the number of characters), repeated rows and cells (read once).
/// Flags and leaves unread: macros, embedded objects, external pictures; encrypted documents are refused.
/// Ignores: annotations, pictures, charts, mathematics, layout.
public enum OdtReader {
    /// Reads everything, or says why nothing could be read.
    public static func read(
        _ bytes: UnsafeRawBufferPointer,
        limits: PackageLimits = PackageLimits()
    ) throws(ReadingFailure) -> Reading {
        do throws(PackageError) {
            return try OdtPackage(archive: ZipArchive(bytes, limits: limits), limits: limits).read()
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
