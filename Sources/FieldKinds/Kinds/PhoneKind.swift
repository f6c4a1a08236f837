import FormModel

/// Telephone numbers, kept in E.164 (ITU-T): `+48990000001`.
enum PhoneKind {
    /// Digits of a number without its country, where people live who fill in these forms.
    private static let nationalLengthMin = 9

    static func read(_ text: String, in context: ReadingContext) -> KindReading {
        let parts = numbers(in: text)
        guard let first = parts.first else { return .invalid(text, kind: "phone", reason: .characters) }
        if CodeText(text).hasForeignDigits { return .invalid(text, .digitsNotASCII, kind: "phone") }
        guard let compact = compact(first) else { return .invalid(text, kind: "phone", reason: .characters) }
        var certainty = parts.count == 1 ? 1.0 : 0.6
        guard let international = international(compact, language: context.language, certainty: &certainty) else {
            let isShort = compact.utf8.count < nationalLengthMin
            return .invalid(compact, kind: "phone", reason: isShort ? .length : .prefix)
        }
        guard isPlausible(international) else { return .invalid(international, kind: "phone", reason: .length) }
        return KindReading(.text(international), certainty: certainty)
    }

    /// Several numbers in one place: the first is taken, with less certainty.
    private static func numbers(in text: String) -> [String] {
        var parts = [""]
        var text = text
        let hasWords = text.utf8.contains { $0 >= UInt8(ascii: "A") }
        for word in ["lub", "albo", "oraz", "або", "или", "or"] where hasWords && text.contains(word) {
            text = text.replacing(" \(word) ", with: ";")
        }
        for scalar in text.unicodeScalars {
            if scalar == "," || scalar == ";" {
                parts.append("")
            } else {
                parts[parts.count - 1].unicodeScalars.append(scalar)
            }
        }
        return parts.filter { part in part.utf8.contains { (48...57).contains($0) } }
    }

    /// Digits with an optional leading plus; nil when anything else is in it.
    private static func compact(_ text: String) -> String? {
        var result = ""
        for scalar in withoutLabel(text).unicodeScalars {
            switch scalar {
            case "0"..."9": result.unicodeScalars.append(scalar)
            case "+" where result.isEmpty: result = "+"
            case "(", ")", ".", "/": continue
            case _ where CodeText.isSeparator(scalar): continue
            default: return nil
            }
        }
        return result.isEmpty ? nil : result
    }

    /// «tel. 990 000 001», «kom.: …», «моб. …»
    private static func withoutLabel(_ text: String) -> Substring {
        let start = text.unicodeScalars.firstIndex { $0 == "+" || $0 == "(" || ("0"..."9").contains($0) }
        guard let start, start > text.startIndex else { return text[...] }
        let label = LetterFold.folded(String(text[..<start]))
        return labels.contains(label) ? text[start...] : text[...]
    }

    private static let labels: Set<String> = [
        "tel", "telefon", "nr tel", "kom", "tel kom", "mob", "mobile", "phone", "тел", "моб", "телефон", "nr",
        "komorka",
        "telefon komorkowy", "m", "t",
    ]

    private static func international(_ digits: String, language: InterfaceLanguage, certainty: inout Double) -> String?
    {
        if digits.hasPrefix("+480"), digits.utf8.count == 13 { return "+48" + digits.dropFirst(4) }
        if digits.hasPrefix("+") { return digits }
        if digits.hasPrefix("00") { return digits.hasPrefix("000") ? nil : "+" + digits.dropFirst(2) }
        switch (digits.utf8.count, language) {
        case (9, _) where !digits.hasPrefix("0"): return "+48" + digits
        case (11, _) where digits.hasPrefix("48"): return "+" + digits
        case (12, _) where digits.hasPrefix("380") || digits.hasPrefix("375"): return "+" + digits
        default: break
        }
        // Numbers as they are dialled at home, where the language of the form speaks for the country.
        certainty *= 0.8
        switch (digits.utf8.count, language) {
        case (10, .ukrainian) where digits.hasPrefix("0"): return "+38" + digits
        case (11, .belarusian) where digits.hasPrefix("80"): return "+375" + digits.dropFirst(2)
        case (11, .russian) where digits.hasPrefix("8"): return "+7" + digits.dropFirst()
        default: return nil
        }
    }

    private static func isPlausible(_ number: String) -> Bool {
        let digits = number.dropFirst()
        if digits.hasPrefix("48") { return digits.utf8.count == 11 && !digits.hasPrefix("480") }
        if digits.hasPrefix("380") || digits.hasPrefix("375") { return digits.utf8.count == 12 }
        if digits.hasPrefix("7") { return digits.utf8.count == 11 }
        return (8...15).contains(digits.utf8.count) && !digits.hasPrefix("0")
    }

    /// Groups people can read: `+48 990 000 001`.
    static func grouped(_ number: String) -> String {
        for (prefix, groups) in [("+48", [3, 3, 3]), ("+380", [2, 3, 2, 2]), ("+375", [2, 3, 2, 2])]
        where number.hasPrefix(prefix) && number.utf8.count == prefix.utf8.count + groups.reduce(0, +) {
            var rest = number.dropFirst(prefix.utf8.count)
            var result = prefix
            for count in groups {
                result += "\u{A0}" + rest.prefix(count)
                rest = rest.dropFirst(count)
            }
            return result
        }
        return number
    }
}
