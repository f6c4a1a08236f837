import FormModel
import MailReaders
import ReaderProtocol
import Testing

struct CharsetCensusTests {
    private static func isReadAtOnce(_ mail: String) throws -> Bool {
        let replies = try MailReaderTests.replies(Array(mail.utf8), charsets: .common)
        return replies.last == .end
    }

    @Test(arguments: [
        "From: a@example.org\nSubject: x\n\nText without any charset, 2+2=4, a=?b",
        "From: a@example.org\nSubject: =?utf-8?Q?=C5=81?= =?ISO-8859-2?B?xg==?=\n\nx",
        "From: a@example.org\nSubject: x\nContent-Type: text/plain; charset=\"Windows-1250\"\n\nx",
        "From: a@example.org\nSubject: x\nContent-Type: text/plain; charset = us-ascii; format=flowed\n\nx",
        "From: a@example.org\nSubject: x\nContent-Disposition: attachment; filename*=UTF-8''a.pdf\n\nx",
    ])
    func mailsInEverydayCharsetsAreReadAtOnce(mail: String) throws {
        #expect(try Self.isReadAtOnce(mail))
    }

    @Test(arguments: [
        "From: a@example.org\nSubject: =?ISO-2022-JP?B?GyRCIUobKEI=?=\n\nx",
        "From: a@example.org\nSubject: x\nContent-Type: text/plain; CHARSET=koi8-r\n\nx",
        "From: a@example.org\nSubject: x\nContent-Type: text/plain; charset = \"gb2312\"\n\nx",
        "From: a@example.org\nSubject: x\nContent-Disposition: attachment; filename*0*=big5''a.pdf\n\nx",
    ])
    func othersGoToTheReaderThatHasAll(mail: String) throws {
        #expect(try !Self.isReadAtOnce(mail))
        #expect(try MailReaderTests.replies(Array(mail.utf8), charsets: .all).last == .end)
    }

    @Test func whatIsNoMailIsSaidToBeWhatItIs() throws {
        let replies = try MailReaderTests.replies(Array("%PDF-1.4\n".utf8), charsets: .common)
        #expect(replies == [.failure(ReadFailure(.sourceNotYetReadable, format: .pdf))])
    }
}
