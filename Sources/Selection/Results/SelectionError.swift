public import FormModel

/// Why a selection could not be carried out at all.
public struct SelectionError: Error, Hashable, Sendable {
    public enum Code: String, CaseIterable, Sendable {
        /// The rules contradict themselves; see `faults`.
        case rulesFaulty
        /// A lottery needs a seed.
        case seedMissing
        /// The same id twice in the pool or among the participants.
        case idDuplicate
        case idEmpty
        /// A number of seats below 1, or too large a number.
        case candidateInvalid
        case poolTooLarge
        /// A commitment that does not belong to this pool and these rules.
        case commitmentDiffers
        /// A value that was known before the commitment was made, or before the moment the rules name.
        case seedKnownBefore
        /// A source of the seed other than the one announced.
        case seedSourceDiffers
        /// A beacon without its round, or with a time its round does not have.
        case seedOriginInvalid
        /// Somebody chosen is not in the pool.
        case idUnknown
        /// No list meets the hard rules, so there is nothing to commit to; the subject names them.
        case rulesConflict
        /// People who come together, or take several seats, where sessions order people in ways of their own.
        case partyWithOwnOrder
        /// The search for a valid list went beyond its bounds; nothing was decided.
        case searchTooLarge
    }

    public var code: Code
    /// An id, a number: never personal data.
    public var subject: String
    public var faults: [RuleFault]

    public init(_ code: Code, subject: String = "", faults: [RuleFault] = []) {
        self.code = code
        self.subject = subject
        self.faults = faults
    }

    /// One sentence in Polish and English that says what to do.
    public var message: LocalizedText { SelectionErrorWording.text(for: self) }
}
