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
        /// Path of the original beside the page, where a browser can show it safely.
        var original: String?
        /// Paths of crops beside the page, by field.
        var crops: [String: String]
    }

    let language: InterfaceLanguage
    let entries: [Entry]
    /// Sheets that wait for their corners.
    var sheets: [Sheet] = []
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
        if entries.isEmpty, sheets.isEmpty {
            lines.append(
                "<main><p class=\"empty\">\(say("Tu staną zgłoszenia, których nie dało się odczytać bez wątpliwości. Teraz nic nie czeka.", "Registrations that could not be read without doubt will stand here. Nothing is waiting now."))</p></main>"
            )
        } else {
            if !entries.isEmpty { lines.append(navigation) }
            lines.append("<main>")
            lines += sheetSection
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
        let general = row.findings.filter { $0.field == nil && $0.code.needsPerson }
        if !general.isEmpty || entry.details.summary.possibleDuplicateOf != nil { lines += notes(entry, general) }
        lines += entry.doubts.map { article($0, entry) }
        let confirmable = entry.doubts.filter { $0.suggestion != nil && row.reviewFields.contains($0.field) }.map(
            \.field
        )
        if !confirmable.isEmpty {
            lines.append(
                "<p class=\"command\">\(say("Wszystko się zgadza:", "All of it is right:")) "
                    + "<code>nabor edit \(row.code.text) --confirm \(escaped(confirmable.joined(separator: " ")))</code></p>"
            )
        }
        lines.append(pager(index))
        lines.append("</section>")
        return lines
    }

    private func original(_ entry: Entry) -> String {
        guard let path = entry.original else { return "" }
        return " · <a href=\"\(escaped(path))\">\(say("otwórz oryginał", "open the original"))</a>"
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

    private func article(_ doubt: DoubtfulField, _ entry: Entry) -> String {
        let code = entry.details.summary.row.code.text
        let value =
            doubt.suggestion.map { "<p class=\"value\">\(escaped($0))</p>" }
            ?? "<p class=\"value none\">\(say("brak odpowiedzi", "no answer"))</p>"
        let findings = doubt.findings.map { "<p class=\"doubt\">\(escaped($0))</p>" }.joined()
        let sure = doubt.suggestion == nil ? "" : certainty(doubt.confidence)
        let command = "<code>nabor edit \(code) \(escaped(doubt.field))=…</code>"
        let evidence = evidence(doubt, entry)
        return "<article tabindex=\"0\"\(evidence.isEmpty ? " class=\"missing\"" : "")>\(evidence)"
            + "<div class=\"answer\"><h3>\(escaped(doubt.label))</h3>\(value)\(sure)\(findings)</div>"
            + "<p class=\"command\">\(say("Poprawka:", "Correction:")) \(command)</p></article>"
    }

    /// The crop; without one the words as they stood; empty where nothing stood.
    private func evidence(_ doubt: DoubtfulField, _ entry: Entry) -> String {
        let page = doubt.page.map { say("strona \($0)", "page \($0)") } ?? ""
        let caption = [page, doubt.place].filter { !$0.isEmpty }.joined(separator: ", ")
        let content: String
        if let crop = entry.crops[doubt.field] {
            let alt = say("Wycinek oryginału: \(doubt.label)", "Cut from the original: \(doubt.label)")
            content = "<img src=\"\(escaped(crop))\" alt=\"\(escaped(alt))\">"
        } else if !doubt.raw.isEmpty {
            content = "<blockquote>\(escaped(doubt.raw))</blockquote>"
        } else {
            return ""
        }
        return "<figure>\(sketch(doubt))\(content)<figcaption>\(escaped(caption))</figcaption></figure>"
    }

    /// A small sheet with the answer's place on it, to find it on the paper; pages are taken for A4.
    private func sketch(_ doubt: DoubtfulField) -> String {
        guard let box = doubt.box, box.x.isFinite, box.y.isFinite, box.width.isFinite, box.height.isFinite else {
            return ""
        }
        let numbers = [box.x, box.y, max(12, box.width), max(12, box.height)].map { Int($0.clamped(to: 0...2_000)) }
        return "<svg class=\"sheet\" viewBox=\"0 0 595 842\" aria-hidden=\"true\"><rect width=\"595\" height=\"842\"/>"
            + "<rect class=\"here\" x=\"\(numbers[0])\" y=\"\(numbers[1])\" width=\"\(numbers[2])\" height=\"\(numbers[3])\"/></svg>"
    }

    /// A bar is a shape for whoever does not read numbers; the words say the same.
    private func certainty(_ confidence: Double) -> String {
        let percent = Int((confidence * 100).rounded())
        return "<p class=\"sure\"><meter min=\"0\" max=\"100\" value=\"\(percent)\">\(percent)%</meter> "
            + "\(say("pewność \(percent)%", "\(percent)% sure"))</p>"
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

extension Double {
    fileprivate func clamped(to range: ClosedRange<Double>) -> Double {
        min(max(self, range.lowerBound), range.upperBound)
    }
}
