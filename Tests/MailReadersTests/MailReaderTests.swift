import FormModel
import MailReaders
import ReaderProtocol
import Testing

struct MailReaderTests {
    /// A mail with CRLF line ends, taken apart.
    static func read(_ text: String) throws -> (mail: MailReading, parts: [Int: [UInt8]]) {
        try read(Array(text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n").utf8))
    }

    static func read(_ bytes: [UInt8]) throws -> (mail: MailReading, parts: [Int: [UInt8]]) {
        var mail: MailReading?
        var parts: [Int: [UInt8]] = [:]
        for reply in try replies(bytes, charsets: .all) {
            switch reply {
            case .mail(let reading): mail = reading
            case .part(let index, let bytes): parts[index] = bytes
            default: break
            }
        }
        return (try #require(mail), parts)
    }

    /// Everything that reading these bytes sends.
    static func replies(
        _ bytes: [UInt8],
        charsets: Charsets,
        readsOnlyForm: Bool = false
    ) throws -> [ReaderReply] {
        var replies: [ReaderReply] = []
        try bytes.withUnsafeBytes { raw in
            try MailReader.read(
                raw,
                hint: .mail,
                charsets: charsets,
                readsOnlyForm: readsOnlyForm
            ) { (reply) throws(WireFault) in
                // Encoding shows that the record can be sent.
                _ = try reply.encoded()
                replies.append(reply)
            }
        }
        return replies
    }

    static func lines(_ mail: MailReading) -> [String] {
        mail.body?.blocks.map { block in
            if case .paragraph(let paragraph) = block { paragraph.text } else { "table" }
        } ?? []
    }

    static let pdf = "JVBERi0xLjQK"

    static func mixed(_ parts: String...) -> String {
        let head =
            "From: a@example.org\nTo: z@example.org\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n\n"
        return head + parts.map { "--x\n\($0)\n" }.joined() + "--x--\n"
    }

    @Test func envelopeIsReadAndTheDateHeaderIsNot() throws {
        let mail = try Self.read(
            """
            Received: from a by b; Sun, 01 Mar 2026 12:00:00 +0100
            Received: from c by d; Sun, 01 Mar 2026 11:00:00 +0100
            Delivered-To: zapisy+szkola@example.org
            From: =?UTF-8?Q?=C5=81ucja?= =?UTF-8?Q?_Nowak?= <lucja@example.org>
            To: Nabór <zapisy@example.org>, grupa: jan@example.org;
            Cc: zapisy@example.org
            Subject: =?iso-8859-2?B?WmezszY=?= formularz
            Message-ID: <abc@example.org>
            Date: Mon, 01 Jan 2001 00:00:00 +0000

            Tekst
            """
        ).mail
        #expect(mail.receivedAt == Instant(millisecondsSinceEpoch: 1_772_362_800_000))
        #expect(mail.fromAddress == "lucja@example.org")
        #expect(mail.fromName == "Łucja Nowak")
        #expect(Set(mail.recipients) == ["zapisy+szkola@example.org", "zapisy@example.org", "jan@example.org"])
        #expect(mail.messageID == "abc@example.org")
        #expect(mail.subject.hasSuffix("formularz"))
        #expect(Self.lines(mail) == ["Tekst"])
    }

    @Test(arguments: [
        "Content-Type: application/pdf\nContent-Disposition: attachment; filename=a.pdf",
        "Content-Type: application/octet-stream\nContent-Disposition: inline",
        "Content-Type: text/plain; name=a.txt",
        "Content-Type: image/png\nContent-ID: <1>",
        "Content-Type: nonsense",
    ])
    func partCountsByItsBytes(head: String) throws {
        let result = try Self.read(Self.mixed("\(head)\nContent-Transfer-Encoding: base64\n\n\(Self.pdf)"))
        #expect(result.mail.parts.map(\.format) == [.pdf])
        #expect(result.mail.parts.map(\.skipReason) == [nil])
        #expect(result.parts == [0: Array("%PDF-1.4\n".utf8)])
    }

    @Test(arguments: [
        ("filename=\"=?UTF-8?Q?zg=C5=82oszenie=2Epdf?=\"", "zgłoszenie.pdf"),
        ("filename*=UTF-8''zg%C5%82oszenie.pdf", "zgłoszenie.pdf"),
        ("filename*0*=UTF-8''zg%C5%82o; filename*1=szenie.pdf", "zgłoszenie.pdf"),
        ("filename=\"zgłoszenie.pdf\"", "zgłoszenie.pdf"),
        ("filename=\"../../etc/passwd\"", "passwd"),
        ("filename=\"C:\\\\temp\\\\a.pdf\"", "a.pdf"),
        ("filename*=UTF-8''a%E2%80%AEfdp.exe", "afdp.exe"),
        ("filename*=UTF-8''a%0D%0Ab%07c.pdf", "abc.pdf"),
        ("filename*=UTF-8''ab%00c.pdf", "ab"),
        ("filename=\"..\"", ""),
    ])
    func namesAreDecodedAndMadeSafe(parameter: String, expected: String) throws {
        let head = "Content-Type: application/pdf\nContent-Disposition: attachment; \(parameter)"
        let result = try Self.read(Self.mixed("\(head)\nContent-Transfer-Encoding: base64\n\n\(Self.pdf)"))
        #expect(result.mail.parts.map(\.name) == [expected])
    }

    @Test func rawNameInAnOldCodePageIsRead() throws {
        var bytes = Array(Self.mixed("Content-Type: application/pdf; name=\"z#o.pdf\"\n\n%PDF-1.4").utf8)
        let place = try #require(bytes.firstIndex(of: UInt8(ascii: "#")))
        bytes[place] = 0xB3
        #expect(try Self.read(bytes).mail.parts.map(\.name) == ["zło.pdf"])
    }

    @Test func partsOfEnclosedMessagesCount() throws {
        let inner = Self.mixed("Content-Type: application/pdf\nContent-Transfer-Encoding: base64\n\n\(Self.pdf)")
            .split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\n")
            .replacing("boundary=x", with: "boundary=y").replacing("--x", with: "--y")
        let result = try Self.read(Self.mixed("Content-Type: message/rfc822\n\n\(inner)"))
        #expect(result.parts.values.map { $0.count } == [9])
    }

    @Test func logosAreSkippedAndBigShownPicturesAreNot() throws {
        let png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] as [UInt8]
        func picture(_ id: String, _ count: Int) -> String {
            let hex = (png + [UInt8](repeating: 0x41, count: count)).map { byte in
                let digits = String(byte, radix: 16, uppercase: true)
                return "=" + (digits.count == 1 ? "0" + digits : digits)
            }
            let lines = stride(from: 0, to: hex.count, by: 20).map {
                hex[$0..<min(hex.count, $0 + 20)].joined() + "=\n"
            }
            return "Content-Type: image/png\nContent-ID: <\(id)>\nContent-Transfer-Encoding: quoted-printable\n\n"
                + lines.joined()
        }
        let html = "Content-Type: text/html\n\n<p>Hej</p><img src=\"cid:a@b\"><img src='cid:c@d'>"
        let result = try Self.read(
            Self.mixed(
                html,
                picture("a@b", 20_000),
                picture("c@d", 150_000),
                picture("e@f", 20_000),
                picture("g@h", 500)
            )
        )
        #expect(result.mail.parts.map(\.skipReason) == ["inlineLogo", nil, nil, "inlineLogo"])
        #expect(result.mail.warnings.isEmpty)
    }

    @Test(arguments: [
        ("Content-Type: application/ms-tnef; name=winmail.dat\n\nx", FindingCode.sourceUnusable, "tnef"),
        ("Content-Type: application/octet-stream\n\nx\u{1}", .attachmentSkipped, "unknown"),
        ("Content-Type: application/pkcs7-mime; smime-type=enveloped-data\n\nx", .sourceEncrypted, "smime"),
        (
            "Content-Type: multipart/encrypted; boundary=y\n\n--y\nContent-Type: a/b\n\nx\n--y--", .sourceEncrypted,
            "pgp"
        ),
        ("Content-Type: text/plain; name=m.asc\n\n-----BEGIN PGP MESSAGE-----\n\nx", .sourceEncrypted, "pgp"),
        ("Content-Type: multipart/mixed\n\n--q\n\nx\n--q--", .sourceDamaged, "multipart"),
    ])
    func whatCannotBeLookedIntoIsFlagged(part: String, code: FindingCode, reason: String) throws {
        let result = try Self.read(Self.mixed(part))
        #expect(result.mail.warnings.map(\.code) == [code])
        #expect(result.mail.warnings.first?.parameters["reason"] == reason)
        #expect(result.parts.isEmpty)
    }

    @Test func damagedBase64GivesWhatCanBeRead() throws {
        let result = try Self.read(
            Self.mixed("Content-Type: application/pdf\nContent-Transfer-Encoding: base64\n\nJVB!!ERi0x\n\u{1}LjQK=")
        )
        #expect(result.mail.parts.map(\.format) == [.pdf])
    }

    @Test func tooManyPartsAreReported() throws {
        let part = "--x\nContent-Type: application/pdf\n\n%PDF-1.4\n"
        let head = "From: a@example.org\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n\n"
        let result = try Self.read(head + String(repeating: part, count: 300) + "--x--\n")
        #expect(result.parts.count == ReaderLimits.attachmentCountMax)
        #expect(result.mail.parts.count == ReaderLimits.mailPartCountMax - 1)
        let limits = Set(result.mail.warnings.compactMap { $0.parameters["limit"] })
        #expect(limits == ["mailPartCountMax", "attachmentCountMax"])
    }

    @Test func deepNestingIsReported() throws {
        var text = "Content-Type: text/plain\n\ninnermost\n"
        for level in 0..<40 {
            text = "Content-Type: multipart/mixed; boundary=b\(level)\n\n--b\(level)\n\(text)\n--b\(level)--\n"
        }
        let mail = try Self.read("From: a@example.org\nMIME-Version: 1.0\n" + text).mail
        #expect(mail.warnings.map(\.parameters) == [["limit": "mailDepthMax"]])
    }

    @Test(arguments: [
        (36_000_000, 10, "mailByteCountMax"),
        (10, 300_000, "mailHeaderByteCountMax"),
    ])
    func mailsAboveTheLimitsAreRefused(bodyCount: Int, headerCount: Int, limit: String) throws {
        let header = "From: a@example.org\r\nX-Long: " + String(repeating: "x", count: headerCount)
        let bytes = Array(header.utf8) + Array("\r\n\r\n".utf8) + [UInt8](repeating: 0x41, count: bodyCount)
        let replies = try MailReaderTests.replies(bytes, charsets: .all)
        #expect(replies == [.failure(ReadFailure(.sourceLimit, format: .mail, parameters: ["limit": limit]))])
    }

    @Test func mailWithNothingInItIsStillAMail() throws {
        let result = try Self.read("From: a@example.org\nSubject: Puste\n\n")
        #expect(result.mail.subject == "Puste")
        #expect(result.mail.body == nil)
        #expect(result.mail.parts.isEmpty)
    }

    @Test func mailOfAnotherProgramIsReadWhole() throws {
        let result = try Self.read(WrittenMails.python)
        #expect(result.mail.fromName == "Łucja Żak")
        #expect(result.mail.subject == "Zgłoszenie do szkoły letniej – Łucja Żak, formularz w załączniku")
        #expect(result.mail.recipients == ["zapisy+szkola@example.org"])
        #expect(result.mail.receivedAt == nil)
        #expect(Self.lines(result.mail) == ["Dzień dobry,", "przesyłam formularz."])
        #expect(result.mail.parts.map(\.name) == ["", "zgłoszenie Łucja.pdf", "lista.csv"])
        #expect(result.mail.parts.map(\.format) == [.png, .pdf, .csv])
        #expect(result.parts == [1: Array("%PDF-1.4\n".utf8), 2: Array("imię;wiek\nJan;17\n".utf8)])
    }
}
