import FormModel

/// Days as people write them: `2023-12-14`, `14.12.2023`, `14 grudnia 2023 r.`, `14/12/2023`, `December 14, 2023`.
enum DateKind {
    static func read(_ text: String, in context: ReadingContext) -> KindReading {
        if let date = CalendarDate(iso: text) { return KindReading(.date(date)) }
        if CodeText(text).hasForeignDigits { return .invalid(text, .digitsNotASCII, kind: "date") }
        let parts = parts(of: text)
        switch parts.count {
        case 3: return read(three: parts, text: text)
        case 1: return read(compact: parts[0], text: text)
        default: return .invalid(text, kind: "date", reason: .format)
        }
    }

    /// A part of a date: digits or a month's name.
    private enum Part {
        case digits(value: Int, count: Int)
        case month(Int)
    }

    private static func read(three parts: [Part], text: String) -> KindReading {
        switch (parts[0], parts[1], parts[2]) {
        case (.digits(let year, 4), .digits(let month, _), .digits(let day, _)):
            return date(year, month, day, text: text)
        case (.digits(let year, 4), .month(let month), .digits(let day, _)):
            return date(year, month, day, text: text)
        case (.digits(let day, 1...2), .month(let month), .digits(let year, 4)),
            (.month(let month), .digits(let day, 1...2), .digits(let year, 4)):
            return date(year, month, day, text: text)
        case (.digits(let first, 1...2), .digits(let second, 1...2), .digits(let year, 4)):
            // Month before day only where it cannot be otherwise.
            if second > 12, first <= 12 { return date(year, first, second, text: text, certainty: 0.7) }
            return date(year, second, first, text: text)
        case (.digits(_, 1...2), .digits(_, 1...2), .digits(_, 1...2)),
            (.digits(_, 1...2), .month, .digits(_, 1...2)), (.month, .digits(_, 1...2), .digits(_, 1...2)):
            return KindReading(
                .text(text),
                certainty: 0.3,
                issues: [KindIssue(.dateAmbiguous, parameters: ["value": text])]
            )
        default: return .invalid(text, kind: "date", reason: .format)
        }
    }

    /// Eight digits from a comb of boxes: day, month, year, or the year first.
    private static func read(compact part: Part, text: String) -> KindReading {
        switch part {
        case .digits(let value, 8):
            if let date = CalendarDate(year: value % 10_000, month: value / 10_000 % 100, day: value / 1_000_000),
                date.year >= 1800
            {
                return KindReading(.date(date), certainty: 0.9)
            }
            return date(value / 10_000, value / 100 % 100, value % 100, text: text, certainty: 0.9)
        case .digits(_, 6):
            return KindReading(
                .text(text),
                certainty: 0.3,
                issues: [KindIssue(.dateAmbiguous, parameters: ["value": text])]
            )
        default: return .invalid(text, kind: "date", reason: .format)
        }
    }

    private static func date(
        _ year: Int,
        _ month: Int,
        _ day: Int,
        text: String,
        certainty: Double = 1
    ) -> KindReading {
        guard let date = CalendarDate(year: year, month: month, day: day) else {
            return .invalid(text, kind: "date", reason: .date)
        }
        return KindReading(.date(date), certainty: certainty)
    }

    /// Runs of digits and names of months; words such as „dnia”, „r.”, “of”, “th” and the time of day are left out. An
    /// unknown word makes the list empty.
    private static func parts(of text: String) -> [Part] {
        var result: [Part] = []
        var run: [Unicode.Scalar] = []
        let day = withoutTime(text).unicodeScalars
        for scalar in day + [" "] {
            let isDigit = ("0"..."9").contains(scalar)
            let isLetter = scalar.properties.isAlphabetic
            if let last = run.last, isDigit != ("0"..."9").contains(last) || !(isDigit || isLetter) {
                guard append(run, to: &result) else { return [] }
                run = []
            }
            if isDigit || isLetter { run.append(scalar) }
        }
        return result
    }

    private static func append(_ run: [Unicode.Scalar], to parts: inout [Part]) -> Bool {
        guard run.count <= 20, parts.count < 4 else { return false }
        var view = String.UnicodeScalarView()
        view.append(contentsOf: run)
        let word = String(view)
        if let value = Int(word) {
            parts.append(.digits(value: value, count: run.count))
            return true
        }
        let folded = LetterFold.folded(word)
        if let month = MonthNames.month(folded) {
            parts.append(.month(month))
            return true
        }
        return fillers.contains(folded)
    }

    private static let fillers: Set<String> = [
        "r", "roku", "rok", "dnia", "dn", "d", "of", "the", "th", "st", "nd", "rd", "року", "р", "г", "года", "год",
        "годa", "ur", "on", "го", "е", "і", "года",
    ]

    /// `2023-12-14T00:00:00Z`, `2023-12-14 10:15`: a spreadsheet's or a web form's moment.
    private static func withoutTime(_ text: String) -> String {
        guard let colon = text.firstIndex(of: ":") else { return text }
        let head = text[..<colon]
        guard let cut = head.lastIndex(where: { $0 == "T" || $0 == " " }) else { return text }
        return String(head[..<cut]).trimmingSuffix(",")
    }
}

extension String {
    fileprivate func trimmingSuffix(_ suffix: String) -> String {
        hasSuffix(suffix) ? String(dropLast(suffix.count)) : self
    }
}
