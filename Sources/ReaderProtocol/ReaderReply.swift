public import FormModel

/// One record of what a reader process says about its source.
///
/// A reply is a stream of records. A document gives one `reading`; a mail one `mail` and a `part` for each part worth
/// reading, and the `reading` of its only form where that was asked for; a table of submissions one `row` or `rowFault` a row. The last record is `failure` or `end`; a stream that
/// stops without one is damaged.
public enum ReaderReply: Hashable, Sendable {
    case reading(Reading)
    case mail(MailReading)
    /// The decoded bytes of the part with this `MailReading.Part.index`.
    case part(index: Int, bytes: [UInt8])
    case row(TableRow)
    /// The place that was asked for.
    case picture(PagePicture)
    /// The place of an answer on a scanned page; comes behind the reading.
    case crop(FieldCrop)
    case failure(ReadFailure)
    case end
}

/// One row of a table of submissions.
public struct TableRow: Hashable, Sendable {
    /// The row's number as a spreadsheet shows it, or the line of a JSON Lines file; counted from 1.
    public var number: Int
    /// The row's values as named fields; nil for a row that could not be read.
    public var reading: Reading?
    /// Why the row could not be read.
    public var fault: ReadingWarning?

    public init(number: Int, reading: Reading) {
        self.number = number
        self.reading = reading
    }

    public init(number: Int, fault: ReadingWarning) {
        self.number = number
        self.fault = fault
    }
}

/// Why a source gave nothing that can be used.
public struct ReadFailure: Hashable, Sendable, Error {
    public var code: FindingCode
    /// What was told about the source before it failed; `unknown` when nothing was.
    public var format: SourceFormat
    /// Names of limits, figures; never content.
    public var parameters: [String: String]

    public init(_ code: FindingCode, format: SourceFormat = .unknown, parameters: [String: String] = [:]) {
        self.code = code
        self.format = format
        self.parameters = parameters
    }
}
