import CGMime
import FormModel
import OfficePackage
import ReaderProtocol

extension DocumentReader {
    /// Loads everything that reading needs from files, by reading samples of our own; to be called once, before the
    /// process is shut in and long before it sees a foreign byte.
    public static func warmUp() {
        MIMELibrary.prepare()
        MIMELibrary.loadCharsets()
        for sample in samples + [wordSample].compactMap({ $0 }) {
            sample.withUnsafeBytes { bytes in try? read(bytes, hint: nil) { _ in } }
        }
    }

    /// A small Word document.
    private static var wordSample: [UInt8]? {
        let space = "http://schemas.openxmlformats.org"
        let office = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
        let members = [
            (
                "[Content_Types].xml",
                """
                <Types xmlns="\(space)/package/2006/content-types"><Default Extension="rels" \
                ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
                <Override PartName="/word/document.xml" ContentType="\(office)"/></Types>
                """
            ),
            (
                "_rels/.rels",
                """
                <Relationships xmlns="\(space)/package/2006/relationships"><Relationship Id="r1" \
                Type="\(space)/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>\
                </Relationships>
                """
            ),
            (
                "word/document.xml",
                """
                <w:document xmlns:w="\(space)/wordprocessingml/2006/main"><w:body><w:tbl><w:tr><w:tc><w:p><w:r>\
                <w:t>Zażółć</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:body></w:document>
                """
            ),
        ]
        let writer = ZipWriter()
        do {
            for (name, text) in members { try writer.add(name, Array(text.utf8)) }
            return try writer.finish()
        } catch {
            return nil
        }
    }

    private static let samples: [[UInt8]] = [
        Array(
            """
            Received: from example.org by example.org; Sun, 01 Mar 2026 12:00:00 +0100\r
            From: =?windows-1250?Q?Za=BF=F3=B3=E6?= <a@example.org>\r
            Subject: =?UTF-8?B?xbzDs8WCxIc=?=\r
            Message-ID: <1@example.org>\r
            MIME-Version: 1.0\r
            Content-Type: multipart/mixed; boundary=x\r
            \r
            --x\r
            Content-Type: text/html; charset=iso-8859-2\r
            \r
            <p>A</p>\r
            --x\r
            Content-Type: application/octet-stream; name*=UTF-8''a%C5%82.csv\r
            Content-Transfer-Encoding: base64\r
            \r
            YTtiCjE7Mgo=\r
            --x--\r
            """.utf8
        ),
        Array("a;b\n1;2\n".utf8),
        Array("{\"a\":\"b\"}\n".utf8),
    ]
}
