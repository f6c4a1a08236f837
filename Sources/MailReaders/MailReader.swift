import CGMime
public import FormModel
public import ReaderProtocol
import Readers

/// Takes a mail apart (RFC 5322, RFC 2045 to 2049): envelope, typed text, and the parts that may be forms.
///
/// Handles any nesting of multiparts and enclosed messages, every transfer encoding and charset that GMime knows,
/// encoded and raw 8-bit names. A part counts by its bytes, whatever its disposition or declared type. Flags without
/// opening: encrypted mails (S/MIME, PGP), winmail.dat, archives. Ignores: inline logos, calendar parts, signatures.
public enum MailReader {
    /// Takes one record of the reply; throws when the record is over a limit.
    public typealias Sink = (ReaderReply) throws(WireFault) -> Void

    /// Sends the mail, then the bytes of each part worth reading; the last record is `end` or `failure`. With
    /// `readsOnlyForm` the reading of a form that is the only part follows its bytes, if it can be read.
    ///
    /// What is no mail by its bytes is said to be what it is, for another reader; so is a mail that names charsets which
    /// this process has not loaded.
    public static func read(
        _ bytes: UnsafeRawBufferPointer,
        hint: SourceFormat?,
        charsets: Charsets,
        readsOnlyForm: Bool = false,
        send: @escaping Sink
    ) throws(WireFault) {
        let format = Sniffing.format(of: bytes, hint: hint)
        guard format == .mail else { return try send(.failure(ReadFailure(.sourceNotYetReadable, format: format))) }
        guard charsets == .all || CharsetCensus.isCommon(bytes) else {
            return try send(.failure(ReadFailure(.sourceNotYetReadable, format: .mail)))
        }
        try read(bytes, readsOnlyForm: readsOnlyForm, send: send)
    }

    private static func read(
        _ bytes: UnsafeRawBufferPointer,
        readsOnlyForm: Bool,
        send: @escaping Sink
    ) throws(WireFault) {
        if let limit = exceededLimit(bytes) {
            return try send(.failure(ReadFailure(.sourceLimit, format: .mail, parameters: ["limit": limit])))
        }
        guard let message = MIMEMessage(bytes) else {
            return try send(.failure(ReadFailure(.sourceDamaged, format: .mail, parameters: ["reason": "mail"])))
        }
        var tree = MailTree()
        tree.add(message.pointer)
        let sorted = MailParts(tree)
        var mail = MailHeaders.read(message.pointer)
        mail.body = MailText.reading(of: tree.texts)
        mail.parts = sorted.parts
        mail.warnings = Array((tree.warnings + sorted.warnings).prefix(ReaderLimits.warningCountMax))
        try send(.mail(mail))
        for (index, content) in sorted.contents { try send(.part(index: index, bytes: content)) }
        if readsOnlyForm, sorted.contents.count == 1 {
            try readForm(sorted.contents[0].bytes, sorted.parts[sorted.contents[0].index].format, send: send)
        }
        try send(.end)
    }

    /// Sends the form's reading and nothing else: what cannot be read here is read, and judged, by its own reader.
    private static func readForm(
        _ bytes: [UInt8],
        _ format: SourceFormat,
        send: @escaping Sink
    ) throws(WireFault) {
        guard format == .docx || format == .odt else { return }
        try bytes.withUnsafeBufferPointer { (form) throws(WireFault) in
            try DocumentReader.read(UnsafeRawBufferPointer(form), hint: format) { (reply) throws(WireFault) in
                if case .reading = reply { try send(reply) }
            }
        }
    }

    /// Looked at before GMime sees anything.
    private static func exceededLimit(_ bytes: UnsafeRawBufferPointer) -> String? {
        if bytes.count > ReaderLimits.mailByteCountMax { return "mailByteCountMax" }
        if headerByteCount(bytes) > ReaderLimits.mailHeaderByteCountMax { return "mailHeaderByteCountMax" }
        return nil
    }

    /// Bytes before the first empty line, counted up to just above the limit.
    private static func headerByteCount(_ bytes: UnsafeRawBufferPointer) -> Int {
        let end = min(bytes.count, ReaderLimits.mailHeaderByteCountMax + 4)
        var lineStart = 0
        for index in 0..<end where bytes[index] == 0x0A {
            if index == lineStart || (index == lineStart + 1 && bytes[lineStart] == 0x0D) { return lineStart }
            lineStart = index + 1
        }
        return end
    }
}
