public import FormModel

/// One form after reading, matching and checking: what `extract` prints and what `intake` records.
public struct CheckedForm: Sendable {
    /// Which event and form it belongs to; nil when nobody can tell without a person.
    public var event: String?
    public var form: String?
    public var language: InterfaceLanguage?
    public var answers: AnswerSet
    /// Errors first, then in the order of the form.
    public var findings: [Finding]
    /// Keys of the fields a person has to look at.
    public var needsReview: [String]

    /// Whether a person has to look before this can go on.
    public var needsPerson: Bool {
        event == nil || !needsReview.isEmpty || findings.contains { $0.code.needsPerson }
    }

    /// Whether the applicant has to supply or mend something.
    public var isIncomplete: Bool {
        findings.contains { $0.severity == .error && !$0.code.needsPerson && !$0.code.concernsAdmission }
    }
}

extension FindingCode {
    /// About sheets of paper whose form a person can complete or tell.
    var isOfSheets: Bool {
        switch self {
        case .scanPageAlone, .scanSheetsUnclear, .sourceNotYetReadable: true
        default: false
        }
    }

    /// Facts about the time and the conditions of taking part: they decide on admission, not on completeness.
    var concernsAdmission: Bool {
        switch self {
        case .ineligible, .receivedLate, .receivedEarly, .channelNotOpen: true
        default: false
        }
    }
}
