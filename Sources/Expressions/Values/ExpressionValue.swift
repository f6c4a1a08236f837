public import FormModel

/// What a part of an expression is worth.
public enum ExpressionValue: Hashable, Sendable {
    /// Not answered, not known, or not computable (a division by zero).
    case missing
    case flag(Bool)
    case number(ExactNumber)
    /// Texts, option keys, country codes. A text attribute of a selection pool stays text; it counts as a number, a day or
    /// yes/no where it is compared with one.
    case text(String)
    case date(CalendarDate)
    /// Several choices, or one inner field of all entries of a repeating group.
    case list([ExpressionValue])
    /// A repeating group as a whole.
    case entries(count: Int)
    /// A length of time in the calendar: `P2D`, `P6M`.
    case period(months: Int, days: Int)
}

extension ExpressionValue {
    /// The answer as expressions see it.
    public init(_ answer: AnswerValue?) {
        switch answer {
        case nil: self = .missing
        case .text(let text): self.init(attribute: text)
        case .name(let name): self.init(attribute: name.full)
        case .number(let number): self = ExactNumber(number).map(ExpressionValue.number) ?? .missing
        case .date(let date): self = .date(date)
        case .flag(let flag): self = .flag(flag)
        case .choices(let keys): self = keys.isEmpty ? .missing : .list(keys.map(ExpressionValue.text))
        case .identityDocument(let document): self.init(attribute: document.number ?? "")
        case .group(let entries): self = entries.isEmpty ? .missing : .entries(count: entries.count)
        }
    }

    /// A text attribute of a selection pool; an empty one is missing.
    public init(attribute text: String) {
        self = text.isEmpty ? .missing : .text(text)
    }

    public var isMissing: Bool { self == .missing }

    /// As a condition: true only for yes and for texts that say so; missing is false.
    public var isTrue: Bool {
        switch self {
        case .flag(let flag): flag
        case .text(let text): Self.flag(text) ?? false
        default: false
        }
    }

    /// As a number, where it is one or a text that reads as one.
    public var number: ExactNumber? {
        switch self {
        case .number(let number): number
        case .text(let text): ExactNumber(text: text)
        default: nil
        }
    }

    /// As a day, where it is one or a text `YYYY-MM-DD`.
    public var date: CalendarDate? {
        switch self {
        case .date(let date): date
        case .text(let text): CalendarDate(iso: text)
        default: nil
        }
    }

    static func flag(_ text: String) -> Bool? {
        switch text {
        case "true", "yes", "tak", "1", "TRUE", "True": true
        case "false", "no", "nie", "0", "FALSE", "False": false
        default: nil
        }
    }
}
