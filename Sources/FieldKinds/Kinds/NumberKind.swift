import FormModel

/// Numbers as people write them: `1 250,00 zł`, `1.250,00`, `2,500.00`, `ok. 20 osób`.
enum NumberKind {
    static func read(_ text: String, in context: ReadingContext) -> KindReading {
        if CodeText(text).hasForeignDigits { return .invalid(text, .digitsNotASCII, kind: "number") }
        let scalars = Array(text.unicodeScalars)
        guard let start = scalars.firstIndex(where: isDigit), let end = scalars.lastIndex(where: isDigit) else {
            return .invalid(text, kind: "number", reason: .characters)
        }
        var head = Array(scalars[..<start])
        let isNegative = head.last == "-" || head.last == "−"
        if isNegative { head.removeLast() }
        guard let certainty = certainty(head: head, tail: Array(scalars[(end + 1)...])) else {
            return .invalid(text, kind: "number", reason: .characters)
        }
        var doubt = 1.0
        guard let digits = plain(Array(scalars[start...end]), context.language, doubt: &doubt),
            let number = DecimalNumber((isNegative ? "-" : "") + digits)
        else { return .invalid(text, kind: "number", reason: .format) }
        return KindReading(.number(number), certainty: min(certainty, doubt))
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

    /// What stands around the digits: a currency or unit is harmless, other words make the number less certain.
    private static func certainty(head: [Unicode.Scalar], tail: [Unicode.Scalar]) -> Double? {
        let before = folded(head)
        let after = folded(tail)
        var result = 1.0
        switch before {
        case "", "pln", "zl", "eur", "usd", "uah": break
        case "ok", "okolo", "ca", "circa", "approx", "about", "приблизно", "около", "бл": result = 0.7
        default: return nil
        }
        if after.isEmpty || units.contains(after) { return result }
        // One word such as „osób” or „lat”; a sentence is no number.
        return after.contains(" ") || after.utf8.contains(where: { (48...57).contains($0) }) ? nil : result * 0.9
    }

    private static func folded(_ scalars: [Unicode.Scalar]) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        return LetterFold.folded(String(view))
    }

    private static let units: Set<String> = [
        "zl", "pln", "zlotych", "zlote", "zloty", "eur", "euro", "usd", "uah", "грн", "злотих", "злотых", "osob",
        "osoby",
        "lat", "lata", "pkt", "punktow", "h", "godz",
    ]

    /// ASCII digits with at most one point; nil when separators do not fit.
    private static func plain(
        _ scalars: [Unicode.Scalar],
        _ language: InterfaceLanguage,
        doubt: inout Double
    ) -> String? {
        let marks = scalars.filter { $0 == "," || $0 == "." }
        guard let decimal = decimalMark(marks, scalars, language, doubt: &doubt) else { return nil }
        var groups: [[Unicode.Scalar]] = [[]]
        var fraction: [Unicode.Scalar]?
        for scalar in scalars {
            if isDigit(scalar) {
                if fraction != nil { fraction?.append(scalar) } else { groups[groups.count - 1].append(scalar) }
            } else if scalar == decimal.mark {
                guard fraction == nil else { return nil }
                fraction = []
            } else {
                // Spaces, apostrophes and the other mark part thousands, before the decimals only.
                guard fraction == nil, scalar != "-", scalar == "," || scalar == "." || isGap(scalar) else {
                    return nil
                }
                groups.append([])
            }
        }
        guard groups.count == 1 || groups.dropFirst().allSatisfy({ $0.count == 3 }),
            groups[0].count <= 3 || groups.count == 1
        else { return nil }
        var result = String.UnicodeScalarView(groups.flatMap { $0 })
        if let fraction, !fraction.isEmpty {
            result.append(".")
            result.append(contentsOf: fraction)
        }
        return String(result)
    }

    private static func isGap(_ scalar: Unicode.Scalar) -> Bool {
        scalar == " " || scalar == "'" || scalar == "’" || scalar == "\u{A0}" || scalar == "\u{202F}"
    }

    /// Which sign parts the decimals; `mark` is nil when none does. Nil for a mix that no country writes.
    private static func decimalMark(
        _ marks: [Unicode.Scalar],
        _ scalars: [Unicode.Scalar],
        _ language: InterfaceLanguage,
        doubt: inout Double
    ) -> (mark: Unicode.Scalar?, Void)? {
        guard let last = marks.last, let position = scalars.lastIndex(of: last) else { return (nil, ()) }
        let kinds = Set(marks)
        if kinds.count == 2 { return marks.filter({ $0 == last }).count == 1 ? (last, ()) : nil }
        if marks.count > 1 { return (nil, ()) }
        let digitsBehind = scalars.count - position - 1
        guard digitsBehind == 3, position <= 3 else { return (last, ()) }
        // One mark and three digits behind it: `1.250` or `1,250`. The language of the form decides, with doubt.
        doubt = 0.7
        let thousands: Unicode.Scalar = language == .english ? "," : "."
        return (last == thousands ? nil : last, ())
    }
}
