import FormModel
import Foundation
import Testing
import Transport

struct OutboxWriterTests {
    private static let message = OutgoingMessage(
        from: OutgoingMessage.Mailbox(name: "Fundacja Źródło", address: "nabor@example.org"),
        to: [OutgoingMessage.Mailbox(name: "Łucja Nowak", address: "lucja@example.org")],
        subject: "Zgłoszenie K7WQ3 – potwierdzenie, że wpłynęło do nas i zostanie rozpatrzone w terminie",
        text: "Dzień dobry,\n\nzgłoszenie wpłynęło.\nFrom here on\n.\n",
        messageID: "k7wq3.1@example.org",
        date: Instant(millisecondsSinceEpoch: 1_772_362_800_000)
    )

    private static func text(_ message: OutgoingMessage) throws -> String {
        String(decoding: try OutboxWriter().mail(message), as: UTF8.self)
    }

    @Test func mailIsPureASCIIWithCarriageReturnsAndShortLines() throws {
        let bytes = try OutboxWriter().mail(Self.message)
        #expect(bytes.allSatisfy { $0 < 0x80 })
        for (index, byte) in bytes.enumerated() where byte == 0x0A { #expect(bytes[index - 1] == 0x0D) }
        #expect(bytes.split(separator: 0x0A).allSatisfy { $0.count <= 200 })
    }

    @Test func headersSayWhatTheMessageSays() throws {
        let text = try Self.text(Self.message)
        #expect(text.contains("Message-Id: <k7wq3.1@example.org>\r\n"))
        #expect(text.contains("Date: Sun, 01 Mar 2026 11:00:00 +0000\r\n"))
        #expect(text.contains("<lucja@example.org>\r\n"))
        #expect(text.contains("Content-Transfer-Encoding: quoted-printable\r\n"))
        #expect(text.contains("Dzie=C5=84 dobry,\r\n\r\nzg=C5=82oszenie"))
    }

    @Test func sameMessageGivesTheSameBytes() throws {
        var message = Self.message
        message.attachments = [
            OutgoingMessage.Attachment(name: "umowa.pdf", mediaType: "application/pdf", bytes: [1, 2])
        ]
        #expect(try OutboxWriter().mail(message) == OutboxWriter().mail(message))
    }

    @Test func attachmentNamesAreEncoded() throws {
        var message = Self.message
        let bytes = [UInt8](0...255)
        message.attachments = [
            OutgoingMessage.Attachment(name: "umowa główna.pdf", mediaType: "application/pdf", bytes: bytes)
        ]
        let text = try Self.text(message)
        #expect(text.contains("filename*=UTF-8''umowa%20g%C5%82%C3%B3wna.pdf"))
        let encoded = Data(bytes).base64EncodedString()
        #expect(text.replacingOccurrences(of: "\r\n", with: "").contains(encoded))
    }

    @Test(arguments: ["\r\nBcc: x@example.org", "\n", "\r", "\u{0}", "\u{2028}", "\u{85}"])
    func lineBreaksInAnyHeaderAreRefused(poison: String) {
        let changes: [(inout OutgoingMessage) -> Void] = [
            { $0.subject += poison }, { $0.from.name += poison }, { $0.to[0].address += poison },
            { $0.to[0].name += poison }, { $0.messageID += poison },
            { $0.replyTo = OutgoingMessage.Mailbox(name: poison, address: "a@example.org") },
            { $0.attachments = [OutgoingMessage.Attachment(name: "a" + poison, mediaType: "a/b", bytes: [])] },
            { $0.attachments = [OutgoingMessage.Attachment(name: "a", mediaType: "a/b" + poison, bytes: [])] },
        ]
        for change in changes {
            var message = Self.message
            change(&message)
            #expect(throws: TransportError.self) { try OutboxWriter().mail(message) }
        }
    }

    @Test(arguments: [
        "", "a", "a@", "@b", "a@b@c", "a@b, c@d", "a@b,c@d", "<a@b>", "a b@c", "\"x\"@b", "a@b;", "a:b@c",
    ])
    func addressesThatCouldBeSeveralAreRefused(address: String) {
        var message = Self.message
        message.to = [OutgoingMessage.Mailbox(address: address)]
        #expect(throws: TransportError(.addressInvalid, subject: "To")) { try OutboxWriter().mail(message) }
    }

    @Test func namesThatLookLikeAddressListsStayNames() throws {
        var message = Self.message
        message.to[0].name = "Anna, zla@example.org <inna@example.org>"
        let header = try Self.text(message).components(separatedBy: "\r\n").first { $0.hasPrefix("To:") }
        #expect(header == "To: \"Anna, zla@example.org <inna@example.org>\" <lucja@example.org>")
    }

    @Test func fileIsWrittenOnceAndWhole() throws {
        let folder = try TemporaryFolder()
        let path = try OutboxWriter().write(Self.message, name: "1.eml", folder: folder.path)
        try OutboxWriter().write(Self.message, name: "1.eml", folder: folder.path)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["1.eml"])
        #expect(try [UInt8](Data(contentsOf: URL(fileURLWithPath: path))) == OutboxWriter().mail(Self.message))
        #expect(throws: TransportError.self) {
            try OutboxWriter().write(Self.message, name: "../x", folder: folder.path)
        }
        #expect(throws: TransportError(.unwritable, subject: "/nonexistent/1.eml", errorNumber: ENOENT)) {
            try OutboxWriter().write(Self.message, name: "1.eml", folder: "/nonexistent")
        }
    }
}
