public import FormModel
import OfficePackage
public import ReaderProtocol

/// Reads one source of any kind: tells what it is from its bytes and sends the records of its reply.
///
/// Handles DOCX, ODT, CSV, XLSX, JSON Lines, plain text and HTML. Says of DOC and RTF that they need the converter, of
/// mails, PDF files and pictures that another reader has to read them, and of everything else that it is unknown.
public enum DocumentReader {
    /// Takes one record of the reply; throws when the record is over a limit.
    public typealias Sink = (ReaderReply) throws(WireFault) -> Void

    /// Reads the source; the last record is `end` or `failure`.
    public static func read(
        _ bytes: UnsafeRawBufferPointer,
        hint: SourceFormat?,
        send: @escaping Sink
    ) throws(WireFault) {
        let format = Sniffing.format(of: bytes, hint: hint)
        do throws(ReadingFailure) {
            try read(bytes, as: format, send: send)
        } catch {
            try send(.failure(ReadFailure(error.code, format: format, parameters: error.parameters)))
        }
    }

    private static func read(
        _ bytes: UnsafeRawBufferPointer,
        as format: SourceFormat,
        send: @escaping Sink
    ) throws(ReadingFailure) {
        switch format {
        case .docx: try sendReading(DocxReader.read(bytes), send)
        case .odt: try sendReading(OdtReader.read(bytes), send)
        case .text: try sendReading(TextReader.read(bytes, format: .text), send)
        case .html: try sendReading(TextReader.read(bytes, format: .html), send)
        case .csv, .jsonl, .xlsx: try readTable(bytes, as: format, send: send)
        case .doc, .rtf: throw ReadingFailure(.sourceNeedsConverter)
        case .mail, .pdf, .jpeg, .png, .tiff, .heic: throw ReadingFailure(.sourceNotYetReadable)
        case .zip, .unknown: throw ReadingFailure(bytes.isEmpty ? .sourceEmpty : .sourceUnknownFormat)
        }
    }

    private static func readTable(
        _ bytes: UnsafeRawBufferPointer,
        as format: SourceFormat,
        send: @escaping Sink
    ) throws(ReadingFailure) {
        let table = TableWriter(format: format, allowsShortRows: format == .xlsx, send: send)
        if format == .xlsx { try XLSXTableReader.read(bytes, into: table) }
        try inLimits { () throws(WireFault) in
            if format == .csv { try CSVReader.read(bytes, into: table) }
            if format == .jsonl { try JSONLinesReader.read(bytes, into: table) }
            try table.finish()
        }
    }

    private static func sendReading(_ reading: Reading, _ send: Sink) throws(ReadingFailure) {
        try inLimits { () throws(WireFault) in
            try send(.reading(reading))
            try send(.end)
        }
    }

    /// A record that cannot be sent is over a limit: the source is refused with that limit's name.
    private static func inLimits(_ body: () throws(WireFault) -> Void) throws(ReadingFailure) {
        do throws(WireFault) {
            try body()
        } catch {
            throw ReadingFailure(.sourceLimit, parameters: ["limit": error.subject])
        }
    }
}
