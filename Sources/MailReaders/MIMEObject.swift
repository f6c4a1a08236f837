import CGMime

/// A node of a mail's part tree, as GMime parsed it; valid as long as the message that owns it.
struct MIMEObject {
    let pointer: UnsafeMutablePointer<GMimeObject>

    /// What kind of node it is.
    enum Kind {
        case multipart(UnsafeMutablePointer<GMimeMultipart>)
        case message(UnsafeMutablePointer<GMimeMessagePart>)
        case text(UnsafeMutablePointer<GMimeTextPart>)
        case leaf
    }

    var kind: Kind {
        if isA(g_mime_multipart_get_type()) { return .multipart(cast()) }
        if isA(g_mime_message_part_get_type()) { return .message(cast()) }
        return isA(g_mime_text_part_get_type()) ? .text(cast()) : .leaf
    }

    /// Lower case, such as `text/plain`.
    var mediaType: String {
        guard let type = g_mime_object_get_content_type(pointer),
            let words = OwnedText(g_mime_content_type_get_mime_type(type))
        else { return "" }
        return words.text.lowercased()
    }

    func parameter(_ name: String) -> String? {
        g_mime_object_get_content_type_parameter(pointer, name).map { String(cString: $0) }
    }

    var isAttachment: Bool {
        g_mime_object_get_disposition(pointer).map { String(cString: $0).lowercased() } == "attachment"
    }

    var contentID: String? { g_mime_object_get_content_id(pointer).map { String(cString: $0) } }

    /// As the sender gave it, decoded (RFC 2231, RFC 2047) but not yet safe.
    var fileName: String? {
        guard isA(g_mime_part_get_type()) else { return nil }
        return g_mime_part_get_filename(cast()).map { String(cString: $0) }
    }

    /// The content with its transfer encoding undone.
    var content: [UInt8] {
        guard isA(g_mime_part_get_type()), let wrapper = g_mime_part_get_content(cast()) else { return [] }
        guard let stream = g_mime_stream_mem_new() else { return [] }
        defer { g_object_unref(stream) }
        _ = g_mime_data_wrapper_write_to_stream(wrapper, stream)
        let memory = UnsafeMutableRawPointer(stream).assumingMemoryBound(to: GMimeStreamMem.self)
        guard let array = g_mime_stream_mem_get_byte_array(memory), let start = array.pointee.data else { return [] }
        return Array(UnsafeBufferPointer(start: start, count: Int(array.pointee.len)))
    }

    private func isA(_ type: GType) -> Bool {
        let instance = UnsafeMutableRawPointer(pointer).assumingMemoryBound(to: GTypeInstance.self)
        return g_type_check_instance_is_a(instance, type) != 0
    }

    /// Sound only after `isA` said so: GObject lays a subclass out behind its superclass.
    private func cast<Subclass>() -> UnsafeMutablePointer<Subclass> {
        UnsafeMutableRawPointer(pointer).assumingMemoryBound(to: Subclass.self)
    }
}

/// A C string that GLib allocated for us.
struct OwnedText {
    let text: String

    /// Takes the string over and frees it; bytes that are not UTF-8 become U+FFFD.
    init?(_ pointer: UnsafeMutablePointer<CChar>?) {
        guard let pointer else { return nil }
        text = String(cString: pointer)
        g_free(pointer)
    }
}
