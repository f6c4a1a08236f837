import Readers
import CGMime
import FormModel
import ReaderProtocol

/// Walks through all parts of a mail within the limits and keeps the leaves, texts apart from files.
struct MailTree {
    /// A text that a person may have typed.
    struct Text {
        var plain: String
        /// The HTML it came from was kept for the pictures it refers to.
        var isHTML: Bool
        var isFlowed = false
        var deletesSpace = false
        /// Enclosed messages around it.
        var messageDepth: Int
    }

    private(set) var texts: [Text] = []
    private(set) var leaves: [MIMEObject] = []
    private(set) var warnings: [ReadingWarning] = []
    /// Content-IDs that HTML texts show as pictures.
    private(set) var shownContentIDs: Set<String> = []
    private var partCount = 0
    private var textByteCount = 0
    private var reported: Set<String> = []

    /// Walks a message and everything in it.
    mutating func add(_ message: UnsafeMutablePointer<GMimeMessage>, depth: Int = 0, messageDepth: Int = 0) {
        guard let part = g_mime_message_get_mime_part(message) else { return }
        add(MIMEObject(pointer: part), depth: depth, messageDepth: messageDepth)
    }

    /// Recursion ends at `ReaderLimits.mailDepthMax`, whatever GMime built.
    private mutating func add(_ object: MIMEObject, depth: Int, messageDepth: Int) {
        guard depth <= ReaderLimits.mailDepthMax else { return report(limit: "mailDepthMax") }
        partCount += 1
        guard partCount <= ReaderLimits.mailPartCountMax else { return report(limit: "mailPartCountMax") }
        switch object.kind {
        case .multipart(let multipart): add(multipart, object, depth: depth, messageDepth: messageDepth)
        case .message(let part):
            guard let message = g_mime_message_part_get_message(part) else {
                return warn(.sourceDamaged, ["reason": "enclosedMessage"])
            }
            add(message, depth: depth + 1, messageDepth: messageDepth + 1)
        case .text(let part): addText(part, object, messageDepth: messageDepth)
        case .leaf: leaves.append(object)
        }
    }

    private mutating func add(
        _ multipart: UnsafeMutablePointer<GMimeMultipart>,
        _ object: MIMEObject,
        depth: Int,
        messageDepth: Int
    ) {
        let type = object.mediaType
        if type == "multipart/encrypted" { return warn(.sourceEncrypted, ["reason": "pgp"]) }
        let count = g_mime_multipart_get_count(multipart)
        if count == 0 { return warn(.sourceDamaged, ["reason": "multipart"]) }
        let textStart = texts.count
        for index in 0..<count {
            guard let part = g_mime_multipart_get_part(multipart, index) else { continue }
            add(MIMEObject(pointer: part), depth: depth + 1, messageDepth: messageDepth)
            if reported.contains("mailPartCountMax") { return }
        }
        if type == "multipart/alternative" { keepOneText(from: textStart) }
    }

    /// RFC 2046, 5.1.4: alternatives say the same; the plain one is preferred, unless it is empty.
    private mutating func keepOneText(from start: Int) {
        let own = texts[start...]
        guard own.count > 1 else { return }
        let best = own.first { !$0.isHTML && !$0.plain.trimmed.isEmpty } ?? own.first { !$0.plain.trimmed.isEmpty }
        texts.removeSubrange(start...)
        if let best { texts.append(best) }
    }

    private mutating func addText(
        _ part: UnsafeMutablePointer<GMimeTextPart>,
        _ object: MIMEObject,
        messageDepth: Int
    ) {
        let type = object.mediaType
        guard type == "text/plain" || type == "text/html", !object.isAttachment, object.fileName == nil else {
            return leaves.append(object)
        }
        guard let content = OwnedText(g_mime_text_part_get_text(part)) else { return }
        textByteCount += content.text.utf8.count
        guard textByteCount <= ReaderLimits.mailTextByteCountMax else { return report(limit: "mailTextByteCountMax") }
        let isHTML = type == "text/html"
        if isHTML { noteContentIDs(in: content.text) }
        let isFlowed = object.parameter("format")?.lowercased() == "flowed"
        texts.append(
            Text(
                plain: isHTML ? MailText.plain(fromHTML: content.text) : content.text,
                isHTML: isHTML,
                isFlowed: isFlowed && !isHTML,
                deletesSpace: object.parameter("delsp")?.lowercased() == "yes",
                messageDepth: messageDepth
            )
        )
    }

    /// `src="cid:…"` (RFC 2392); the id ends where no id character follows.
    private mutating func noteContentIDs(in html: String) {
        let bytes = Array(html.utf8)
        var position = 0
        while position + 4 < bytes.count, shownContentIDs.count < ReaderLimits.mailPartCountMax {
            defer { position += 1 }
            guard bytes[position] | 0x20 == UInt8(ascii: "c"), bytes[position + 1] | 0x20 == UInt8(ascii: "i"),
                bytes[position + 2] | 0x20 == UInt8(ascii: "d"), bytes[position + 3] == UInt8(ascii: ":")
            else { continue }
            let rest = bytes[(position + 4)...].prefix(256)
            let id = rest.prefix { $0 > 0x20 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "'") && $0 != 0x3E }
            shownContentIDs.insert(String(decoding: id, as: UTF8.self))
        }
    }

    private mutating func report(limit: String) {
        guard reported.insert(limit).inserted else { return }
        warn(.sourceLimit, ["limit": limit])
    }

    private mutating func warn(_ code: FindingCode, _ parameters: [String: String]) {
        warnings.append(ReadingWarning(code, parameters: parameters))
    }
}
