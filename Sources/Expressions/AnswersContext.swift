public import FormModel

/// The answers of one registration and what is known around it, for expressions.
public struct AnswersContext: ExpressionContext, Sendable {
    public var answers: [String: AnswerValue]
    public var eventStart: CalendarDate?
    public var eventEnd: CalendarDate?
    /// In the event's time zone.
    public var received: CalendarDate?
    public var channel: Channel?
    public var language: InterfaceLanguage?
    /// Sessions attended, by activity id; nil when attendance is not known here.
    public var attendedByActivity: [String: Int]?

    public init(
        answers: [String: AnswerValue],
        eventStart: CalendarDate? = nil,
        eventEnd: CalendarDate? = nil,
        received: CalendarDate? = nil,
        channel: Channel? = nil,
        language: InterfaceLanguage? = nil,
        attendedByActivity: [String: Int]? = nil
    ) {
        self.answers = answers
        self.eventStart = eventStart
        self.eventEnd = eventEnd
        self.received = received
        self.channel = channel
        self.language = language
        self.attendedByActivity = attendedByActivity
    }

    public func value(of name: String) -> ExpressionValue {
        if let answer = answers[name] { return ExpressionValue(answer) }
        if let builtIn = BuiltInName(rawValue: name) { return value(of: builtIn) }
        return innerValue(of: name)
    }

    /// Nil where attendance is unknown; 0 for an activity nobody has a row for.
    public func attended(activity: String) -> Int? {
        attendedByActivity.map { $0[activity] ?? 0 }
    }

    private func value(of name: BuiltInName) -> ExpressionValue {
        switch name {
        case .eventStart: eventStart.map(ExpressionValue.date) ?? .missing
        case .eventEnd: eventEnd.map(ExpressionValue.date) ?? .missing
        case .received: received.map(ExpressionValue.date) ?? .missing
        case .channel: channel.map { .text($0.rawValue) } ?? .missing
        case .language: language.map { .text($0.rawValue) } ?? .missing
        }
    }

    /// `delegates.email`, `document.valid_to`, `name.surname`.
    private func innerValue(of name: String) -> ExpressionValue {
        guard let dot = name.utf8.firstIndex(of: UInt8(ascii: ".")) else { return .missing }
        let inner = String(name[name.index(after: dot)...])
        switch answers[String(name[..<dot])] {
        case .group(let entries):
            return entries.isEmpty ? .missing : .list(entries.map { ExpressionValue($0[inner]) })
        case .identityDocument(let document): return Self.part(inner, of: document)
        case .name(let name): return Self.part(inner, of: name)
        default: return .missing
        }
    }

    private static func part(_ part: String, of document: IdentityDocument) -> ExpressionValue {
        switch part {
        case "kind": document.kind.map { .text($0.rawValue) } ?? .missing
        case "number": ExpressionValue(attribute: document.number ?? "")
        case "valid_to": document.validTo.map(ExpressionValue.date) ?? .missing
        default: .missing
        }
    }

    private static func part(_ part: String, of name: PersonName) -> ExpressionValue {
        switch part {
        case "given": ExpressionValue(attribute: name.given ?? "")
        case "surname": ExpressionValue(attribute: name.surname ?? "")
        default: .missing
        }
    }
}
