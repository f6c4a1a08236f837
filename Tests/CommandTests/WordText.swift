/// The body of a small Word document: each line a paragraph, lines in bars the rows of a table.
enum WordText {
    static func body(_ lines: [String]) -> String {
        var body = ""
        var rows = ""
        for line in lines {
            if line.hasPrefix("|"), line.hasSuffix("|"), line.count > 2 {
                let cells = line.dropFirst().dropLast().split(separator: "|", omittingEmptySubsequences: false)
                rows += "<w:tr>" + cells.map { "<w:tc>\(paragraph($0))</w:tc>" }.joined() + "</w:tr>"
            } else {
                body += table(rows) + paragraph(Substring(line))
                rows = ""
            }
        }
        return body + table(rows) + (rows.isEmpty ? "" : "<w:p/>") + "<w:sectPr/>"
    }

    private static func table(_ rows: String) -> String {
        rows.isEmpty ? "" : "<w:tbl><w:tblPr/><w:tblGrid/>\(rows)</w:tbl>"
    }

    private static func paragraph(_ text: Substring) -> String {
        let trimmed = text.drop { $0 == " " }
        let escaped = trimmed.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
        return "<w:p><w:r><w:t xml:space=\"preserve\">\(escaped)</w:t></w:r></w:p>"
    }
}
