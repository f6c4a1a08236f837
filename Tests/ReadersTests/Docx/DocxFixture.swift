import OfficePackage

/// Builds a Word package from pieces of XML, as small as a package can be.
struct DocxFixture {
    var body = ""
    var styles: String?
    /// Parts beside the document: name, type of the relationship, content.
    var parts: [(name: String, kind: String, xml: String)] = []
    var documentRelationships = ""
    var packageRelationships = ""
    var namespaces = Self.transitional
    var extraMembers: [(name: String, bytes: [UInt8])] = []
    /// The whole of `document.xml`, instead of one made from `body`.
    var document: [UInt8]?

    static let officeDocument = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    static let transitional = """
        xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" \
        xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" \
        xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" \
        xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml" \
        xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" \
        xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" \
        xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" \
        xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" \
        xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"
        """

    init(_ body: String) { self.body = body }

    static func part(_ root: String, _ content: String) -> String {
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<\(root) \(transitional)>\(content)</\(root.split(separator: " ")[0])>"
    }

    func bytes() throws -> [UInt8] {
        let xml = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
        let writer = ZipWriter()
        let overrides = parts.map { Self.override($0.name, $0.kind) }.joined()
        let style = styles == nil ? "" : Self.override("word/styles.xml", "styles")
        let types = "http://schemas.openxmlformats.org/package/2006/content-types"
        let relationships = "http://schemas.openxmlformats.org/package/2006/relationships"
        try writer.add(
            "[Content_Types].xml",
            xml
                + "<Types xmlns=\"\(types)\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                + "<Default Extension=\"bin\" ContentType=\"application/octet-stream\"/>"
                + "<Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/>"
                + overrides + style + "</Types>"
        )
        try writer.add(
            "_rels/.rels",
            xml
                + "<Relationships xmlns=\"\(relationships)\"><Relationship Id=\"rId1\" Type=\"\(Self.officeDocument)/officeDocument\" Target=\"word/document.xml\"/>"
                + packageRelationships + "</Relationships>"
        )
        try writer.add(
            "word/document.xml",
            document ?? Array((xml + "<w:document \(namespaces)><w:body>\(body)</w:body></w:document>").utf8)
        )
        let links = parts.enumerated().map { index, part in
            Self.relationship("rIdP\(index)", part.kind, String(part.name.dropFirst(5)))
        }
        let styleLink = styles == nil ? "" : Self.relationship("rIdStyles", "styles", "styles.xml")
        try writer.add(
            "word/_rels/document.xml.rels",
            xml
                + "<Relationships xmlns=\"\(relationships)\">\(links.joined())\(styleLink)\(documentRelationships)</Relationships>"
        )
        if let styles { try writer.add("word/styles.xml", Self.part("w:styles", styles)) }
        for part in parts { try writer.add(part.name, part.xml) }
        for member in extraMembers { try writer.add(member.name, member.bytes) }
        return try writer.finish()
    }

    static func relationship(_ id: String, _ kind: String, _ target: String, isExternal: Bool = false) -> String {
        "<Relationship Id=\"\(id)\" Type=\"\(officeDocument)/\(kind)\" Target=\"\(target)\"\(isExternal ? " TargetMode=\"External\"" : "")/>"
    }

    private static func override(_ name: String, _ kind: String) -> String {
        "<Override PartName=\"/\(name)\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.\(kind)+xml\"/>"
    }
}

func paragraph(_ runs: String, _ properties: String = "") -> String {
    "<w:p>\(properties.isEmpty ? "" : "<w:pPr>\(properties)</w:pPr>")\(runs)</w:p>"
}

func run(_ text: String, _ properties: String = "") -> String {
    "<w:r>\(properties.isEmpty ? "" : "<w:rPr>\(properties)</w:rPr>")<w:t xml:space=\"preserve\">\(text)</w:t></w:r>"
}

func cell(_ content: String, _ properties: String = "") -> String {
    "<w:tc>\(properties.isEmpty ? "" : "<w:tcPr>\(properties)</w:tcPr>")\(content)</w:tc>"
}

func table(_ rows: [String], columns: Int = 2) -> String {
    let grid = String(repeating: "<w:gridCol w:w=\"2000\"/>", count: columns)
    return "<w:tbl><w:tblPr/><w:tblGrid>\(grid)</w:tblGrid>\(rows.map { "<w:tr>\($0)</w:tr>" }.joined())</w:tbl>"
}

func control(_ properties: String, _ content: String) -> String {
    "<w:sdt><w:sdtPr>\(properties)</w:sdtPr><w:sdtContent>\(content)</w:sdtContent></w:sdt>"
}
