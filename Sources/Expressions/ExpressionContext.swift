/// Where an expression finds the values of its names.
///
/// Ready-made: `AnswersContext` for a registration's answers, `AttributesContext` for a selection pool.
public protocol ExpressionContext {
    /// The value of a field or attribute, of an inner field (`delegates.email`: the list over all entries), or of a
    /// built-in name (`BuiltInName`). `.missing` for whatever is not known.
    func value(of name: String) -> ExpressionValue

    /// How many sessions of the activity the applicant attended; nil when that is not known here.
    func attended(activity: String) -> Int?
}

extension ExpressionContext {
    public func attended(activity: String) -> Int? { nil }
}

/// Names every expression may use beside the fields of its form.
public enum BuiltInName: String, CaseIterable, Sendable {
    /// First day of the activity the condition is asked for; of the whole event when it is asked for none.
    case eventStart = "event.start"
    case eventEnd = "event.end"
    /// Day of receipt, in the event's time zone.
    case received
    /// `web`, `mail`, `paper`, `phone`, `nomination`.
    case channel
    /// Language of the form: `pl`, `en`, `uk`, `ru`, `be`.
    case language = "form.language"
}
