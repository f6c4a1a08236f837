/// A place in a template in the words of Word's user interface and of this run's language.
///
/// The engine says `word/header1.xml, table 1, row 2, cell 3, paragraph 1, {{ name }}`; the tag at the end stays as it is.
enum TemplatePlace {
    static func text(_ place: String) -> String {
        var parts = place.split(separator: ", ", omittingEmptySubsequences: false).map(String.init)
        guard let first = parts.first, first.hasPrefix("word/") || first.hasPrefix("docProps/") else { return place }
        parts[0] = part(first)
        for index in parts.indices.dropFirst() {
            guard let step = step(parts[index]) else { break }
            parts[index] = step
        }
        return parts.filter { !$0.isEmpty }.joined(separator: ", ")
    }

    /// The body needs no name; headers and footers keep their number.
    private static func part(_ name: String) -> String {
        let stem = name.split(separator: "/").last?.split(separator: ".").first.map(String.init) ?? name
        let number = stem.drop { !$0.isNumber }
        let suffix = number.isEmpty ? "" : " " + number
        let word = String(stem.prefix { $0.isLetter })
        switch word {
        case "document": return ""
        case "header": return say("nagłówek", "header") + suffix
        case "footer": return say("stopka", "footer") + suffix
        case "footnotes": return say("przypisy", "footnotes")
        case "endnotes": return say("przypisy końcowe", "endnotes")
        case "comments": return say("komentarze", "comments")
        case "core": return say("właściwości dokumentu", "document properties")
        default: return name
        }
    }

    private static func step(_ text: String) -> String? {
        if text == "text box" { return say("pole tekstowe", text) }
        let words = text.split(separator: " ")
        guard words.count == 2, words[1].allSatisfy(\.isNumber) else { return nil }
        let polish: String
        switch words[0] {
        case "paragraph": polish = "akapit"
        case "table": polish = "tabela"
        case "row": polish = "wiersz"
        case "cell": polish = "komórka"
        case "footnote": polish = "przypis"
        case "endnote": polish = "przypis końcowy"
        case "comment": polish = "komentarz"
        default: return nil
        }
        return say("\(polish) \(words[1])", text)
    }
}
