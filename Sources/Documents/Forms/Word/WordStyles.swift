import FormModel

/// Styles of the Word form, after the house's look: Calibri 11, one accent, hairline tables.
enum WordStyles {
    static func locale(_ language: InterfaceLanguage) -> String {
        switch language {
        case .polish: "pl-PL"
        case .english: "en-GB"
        case .ukrainian: "uk-UA"
        case .russian: "ru-RU"
        case .belarusian: "be-BY"
        }
    }

    static func xml(_ language: InterfaceLanguage) -> String {
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<w:styles \(WordFormBody.namespaces)>"
            + "<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=\"Calibri\" w:hAnsi=\"Calibri\" w:cs=\"Calibri\" "
            + "w:eastAsia=\"Calibri\"/>"
            + "<w:lang w:val=\"\(locale(language))\"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>"
            + "<w:spacing w:after=\"120\" w:line=\"264\" w:lineRule=\"auto\"/></w:pPr></w:pPrDefault></w:docDefaults>"
            + paragraphs + characters + table + "</w:styles>"
    }

    private static let paragraphs = [
        // Not in the defaults: LibreOffice puts those over the styles of runs in tables.
        paragraph(
            "Normal",
            name: "Normal",
            basedOn: nil,
            run: "<w:color w:val=\"1B1F24\"/><w:sz w:val=\"22\"/><w:szCs w:val=\"22\"/>"
        ),
        paragraph("Title", name: "Title", spacing: (0, 60), run: "<w:b/><w:sz w:val=\"44\"/>", outline: nil),
        paragraph(
            "Subtitle",
            name: "Subtitle",
            spacing: (0, 120),
            run: "<w:color w:val=\"59626D\"/><w:sz w:val=\"26\"/>"
        ),
        paragraph("FormKind", name: "Form kind", spacing: (0, 0), run: "<w:b/><w:color w:val=\"1F5A8C\"/>"),
        paragraph(
            "Heading1",
            name: "heading 1",
            spacing: (320, 100),
            run: "<w:b/><w:color w:val=\"1F5A8C\"/><w:sz w:val=\"28\"/>",
            outline: 0
        ),
        paragraph(
            "Heading2",
            name: "heading 2",
            spacing: (200, 80),
            run: "<w:b/><w:color w:val=\"59626D\"/>",
            outline: 1
        ),
        paragraph("FormCell", name: "Form cell", spacing: (40, 40)),
        paragraph(
            "FormHelp",
            name: "Form help",
            spacing: (0, 40),
            run: "<w:color w:val=\"59626D\"/><w:sz w:val=\"18\"/>"
        ),
        paragraph(
            "FormNote",
            name: "Form note",
            spacing: (120, 120),
            run: "<w:color w:val=\"59626D\"/><w:sz w:val=\"20\"/>"
        ),
        paragraph("FormConsent", name: "Form consent", spacing: (180, 40), keepsNext: true),
        paragraph("FormClause", name: "Form clause", spacing: (0, 60), run: "<w:sz w:val=\"19\"/>", indent: 340),
        paragraph("Header", name: "header", spacing: (0, 0), run: "<w:color w:val=\"59626D\"/><w:sz w:val=\"18\"/>"),
        paragraph("Footer", name: "footer", spacing: (0, 0), run: "<w:color w:val=\"59626D\"/><w:sz w:val=\"17\"/>"),
    ].joined()

    private static let characters = [
        character("FormLabelText", name: "Form label", run: "<w:b/>"),
        character("FormMuted", name: "Form muted", run: "<w:color w:val=\"59626D\"/><w:sz w:val=\"18\"/>"),
        character("PlaceholderText", name: "Placeholder Text", run: "<w:color w:val=\"59626D\"/>"),
    ].joined()

    private static let table =
        "<w:style w:type=\"table\" w:default=\"1\" w:styleId=\"TableNormal\"><w:name w:val=\"Normal Table\"/>"
        + "<w:tblPr><w:tblInd w:w=\"0\" w:type=\"dxa\"/></w:tblPr></w:style>"
        + "<w:style w:type=\"table\" w:customStyle=\"1\" w:styleId=\"FormTable\"><w:name w:val=\"Form table\"/>"
        + "<w:basedOn w:val=\"TableNormal\"/><w:tblPr><w:tblBorders>"
        + ["top", "bottom", "insideH"].map { "<w:\($0) w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"DAD7CF\"/>" }
        .joined()
        + "</w:tblBorders><w:tblCellMar><w:top w:w=\"30\" w:type=\"dxa\"/><w:left w:w=\"60\" w:type=\"dxa\"/>"
        + "<w:bottom w:w=\"30\" w:type=\"dxa\"/><w:right w:w=\"60\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr></w:style>"

    private static func paragraph(
        _ id: String,
        name: String,
        basedOn: String? = "Normal",
        spacing: (before: Int, after: Int)? = nil,
        run: String = "",
        indent: Int = 0,
        keepsNext: Bool = false,
        outline: Int? = nil
    ) -> String {
        var properties = outline != nil || keepsNext ? "<w:keepNext/>" : ""
        if let spacing {
            properties += "<w:spacing w:before=\"\(spacing.before)\" w:after=\"\(spacing.after)\"/>"
        }
        if indent > 0 { properties += "<w:ind w:left=\"\(indent)\"/>" }
        if let outline { properties += "<w:outlineLvl w:val=\"\(outline)\"/>" }
        let isDefault = basedOn == nil ? " w:default=\"1\"" : id.hasPrefix("Form") ? " w:customStyle=\"1\"" : ""
        return "<w:style w:type=\"paragraph\"\(isDefault) w:styleId=\"\(id)\"><w:name w:val=\"\(name)\"/>"
            + (basedOn.map { "<w:basedOn w:val=\"\($0)\"/>" } ?? "") + "<w:qFormat/>"
            + "<w:pPr>\(properties)</w:pPr><w:rPr>\(run)</w:rPr></w:style>"
    }

    private static func character(_ id: String, name: String, run: String) -> String {
        "<w:style w:type=\"character\" w:styleId=\"\(id)\"><w:name w:val=\"\(name)\"/><w:rPr>\(run)</w:rPr></w:style>"
    }
}
