/// Refuses values that could become headers or recipients of their own.
enum HeaderGuard {
    static func check(_ message: OutgoingMessage) throws(TransportError) {
        try check(message.from, header: "From")
        guard !message.to.isEmpty else { throw TransportError(.addressInvalid, subject: "To") }
        for mailbox in message.to { try check(mailbox, header: "To") }
        if let replyTo = message.replyTo { try check(replyTo, header: "Reply-To") }
        try checkLine(message.subject, header: "Subject")
        try checkMessageID(message.messageID)
        for attachment in message.attachments {
            try checkLine(attachment.name, header: "Content-Disposition")
            try checkMediaType(attachment.mediaType)
        }
    }

    private static func check(_ mailbox: OutgoingMessage.Mailbox, header: String) throws(TransportError) {
        try checkLine(mailbox.name, header: header)
        try checkLine(mailbox.address, header: header)
        let parts = mailbox.address.utf8.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
        let isPlain = mailbox.address.utf8.allSatisfy { $0 > 0x20 && !special.contains($0) }
        guard isPlain, parts.count == 2, parts.allSatisfy({ !$0.isEmpty }), mailbox.address.utf8.count <= 254 else {
            throw TransportError(.addressInvalid, subject: header)
        }
    }

    /// Characters that end an address or begin another one (RFC 5322, 3.2.3); quoted local parts are not written.
    private static let special = Set("()<>[]:;,\\\"".utf8)

    private static func checkMessageID(_ id: String) throws(TransportError) {
        try checkLine(id, header: "Message-ID")
        let isPlain = id.utf8.allSatisfy {
            $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "<") && $0 != UInt8(ascii: ">")
        }
        guard isPlain, id.utf8.contains(UInt8(ascii: "@")), id.utf8.count <= 250 else {
            throw TransportError(.addressInvalid, subject: "Message-ID")
        }
    }

    private static func checkMediaType(_ type: String) throws(TransportError) {
        let words = type.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        let isToken = words.allSatisfy { word in
            !word.isEmpty && word.allSatisfy { $0 > 0x20 && $0 < 0x7F && !special.contains($0) && $0 != 0x3D }
        }
        guard words.count == 2, isToken else { throw TransportError(.headerInjection, subject: "Content-Type") }
    }

    /// No control characters, and none of the separators that some programs take for a line end.
    private static func checkLine(_ text: String, header: String) throws(TransportError) {
        let isLine = text.unicodeScalars.allSatisfy { scalar in
            switch scalar.properties.generalCategory {
            case .control, .lineSeparator, .paragraphSeparator: false
            default: true
            }
        }
        guard isLine else { throw TransportError(.headerInjection, subject: header) }
    }
}
