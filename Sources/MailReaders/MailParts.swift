import Readers
import FormModel
import ReaderProtocol

/// Sorts the leaves of a mail into parts worth reading and others, each with its reason.
struct MailParts {
    private(set) var parts: [MailReading.Part] = []
    /// Bytes of the parts worth reading.
    private(set) var contents: [(index: Int, bytes: [UInt8])] = []
    private(set) var warnings: [ReadingWarning] = []
    private let shownContentIDs: Set<String>

    init(_ tree: MailTree) {
        shownContentIDs = tree.shownContentIDs
        for leaf in tree.leaves { add(leaf) }
    }

    /// A picture that the mail shows and that is smaller than any readable scan of a form.
    private static let logoByteCountMax = 100_000
    /// No picture of a form is this small, shown or not.
    private static let trivialPictureByteCountMax = 6000

    private enum Verdict {
        case wanted
        case skipped(String, silently: Bool)
        case flagged(FindingCode, String)
        case limited(String, reason: String)
    }

    private mutating func add(_ leaf: MIMEObject) {
        let bytes = leaf.content
        let type = leaf.mediaType
        let name = AttachmentName.safe(leaf.fileName ?? "")
        let format = Self.format(of: bytes, name: name, mediaType: type)
        let verdict = verdict(leaf, bytes, type: type, format: format)
        var part = MailReading.Part(
            index: parts.count,
            name: name,
            declaredType: String(type.prefix(100)),
            format: format,
            byteCount: bytes.count
        )
        switch verdict {
        case .wanted: contents.append((part.index, bytes))
        case .skipped(let reason, let silently):
            part.skipReason = reason == "logo" ? "inlineLogo" : "notAForm"
            if !silently { warn(.attachmentSkipped, part, ["reason": reason]) }
        case .flagged(let code, let reason):
            part.skipReason = "notAForm"
            warn(code, part, ["reason": reason])
        case .limited(let limit, let reason):
            part.skipReason = reason
            warn(.sourceLimit, part, ["limit": limit])
        }
        parts.append(part)
    }

    private mutating func warn(_ code: FindingCode, _ part: MailReading.Part, _ parameters: [String: String]) {
        warnings.append(ReadingWarning(code, place: "part[\(part.index)]", parameters: parameters))
    }

    private func verdict(_ leaf: MIMEObject, _ bytes: [UInt8], type: String, format: SourceFormat) -> Verdict {
        if let flag = Self.flag(bytes, type: type, leaf: leaf) { return flag }
        if Self.silentTypes.contains(type) { return .skipped(type, silently: true) }
        guard Self.wantedFormats.contains(format) else { return .skipped(format.rawValue, silently: bytes.isEmpty) }
        if isLogo(leaf, format: format, byteCount: bytes.count) { return .skipped("logo", silently: true) }
        if bytes.count > ReaderLimits.attachmentByteCountMax {
            return .limited("attachmentByteCountMax", reason: "tooLarge")
        }
        guard contents.count < ReaderLimits.attachmentCountMax else {
            return .limited("attachmentCountMax", reason: "tooMany")
        }
        return .wanted
    }

    private static let wantedFormats: Set<SourceFormat> = [
        .docx, .odt, .doc, .rtf, .pdf, .jpeg, .png, .tiff, .heic, .xlsx, .csv, .jsonl, .mail,
    ]

    /// Parts that mail programs add by themselves.
    private static let silentTypes: Set<String> = [
        "application/pgp-signature", "application/pkcs7-signature", "application/x-pkcs7-signature",
        "application/pgp-keys", "text/calendar", "application/ics", "text/x-amp-html", "text/vcard", "text/x-vcard",
        "message/delivery-status", "message/disposition-notification",
    ]

    /// What cannot be looked into here but may hold a form.
    private static func flag(_ bytes: [UInt8], type: String, leaf: MIMEObject) -> Verdict? {
        // MS-OXTNEF 2.1.3.1: the signature 0x223E9F78.
        if type == "application/ms-tnef" || type == "application/vnd.ms-tnef"
            || bytes.starts(with: [0x78, 0x9F, 0x3E, 0x22])
        {
            return .flagged(.sourceUnusable, "tnef")
        }
        if type == "application/pkcs7-mime" || type == "application/x-pkcs7-mime" {
            // RFC 8551, 3.2.2: opaque signing is not secret, but wraps the content all the same.
            let isSigned = leaf.parameter("smime-type")?.lowercased() == "signed-data"
            return isSigned ? .flagged(.sourceUnusable, "smimeSigned") : .flagged(.sourceEncrypted, "smime")
        }
        if bytes.starts(with: "-----BEGIN PGP MESSAGE-----".utf8) { return .flagged(.sourceEncrypted, "pgp") }
        return nil
    }

    private func isLogo(_ leaf: MIMEObject, format: SourceFormat, byteCount: Int) -> Bool {
        guard [.jpeg, .png, .tiff, .heic].contains(format) else { return false }
        if byteCount <= Self.trivialPictureByteCountMax { return true }
        guard byteCount <= Self.logoByteCountMax, let id = leaf.contentID else { return false }
        return shownContentIDs.contains(id)
    }

    /// By the bytes; a table of text is one only where name or declared type say so, since any letter with commas
    /// looks like one.
    private static func format(of bytes: [UInt8], name: String, mediaType: String) -> SourceFormat {
        let told = Sniffing.format(of: bytes)
        guard [.text, .csv, .jsonl, .html, .mail].contains(told) else { return told }
        if let hint = ReaderJob.hint(fileName: name), hint != .xlsx { return hint }
        if mediaType == "text/csv" { return .csv }
        return told == .mail || told == .html ? told : .text
    }
}
