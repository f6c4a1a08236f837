public import FormModel

/// Somebody of the staff who may sign in.
public struct AccountRow: Hashable, Sendable {
    public let id: Int64
    /// Folded: what is typed to sign in.
    public var login: String
    public var name: String
    public var role: StaffRole
    public var language: InterfaceLanguage
    /// Whether a code of an authenticator is asked as well.
    public var hasSecondFactor: Bool
    public var isActive: Bool
    public var createdAt: Instant
}

/// What checking a sign-in needs and nobody else gets.
public struct AccountSecret: Sendable {
    public let password: String
    public let totpSecret: [UInt8]?
    public let totpLastStep: Int64
}

/// A sign-in that still holds.
public struct SessionRow: Hashable, Sendable {
    public let account: AccountRow
    public var startedAt: Instant
    public var seenAt: Instant
}
