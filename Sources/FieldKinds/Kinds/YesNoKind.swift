import FormModel

/// Yes, no and consent, in five languages and by marks.
enum YesNoKind {
    static func read(_ text: String, field: FieldDefinition) -> KindReading? {
        if let marked = MarkedBoxes.chosen(in: text) {
            guard let first = marked.first else { return nil }
            // A single marked box beside any statement means that the statement holds.
            guard marked.count == 1 else {
                return KindReading(.text(text), certainty: 0.3, issues: [KindIssue(.markAmbiguous)])
            }
            return flag(first, field: field) ?? KindReading(.flag(true), certainty: 0.8)
        }
        if isMark(text) { return KindReading(.flag(true)) }
        if Silence.isSilent(text) { return nil }
        return flag(text, field: field) ?? .invalid(text, kind: field.kind.name, reason: .words)
    }

    private static func flag(_ text: String, field: FieldDefinition) -> KindReading? {
        let folded = LetterFold.folded(text)
        if let flag = words[folded] { return KindReading(.flag(flag)) }
        if isOwnLabel(folded, field) { return KindReading(.flag(true), certainty: 0.9) }
        // „tak, wegetariańska”: the first word decides when a sign parts it from the rest. „nie wiem” is no answer.
        let head = text.unicodeScalars.prefix { $0.properties.isAlphabetic }
        let next = text.unicodeScalars.dropFirst(head.count).first { $0 != " " }
        guard let next, [",", ";", ".", "(", "–", "-", "!", ":"].contains(next),
            let flag = words[LetterFold.folded(String(head))]
        else { return nil }
        return KindReading(.flag(flag), certainty: 0.75)
    }

    /// The statement itself stands in the answer's place: it was left when the other one was struck out.
    private static func isOwnLabel(_ folded: String, _ field: FieldDefinition) -> Bool {
        folded.utf8.count > 3 && field.label.all.contains { LetterFold.folded($0.text) == folded }
    }

    private static func isMark(_ text: String) -> Bool {
        switch text {
        case "☒", "☑", "✓", "✔", "✗", "✘", "×", "■", "◼", "●", "⊠", "X", "x", "Х", "х", "V", "v", "+": true
        case "[x]", "[X]", "(x)", "(X)", "[v]", "[V]": true
        default: false
        }
    }

    private static let words: [String: Bool] = {
        let yes = [
            "tak", "t", "yes", "y", "так", "т", "да", "true", "prawda", "1", "wyrazam zgode", "wyrazam", "zgadzam sie",
            "zgoda",
            "zgadzam", "akceptuje", "i agree", "agree", "i consent", "consent", "згоден", "згодна", "погоджуюсь",
            "погоджуюся", "даю згоду", "надаю згоду", "согласен", "согласна", "даю согласие", "згодны", "on", "ok",
            "oczywiscie", "potwierdzam", "oswiadczam", "так згоден", "так згодна", "tak wyrazam zgode",
            "tak zgadzam sie", "yes i agree", "zaznaczono", "checked", "selected", "posiadam", "згаджаюся",
        ]
        let no = [
            "nie", "n", "no", "ні", "н", "нет", "не", "false", "falsz", "0", "nie wyrazam zgody", "nie wyrazam",
            "nie zgadzam sie", "i do not agree", "i disagree", "disagree", "не згоден", "не згодна", "не погоджуюсь",
            "не погоджуюся", "не даю згоди", "не согласен", "не согласна", "не даю согласия", "не згодны", "off",
            "odmawiam", "brak zgody", "nie mam", "nie posiadam", "niezaznaczono", "unchecked", "немає", "няма",
        ]
        var result: [String: Bool] = [:]
        for word in yes { result[LetterFold.folded(word)] = true }
        for word in no { result[LetterFold.folded(word)] = false }
        return result
    }()
}
