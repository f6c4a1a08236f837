import OfficePackage

/// A small Word form with something of everything that forms hold.
///
/// Reading it before the process forks fills the tables that the language and the libraries make when a kind of value is
/// first met; a child would otherwise make them again for every document.
enum WarmUpForm {
    /// The package; nil only when it cannot be written.
    static var bytes: [UInt8]? {
        let writer = ZipWriter()
        do {
            for (name, text) in members { try writer.add(name, Array(text.utf8)) }
            return try writer.finish()
        } catch {
            return nil
        }
    }

    private static let space = "http://schemas.openxmlformats.org"
    private static let office = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    private static let word = "xmlns:w=\"\(space)/wordprocessingml/2006/main\""
    private static let kinds = "\(space)/officeDocument/2006/relationships"

    private static var members: [(String, String)] {
        [
            ("[Content_Types].xml", contentTypes), ("_rels/.rels", packageRelationships),
            ("word/_rels/document.xml.rels", relationships), ("word/document.xml", document),
            ("word/styles.xml", styles), ("word/header1.xml", "<w:hdr \(word)>\(paragraph("Nagłówek"))</w:hdr>"),
            ("word/footnotes.xml", "<w:footnotes \(word)>\(note)</w:footnotes>"), ("docProps/core.xml", properties),
        ]
    }

    private static let contentTypes = """
        <Types xmlns="\(space)/package/2006/content-types"><Default Extension="rels" \
        ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
        <Override PartName="/word/document.xml" ContentType="\(office)"/></Types>
        """

    private static let packageRelationships = """
        <Relationships xmlns="\(space)/package/2006/relationships">\
        <Relationship Id="r1" Type="\(kinds)/officeDocument" Target="word/document.xml"/>\
        <Relationship Id="r2" Type="\(space)/package/2006/relationships/metadata/core-properties" \
        Target="docProps/core.xml"/></Relationships>
        """

    private static let relationships = """
        <Relationships xmlns="\(space)/package/2006/relationships">\
        <Relationship Id="r1" Type="\(kinds)/styles" Target="styles.xml"/>\
        <Relationship Id="r2" Type="\(kinds)/header" Target="header1.xml"/>\
        <Relationship Id="r3" Type="\(kinds)/footnotes" Target="footnotes.xml"/>\
        <Relationship Id="r4" Type="\(kinds)/hyperlink" Target="https://example.org" TargetMode="External"/>\
        </Relationships>
        """

    private static let properties = """
        <cp:coreProperties xmlns:cp="\(space)/package/2006/metadata/core-properties" \
        xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Zgłoszenie</dc:title>\
        <dc:language>pl-PL</dc:language><cp:keywords>nabor</cp:keywords></cp:coreProperties>
        """

    private static let styles = """
        <w:styles \(word)><w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="pl-PL"/></w:rPr></w:rPrDefault>\
        </w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>\
        <w:style w:type="paragraph" w:styleId="Title"><w:basedOn w:val="Normal"/><w:rPr><w:b/><w:i/></w:rPr></w:style>\
        <w:style w:type="character" w:styleId="Gone"><w:rPr><w:strike/></w:rPr></w:style>\
        <w:style w:type="table" w:styleId="Grid"><w:basedOn w:val="Normal"/></w:style></w:styles>
        """

    private static let note = """
        <w:footnote w:id="0" w:type="separator"><w:p/></w:footnote>\
        <w:footnote w:id="2">\(paragraph("Przypis"))</w:footnote>
        """

    private static func run(_ text: String, _ properties: String = "") -> String {
        "<w:r><w:rPr>\(properties)</w:rPr><w:t xml:space=\"preserve\">\(text)</w:t></w:r>"
    }

    private static func paragraph(_ text: String) -> String {
        "<w:p><w:pPr><w:pStyle w:val=\"Title\"/></w:pPr>\(run(text, "<w:rStyle w:val=\"Gone\"/>"))</w:p>"
    }

    private static func control(_ properties: String, _ content: String) -> String {
        "<w:sdt><w:sdtPr>\(properties)</w:sdtPr><w:sdtContent>\(content)</w:sdtContent></w:sdt>"
    }

    private static func cell(_ content: String, _ properties: String = "") -> String {
        "<w:tc><w:tcPr><w:tcW w:w=\"900\"/>\(properties)</w:tcPr>\(content)</w:tc>"
    }

    private static var fields: String {
        let check = "<w14:checkbox><w14:checked w14:val=\"1\"/></w14:checkbox>"
        let list = "<w:dropDownList><w:listItem w:displayText=\"Tak\" w:value=\"yes\"/></w:dropDownList>"
        let legacy = "<w:ffData><w:name w:val=\"T\"/><w:textInput/></w:ffData>"
        return control("<w:alias w:val=\"Imię\"/><w:tag w:val=\"given\"/><w:text/>", run("Łucja"))
            + control("<w:tag w:val=\"a\"/><w:showingPlcHdr/><w:text/>", run("Kliknij"))
            + control("<w:tag w:val=\"b\"/><w:date w:fullDate=\"1990-02-28T00:00:00Z\"/>", run("28 lutego 1990"))
            + control("<w:tag w:val=\"c\"/>\(list)", run("Tak")) + control("<w:tag w:val=\"d\"/>\(check)", run("☒"))
            + "<w:r><w:fldChar w:fldCharType=\"begin\">\(legacy)</w:fldChar></w:r>"
            + "<w:r><w:instrText> FORMTEXT </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>"
            + run("Jan") + "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"
    }

    private static var inline: String {
        "<w:p><w:pPr><w:jc w:val=\"left\"/></w:pPr>" + run("TAK", "<w:b/><w:u w:val=\"single\"/>")
            + run(" / NIE", "<w:strike/><w:highlight w:val=\"yellow\"/>") + "<w:r><w:tab/><w:br/></w:r>"
            + "<w:ins w:id=\"1\" w:author=\"a\">\(run("dodane"))</w:ins>"
            + "<w:del w:id=\"2\" w:author=\"a\"><w:r><w:delText>usunięte</w:delText></w:r></w:del>"
            + "<w:hyperlink r:id=\"r4\">\(run("www"))</w:hyperlink><w:bookmarkStart w:id=\"0\" w:name=\"x\"/>"
            + "<w:r><w:sym w:font=\"Wingdings\" w:char=\"F0FE\"/></w:r><w:r><w:footnoteReference w:id=\"2\"/></w:r>\(fields)</w:p>"
    }

    private static var document: String {
        let rows =
            "<w:tr><w:trPr><w:cantSplit/></w:trPr>\(cell(paragraph("Imię"), "<w:gridSpan w:val=\"2\"/>"))</w:tr>"
            + "<w:tr>\(cell(paragraph("E-mail"), "<w:vMerge w:val=\"restart\"/>"))\(cell(inline))</w:tr>"
            + "<w:tr>\(cell("<w:p/>", "<w:vMerge/>"))\(cell(paragraph("a@example.org")))</w:tr>"
        let grid = "<w:tblGrid><w:gridCol w:w=\"900\"/><w:gridCol w:w=\"900\"/></w:tblGrid>"
        return
            "<w:document \(word) xmlns:r=\"\(kinds)\" xmlns:w14=\"http://schemas.microsoft.com/office/word/2010/wordml\">"
            + "<w:body>\(paragraph("Zgłoszenie……"))<w:tbl><w:tblPr><w:tblStyle w:val=\"Grid\"/></w:tblPr>\(grid)\(rows)</w:tbl>"
            + inline + "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"r2\"/></w:sectPr></w:body></w:document>"
    }
}
