public import FormModel

/// One line of the journal: who did what, when, to whom and why.
public struct JournalEntry: Hashable, Sendable {
    /// What was done; the raw value stands in the journal for ever.
    public enum Action: String, Sendable, CaseIterable {
        case sourceStored, sourceClosed, registered, repeated, corrected, reviewed, stateChanged
        case duplicateSuspected, merged, separated
        case scored, selectionCommitted, selectionRun, selectionDiscarded, chosen, announced
        case offered, promoted, accepted, declined
        case expired, withdrawn, cancelled
        case paid, attended, documentWritten, messageQueued, messageWritten, exported, erased
    }

    /// Counted from 1 without gaps.
    public var number: Int64
    public var at: Instant
    /// Who: `intake`, an operator's name, `applicant`.
    public var actor: String
    public var action: Action
    public var event: String?
    /// The registration's code.
    public var code: String?
    /// JSON object with what and why; nil once redacted.
    public var details: String?
}
