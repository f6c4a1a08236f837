import FormModel

/// Free text of one or several lines.
enum TextKind {
    static func read(_ cleaned: TextCleaning.Cleaned) -> KindReading {
        let issue = KindIssue(.controlCharacters, severity: .warning)
        return KindReading(.text(cleaned.text), issues: cleaned.hadControlCharacters ? [issue] : [])
    }
}
