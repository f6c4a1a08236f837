import FormModel
import Readers
import ReaderProtocol

extension MailReader {
    /// Loads everything that reading mails needs from files, by reading a sample of our own; to be called once, before
    /// the process is shut in and long before it sees a foreign byte.
    public static func warmUp(_ charsets: Charsets) {
        MIMELibrary.prepare()
        charsets.load()
        DocumentReader.warmUp()
        (head + DocumentReader.sampleForm + tail).withUnsafeBytes { bytes in
            try? read(bytes, hint: .mail, charsets: charsets) { (reply) throws(WireFault) in _ = try reply.encoded() }
        }
    }

    private static let head = Array(
        """
        Received: from example.org by example.org; Sun, 01 Mar 2026 12:00:00 +0100\r
        From: =?windows-1250?Q?Za=BF=F3=B3=E6?= <a@example.org>\r
        Subject: =?UTF-8?B?xbzDs8WCxIc=?=\r
        Message-ID: <1@example.org>\r
        MIME-Version: 1.0\r
        Content-Type: multipart/mixed; boundary=x\r
        \r
        --x\r
        Content-Type: multipart/alternative; boundary=y\r
        \r
        --y\r
        Content-Type: text/plain; charset=utf-8; format=flowed\r
        Content-Transfer-Encoding: quoted-printable\r
        \r
        Imi=C4=99: =C5=81ucja\r
        > wczoraj\r
        -- \r
        Podpis\r
        --y\r
        Content-Type: text/html; charset=iso-8859-2\r
        \r
        <p>A</p>\r
        --y--\r
        --x\r
        Content-Type: application/octet-stream; name*=UTF-8''a%C5%82.csv\r
        Content-Transfer-Encoding: base64\r
        \r
        YTtiCjE7Mgo=\r
        --x\r
        Content-Type: application/vnd.openxmlformats-officedocument.wordprocessingml.document; name=a.docx\r
        Content-Transfer-Encoding: binary\r
        \r

        """.utf8
    )
    private static let tail = Array("\r\n--x--\r\n".utf8)
}
