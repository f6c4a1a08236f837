import CQPDF
import FormModel
import Glibc
import ReaderProtocol

/// An open PDF file: its object tree, as qpdf gives it.
///
/// Owns the library's handle and closes it; nothing else in this room sees a pointer of qpdf. The bytes must outlive it.
final class PDFFile {
    let data: qpdf_data
    /// The file had to be repaired before it could be read, so that something may be missing.
    private(set) var isRepaired = false

    /// Opens the file with the empty user password, which encrypted files for everybody have.
    init(_ bytes: UnsafeRawBufferPointer) throws(ReadFailure) {
        guard let data = qpdf_init() else { throw ReadFailure(.readerCrashed, format: .pdf) }
        self.data = data
        qpdf_silence_errors(data)
        qpdf_set_suppress_warnings(data, 1)
        let start = bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
        let code = qpdf_read_memory(data, "source", start, UInt64(bytes.count), "")
        guard code & Self.errorBit == 0 else { throw failure() }
        let size = trailer["Size"]?.integer ?? 0
        guard size <= ReaderLimits.pdfObjectCountMax else {
            throw ReadFailure(.sourceLimit, format: .pdf, parameters: ["limit": "pdfObjectCountMax"])
        }
        takeWarnings()
    }

    deinit {
        // An error that nobody asked for would be printed.
        if qpdf_has_error(data) != 0 { _ = qpdf_get_error(data) }
        var handle: qpdf_data? = data
        qpdf_cleanup(&handle)
    }

    /// `QPDF_ERRORS`, a macro that Swift does not see.
    private static let errorBit: Int32 = 2
    private static let warningCountMax = 10_000

    private func failure() -> ReadFailure {
        let isLocked = qpdf_get_error_code(data, qpdf_get_error(data)) == qpdf_e_password
        return isLocked
            ? ReadFailure(.sourceEncrypted, format: .pdf)
            : ReadFailure(.sourceDamaged, format: .pdf, parameters: ["reason": "objectTree"])
    }

    /// Notes whether qpdf has had to repair or leave out anything since it was asked last.
    func takeWarnings() {
        var count = 0
        if qpdf_has_error(data) != 0 {
            _ = qpdf_get_error(data)
            isRepaired = true
        }
        while qpdf_more_warnings(data) != 0, count < Self.warningCountMax {
            count += 1
            if qpdf_get_error_code(data, qpdf_next_warning(data)) == qpdf_e_damaged_pdf { isRepaired = true }
        }
    }

    var trailer: PDFObject { PDFObject(file: self, handle: qpdf_get_trailer(data)) }
    var catalog: PDFObject { PDFObject(file: self, handle: qpdf_get_root(data)) }

    /// The pages in order; fails when there are more than a form can have.
    func pages() throws(ReadFailure) -> [PDFObject] {
        let count = Int(qpdf_get_num_pages(data))
        guard count > 0 else { throw ReadFailure(.sourceDamaged, format: .pdf, parameters: ["reason": "noPages"]) }
        guard count <= ReaderLimits.pageCountMax else {
            let parameters = ["limit": "pageCountMax", "max": String(ReaderLimits.pageCountMax)]
            throw ReadFailure(.sourceLimit, format: .pdf, parameters: parameters)
        }
        return (0..<count).map { PDFObject(file: self, handle: qpdf_get_page_n(data, $0)) }
    }

    /// A page's drawing instructions, all its streams in one; nil when they are damaged.
    func content(ofPage page: PDFObject) -> [UInt8]? {
        var buffer: UnsafeMutablePointer<UInt8>?
        var count = 0
        let code = qpdf_oh_get_page_content_data(data, page.handle, &buffer, &count)
        return Self.take(buffer, count, isGood: code & Self.errorBit == 0)
    }

    /// A stream's bytes with its filters undone; nil when they cannot be.
    func streamData(of object: PDFObject) -> [UInt8]? {
        var buffer: UnsafeMutablePointer<UInt8>?
        var count = 0
        var isFiltered: QPDF_BOOL = 0
        let code = qpdf_oh_get_stream_data(
            data,
            object.handle,
            qpdf_dl_generalized,
            &isFiltered,
            &buffer,
            &count
        )
        return Self.take(buffer, count, isGood: code & Self.errorBit == 0)
    }

    private static func take(_ buffer: UnsafeMutablePointer<UInt8>?, _ count: Int, isGood: Bool) -> [UInt8]? {
        defer { free(buffer) }
        guard isGood, count <= ReaderLimits.pdfContentByteCountMax else { return nil }
        guard let buffer, count > 0 else { return [] }
        return Array(UnsafeBufferPointer(start: buffer, count: count))
    }
}
