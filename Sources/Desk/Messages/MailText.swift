import FormModel

/// The short mails that go with a change of state, in the applicant's language.
struct MailText {
    enum Kind: String, CaseIterable {
        case receipt, incomplete, offered, confirmed, waitlisted, rejected, promoted
    }

    let kind: Kind
    let language: InterfaceLanguage
    let event: String
    let code: String
    let organiser: String
    /// What stands in the middle: gaps, facts, reasons; one line each.
    let lines: [String]
    /// Address of the applicant's own page; nil where nothing is served.
    var link: String?

    /// No line break can come from an event's title or anybody's answer.
    var subject: String {
        let words = MailWords.of(language)
        return "\(words.subject(kind)): \(event) [\(code)]"
            .split(whereSeparator: \.isNewline).joined(separator: " ")
    }

    var body: String {
        let words = MailWords.of(language)
        var paragraphs = [words.greeting, words.opening(kind, event: event, code: code)]
        if !lines.isEmpty { paragraphs.append(lines.map { "– " + $0 }.joined(separator: "\n")) }
        if let link { paragraphs.append(words.link(kind) + "\n" + link) }
        paragraphs += [words.closing(kind), words.farewell + "\n" + organiser]
        return paragraphs.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
    }
}
