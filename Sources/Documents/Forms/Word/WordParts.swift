import FormModel
import OfficePackage

/// The small parts of the Word form: types, relationships, properties, head and foot.
enum WordParts {
    private static let head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
    private static let office = "http://schemas.openxmlformats.org/officeDocument/2006"
    private static let package = "http://schemas.openxmlformats.org/package/2006"
    private static let wordType = "application/vnd.openxmlformats-officedocument.wordprocessingml"

    static let contentTypes =
        head + "<Types xmlns=\"\(package)/content-types\">"
        + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
        + "<Default Extension=\"xml\" ContentType=\"application/xml\"/><Default Extension=\"png\" ContentType=\"image/png\"/>"
        + [
            ("/word/document.xml", "\(wordType).document.main+xml"), ("/word/styles.xml", "\(wordType).styles+xml"),
            ("/word/settings.xml", "\(wordType).settings+xml"), ("/word/header1.xml", "\(wordType).header+xml"),
            ("/word/header2.xml", "\(wordType).header+xml"), ("/word/footer1.xml", "\(wordType).footer+xml"),
            ("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"),
            ("/docProps/custom.xml", "application/vnd.openxmlformats-officedocument.custom-properties+xml"),
        ].map { "<Override PartName=\"\($0.0)\" ContentType=\"\($0.1)\"/>" }.joined() + "</Types>"

    static let packageRelationships = relationships([
        ("\(office)/relationships/officeDocument", "word/document.xml"),
        ("\(package)/relationships/metadata/core-properties", "docProps/core.xml"),
        ("\(office)/relationships/custom-properties", "docProps/custom.xml"),
    ])

    static let documentRelationships = relationships([
        ("\(office)/relationships/styles", "styles.xml"), ("\(office)/relationships/settings", "settings.xml"),
        ("\(office)/relationships/header", "header1.xml"), ("\(office)/relationships/header", "header2.xml"),
        ("\(office)/relationships/footer", "footer1.xml"),
    ])

    static func logoRelationships(_ count: Int) -> String {
        relationships((1...count).map { ("\(office)/relationships/image", "media/logo\($0).png") })
    }

    private static func relationships(_ targets: [(type: String, target: String)]) -> String {
        head + "<Relationships xmlns=\"\(package)/relationships\">"
            + targets.enumerated().map { index, target in
                "<Relationship Id=\"rId\(index + 1)\" Type=\"\(target.type)\" Target=\"\(target.target)\"/>"
            }.joined() + "</Relationships>"
    }

    static let settings =
        head + "<w:settings \(WordFormBody.namespaces)><w:zoom w:percent=\"100\"/><w:defaultTabStop w:val=\"709\"/>"
        + "<w:compat><w:compatSetting w:name=\"compatibilityMode\" w:uri=\"http://schemas.microsoft.com/office/word\" "
        + "w:val=\"15\"/></w:compat></w:settings>"

    // MARK: Properties

    static func coreProperties(_ sheet: FormSheet) -> String {
        let title = [sheet.kind, sheet.title].joined(separator: ": ")
        return head + "<cp:coreProperties xmlns:cp=\"\(package)/metadata/core-properties\" "
            + "xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>\(XMLEscape.text(title))</dc:title>"
            + "<dc:creator>\(XMLEscape.text(sheet.organiser))</dc:creator>"
            + "<dc:language>\(WordStyles.locale(sheet.language))</dc:language></cp:coreProperties>"
    }

    /// Which form it is: readers know it again even when its text was rewritten.
    static func customProperties(_ sheet: FormSheet) -> String {
        let values = [("event", sheet.event), ("form", sheet.form), ("version", sheet.version)]
        return head + "<Properties xmlns=\"\(office)/custom-properties\" xmlns:vt=\"\(office)/docPropsVTypes\">"
            + values.enumerated().map { index, pair in
                "<property fmtid=\"{D5CDD505-2E9C-101B-9397-08002B2CF9AE}\" pid=\"\(index + 2)\" name=\"nabor:\(pair.0)\">"
                    + "<vt:lpwstr>\(XMLEscape.text(pair.1))</vt:lpwstr></property>"
            }.joined() + "</Properties>"
    }

    // MARK: Head and foot

    /// Logos in one row, 11 mm high, above a hairline; the organiser's name where there are none.
    static func firstHeader(_ sheet: FormSheet) -> String {
        let runs =
            sheet.logos.isEmpty
            ? WordFormBody.run(sheet.organiser, style: nil)
            : WordLogos.runs(sheet.logos)
        return part("hdr", "<w:p><w:pPr><w:pStyle w:val=\"Header\"/>\(bottomLine)</w:pPr>\(runs)</w:p>")
    }

    static func runningHeader(_ sheet: FormSheet) -> String {
        let text = "\(sheet.title)  ·  \(sheet.subtitle.isEmpty ? sheet.kind : sheet.subtitle)"
        return part(
            "hdr",
            "<w:p><w:pPr><w:pStyle w:val=\"Header\"/>\(bottomLine)</w:pPr>\(WordFormBody.run(text, style: nil))</w:p>"
        )
    }

    /// The funding sentence, then «Strona x z y» with fields for the numbers.
    static func footer(_ sheet: FormSheet) -> String {
        var content = ""
        if !sheet.fundingSentence.isEmpty { content += WordFormBody.paragraph(sheet.fundingSentence, style: "Footer") }
        let pieces = sheet.words[.page].split(separator: "{", omittingEmptySubsequences: false).map(String.init)
        var runs = WordFormBody.run(pieces.first ?? "", style: nil)
        for piece in pieces.dropFirst() {
            runs += field(piece.hasPrefix("n}") ? "PAGE" : "NUMPAGES")
            runs += WordFormBody.run(String(piece.drop { $0 != "}" }.dropFirst()), style: nil)
        }
        let version = sheet.version.prefix(4) + "-" + sheet.version.dropFirst(4)
        runs += WordFormBody.run("  ·  \(version)", style: nil)
        content += "<w:p><w:pPr><w:pStyle w:val=\"Footer\"/></w:pPr>\(runs)</w:p>"
        return part("ftr", content)
    }

    private static func field(_ name: String) -> String {
        "<w:fldSimple w:instr=\" \(name) \"><w:r><w:t>1</w:t></w:r></w:fldSimple>"
    }

    private static let bottomLine =
        "<w:pBdr><w:bottom w:val=\"single\" w:sz=\"4\" w:space=\"6\" w:color=\"DAD7CF\"/></w:pBdr>"

    private static func part(_ root: String, _ content: String) -> String {
        head + "<w:\(root) \(WordFormBody.namespaces)>\(content)</w:\(root)>"
    }
}
