import CGMime
import FormModel

/// Builds one mail with GMime and frees it again.
struct MailComposer {
    private let message: OutgoingMessage

    /// The values must have passed `HeaderGuard`.
    init(_ message: OutgoingMessage) {
        _ = Self.isStarted
        self.message = message
    }

    private static let isStarted: Bool = {
        g_mime_init()
        return true
    }()

    func bytes() throws(TransportError) -> [UInt8] {
        guard let mail = g_mime_message_new(1) else { throw TransportError(.unwritable, subject: "mail") }
        defer { g_object_unref(mail) }
        addHeaders(to: mail)
        guard let text = textPart() else { throw TransportError(.unwritable, subject: "mail") }
        defer { g_object_unref(text) }
        if message.attachments.isEmpty {
            g_mime_message_set_mime_part(mail, Self.object(text))
        } else {
            guard let mixed = multipart(text) else { throw TransportError(.unwritable, subject: "mail") }
            g_mime_message_set_mime_part(mail, Self.object(mixed))
            g_object_unref(mixed)
        }
        return try written(mail)
    }

    private func addHeaders(to mail: UnsafeMutablePointer<GMimeMessage>) {
        add(message.from, GMIME_ADDRESS_TYPE_FROM, to: mail)
        if let replyTo = message.replyTo { add(replyTo, GMIME_ADDRESS_TYPE_REPLY_TO, to: mail) }
        for mailbox in message.to { add(mailbox, GMIME_ADDRESS_TYPE_TO, to: mail) }
        g_mime_message_set_subject(mail, message.subject, "utf-8")
        if let date = g_date_time_new_from_unix_utc(gint64(message.date.millisecondsSinceEpoch / 1000)) {
            g_mime_message_set_date(mail, date)
            g_date_time_unref(date)
        }
        g_mime_message_set_message_id(mail, message.messageID)
        // RFC 3834, 5: keeps automatic answers from answering a letter that a program sent.
        g_mime_object_set_header(Self.object(mail), "Auto-Submitted", "auto-generated", nil)
    }

    private func add(
        _ mailbox: OutgoingMessage.Mailbox,
        _ type: GMimeAddressType,
        to mail: UnsafeMutablePointer<GMimeMessage>
    ) {
        let name = mailbox.name.isEmpty ? nil : mailbox.name
        guard let address = internet_address_mailbox_new(name, mailbox.address) else { return }
        // GMime would choose the shortest charset that fits.
        internet_address_set_charset(address, "utf-8")
        internet_address_list_add(g_mime_message_get_addresses(mail, type), address)
        g_object_unref(address)
    }

    /// Quoted-printable, so that no server on the way has to touch a long or an 8-bit line.
    private func textPart() -> UnsafeMutablePointer<GMimePart>? {
        guard let part = g_mime_part_new_with_type("text", "plain") else { return nil }
        g_mime_object_set_content_type_parameter(Self.object(part), "charset", "utf-8")
        var lines = message.text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            line.unicodeScalars.last == "\r" ? String(line.unicodeScalars.dropLast()) : String(line)
        }
        if lines.last?.isEmpty == false { lines.append("") }
        setContent(
            Array(lines.joined(separator: "\n").utf8),
            of: part,
            encoding: GMIME_CONTENT_ENCODING_QUOTEDPRINTABLE
        )
        return part
    }

    private func multipart(
        _ text: UnsafeMutablePointer<GMimePart>
    ) -> UnsafeMutablePointer<GMimeMultipart>? {
        guard let mixed = g_mime_multipart_new_with_subtype("mixed") else { return nil }
        // GMime would draw it by chance; "=_" occurs in no quoted-printable and no base64 text (RFC 2045, 6.7).
        g_mime_multipart_set_boundary(mixed, "=_nabor_" + String(fingerprint(of: message.messageID), radix: 16))
        g_mime_multipart_add(mixed, Self.object(text))
        for attachment in message.attachments {
            let words = attachment.mediaType.split(separator: "/").map(String.init)
            guard let part = g_mime_part_new_with_type(words[0], words[1]) else { continue }
            g_mime_object_set_disposition(Self.object(part), "attachment")
            setName(attachment.name, of: part)
            setContent(attachment.bytes, of: part, encoding: GMIME_CONTENT_ENCODING_BASE64)
            g_mime_multipart_add(mixed, Self.object(part))
            g_object_unref(part)
        }
        return mixed
    }

    /// The file name in UTF-8, in both places where mail programs look for it.
    private func setName(_ name: String, of part: UnsafeMutablePointer<GMimePart>) {
        g_mime_part_set_filename(part, name)
        let object = Self.object(part)
        let lists = [
            (g_mime_content_disposition_get_parameters(g_mime_object_get_content_disposition(object)), "filename"),
            (g_mime_content_type_get_parameters(g_mime_object_get_content_type(object)), "name"),
        ]
        for (list, key) in lists {
            guard let list, let parameter = g_mime_param_list_get_parameter(list, key) else { continue }
            g_mime_param_set_charset(parameter, "utf-8")
        }
    }

    /// FNV-1a: only has to be the same for the same message.
    private func fingerprint(of text: String) -> UInt64 {
        text.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
    }

    private func setContent(
        _ bytes: [UInt8],
        of part: UnsafeMutablePointer<GMimePart>,
        encoding: GMimeContentEncoding
    ) {
        let stream = bytes.withUnsafeBytes { raw in
            g_mime_stream_mem_new_with_buffer(raw.baseAddress?.assumingMemoryBound(to: CChar.self), raw.count)
        }
        let content = g_mime_data_wrapper_new_with_stream(stream, GMIME_CONTENT_ENCODING_DEFAULT)
        g_mime_part_set_content(part, content)
        g_mime_part_set_content_encoding(part, encoding)
        if let content { g_object_unref(content) }
        if let stream { g_object_unref(stream) }
    }

    private func written(_ mail: UnsafeMutablePointer<GMimeMessage>) throws(TransportError) -> [UInt8] {
        guard let options = g_mime_format_options_new(), let stream = g_mime_stream_mem_new() else {
            throw TransportError(.unwritable, subject: "mail")
        }
        defer {
            g_object_unref(stream)
            g_mime_format_options_free(options)
        }
        g_mime_format_options_set_newline_format(options, GMIME_NEWLINE_FORMAT_DOS)
        g_mime_format_options_set_param_encoding_method(options, GMIME_PARAM_ENCODING_METHOD_RFC2231)
        let memory = UnsafeMutableRawPointer(stream).assumingMemoryBound(to: GMimeStreamMem.self)
        guard g_mime_object_write_to_stream(Self.object(mail), options, stream) > 0,
            let array = g_mime_stream_mem_get_byte_array(memory), let start = array.pointee.data
        else { throw TransportError(.unwritable, subject: "mail") }
        return Array(UnsafeBufferPointer(start: start, count: Int(array.pointee.len)))
    }

    /// Sound for the types used here: each begins with a `GMimeObject`, as GObject lays subclasses out.
    private static func object<Subclass>(_ pointer: UnsafeMutablePointer<Subclass>) -> UnsafeMutablePointer<GMimeObject>
    {
        UnsafeMutableRawPointer(pointer).assumingMemoryBound(to: GMimeObject.self)
    }
}
