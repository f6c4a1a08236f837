import FormModel
import OfficePackage
import ReaderProtocol

extension DocumentReader {
    /// Loads everything that reading needs from files, by reading samples of our own; to be called once, before the
    /// process is shut in and long before it sees a foreign byte.
    public static func warmUp() {
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
        Array("a;b\n1;2\n".utf8),
        Array("{\"a\":\"b\"}\n".utf8),
    ]
}
