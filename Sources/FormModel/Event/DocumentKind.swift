/// The kinds of documents Nabór writes; the raw value is the name on the command line.
public enum DocumentKind: String, CaseIterable, Sendable, Codable, Hashable {
    case receipt, incomplete, qualified, invitation, visa, waitlist, refusal, ranking, quotas, protocol_ = "protocol"
    case attendance, certificate, declaration, imageConsent = "image-consent", guardianConsent = "guardian-consent"
    case participants, clause, grant, agreement, counselling
}
