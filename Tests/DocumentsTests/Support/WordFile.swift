import Documents
import OfficePackage

/// Builds small Word files for tests out of a short notation.
///
/// A block is a text (one paragraph of one run), `{"runs": [...]}` (a run each), `{"xml": "..."}` (markup as it is) or
/// `{"table": [[cell, ...], ...]}`, where a cell is a block or a list of blocks.
struct WordFile {
    var body: [DataValue]
    var header: [DataValue] = []
    var footer: [DataValue] = []
    var footnote: [DataValue] = []
    var title = ""
    var endnote: [DataValue] = []
    var comment: [DataValue] = []
    /// Further parts below `word/`, with their relationship from the document: `styles`, `numbering`.
    var extra: [(kind: String, xml: String)] = []
    /// External links of the document.
    var links: [(id: String, target: String)] = []
    /// Text of a custom property, and of the company's name.
    var customProperty = ""
    var company = ""
    /// Settings that come first in the section.
    var section = ""
    /// Whether the body ends with settings of its last section.
    var hasSection = true

    static let word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    private static let packages = "http://schemas.openxmlformats.org/package/2006"
    private static let head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
    static let spaces =
        "xmlns:w=\"\(word)\" xmlns:r=\"\(office)\" xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" "
        + "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" "
        + "xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\" "
        + "xmlns:w14=\"http://schemas.microsoft.com/office/word/2010/wordml\" "
        + "xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" mc:Ignorable=\"w14\""

    init(_ body: [DataValue]) {
        self.body = body
    }

    init(_ body: String...) {
        self.body = body.map { .string($0) }
    }

    func bytes() throws -> [UInt8] {
        let writer = ZipWriter()
        try writer.add("[Content_Types].xml", contentTypes)
        try writer.add(
            "_rels/.rels",
            relationships(
                [("rId1", "officeDocument", "word/document.xml")] + properties.map(\.relationship),
                core: !title.isEmpty
            )
        )
        try writer.add("word/document.xml", document)
        try writer.add(
            "word/_rels/document.xml.rels",
            relationships(
                parts.map { ($0.id, $0.kind, $0.kind + "1.xml") } + [("rId9", "image", "media/image1.png")],
                core: false,
                links: links
            )
        )
        for part in parts { try writer.add("word/\(part.kind)1.xml", part.xml) }
        try writer.add("word/media/image1.png", Self.png(width: 8, height: 4), isStored: true)
        if !title.isEmpty { try writer.add("docProps/core.xml", core) }
        for property in properties { try writer.add(property.relationship.2, property.xml) }
        return try writer.finish()
    }

    private var parts: [(id: String, kind: String, xml: String)] {
        var result: [(String, String, String)] = []
        if !header.isEmpty { result.append(("rId2", "header", root("hdr", Self.blocks(header)))) }
        if !footer.isEmpty { result.append(("rId3", "footer", root("ftr", Self.blocks(footer)))) }
        if !footnote.isEmpty {
            let note = "<w:footnote w:id=\"2\">\(Self.blocks(footnote))</w:footnote>"
            result.append(("rId4", "footnotes", root("footnotes", note)))
        }
        if !endnote.isEmpty {
            let note = "<w:endnote w:id=\"2\">\(Self.blocks(endnote))</w:endnote>"
            result.append(("rId5", "endnotes", root("endnotes", note)))
        }
        if !comment.isEmpty {
            let note = "<w:comment w:id=\"2\" w:author=\"a\">\(Self.blocks(comment))</w:comment>"
            result.append(("rId6", "comments", root("comments", note)))
        }
        for (place, part) in extra.enumerated() {
            result.append(("rId\(20 + place)", part.kind, root(part.kind, part.xml)))
        }
        return result.map { (id: $0.0, kind: $0.1, xml: $0.2) }
    }

    private var contentTypes: String {
        let type = "application/vnd.openxmlformats-officedocument.wordprocessingml"
        var text = Self.head + "<Types xmlns=\"\(Self.packages)/content-types\">"
        text += "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
        text += "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
        text += "<Default Extension=\"png\" ContentType=\"image/png\"/>"
        text += "<Override PartName=\"/word/document.xml\" ContentType=\"\(type).document.main+xml\"/>"
        for part in parts {
            text += "<Override PartName=\"/word/\(part.kind)1.xml\" ContentType=\"\(type).\(part.kind)+xml\"/>"
        }
        for property in properties {
            text += "<Override PartName=\"/\(property.relationship.2)\" ContentType=\"application/vnd.openxmlformats-"
            text += "officedocument.\(property.type)-properties+xml\"/>"
        }
        if !title.isEmpty {
            text += "<Override PartName=\"/docProps/core.xml\" "
            text += "ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/>"
        }
        return text + "</Types>"
    }

    /// Extended and custom properties.
    private var properties: [(relationship: (String, String, String), type: String, xml: String)] {
        var result: [((String, String, String), String, String)] = []
        let office = "http://schemas.openxmlformats.org/officeDocument/2006"
        let types = "xmlns:vt=\"\(office)/docPropsVTypes\""
        if !company.isEmpty {
            let xml =
                "<Properties xmlns=\"\(office)/extended-properties\"><Company>\(XMLEscape.text(company))</Company></Properties>"
            result.append((("rId6", "extended-properties", "docProps/app.xml"), "extended", Self.head + xml))
        }
        if !customProperty.isEmpty {
            let xml =
                "<Properties xmlns=\"\(office)/custom-properties\" \(types)><property fmtid=\"{D5CDD505-2E9C-101B-9397-08002B2CF9AE}\" "
                + "pid=\"2\" name=\"n\"><vt:lpwstr>\(XMLEscape.text(customProperty))</vt:lpwstr></property></Properties>"
            result.append((("rId7", "custom-properties", "docProps/custom.xml"), "custom", Self.head + xml))
        }
        return result
    }

    private func relationships(
        _ targets: [(String, String, String)],
        core: Bool,
        links: [(id: String, target: String)] = []
    ) -> String {
        var text = Self.head + "<Relationships xmlns=\"\(Self.packages)/relationships\">"
        for (id, kind, target) in targets {
            text += "<Relationship Id=\"\(id)\" Type=\"\(Self.office)/\(kind)\" Target=\"\(target)\"/>"
        }
        for link in links {
            text += "<Relationship Id=\"\(link.id)\" Type=\"\(Self.office)/hyperlink\" "
            text += "Target=\"\(XMLEscape.text(link.target))\" TargetMode=\"External\"/>"
        }
        if core {
            text += "<Relationship Id=\"rId8\" Type=\"\(Self.packages)/relationships/metadata/core-properties\" "
            text += "Target=\"docProps/core.xml\"/>"
        }
        return text + "</Relationships>"
    }

    private var document: String {
        var section = "<w:sectPr>" + section
        if !header.isEmpty { section += "<w:headerReference w:type=\"default\" r:id=\"rId2\"/>" }
        if !footer.isEmpty { section += "<w:footerReference w:type=\"default\" r:id=\"rId3\"/>" }
        section += "<w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"1134\" w:right=\"1417\" w:bottom=\"1134\" "
        section += "w:left=\"1417\" w:header=\"708\" w:footer=\"708\" w:gutter=\"0\"/></w:sectPr>"
        return root("document", "<w:body>\(Self.blocks(body))\(hasSection ? section : "")</w:body>")
    }

    private var core: String {
        Self.head + "<cp:coreProperties xmlns:cp=\"\(Self.packages)/metadata/core-properties\" "
            + "xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>\(XMLEscape.text(title))</dc:title></cp:coreProperties>"
    }

    private func root(_ name: String, _ content: String) -> String {
        Self.head + "<w:\(name) \(Self.spaces)>\(content)</w:\(name)>"
    }

    static func blocks(_ blocks: [DataValue]) -> String {
        blocks.map(block).joined()
    }

    private static func block(_ value: DataValue) -> String {
        if let text = value.text { return "<w:p>\(run(text))</w:p>" }
        if let runs = value["runs"]?.elements {
            return "<w:p>" + runs.map { run($0.text ?? "") }.joined(separator: "<w:proofErr w:type=\"spellStart\"/>")
                + "</w:p>"
        }
        if let rows = value["table"]?.elements { return table(rows) }
        return value["xml"]?.text ?? ""
    }

    private static func run(_ text: String) -> String {
        if text.isEmpty { return "" }
        let pieces = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            line.split(separator: "\t", omittingEmptySubsequences: false)
                .map { "<w:t xml:space=\"preserve\">\(XMLEscape.text(String($0)))</w:t>" }.joined(separator: "<w:tab/>")
        }
        return "<w:r><w:rPr><w:lang w:val=\"pl-PL\"/></w:rPr>\(pieces.joined(separator: "<w:br/>"))</w:r>"
    }

    private static func table(_ rows: [DataValue]) -> String {
        let columns = rows.map { $0.elements?.count ?? 0 }.max() ?? 0
        let width = 9000 / max(1, columns)
        var text = "<w:tbl><w:tblPr><w:tblW w:w=\"9000\" w:type=\"dxa\"/></w:tblPr><w:tblGrid>"
        for _ in 0..<columns { text += "<w:gridCol w:w=\"\(width)\"/>" }
        text += "</w:tblGrid>"
        for row in rows {
            text += "<w:tr>"
            for cell in row.elements ?? [] {
                text += "<w:tc><w:tcPr><w:tcW w:w=\"\(width)\" w:type=\"dxa\"/></w:tcPr>"
                text += blocks(cell.elements ?? [cell]) + "</w:tc>"
            }
            text += "</w:tr>"
        }
        return text + "</w:tbl>"
    }

    /// A PNG of one colour: signature, IHDR and nothing that a picture viewer would need.
    static func png(width: Int, height: Int) -> [UInt8] {
        func big(_ number: Int) -> [UInt8] { [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) } }
        let start: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
        return start + big(13) + Array("IHDR".utf8) + big(width) + big(height) + [8, 2, 0, 0, 0] + big(0)
    }
}
