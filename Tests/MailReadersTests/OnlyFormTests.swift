import FormModel
import Foundation
import MailReaders
import ReaderProtocol
import Readers
import Testing

/// A mail whose only part is a form is read with it where the desk asks for that, and no other mail is.
struct OnlyFormTests {
    private static let form = Data(DocumentReader.sampleForm).base64EncodedString()

    private static func part(_ content: String, _ name: String = "a.docx") -> String {
        "Content-Type: application/octet-stream; name=\(name)\nContent-Transfer-Encoding: base64\n\n\(content)"
    }

    private static func readings(_ mail: String, asked: Bool = true) throws -> [Reading] {
        try MailReaderTests.replies(Array(mail.utf8), charsets: .common, readsOnlyForm: asked).compactMap {
            if case .reading(let reading) = $0 { reading } else { nil }
        }
    }

    @Test func theOnlyFormIsReadAsItsOwnReaderReadsIt() throws {
        var alone: [Reading] = []
        try DocumentReader.sampleForm.withUnsafeBytes { bytes in
            try DocumentReader.read(bytes, hint: nil) { (reply) throws(WireFault) in
                if case .reading(let reading) = reply { alone.append(reading) }
            }
        }
        #expect(alone.count == 1)
        #expect(try Self.readings(MailReaderTests.mixed(Self.part(Self.form))) == alone)
    }

    @Test func nothingIsReadUnasked() throws {
        #expect(try Self.readings(MailReaderTests.mixed(Self.part(Self.form)), asked: false).isEmpty)
    }

    @Test func twoFormsNeverShareAProcess() throws {
        let mail = MailReaderTests.mixed(Self.part(Self.form), Self.part(Self.form, "b.docx"))
        #expect(try Self.readings(mail).isEmpty)
    }

    @Test(arguments: ["UEsDBAABAg==", MailReaderTests.pdf])
    func whatIsNoReadableFormIsLeftToItsOwnReader(content: String) throws {
        let replies = try MailReaderTests.replies(
            Array(MailReaderTests.mixed(Self.part(content, "word.docx")).utf8),
            charsets: .common,
            readsOnlyForm: true
        )
        #expect(replies.last == .end)
        #expect(!replies.contains { if case .reading = $0 { true } else { false } })
    }
}
