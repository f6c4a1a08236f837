import CGMime
import FormModel
import ReaderProtocol

/// Reads the envelope of a mail: who, to whom, about what, and when it arrived.
enum MailHeaders {
    /// A mail reading with nothing but the envelope.
    static func read(_ message: UnsafeMutablePointer<GMimeMessage>) -> MailReading {
        var mail = MailReading()
        mail.messageID = g_mime_message_get_message_id(message).map { oneLine(String(cString: $0)) }
        mail.subject = g_mime_message_get_subject(message).map { oneLine(String(cString: $0)) } ?? ""
        let from = mailboxes(g_mime_message_get_from(message))
        mail.fromAddress = from.first?.address
        mail.fromName = from.first?.name
        var recipients = mailboxes(g_mime_message_get_to(message)).map(\.address)
        recipients += mailboxes(g_mime_message_get_cc(message)).map(\.address)
        readList(message, into: &mail, recipients: &recipients)
        var seen: Set<String> = []
        mail.recipients = recipients.filter { seen.insert($0).inserted }
        if mail.recipients.count > ReaderLimits.recipientCountMax {
            mail.recipients.removeSubrange(ReaderLimits.recipientCountMax...)
        }
        return mail
    }

    private static let deliveryHeaders: Set<String> = ["delivered-to", "x-original-to", "envelope-to"]

    /// Walks the header block once: delivery addresses, and the topmost Received line.
    private static func readList(
        _ message: UnsafeMutablePointer<GMimeMessage>,
        into mail: inout MailReading,
        recipients: inout [String]
    ) {
        let object = UnsafeMutableRawPointer(message).assumingMemoryBound(to: GMimeObject.self)
        guard let list = g_mime_object_get_header_list(object) else { return }
        var isReceivedSeen = false
        for index in 0..<g_mime_header_list_get_count(list) {
            guard let header = g_mime_header_list_get_header_at(list, index),
                let name = g_mime_header_get_name(header).map({ String(cString: $0).lowercased() }),
                let value = g_mime_header_get_value(header).map({ String(cString: $0) })
            else { continue }
            if deliveryHeaders.contains(name), recipients.count < ReaderLimits.recipientCountMax {
                let parsed = internet_address_list_parse(MIMELibrary.parserOptions, value)
                recipients += mailboxes(parsed).map(\.address)
                if let parsed { g_object_unref(parsed) }
            } else if name == "received", !isReceivedSeen {
                // Only the topmost line was written by a server that we trust to some degree.
                isReceivedSeen = true
                mail.receivedAt = time(ofReceived: value)
            }
        }
    }

    /// The date behind the last semicolon (RFC 5321, 4.4).
    static func time(ofReceived value: String) -> Instant? {
        guard let semicolon = value.utf8.lastIndex(of: UInt8(ascii: ";")) else { return nil }
        let date = String(value[value.utf8.index(after: semicolon)...])
        guard let time = g_mime_utils_header_decode_date(date) else { return nil }
        defer { g_date_time_unref(time) }
        let seconds = Int64(g_date_time_to_unix(time))
        guard seconds > 0, seconds <= ReaderLimits.instantRange.upperBound / 1000 else { return nil }
        return Instant(millisecondsSinceEpoch: seconds * 1000)
    }

    private static func mailboxes(_ list: UnsafeMutablePointer<InternetAddressList>?) -> [(
        address: String, name: String?
    )] {
        var found: [(address: String, name: String?)] = []
        collect(list, depth: 0, into: &found)
        return found
    }

    /// Groups may hold groups only by damage; three levels are more than RFC 5322 allows.
    private static func collect(
        _ list: UnsafeMutablePointer<InternetAddressList>?,
        depth: Int,
        into found: inout [(address: String, name: String?)]
    ) {
        guard let list, depth < 3 else { return }
        for index in 0..<min(internet_address_list_length(list), Int32(ReaderLimits.recipientCountMax)) {
            guard let address = internet_address_list_get_address(list, index) else { continue }
            let raw = UnsafeMutableRawPointer(address)
            let instance = raw.assumingMemoryBound(to: GTypeInstance.self)
            if g_type_check_instance_is_a(instance, internet_address_group_get_type()) != 0 {
                let group = raw.assumingMemoryBound(to: InternetAddressGroup.self)
                collect(internet_address_group_get_members(group), depth: depth + 1, into: &found)
            } else if g_type_check_instance_is_a(instance, internet_address_mailbox_get_type()) != 0 {
                let mailbox = raw.assumingMemoryBound(to: InternetAddressMailbox.self)
                guard let bare = internet_address_mailbox_get_addr(mailbox).map({ oneLine(String(cString: $0)) }),
                    !bare.isEmpty
                else { continue }
                let name = internet_address_get_name(address).map { oneLine(String(cString: $0)) }
                found.append((bare, name.flatMap { $0.isEmpty ? nil : $0 }))
            }
        }
    }

    /// Without line breaks and other control characters, blanks folded, no longer than a header may reasonably be.
    static func oneLine(_ text: String) -> String {
        var scalars = String.UnicodeScalarView()
        var wasBlank = true
        for scalar in text.unicodeScalars.prefix(lineScalarCountMax) {
            let isBlank = scalar.properties.isWhitespace || scalar.properties.generalCategory == .control
            if !isBlank { scalars.append(scalar) } else if !wasBlank { scalars.append(" ") }
            wasBlank = isBlank
        }
        if scalars.last == " " { scalars.removeLast() }
        return String(scalars)
    }

    private static let lineScalarCountMax = 2000
}
