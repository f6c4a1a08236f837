import FormModel

/// One or several options of a list.
enum ChoiceKind {
    static func read(_ text: String, options: [Option], table: OptionTable) -> KindReading? {
        guard let marked = MarkedBoxes.chosen(in: text) else { return single(text, options: options, table: table) }
        guard let first = marked.first else { return nil }
        guard marked.count == 1 else {
            return KindReading(.text(text), certainty: 0.3, issues: [KindIssue(.markAmbiguous)])
        }
        return single(first, options: options, table: table)
    }

    private static func single(_ text: String, options: [Option], table: OptionTable) -> KindReading {
        guard let match = table.match(text) else { return unknown(text) }
        return KindReading(.text(options[match.index].key), certainty: match.certainty)
    }

    static func readSeveral(_ texts: [String], options: [Option], table: OptionTable) -> KindReading? {
        var found: Set<Int> = []
        var unknown: [String] = []
        var certainty = 1.0
        for text in texts.flatMap({ MarkedBoxes.chosen(in: $0) ?? [$0] }) {
            for piece in pieces(of: text, table: table) {
                if let match = table.match(piece) {
                    found.insert(match.index)
                    certainty = min(certainty, match.certainty)
                } else if !Silence.isSilent(piece) {
                    unknown.append(piece)
                }
            }
        }
        let issues = unknown.map { KindIssue(.optionUnknown, parameters: ["value": $0]) }
        if found.isEmpty {
            return unknown.isEmpty ? nil : KindReading(.text(unknown.joined(separator: "; ")), issues: issues)
        }
        return KindReading(.choices(found.sorted().map { options[$0].key }), certainty: certainty, issues: issues)
    }

    /// The whole text when it is an option; else parts at semicolons and line ends; those again at commas and „i”.
    private static func pieces(of text: String, table: OptionTable) -> [String] {
        if isExact(text, table) { return [text] }
        return split(text, at: [";", "\n", "|", "•"]).flatMap { part in
            isExact(part, table) ? [part] : split(spaced(part), at: [",", "/"])
        }
    }

    private static func isExact(_ text: String, _ table: OptionTable) -> Bool {
        (table.match(text)?.certainty ?? 0) > 0.72
    }

    private static func split(_ text: String, at signs: Set<Unicode.Scalar>) -> [String] {
        text.unicodeScalars.split { signs.contains($0) }.map { part in
            TextCleaning.line(String(part)).text
        }.filter { !$0.isEmpty }
    }

    private static func spaced(_ text: String) -> String {
        var result = text
        for word in ["i", "oraz", "and", "та", "і", "и", "ды"] where result.contains(" \(word) ") {
            result = result.replacing(" \(word) ", with: ",")
        }
        return result
    }

    private static func unknown(_ text: String) -> KindReading {
        KindReading(.text(text), issues: [KindIssue(.optionUnknown, parameters: ["value": text])])
    }
}
