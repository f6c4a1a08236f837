import FormModel
import OfficePackage

/// Content controls (ECMA-376 part 1, 17.5.2) for the answers of a form; check boxes of Word 2010 (w14:checkbox).
struct WordControls {
    let words: FormWording
    private var identifier = 1000

    /// Options beyond this are chosen from a list instead of ticked.
    private static let tickedOptionsMax = 12

    init(words: FormWording) {
        self.words = words
    }

    /// The paragraphs of an answer cell.
    mutating func answer(_ question: FormQuestion) -> String {
        switch question.manner {
        case .ticking(let options, let takesOne):
            if takesOne, options.count > Self.tickedOptionsMax { return cell(list(question, options)) }
            if Self.fitOneLine(options) { return cell(options.map { tick(question, $0) }.joined(separator: Self.gap)) }
            return options.map { cell(tick(question, $0)) }.joined()
        case .writing(let lines, _): return cell(text(question, isMultiline: lines > 1))
        case .comb: return cell(question.kind == .date ? date(question) : text(question, isMultiline: false))
        }
    }

    /// A few short options stand side by side.
    private static func fitOneLine(_ options: [FormOption]) -> Bool {
        options.reduce(0) { $0 + $1.label.count + signsBetween } <= lineLengthMax
    }

    private static let gap = WordFormBody.run("\u{2003}", style: nil)
    /// Of a box and the room around it.
    private static let signsBetween = 5
    private static let lineLengthMax = 46

    private func cell(_ content: String) -> String {
        "<w:p><w:pPr><w:pStyle w:val=\"FormCell\"/></w:pPr>\(content)</w:p>"
    }

    /// An unticked box; its on-state and off-state are the ballot boxes of the font MS Gothic, as Word itself writes them.
    mutating func checkBox(tag: String, title: String) -> String {
        let glyph =
            "<w:r><w:rPr><w:rFonts w:ascii=\"MS Gothic\" w:eastAsia=\"MS Gothic\" w:hAnsi=\"MS Gothic\"/></w:rPr><w:t>☐</w:t></w:r>"
        let kind =
            "<w14:checkbox><w14:checked w14:val=\"0\"/><w14:checkedState w14:val=\"2612\" w14:font=\"MS Gothic\"/>"
            + "<w14:uncheckedState w14:val=\"2610\" w14:font=\"MS Gothic\"/></w14:checkbox>"
        return control(tag: tag, title: title, isPlaceholder: false, kind: kind, content: glyph)
    }

    private mutating func tick(_ question: FormQuestion, _ option: FormOption) -> String {
        checkBox(tag: question.name.option(option.key), title: "\(question.label): \(option.label)")
            + WordFormBody.run("\u{2002}" + option.label, style: nil)
    }

    private mutating func text(_ question: FormQuestion, isMultiline: Bool) -> String {
        let kind = isMultiline ? "<w:text w:multiLine=\"1\"/>" : "<w:text/>"
        return control(question, kind: kind, placeholder: words[.clickAndWrite])
    }

    private mutating func date(_ question: FormQuestion) -> String {
        let kind =
            "<w:date><w:dateFormat w:val=\"dd.MM.yyyy\"/><w:lid w:val=\"\(WordStyles.locale(words.language))\"/>"
            + "<w:storeMappedDataAs w:val=\"date\"/><w:calendar w:val=\"gregorian\"/></w:date>"
        return control(question, kind: kind, placeholder: words[.chooseDate])
    }

    private mutating func list(_ question: FormQuestion, _ options: [FormOption]) -> String {
        let items = options.map { option in
            "<w:listItem w:displayText=\"\(XMLEscape.text(option.label))\" w:value=\"\(XMLEscape.text(option.key))\"/>"
        }
        let kind = "<w:dropDownList>\(items.joined())</w:dropDownList>"
        return control(question, kind: kind, placeholder: words[.chooseEntry])
    }

    private mutating func control(_ question: FormQuestion, kind: String, placeholder: String) -> String {
        control(
            tag: question.name.description,
            title: question.label,
            isPlaceholder: true,
            kind: kind,
            content: WordFormBody.run(placeholder, style: "PlaceholderText")
        )
    }

    /// Word takes titles and tags of at most 64 signs.
    private mutating func control(
        tag: String,
        title: String,
        isPlaceholder: Bool,
        kind: String,
        content: String
    ) -> String {
        identifier += 1
        let shows = isPlaceholder ? "<w:showingPlcHdr/>" : ""
        return "<w:sdt><w:sdtPr><w:alias w:val=\"\(XMLEscape.text(String(title.prefix(64))))\"/>"
            + "<w:tag w:val=\"\(XMLEscape.text(tag))\"/><w:id w:val=\"\(identifier)\"/><w:lock w:val=\"sdtLocked\"/>\(shows)\(kind)"
            + "</w:sdtPr><w:sdtContent>\(content)</w:sdtContent></w:sdt>"
    }
}
