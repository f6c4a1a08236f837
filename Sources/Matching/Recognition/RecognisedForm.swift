/// A form definition that a submission may belong to, with the reason for thinking so.
public struct RecognisedForm: Hashable, Sendable {
    /// From the strongest to the weakest.
    public enum Reason: String, CaseIterable, Sendable {
        /// A person named the event.
        case named
        /// Document properties or the line «Nabór: slug/form/version» on the form.
        case code
        /// Tags of content controls, names of form fields or column heads.
        case tags
        /// `zapisy+slug@example.org`.
        case address
        /// The mail's subject names the event.
        case subject
        /// Its labels, or its likeness to a blank form.
        case layout
        /// No other event was open.
        case onlyOpen
    }

    /// Index into the recogniser's matchers.
    public var matcher: Int
    public var event: String
    public var form: String
    public var reason: Reason
    /// 0 to 1, as in `MatchOutcome.fit`; 1 where a stronger sign decided and nobody had to ask.
    public var fit: Double

    public init(matcher: Int, event: String, form: String, reason: Reason, fit: Double) {
        self.matcher = matcher
        self.event = event
        self.form = form
        self.reason = reason
        self.fit = fit
    }
}
