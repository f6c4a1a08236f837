public import FormModel

/// Where an answer comes from, in words for a person: “Word: table 2, row 3, cell 2”.
public enum EvidenceWording {
    public static func text(_ evidence: Evidence, _ language: InterfaceLanguage) -> String {
        let place = place(evidence.place, language)
        let source = source(evidence.kind).text(in: language)
        let by = evidence.operatorName.map { " (\($0))" } ?? ""
        return place.isEmpty ? source + by : "\(source)\(by): \(place)"
    }

    /// The path of a place (`body/table[2]/row[3]/cell[2]`) in words; a numbered part that has none stays as it is.
    public static func place(_ path: String, _ language: InterfaceLanguage) -> String {
        path.split(separator: "/").compactMap { part(String($0), language) }.joined(separator: ", ")
    }

    private static func part(_ part: String, _ language: InterfaceLanguage) -> String? {
        let name = String(part.prefix { $0 != "[" })
        if silent.contains(name) { return nil }
        let number = part.dropFirst(name.count + 1).dropLast()
        // Without a number it is the name of a field or column.
        guard let word = words[name] else { return number.isEmpty ? nil : part }
        return number.isEmpty ? word.text(in: language) : word.text(in: language) + " " + number
    }

    /// Parts that say nothing to a person: what everything lies in, and names of fields, whose labels stand beside.
    private static let silent: Set<String> = ["body", "field", "form", "desk", "mail"]

    private static let words: [String: LocalizedText] = [
        "table": word("tabela", "table"), "row": word("wiersz", "row"), "cell": word("komórka", "cell"),
        "column": word("kolumna", "column"), "p": word("akapit", "paragraph"), "page": word("strona", "page"),
        "part": word("załącznik", "attachment"), "sheet": word("kartka", "sheet"), "line": word("linia", "line"),
        "header": word("nagłówek", "header"), "footer": word("stopka", "footer"), "text": word("treść", "text"),
        "footnote": word("przypis", "footnote"), "endnote": word("przypis końcowy", "endnote"),
        "textBox": word("pole tekstowe", "text box"), "from": word("nadawca", "sender"),
        "registration": word("zgłoszenie", "registration"),
    ]

    private static func word(_ polish: String, _ english: String) -> LocalizedText {
        LocalizedText([.polish: polish, .english: english])
    }

    private static func source(_ kind: Evidence.Kind) -> LocalizedText {
        switch kind {
        case .contentControl: word("pole formularza Word", "field of the Word form")
        case .formField: word("pole formularza", "form field")
        case .tableCell: word("tabela w dokumencie", "table of the document")
        case .labelLine: word("tekst dokumentu", "text of the document")
        case .struckChoice: word("skreślenie", "struck out")
        case .mark: word("zaznaczenie", "mark")
        case .acroField: word("pole formularza PDF", "field of the PDF form")
        case .pdfText: word("tekst PDF", "text of the PDF")
        case .ocr: word("odczyt ze skanu", "read from the scan")
        case .web: word("formularz w sieci", "web form")
        case .csv: word("tabela zgłoszeń", "table of submissions")
        case .staff: word("wpisano ręcznie", "entered by hand")
        case .sender: word("nadawca maila", "sender of the mail")
        case .otherForm: word("inny formularz tej osoby", "another form of this person")
        }
    }
}
