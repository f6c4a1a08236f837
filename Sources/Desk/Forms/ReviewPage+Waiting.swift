import FormModel

extension ReviewPage {
    /// Sheets of which only a person can tell whose they are, with their pictures.
    struct Waiting {
        /// Number of the source, as `nabor review` lists it.
        var source: Int64
        /// Name of the source's file.
        var name: String
        /// What is asked, as a sentence.
        var question: String
        /// The answer to be typed.
        var command: String
        /// Number of the sheet, its picture beside the page, and the form's page that it is.
        var sheets: [(number: Int, path: String, formPage: String)]
        /// Sheets that are not shown.
        var moreCount: Int
    }

    /// One article a file: the question, the sheets small and in their order, each opening large, and the command.
    var waitingSection: [String] {
        guard !waiting.isEmpty else { return [] }
        let heading = say("Kartki, o których trzeba zdecydować", "Sheets to decide about")
        return ["<section id=\"waiting\" aria-labelledby=\"h-waiting\"><h2 id=\"h-waiting\">\(heading)</h2>"]
            + waiting.map(article) + ["</section>"]
    }

    private func article(_ waiting: Waiting) -> String {
        let title = say("Plik \(waiting.source)", "File \(waiting.source)")
        let more =
            waiting.moreCount == 0
            ? ""
            : "<p class=\"facts\">\(say("Kartek niepokazanych: \(waiting.moreCount).", "Sheets not shown: \(waiting.moreCount)."))</p>"
        return
            "<article class=\"unread\"><h3>\(title) · \(escaped(waiting.name))</h3><p>\(escaped(waiting.question))</p>"
            + "<ol class=\"thumbs\">\(waiting.sheets.map(thumbnail).joined())</ol>\(more)"
            + "<p class=\"command\"><code>\(escaped(waiting.command))</code></p></article>"
    }

    private func thumbnail(_ sheet: (number: Int, path: String, formPage: String)) -> String {
        let name = say("kartka \(sheet.number)", "sheet \(sheet.number)")
        let page =
            sheet.formPage.isEmpty
            ? "" : say("strona formularza \(sheet.formPage)", "page \(sheet.formPage) of the form")
        return thumbnail(sheet.path, [name, page])
    }

    /// A small picture of a sheet that opens the large one.
    func thumbnail(_ path: String, _ words: [String]) -> String {
        let words = words.filter { !$0.isEmpty }.map(escaped)
        let caption = words.enumerated().map { $0.offset == 0 ? "<b>\($0.element)</b>" : "<span>\($0.element)</span>" }
        return "<li><a href=\"\(escaped(path))\"><img loading=\"lazy\" src=\"\(escaped(path))\" "
            + "alt=\"\(words.joined(separator: ", "))\">\(caption.joined(separator: " "))</a></li>"
    }
}
