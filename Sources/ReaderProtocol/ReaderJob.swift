public import FormModel

/// What a reader process is asked to do with one source.
public struct ReaderJob: Hashable, Sendable {
    /// What the source's name or the sender says it is; used only where the bytes alone cannot tell, as for CSV,
    /// JSON Lines and plain text.
    public var hint: SourceFormat?
    /// Bounds of this job; later, OCR jobs bring larger ones.
    public var budget: Budget
    /// So many bytes before the source's own are a form map (`FormMap.text`): what stands where on the pages to come.
    public var mapByteCount: Int
    /// A mail that holds a single Word or OpenDocument form, and nothing else worth reading, is read with it: both come
    /// from the same sender, and one process is enough for them. What goes wrong then is done again apart.
    public var readsOnlyForm: Bool
    /// Nothing is read; this place of the source is drawn instead. Sources with pages only.
    public var picture: PictureOrder?
    /// Pages of a file of scans to read, at most `ReaderLimits.pageCountMax`; nil for all.
    public var sheets: [SheetOrder]?
    /// Whether pictures of the answers' places come along; scans only.
    public var crops: CropOrder

    public init(
        hint: SourceFormat? = nil,
        budget: Budget = .document,
        mapByteCount: Int = 0,
        readsOnlyForm: Bool = false,
        picture: PictureOrder? = nil,
        sheets: [SheetOrder]? = nil,
        crops: CropOrder = .none
    ) {
        self.hint = hint
        self.budget = budget
        self.mapByteCount = mapByteCount
        self.readsOnlyForm = readsOnlyForm
        self.picture = picture
        self.sheets = sheets
        self.crops = crops
    }

    /// Time and memory for one job.
    public struct Budget: Hashable, Sendable {
        /// Processor time.
        public var processorSeconds: Int
        /// Time on the wall.
        public var wallSeconds: Int
        /// Address space.
        public var addressSpaceByteCount: Int

        public init(processorSeconds: Int, wallSeconds: Int, addressSpaceByteCount: Int) {
            self.processorSeconds = processorSeconds
            self.wallSeconds = wallSeconds
            self.addressSpaceByteCount = addressSpaceByteCount
        }

        /// Documents and mails.
        public static let document = Budget(
            processorSeconds: ReaderLimits.processorSecondsMax,
            wallSeconds: ReaderLimits.wallSecondsMax,
            addressSpaceByteCount: ReaderLimits.addressSpaceByteCountMax
        )

        /// PDF files and pictures of pages.
        public static let pages = Budget(
            processorSeconds: ReaderLimits.pagesProcessorSecondsMax,
            wallSeconds: ReaderLimits.pagesWallSecondsMax,
            addressSpaceByteCount: ReaderLimits.pagesAddressSpaceByteCountMax
        )

        /// Scans and photographs: recognition takes seconds a page.
        public static let scans = Budget(
            processorSeconds: ReaderLimits.scansProcessorSecondsMax,
            wallSeconds: ReaderLimits.scansWallSecondsMax,
            addressSpaceByteCount: ReaderLimits.pagesAddressSpaceByteCountMax
        )

        /// Tables of submissions, up to 200,000 rows, handed over row by row.
        public static let table = Budget(
            processorSeconds: ReaderLimits.tableProcessorSecondsMax,
            wallSeconds: ReaderLimits.tableWallSecondsMax,
            addressSpaceByteCount: ReaderLimits.addressSpaceByteCountMax
        )
    }
}

extension ReaderJob {
    /// The hint that a file name's ending gives, where an ending can help at all.
    public static func hint(fileName: String) -> SourceFormat? {
        guard let dot = fileName.utf8.lastIndex(of: UInt8(ascii: ".")) else { return nil }
        switch fileName[fileName.utf8.index(after: dot)...].lowercased() {
        case "csv", "tsv": return .csv
        case "jsonl", "ndjson": return .jsonl
        case "xlsx": return .xlsx
        case "eml": return .mail
        case "htm", "html": return .html
        case "txt": return .text
        default: return nil
        }
    }
}
