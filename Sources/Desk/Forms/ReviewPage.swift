import Documents
import FieldKinds
import FormModel
import Registry

/// The static page on which a person checks doubtful answers: no script, nothing fetched, good on paper too.
///
/// Every value is markup-escaped text. A crop of the original stands at the left where there is one, the suggestion at the
/// right, below it the one line to type when it is right or wrong. Links lead on by the tab key and by access keys.
struct ReviewPage {
    /// One registration with what is doubtful about it.
    struct Entry {
        var details: RegistrationDetails
        var doubts: [DoubtfulField]
        /// Path of the original beside the page, where it is this person's alone and a browser can show it safely.
        var original: String?
        /// It holds scripts, so that nobody is led to open it.
        var isOriginalWithheld = false
        /// This person's sheets, and where their pictures lie beside the page.
        var sheets: [(sheet: RegistrationSheet, path: String)] = []
        /// Crops by field.
        var crops: [String: Crop]
    }

    /// A picture of an answer's place beside the page.
    struct Crop {
        var path: String
        /// Where the writing is in it; nil shows all of it.
        var part: InkPart?
    }

    let language: InterfaceLanguage
    let entries: [Entry]
    /// Sheets that wait for their corners.
    var sheets: [Sheet] = []
    /// Sheets that wait for somebody to say whose they are.
    var waiting: [Waiting] = []
    /// Registrations waiting in all.
    let total: Int
    let title: String

    func say(_ polish: String, _ english: String) -> String { language == .polish ? polish : english }

    /// The five signs of markup as references; control characters but tab and line feed left out.
    func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "'": result += "&#39;"
            case _ where scalar.value < 0x20 && scalar != "\n" && scalar != "\t": continue
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    var html: String {
        var lines = [
            "<!DOCTYPE html>", "<html lang=\"\(language == .polish ? "pl" : "en")\">", "<head>",
            "<meta charset=\"utf-8\">",
            "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">",
            "<meta name=\"referrer\" content=\"no-referrer\">",
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src 'self'; style-src 'unsafe-inline'\">",
            "<title>\(escaped(heading))</title>", "<style>\(ReviewStyle.css)</style>", "</head>", "<body>",
            "<header><p class=\"kind\">Nabór</p><h1>\(escaped(heading))</h1>", "<p>\(escaped(summary))</p></header>",
        ]
        if entries.isEmpty, sheets.isEmpty, waiting.isEmpty {
            lines.append(
                "<main><p class=\"empty\">\(say("Tu staną zgłoszenia, których nie dało się odczytać bez wątpliwości. Teraz nic nie czeka.", "Registrations that could not be read without doubt will stand here. Nothing is waiting now."))</p></main>"
            )
        } else {
            if !entries.isEmpty { lines.append(navigation) }
            lines.append("<main>")
            lines += waitingSection + sheetSection
            for (index, entry) in entries.enumerated() { lines += section(entry, index) }
            lines.append("</main>")
        }
        return (lines + ["</body>", "</html>", ""]).joined(separator: "\n")
    }

    private var heading: String { say("Do sprawdzenia", "To be checked") + (title.isEmpty ? "" : " – " + title) }

    private var summary: String {
        let fields = entries.reduce(0) { $0 + $1.doubts.count }
        return say(
            "Zgłoszeń: \(entries.count) z \(total), odpowiedzi do obejrzenia: \(fields). Najbardziej wątpliwe stoją pierwsze.",
            "Registrations: \(entries.count) of \(total), answers to look at: \(fields). The most doubtful come first."
        )
    }

    private var navigation: String {
        let items = entries.map { entry in
            let row = entry.details.summary.row
            return "<li><a href=\"#\(row.code.text)\"><b>\(row.code.text)</b> \(escaped(row.name)) "
                + "<span class=\"count\">\(entry.doubts.count)</span></a></li>"
        }
        let label = say("Zgłoszenia", "Registrations")
        return "<nav aria-label=\"\(label)\"><h2>\(label)</h2><ol>\(items.joined())</ol></nav>"
    }

    // MARK: One registration

    private func section(_ entry: Entry, _ index: Int) -> [String] {
        let row = entry.details.summary.row
        let zone = entry.details.event?.definition.timeZone ?? "Europe/Warsaw"
        let event = entry.details.event?.definition.title.text(in: language) ?? row.event
        let facts = [
            event, DateText.moment(row.receivedAt, timeZone: zone, in: language),
            StateWording.text(row.channel, language),
        ]
        var lines = [
            "<section id=\"\(row.code.text)\" aria-labelledby=\"h-\(row.code.text)\">",
            "<h2 id=\"h-\(row.code.text)\"><span class=\"code\">\(row.code.text)</span> \(escaped(row.name))</h2>",
            "<p class=\"facts\">\(escaped(facts.joined(separator: " · ")))\(original(entry))</p>",
        ]
        lines += sheetList(entry)
        let general = row.findings.filter { $0.field == nil && $0.code.needsPerson }
        if !general.isEmpty || entry.details.summary.possibleDuplicateOf != nil { lines += notes(entry, general) }
        let orders = ReviewOrders(row.code, entry.doubts)
        lines += entry.doubts.map { article($0, entry, orders) }
        lines += confirmation(orders)
        lines.append(pager(index))
        lines.append("</section>")
        return lines
    }

    /// Names what the command confirms: nobody confirms by a line of keys what he has not looked at.
    private func confirmation(_ orders: ReviewOrders) -> [String] {
        guard let command = orders.confirmation else { return [] }
        let labels = orders.confirmed.map { "„\($0.label)”" }.joined(separator: ", ")
        let text = say(
            "Gdy po obejrzeniu zgadza się \(labels):",
            "If after looking this is right – \(labels):"
        )
        return ["<p class=\"command\">\(escaped(text)) <code>\(escaped(command))</code></p>"]
    }

    private func original(_ entry: Entry) -> String {
        if entry.isOriginalWithheld {
            return " · "
                + say(
                    "oryginał zawiera skrypty i nie jest tu otwierany; leży w folderze originals/",
                    "the original holds scripts and is not opened from here; it lies in the folder originals/"
                )
        }
        guard let path = entry.original else { return "" }
        return " · <a href=\"\(escaped(path))\">\(say("otwórz oryginał", "open the original"))</a>"
    }

    private func sheetList(_ entry: Entry) -> [String] {
        guard !entry.sheets.isEmpty else { return [] }
        let all = entry.sheets.map(\.sheet)
        let items = entry.sheets.map { thumbnail($0.path, name(of: $0.sheet, among: all)) }
        return ["<ol class=\"thumbs\">\(items.joined())</ol>"]
    }

    private func notes(_ entry: Entry, _ findings: [Finding]) -> [String] {
        var items = findings.map { finding in
            let label = FindingLabel.text(finding, form: entry.details.form, language: language)
            return escaped(FindingWording.text(of: finding, fieldLabel: label, language: language))
        }
        if let other = entry.details.summary.possibleDuplicateOf {
            let code = entry.details.summary.row.code.text
            items.append(
                say("Może to ta sama osoba co \(other.text):", "Perhaps the same person as \(other.text):")
                    + " <code>nabor merge \(other.text) \(code) --reason …</code> "
                    + say("albo", "or") + " <code>nabor separate \(other.text) \(code)</code>"
            )
        }
        return ["<ul class=\"notes\">" + items.map { "<li>\($0)</li>" }.joined() + "</ul>"]
    }

    private func pager(_ index: Int) -> String {
        var links: [String] = []
        if index > 0 {
            let code = entries[index - 1].details.summary.row.code.text
            links.append("<a rel=\"prev\" href=\"#\(code)\">← \(code)</a>")
        }
        if index + 1 < entries.count {
            let code = entries[index + 1].details.summary.row.code.text
            links.append("<a rel=\"next\" class=\"next\" href=\"#\(code)\">\(say("Następne", "Next")): \(code) →</a>")
        }
        return "<p class=\"pager\">\(links.joined(separator: " "))</p>"
    }
}
