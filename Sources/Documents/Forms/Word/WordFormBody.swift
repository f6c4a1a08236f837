import FormModel
import OfficePackage

/// The body of the Word form: head, sections as tables of label and answer, clauses, signature.
struct WordFormBody {
    private let sheet: FormSheet
    private var xml = ""
    private var controls: WordControls

    static let namespaces =
        "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" "
        + "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" "
        + "xmlns:w14=\"http://schemas.microsoft.com/office/word/2010/wordml\" "
        + "xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" mc:Ignorable=\"w14\""

    /// Twentieths of a point: the text is 170 mm wide, a label 58 mm.
    private static let width = 9638
    private static let labelWidth = 3288

    static func document(_ sheet: FormSheet) -> String {
        var body = WordFormBody(sheet: sheet, controls: WordControls(words: sheet.words))
        body.addHead()
        for (index, section) in sheet.sections.enumerated() { body.add(section, number: index + 1) }
        body.addSignature(number: sheet.sections.count + 1)
        return "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<w:document \(namespaces)><w:body>"
            + body.xml + sectionProperties + "</w:body></w:document>"
    }

    private static let sectionProperties =
        "<w:sectPr><w:headerReference w:type=\"first\" r:id=\"rId3\"/><w:headerReference w:type=\"default\" r:id=\"rId4\"/>"
        + "<w:footerReference w:type=\"first\" r:id=\"rId5\"/><w:footerReference w:type=\"default\" r:id=\"rId5\"/>"
        + "<w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"1134\" w:right=\"1134\" w:bottom=\"1134\" "
        + "w:left=\"1134\" w:header=\"567\" w:footer=\"510\" w:gutter=\"0\"/><w:titlePg/></w:sectPr>"

    // MARK: Head

    private mutating func addHead() {
        xml += Self.paragraph(sheet.kind, style: "FormKind")
        xml += Self.paragraph(sheet.title, style: "Title")
        if !sheet.subtitle.isEmpty, sheet.subtitle != sheet.title {
            xml += Self.paragraph(sheet.subtitle, style: "Subtitle")
        }
        if !sheet.summary.isEmpty { xml += Self.paragraph(sheet.summary, style: "Normal") }
        if !sheet.facts.isEmpty {
            xml += Self.tableStart([1800, Self.width - 1800])
            for fact in sheet.facts {
                xml += Self.row([
                    (1800, Self.paragraph(fact.label, style: "FormHelp")),
                    (Self.width - 1800, Self.paragraph(fact.text, style: "FormCell")),
                ])
            }
            xml += "</w:tbl>"
        }
        xml += Self.paragraph(sheet.words[.screenInstructions], style: "FormNote")
    }

    // MARK: Sections

    private mutating func add(_ section: FormSection, number: Int) {
        xml += Self.paragraph("\(number)\u{2002}\(section.title)", style: "Heading1")
        if !section.note.isEmpty { xml += Self.paragraph(section.note, style: "FormNote") }
        var isOpen = false
        func close(_ xml: inout String) {
            if isOpen { xml += "</w:tbl>" }
            isOpen = false
        }
        for item in section.items {
            switch item {
            case .question(let question):
                if !isOpen { xml += Self.tableStart([Self.labelWidth, Self.width - Self.labelWidth]) }
                isOpen = true
                add(question)
            case .entry(let title):
                close(&xml)
                xml += Self.paragraph(title, style: "Heading2")
            case .note(let text):
                close(&xml)
                xml += Self.paragraph(text, style: "FormNote")
            case .clause(let clause):
                close(&xml)
                add(clause)
            }
        }
        close(&xml)
    }

    private mutating func add(_ question: FormQuestion) {
        var label = Self.run(question.label, style: "FormLabelText")
        if question.isOptional { label += Self.run("  " + sheet.words[.optional], style: "FormMuted") }
        var left = "<w:p><w:pPr><w:pStyle w:val=\"FormCell\"/></w:pPr>\(label)</w:p>"
        // How many may be ticked stands apart from the label, which programs find the answer by.
        for help in [question.help, question.count] where !help.isEmpty {
            left += Self.paragraph(help, style: "FormHelp")
        }
        xml += Self.row([(Self.labelWidth, left), (Self.width - Self.labelWidth, controls.answer(question))])
    }

    private mutating func add(_ clause: FormClause) {
        var runs = controls.checkBox(tag: clause.name.description, title: clause.label)
        runs += Self.run("\u{2002}", style: nil) + Self.run(clause.label, style: "FormLabelText")
        var asides: [String] = []
        if clause.isOptional, clause.condition.isEmpty { asides.append(sheet.words[.optional]) }
        asides += [clause.condition, clause.version].filter { !$0.isEmpty }
        if !asides.isEmpty { runs += Self.run("   " + asides.joined(separator: "  "), style: "FormMuted") }
        xml += "<w:p><w:pPr><w:pStyle w:val=\"FormConsent\"/></w:pPr>\(runs)</w:p>"
        for paragraph in clause.paragraphs { xml += Self.paragraph(paragraph, style: "FormClause") }
    }

    private mutating func addSignature(number: Int) {
        xml += Self.paragraph("\(number)\u{2002}\(sheet.signature.title)", style: "Heading1")
        let widths = [3600, Self.width - 3600]
        xml += Self.tableStart(widths)
        xml += Self.row(
            [
                (widths[0], Self.paragraph(sheet.signature.placeAndDate, style: "FormHelp")),
                (widths[1], Self.paragraph(sheet.signature.signature, style: "FormHelp")),
            ],
            height: 1020
        )
        xml += "</w:tbl>" + Self.paragraph("", style: "FormHelp")
    }

    // MARK: Pieces

    static func run(_ text: String, style: String?) -> String {
        let properties = style.map { "<w:rPr><w:rStyle w:val=\"\($0)\"/></w:rPr>" } ?? ""
        return "<w:r>\(properties)<w:t xml:space=\"preserve\">\(XMLEscape.text(text))</w:t></w:r>"
    }

    static func paragraph(_ text: String, style: String) -> String {
        let run = text.isEmpty ? "" : "<w:r><w:t xml:space=\"preserve\">\(XMLEscape.text(text))</w:t></w:r>"
        return "<w:p><w:pPr><w:pStyle w:val=\"\(style)\"/></w:pPr>\(run)</w:p>"
    }

    private static func tableStart(_ widths: [Int]) -> String {
        "<w:tbl><w:tblPr><w:tblStyle w:val=\"FormTable\"/><w:tblW w:w=\"\(width)\" w:type=\"dxa\"/>"
            + "<w:tblLayout w:type=\"fixed\"/></w:tblPr><w:tblGrid>"
            + widths.map { "<w:gridCol w:w=\"\($0)\"/>" }.joined() + "</w:tblGrid>"
    }

    private static func row(_ cells: [(width: Int, content: String)], height: Int = 454) -> String {
        "<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val=\"\(height)\" w:hRule=\"atLeast\"/></w:trPr>"
            + cells.map { "<w:tc><w:tcPr><w:tcW w:w=\"\($0.width)\" w:type=\"dxa\"/></w:tcPr>\($0.content)</w:tc>" }
            .joined()
            + "</w:tr>"
    }
}
