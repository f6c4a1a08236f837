import FormModel

/// A person's name: cleaned, split where it is whole, letters of a second alphabet pointed out.
enum PersonNameKind {
    static let byteCountMax = 400

    static func read(_ cleaned: TextCleaning.Cleaned, spelling: FieldKind.Spelling, part: FieldKind.NamePart)
        -> KindReading
    {
        let text = cleaned.text
        guard text.utf8.count <= byteCountMax, isName(text) else {
            return .invalid(text, kind: "personName", reason: .characters)
        }
        var issues = cleaned.hadControlCharacters ? [KindIssue(.controlCharacters, severity: .warning)] : []
        issues += alphabetIssues(text, spelling: spelling)
        switch part {
        case .given: return KindReading(.name(PersonName(full: text, given: text)), issues: issues)
        case .surname: return KindReading(.name(PersonName(full: text, surname: text)), issues: issues)
        case .full: break
        }
        let split = NameSplit.split(text)
        if split.isUnclear {
            let parameters = ["given": split.name.given ?? "", "surname": split.name.surname ?? ""]
            issues.append(KindIssue(.nameSplitProposed, parameters: parameters))
        }
        return KindReading(.name(split.name), issues: issues)
    }

    /// A name that a person or an earlier reading already took apart: only its letters are looked at.
    static func check(_ name: PersonName, spelling: FieldKind.Spelling) -> KindReading {
        var name = name
        name.full = TextCleaning.line(name.full).text
        name.given = name.given.map { TextCleaning.line($0).text }
        name.surname = name.surname.map { TextCleaning.line($0).text }
        guard isName(name.full) else { return .invalid(name.full, kind: "personName", reason: .characters) }
        return KindReading(.name(name), issues: alphabetIssues(name.full, spelling: spelling))
    }

    /// Letters, and no digit, no @: those show that something else slipped into the field.
    private static func isName(_ text: String) -> Bool {
        var hasLetter = false
        for scalar in text.unicodeScalars {
            if scalar.properties.isAlphabetic { hasLetter = true }
            if scalar == "@" || scalar.properties.numericType == .decimal { return false }
        }
        return hasLetter
    }

    private static func alphabetIssues(_ text: String, spelling: FieldKind.Spelling) -> [KindIssue] {
        if text.utf8.allSatisfy({ $0 < 0x80 }) { return [] }
        for word in text.split(separator: " ") where Alphabet.mixture(of: word).isMixed {
            var parameters = ["word": String(word)]
            parameters["proposed"] = Alphabet.unmixed(String(word))
            return [KindIssue(.nameMixedAlphabets, parameters: parameters)]
        }
        guard spelling == .latin, Alphabet.mixture(of: text).hasCyrillic else { return [] }
        let latin = Romanisation.latin(text, by: Romanisation.rules(for: text) ?? .ukrainian)
        return [KindIssue(.nameSpellingMismatch, parameters: ["expected": latin])]
    }
}
