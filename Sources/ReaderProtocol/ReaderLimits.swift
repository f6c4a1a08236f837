/// The bounds on everything a reader process may take in or hand out; both sides hold them.
///
/// Hitting one is reported as `source.limit` with its name, never passed over.
public enum ReaderLimits {
    // A mail and its parts.
    /// A whole mail.
    public static let mailByteCountMax = 35_000_000
    /// One attachment, decoded.
    public static let attachmentByteCountMax = 20_000_000
    /// Attachments of one mail whose bytes are handed on.
    public static let attachmentCountMax = 20
    /// Leaf and container parts of one mail.
    public static let mailPartCountMax = 200
    /// Nesting of multiparts and enclosed messages together.
    public static let mailDepthMax = 20
    /// Header block of one mail or part.
    public static let mailHeaderByteCountMax = 262_144
    /// The typed text of a mail.
    public static let mailTextByteCountMax = 2_000_000

    // Tables of submissions.
    /// Rows of a CSV, XLSX or JSON Lines source.
    public static let tableRowCountMax = 200_000
    /// The number a row may carry; blank lines and quoted line breaks count too.
    public static let tableRowNumberMax = 100_000_000
    /// Columns of a table; names of one JSON object.
    public static let tableColumnCountMax = 1000
    /// One cell or JSON string.
    public static let tableCellByteCountMax = 1_000_000
    /// Arrays and objects inside each other in one JSON line.
    public static let jsonDepthMax = 32

    // The source itself.
    /// Any source; larger ones are refused before a process is started.
    public static let sourceByteCountMax = 64 * 1024 * 1024
    /// A table of submissions, which is streamed.
    public static let tableByteCountMax = 128 * 1024 * 1024

    // Replies.
    /// One reply record other than a part or a picture.
    public static let recordByteCountMax = 4 * 1024 * 1024
    /// All parts of one job together.
    public static let partsByteCountMax = 64 * 1024 * 1024
    /// All pictures of one job together.
    public static let pictureByteCountMax = 64 * 1024 * 1024

    // Values inside of a record.
    /// Elements of all lists of one record together; a small record must not unfold into a huge value.
    public static let elementCountMax = 400_000
    /// Blocks inside of each other: a table in a cell of a table.
    public static let blockDepthMax = 64
    /// Warnings of one reading or mail.
    public static let warningCountMax = 1000
    /// Parameters of one warning, properties of one document.
    public static let parameterCountMax = 1000

    /// Addresses that one mail names.
    public static let recipientCountMax = 1000
    /// Pages of one source.
    public static let pageCountMax = 50
    /// Points; 200 inches, the largest side PDF 1.7 allows (ISO 32000-1, annex C.2).
    public static let pageSideMax = 14_400.0
    /// Milliseconds since 1970; the years 1970 to 2199 for a receipt time.
    public static let instantRange: ClosedRange<Int64> = 0...7_258_118_399_999

    // PDF files.
    /// Indirect objects of one file.
    public static let pdfObjectCountMax = 100_000
    /// Form fields and their boxes together.
    public static let pdfFieldCountMax = 20_000
    /// Drawing instructions of one page, those of nested drawings included.
    public static let pdfInstructionCountMax = 2_000_000
    /// Decoded drawing instructions of one page.
    public static let pdfContentByteCountMax = 32 * 1024 * 1024

    // Pictures of pages.
    /// Pixels of one picture.
    public static let imagePixelCountMax = 50_000_000
    /// Pixels of a side.
    public static let imageSideMax = 12_000
    /// A form map sent along with a job, with the blank that it is of.
    public static let mapByteCountMax = 8 * 1024 * 1024

    // Time and memory of one job.
    /// Processor time.
    public static let processorSecondsMax = 10
    /// Time on the wall.
    public static let wallSecondsMax = 20
    /// Processor time for a table of submissions.
    public static let tableProcessorSecondsMax = 60
    /// Time on the wall for a table: its rows are streamed, and the reader waits while the desk writes them down.
    public static let tableWallSecondsMax = 900
    /// Processor time for the pages of one source.
    public static let pagesProcessorSecondsMax = 30
    /// Time on the wall for the pages of one source.
    public static let pagesWallSecondsMax = 60
    /// Processor time for the scanned pages of one source: ten seconds a page.
    public static let scansProcessorSecondsMax = 500
    /// Time on the wall for the scanned pages of one source.
    public static let scansWallSecondsMax = 1_000
    /// Address space of a reader of pages.
    public static let pagesAddressSpaceByteCountMax = 1024 * 1024 * 1024
    /// Address space.
    public static let addressSpaceByteCountMax = 512 * 1024 * 1024
}
