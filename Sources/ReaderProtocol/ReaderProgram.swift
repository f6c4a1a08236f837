public import FormModel

/// The reader programs: each loads only the libraries that its sources need, since every fork pays for all of them.
public enum ReaderProgram: String, CaseIterable, Hashable, Sendable {
    /// DOCX, ODT, tables, plain text and HTML; tells every other format.
    case documents = "nabor-reader"
    /// Mails in the charsets of every day.
    case mails = "nabor-mail-reader"
    /// Mails in any charset that the system knows; the same program, started otherwise.
    case mailsInAnyCharset
    /// PDF files and pictures of pages.
    case pages = "nabor-page-reader"
    /// The same program with the recognition models in memory: scans and photographs.
    case scans

    /// The file's name; all programs lie beside each other.
    public var fileName: String {
        switch self {
        case .mailsInAnyCharset: Self.mails.rawValue
        case .scans: Self.pages.rawValue
        default: rawValue
        }
    }

    /// What the program is started with.
    public var arguments: [String] {
        switch self {
        case .mailsInAnyCharset: [Self.anyCharsetArgument]
        case .scans: [Self.recognisingArgument]
        default: []
        }
    }

    /// What the program needs in its environment: no second thread may start, neither before the fork nor in the cell.
    public var environment: [String: String] {
        self == .scans ? ["OMP_THREAD_LIMIT": "1"] : [:]
    }

    /// Makes the reader of mails load every charset.
    public static let anyCharsetArgument = "--any-charset"
    /// Makes the reader of pages load the recognition models.
    public static let recognisingArgument = "--recognise"

    /// The program to try first for a source of which only the sender's word is known.
    public static func first(for hint: SourceFormat?) -> ReaderProgram {
        hint.map(reader) ?? .documents
    }

    /// The program to try after this one answered that the source, of this format, is not its own; nil when no other
    /// will know better.
    public func next(for format: SourceFormat) -> ReaderProgram? {
        let right = Self.reader(of: format)
        switch self {
        case .mailsInAnyCharset, .scans: return nil
        case .mails where right == .mails: return .mailsInAnyCharset
        case .pages where right == .pages: return .scans
        default: return right == self ? nil : right
        }
    }

    /// What a source may cost this program: what the desk asked for, or more where pages need it.
    public func budget(asked: ReaderJob.Budget) -> ReaderJob.Budget {
        guard self == .pages || self == .scans else { return asked }
        let own = self == .pages ? ReaderJob.Budget.pages : .scans
        return ReaderJob.Budget(
            processorSeconds: max(asked.processorSeconds, own.processorSeconds),
            wallSeconds: max(asked.wallSeconds, own.wallSeconds),
            addressSpaceByteCount: max(asked.addressSpaceByteCount, own.addressSpaceByteCount)
        )
    }

    private static func reader(of format: SourceFormat) -> ReaderProgram {
        switch format {
        case .mail: .mails
        case .pdf, .jpeg, .png, .tiff, .heic: .pages
        case .docx, .odt, .doc, .rtf, .csv, .xlsx, .jsonl, .text, .html, .zip, .unknown: .documents
        }
    }

    /// A source is handed on at most this often.
    public static let handOverCountMax = 3
}
