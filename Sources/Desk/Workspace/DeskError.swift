public import FormModel

/// A use case that could not be carried out: what happened and what to do, for staff, in Polish and English.
public struct DeskError: Error, Sendable {
    public enum Code: String, Sendable, CaseIterable {
        case noWorkspace, workspaceExists, fileUnreadable, fileUnwritable, fileFaulty
        case unknownEvent, unknownForm, unknownActivity, unknownSession, unknownField, unknownCriterion, unknownColumn
        case unknownCode, ambiguousCode, notParticipating
        case registryFailed, readerMissing
        case nothingToDo, runPending, noPendingRun, seedMissing, commitmentInvalid, selectionFailed, overbooked
        case stateRefused, valueInvalid, reasonMissing, templateMissing, renderFailed, recordInvalid
    }

    public let code: Code
    public let message: LocalizedText
    /// Faults of the file this is about, if it is about one.
    public let faults: [FileFault]

    public init(_ code: Code, _ polish: String, _ english: String, faults: [FileFault] = []) {
        self.code = code
        message = LocalizedText([.polish: polish, .english: english])
        self.faults = faults
    }
}
