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

/// GMime's start and how it parses.
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
}
