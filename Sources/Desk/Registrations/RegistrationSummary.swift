public import FormModel
public import Registry

/// A registration as a line of a list.
public struct RegistrationSummary: Sendable {
    public var row: RegistrationRow
    public var participations: [ParticipationRow]
    public var possibleDuplicateOf: RegistrationCode?
}

/// A page of a list with the number of all that would fit the filter.
public struct RegistrationPage: Sendable {
    public var summaries: [RegistrationSummary]
    public var total: Int
}

/// Everything known about one registration.
public struct RegistrationDetails: Sendable {
    public var summary: RegistrationSummary
    public var answers: AnswerSet
    /// The event as its file stands now; nil when the file is gone.
    public var event: LoadedEvent?
    public var source: StoredSource?
    public var suspects: [RegistrationSummary]
    public var scores: [ScoreRow]
    public var payments: [PaymentRow]
    public var attendance: [AttendanceRow]
    public var messages: [MessageRow]
    public var documents: [DocumentRow]

    public var form: FormDefinition? { event?.definition.form(summary.row.form) }
}
