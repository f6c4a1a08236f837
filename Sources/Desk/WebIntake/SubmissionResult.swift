public import FormModel

/// What became of a form that was sent.
public enum SubmissionResult: Sendable {
    /// The receipt: the code to quote and the token of the applicant's own page.
    public struct Receipt: Hashable, Sendable {
        public var code: RegistrationCode
        public var token: String

        public init(code: RegistrationCode, token: String) {
            self.code = code
            self.token = token
        }
    }

    /// Durable: file, folder and row are synced.
    case accepted(Receipt)
    /// The same form with the same key came before.
    case repeated(Receipt)
    /// The key was used for another content; the receipt is the first one's.
    case conflict(Receipt)
    /// The deadline passed before the form could be written down.
    case closed
    /// Nothing was kept; `isFull` tells a full disk or a full queue, after which trying again may help.
    case refused(DeskError, isFull: Bool)
}
