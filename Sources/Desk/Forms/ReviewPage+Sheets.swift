import FormModel

extension ReviewPage {
    /// A sheet to be marked, and where its picture lies beside the page.
    struct Sheet {
        var unread: UnreadSheet
        var path: String
        /// What it may be a page of, where it has no code.
        var forms: [FormMap] = []
    }

    /// Pictures with a grid in per cent, by which a person names the four corners of the form's page.
    var sheetSection: [String] {
        guard !sheets.isEmpty else { return [] }
        let heading = say("Kartki bez znalezionego położenia", "Sheets whose place was not found")
        let advice = say(
            "Odczytaj z siatki cztery rogi strony formularza (w procentach szerokości i wysokości), zgodnie z ruchem wskazówek zegara od lewego górnego, i wpisz je w poleceniu. Strona zostanie odczytana od nowa.",
            "Read the four corners of the form's page from the grid (in per cent of width and height), clockwise from the top left, and put them into the command. The page is then read again."
        )
        return [
            "<section id=\"sheets\" aria-labelledby=\"h-sheets\"><h2 id=\"h-sheets\">\(heading)</h2><p class=\"facts\">\(advice)</p>"
        ]
            + sheets.map(article) + ["</section>"]
    }

    private func article(_ sheet: Sheet) -> String {
        let unread = sheet.unread.sheet
        let page = unread.hasCode ? "" : "/" + say("STRONA", "PAGE")
        let command = "nabor review --corners \(unread.source):\(unread.sheet)\(page)=x,y,x,y,x,y,x,y" + map(sheet)
        let title = say("Plik \(unread.source), kartka \(unread.sheet)", "File \(unread.source), sheet \(unread.sheet)")
        return "<article class=\"unread\"><h3>\(title) · \(escaped(unread.name))</h3>\(picture(sheet, title))"
            + "<p class=\"command\"><code>\(escaped(command))</code></p>\(prints(sheet))</article>"
    }

    /// Without a code a person says which print it is: the only one there is, or one of a list below the command.
    private func map(_ sheet: Sheet) -> String {
        guard !sheet.unread.sheet.hasCode, !sheet.forms.isEmpty else { return "" }
        return " --map " + (sheet.forms.count == 1 ? sheet.forms[0].version : say("WERSJA", "VERSION"))
    }

    private func prints(_ sheet: Sheet) -> String {
        guard !sheet.unread.sheet.hasCode, sheet.forms.count > 1 else { return "" }
        let items = sheet.forms.map { form in
            "<li><code>\(escaped(form.version))</code> \(escaped(form.event)), \(escaped(form.form)), "
                + "\(form.language.rawValue)</li>"
        }
        let label = say("Wersja stoi w stopce wydruku; są:", "The version stands in the foot of the print; there are:")
        return "<p class=\"facts\">\(label)</p><ul>\(items.joined())</ul>"
    }

    private func picture(_ sheet: Sheet, _ title: String) -> String {
        let (width, height) = (sheet.unread.picture.width, sheet.unread.picture.height)
        let margin = max(width, height) / 24
        var lines = ""
        for percent in stride(from: 0, through: 100, by: 10) {
            let (x, y) = (width * percent / 100, height * percent / 100)
            lines +=
                "<path d=\"M\(x) 0V\(height)M0 \(y)H\(width)\"/>"
                + "<text x=\"\(x)\" y=\"\(-margin / 4)\" text-anchor=\"middle\">\(percent)</text>"
                + "<text x=\"\(-margin / 4)\" y=\"\(y + margin / 5)\" text-anchor=\"end\">\(percent)</text>"
        }
        return "<svg class=\"grid\" role=\"img\" aria-label=\"\(escaped(title))\" "
            + "viewBox=\"\(-margin * 3 / 2) \(-margin) \(width + 3 * margin) \(height + 3 * margin / 2)\" "
            + "style=\"--unit:\(margin)px\"><image href=\"\(escaped(sheet.path))\" width=\"\(width)\" height=\"\(height)\"/>"
            + "\(lines)</svg>"
    }
}
