import CQPDF

/// A PDF's objects, to be changed and written again; the one place that speaks to qpdf.
///
/// Only for PDFs that Nabór has just painted itself. Not thread-safe.
final class PDFObjects {
    typealias Handle = qpdf_oh

    private var document: qpdf_data?
    /// qpdf reads from this memory until the end.
    private let source: UnsafeMutableBufferPointer<CChar>

    init(_ bytes: [UInt8]) throws(FormError) {
        document = qpdf_init()
        source = .allocate(capacity: bytes.count)
        bytes.withUnsafeBytes { UnsafeMutableRawBufferPointer(source).copyMemory(from: $0) }
        qpdf_silence_errors(document)
        guard qpdf_read_memory(document, "form", source.baseAddress, UInt64(bytes.count), nil) & errorMask == 0 else {
            throw FormError(.fieldsFailed)
        }
    }

    deinit {
        qpdf_cleanup(&document)
        source.deallocate()
    }

    /// `QPDF_ERRORS` is bit 1 of the result; warnings are bit 0.
    private var errorMask: Int32 { 2 }

    var root: Handle { qpdf_get_root(document) }
    var information: Handle { qpdf_oh_get_key(document, qpdf_get_trailer(document), "/Info") }
    func page(_ number: Int) -> Handle { qpdf_get_page_n(document, number - 1) }

    /// A direct object out of its text, which holds no references.
    func parsed(_ text: String) -> Handle { qpdf_oh_parse(document, text) }
    func indirect(_ object: Handle) -> Handle { qpdf_make_indirect_object(document, object) }
    func string(_ text: String) -> Handle { qpdf_oh_new_unicode_string(document, text) }
    func array() -> Handle { qpdf_oh_new_array(document) }
    func append(_ item: Handle, to array: Handle) { qpdf_oh_append_item(document, array, item) }
    func set(_ key: String, of object: Handle, to value: Handle) { qpdf_oh_replace_key(document, object, key, value) }
    func has(_ key: String, _ object: Handle) -> Bool { qpdf_oh_has_key(document, object, key) != 0 }
    func value(_ key: String, of object: Handle) -> Handle { qpdf_oh_get_key(document, object, key) }

    /// A form XObject of that size (8.10) with this content.
    func picture(width: String, height: String, content: String) -> Handle {
        let stream = qpdf_oh_new_stream(document)
        let dictionary = qpdf_oh_get_dict(document, stream)
        set("/Type", of: dictionary, to: parsed("/XObject"))
        set("/Subtype", of: dictionary, to: parsed("/Form"))
        set("/BBox", of: dictionary, to: parsed("[0 0 \(width) \(height)]"))
        let bytes = Array(content.utf8)
        let null = qpdf_oh_new_null(document)
        qpdf_oh_replace_stream_data(document, stream, bytes, bytes.count, null, null)
        return stream
    }

    /// The file; its identifier hangs on its content alone.
    func written() throws(FormError) -> [UInt8] {
        var failed = qpdf_init_write_memory(document) & errorMask
        qpdf_set_deterministic_ID(document, 1)
        qpdf_set_object_stream_mode(document, qpdf_o_generate)
        failed |= qpdf_write(document) & errorMask
        guard failed == 0, qpdf_has_error(document) == 0, let buffer = qpdf_get_buffer(document) else {
            throw FormError(.fieldsFailed)
        }
        return Array(UnsafeBufferPointer(start: buffer, count: qpdf_get_buffer_length(document)))
    }
}
