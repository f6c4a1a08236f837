public import FormModel

/// The outcome of one run: a decision with its reason for everybody, the record that proves it, and what could not be met.
public struct SelectionResult: Sendable {
    /// Selected by rank, then the waiting list by rank, then the others in their order, the ineligible by id.
    /// When `isDecided` is false only the ineligible stand here.
    public var decisions: DecisionColumns
    public var record: SelectionRecord
    /// Rules that could not be met, with what it would take; staff decides.
    public var unmet: [Explanation]
    public var warnings: [Explanation]
    /// False when no list at all meets the hard rules: nothing was decided, `unmet` says why. Nothing is relaxed silently.
    public var isDecided: Bool

    /// How much of the record the rules let be published.
    public var publication: SelectionRules.Publication { record.publication }

    init(
        decisions: DecisionColumns,
        record: SelectionRecord,
        unmet: [Explanation] = [],
        warnings: [Explanation] = [],
        isDecided: Bool = true
    ) {
        self.decisions = decisions
        self.record = record
        self.unmet = unmet
        self.warnings = warnings
        self.isDecided = isDecided
    }
}
