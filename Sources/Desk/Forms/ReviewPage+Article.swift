import Documents
import FormModel

extension ReviewPage {
    /// One doubtful answer: the crop, what it is taken for, why that is doubtful, and what to type.
    func article(_ doubt: DoubtfulField, _ entry: Entry, _ orders: ReviewOrders) -> String {
        let value =
            doubt.suggestion.map { "<p class=\"value\(doubt.canBeConfirmed ? "" : " guess")\">\(escaped($0))</p>" }
            ?? "<p class=\"value none\">\(say("brak odpowiedzi", "no answer"))</p>"
        let findings = doubt.findings.map { "<p class=\"doubt\">\(escaped($0))</p>" }.joined()
        let sure = doubt.percent.map(certainty) ?? ""
        let allowed = doubt.allowed.map { allowed in
            "<p class=\"allowed\">\(say("Można wpisać:", "Possible:")) \(escaped(allowed.text))</p>"
        }
        let evidence = evidence(doubt, entry)
        let shape = evidence.isEmpty ? " class=\"missing\"" : isWide(entry.crops[doubt.field]) ? " class=\"wide\"" : ""
        return "<article tabindex=\"0\"\(shape)>\(evidence)"
            + "<div class=\"answer\"><h3>\(escaped(doubt.label))</h3>\(value)\(sure)\(findings)\(allowed ?? "")</div>"
            + "<p class=\"command\">\(say("Poprawka:", "Correction:")) "
            + "<code>\(escaped(orders.correction(of: doubt)))</code></p></article>"
    }

    /// The crop; without one the words as they stood; empty where nothing stood.
    private func evidence(_ doubt: DoubtfulField, _ entry: Entry) -> String {
        let content: String
        if let crop = entry.crops[doubt.field] {
            content = picture(crop, doubt.label)
        } else if !doubt.raw.isEmpty {
            content = "<blockquote>\(escaped(doubt.raw))</blockquote>"
        } else {
            return ""
        }
        return "<figure>\(sketch(doubt))\(content)<figcaption>\(caption(doubt, entry))</figcaption></figure>"
    }

    // MARK: Pictures

    /// Writing is shown a little larger than it was drawn, which is at half of the resolution that recognition wants.
    private static let scalePercent = 140
    /// A part that is wider than this does not stand beside an answer.
    private static let narrowWidthMax = 340

    private func isWide(_ crop: Crop?) -> Bool { (crop?.part?.partWidth ?? 0) > Self.narrowWidthMax }

    /// The part with the writing, large; the whole picture opens from it.
    private func picture(_ crop: Crop, _ label: String) -> String {
        let alt = escaped(say("Wycinek oryginału: \(label)", "Cut from the original: \(label)"))
        let content: String
        if let part = crop.part {
            let width = part.partWidth * Self.scalePercent / 100
            content =
                "<svg role=\"img\" aria-label=\"\(alt)\" style=\"--large:\(width)px;--least:\(part.partWidth * 4 / 5)px\" "
                + "viewBox=\"\(part.x.lowerBound) \(part.y.lowerBound) \(part.partWidth) \(part.partHeight)\">"
                + "<image href=\"\(escaped(crop.path))\" width=\"\(part.width)\" height=\"\(part.height)\"/></svg>"
        } else {
            content = "<img src=\"\(escaped(crop.path))\" alt=\"\(alt)\">"
        }
        return "<a class=\"cut\" href=\"\(escaped(crop.path))\">\(content)</a>"
    }

    /// Which sheet it stands on, and where on it; the sheet opens from there.
    private func caption(_ doubt: DoubtfulField, _ entry: Entry) -> String {
        var own = entry.sheets.filter { $0.sheet.formPage != nil && $0.sheet.formPage == doubt.page }
        if own.isEmpty, entry.sheets.count == 1 { own = entry.sheets }
        guard own.isEmpty else {
            return own.map { shown in
                let text = name(of: shown.sheet, among: entry.sheets.map(\.sheet)).filter { !$0.isEmpty }
                return "<a href=\"\(escaped(shown.path))\">\(escaped(text.joined(separator: ", ")))</a>"
            }.joined(separator: say(" albo ", " or "))
        }
        let place = EvidenceWording.place(doubt.place, language)
        let page = doubt.page.map { say("strona \($0)", "page \($0)") } ?? ""
        return escaped(doubt.place.hasPrefix("page[") || place.isEmpty ? page : place)
    }

    /// „kartka 5, strona formularza 1”; where every sheet is a file of its own, the file's name instead of its number.
    func name(of sheet: RegistrationSheet, among sheets: [RegistrationSheet]) -> [String] {
        let isAlone = sheet.number == 1 && sheets.count { $0.digest == sheet.digest } == 1
        let file = sheet.name.split(separator: "/").last.map(String.init) ?? sheet.name
        let sources = Set(sheets.map(\.digest)).count
        let number = say("kartka \(sheet.number)", "sheet \(sheet.number)")
        let head = isAlone && sources > 1 ? file : sources > 1 ? "\(file), \(number)" : number
        let page = sheet.formPage.map { say("strona formularza \($0)", "page \($0) of the form") } ?? ""
        return [head, page]
    }

    /// A small sheet with the answer's place on it, to find it on the paper; pages are taken for A4.
    private func sketch(_ doubt: DoubtfulField) -> String {
        guard let box = doubt.box, box.x.isFinite, box.y.isFinite, box.width.isFinite, box.height.isFinite else {
            return ""
        }
        let numbers = [box.x, box.y, max(48, box.width), max(36, box.height)].map { Int(min(max($0, 0), 2_000)) }
        return "<svg class=\"sheet\" viewBox=\"0 0 595 842\" aria-hidden=\"true\"><rect width=\"595\" height=\"842\"/>"
            + "<rect class=\"here\" x=\"\(numbers[0])\" y=\"\(numbers[1])\" width=\"\(numbers[2])\" height=\"\(numbers[3])\"/></svg>"
    }

    /// A bar is a shape for whoever does not read numbers; the words say the same.
    private func certainty(_ percent: Int) -> String {
        "<p class=\"sure\"><meter min=\"0\" max=\"100\" value=\"\(percent)\">\(percent)%</meter> "
            + "\(say("pewność \(percent)%", "\(percent)% sure"))</p>"
    }
}
