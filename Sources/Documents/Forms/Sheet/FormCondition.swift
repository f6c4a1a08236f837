import FormModel

/// Says in words when a question is to be answered, for the simple conditions that forms have.
struct FormCondition {
    let form: FormDefinition
    let language: InterfaceLanguage
    let words: FormWording

    /// A sentence for the help below the label; empty when the question is for everybody.
    func sentence(for field: FieldDefinition) -> String {
        guard let condition = field.shownIf ?? field.requiredIf else { return "" }
        return sentence(condition) ?? words[.whereItApplies]
    }

    /// `key == value`, `key != value`, `contains(key, "value")`, `has(key)`, or `has(a) or has(b)`; nil for anything else.
    private func sentence(_ condition: String) -> String? {
        let alternatives = condition.split(separator: " or ").map { part in named(String(part), call: "has(") }
        if !alternatives.isEmpty, alternatives.allSatisfy({ $0 != nil }) {
            let labels = alternatives.compactMap { $0 }.map { words.quoted($0.label.text(in: language)) }
            return words.text(.ifFilledIn, labels.joined(separator: " \(words[.or]) "))
        }
        if let (key, value) = contained(condition), let text = pair(.onlyIf, key, value) { return text }
        for (sign, word) in [("==", FormWording.Word.onlyIf), ("!=", .skipIf)] {
            let sides = condition.split(separator: " \(sign) ").map(Self.bare)
            if sides.count == 2, let text = pair(word, sides[0], sides[1]) { return text }
        }
        return nil
    }

    private func named(_ text: String, call: String) -> FieldDefinition? {
        guard text.hasPrefix(call), text.hasSuffix(")") else { return nil }
        return form.field(String(text.dropFirst(call.count).dropLast()))
    }

    private func contained(_ text: String) -> (String, String)? {
        guard text.hasPrefix("contains("), text.hasSuffix(")") else { return nil }
        let parts = text.dropFirst(9).dropLast().split(separator: ",").map(Self.bare)
        return parts.count == 2 ? (parts[0], parts[1]) : nil
    }

    private func pair(_ word: FormWording.Word, _ key: String, _ value: String) -> String? {
        guard let field = form.field(key), let option = field.options.first(where: { $0.key == value }) else {
            return nil
        }
        return words.text(word, words.quoted(field.label.text(in: language)))
            .replacing("{y}", with: words.quoted(option.label.text(in: language)))
    }

    private static func bare(_ text: Substring) -> String {
        var text = text
        while let first = text.first, " \"'".contains(first) { text = text.dropFirst() }
        while let last = text.last, " \"'".contains(last) { text = text.dropLast() }
        return String(text)
    }
}
