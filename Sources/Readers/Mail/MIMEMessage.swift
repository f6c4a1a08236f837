import CGMime

/// A mail parsed by GMime, freed with this value.
final class MIMEMessage {
    let pointer: UnsafeMutablePointer<GMimeMessage>

    /// Parses the bytes; nil when GMime finds nothing like a message in them.
    init?(_ bytes: UnsafeRawBufferPointer) {
        MIMELibrary.prepare()
        let start = bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
        guard let start, let stream = g_mime_stream_mem_new_with_buffer(start, bytes.count) else { return nil }
        defer { g_object_unref(stream) }
        guard let parser = g_mime_parser_new_with_stream(stream) else { return nil }
        defer { g_object_unref(parser) }
        guard let message = g_mime_parser_construct_message(parser, MIMELibrary.parserOptions) else { return nil }
        pointer = message
    }

    deinit { g_object_unref(pointer) }
}

/// GMime's start and what must be loaded before a reader process is shut in.
enum MIMELibrary {
    /// Starts GMime; calling it again does nothing.
    static func prepare() {
        _ = isStarted
    }

    private static let isStarted: Bool = {
        g_mime_init()
        return true
    }()

    /// Lenient in everything, since mails of real programs break every rule; raw 8-bit headers are tried as UTF-8,
    /// then as the code page of Central Europe.
    ///
    /// Sound as `nonisolated(unsafe)`: made once and only read afterwards.
    nonisolated(unsafe) static let parserOptions: OpaquePointer? = {
        prepare()
        let options = g_mime_parser_options_new()
        g_mime_parser_options_set_address_compliance_mode(options, GMIME_RFC_COMPLIANCE_LOOSE)
        g_mime_parser_options_set_parameter_compliance_mode(options, GMIME_RFC_COMPLIANCE_LOOSE)
        g_mime_parser_options_set_rfc2047_compliance_mode(options, GMIME_RFC_COMPLIANCE_LOOSE)
        let names: [String] = ["utf-8", "windows-1250"]
        var charsets: [UnsafePointer<CChar>?] = names.map { name in UnsafePointer(g_strdup(name)) }
        charsets.append(nil)
        g_mime_parser_options_set_fallback_charsets(options, &charsets)
        return options
    }()

    /// Opens a converter for each charset that mails come in and keeps it open: the C library loads its tables from
    /// files, which a shut-in process cannot open. Charsets that are not here decode as far as they can.
    static func loadCharsets() {
        for name in charsets {
            let converter = iconv_open("UTF-8", name)
            let back = iconv_open(name, "UTF-8")
            // Converting once makes tables that are loaded late come in; the descriptors stay open on purpose.
            for descriptor in [converter, back] where descriptor != iconv_t(bitPattern: -1) { warm(descriptor) }
        }
    }

    private static func warm(_ converter: iconv_t?) {
        var input: [CChar] = [0x41]
        var output = [CChar](repeating: 0, count: 16)
        input.withUnsafeMutableBufferPointer { inputBuffer in
            output.withUnsafeMutableBufferPointer { outputBuffer in
                var source = inputBuffer.baseAddress
                var target = outputBuffer.baseAddress
                var sourceCount = 1
                var targetCount = 16
                _ = iconv(converter, &source, &sourceCount, &target, &targetCount)
            }
        }
    }

    private static let charsets = [
        "US-ASCII", "ISO-8859-1", "ISO-8859-2", "ISO-8859-3", "ISO-8859-4", "ISO-8859-5", "ISO-8859-7", "ISO-8859-9",
        "ISO-8859-10", "ISO-8859-13", "ISO-8859-15", "ISO-8859-16", "WINDOWS-1250", "WINDOWS-1251", "WINDOWS-1252",
        "WINDOWS-1253", "WINDOWS-1254", "WINDOWS-1257", "KOI8-R", "KOI8-U", "CP437", "CP850", "CP852", "CP866",
        "MACINTOSH", "MAC-CENTRALEUROPE", "MAC-CYRILLIC", "UTF-7", "UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32",
        "ISO-2022-JP", "SHIFT_JIS", "EUC-JP", "GB2312", "GBK", "GB18030", "BIG5", "EUC-KR", "ISO-2022-KR",
    ]
}
