import FieldKinds
public import FormModel
import Foundation
public import Registry

/// Who of the staff may come in: invitations, sign-in, sessions. No default password exists; the first account is made
/// by a link that only the person at the server's console sees.
public final class StaffAccounts: Sendable {
    /// A session ends after so long without a request, and after so long in any case.
    public static let idleMilliseconds: Int64 = 30 * 60 * 1000
    public static let absoluteMilliseconds: Int64 = 8 * 3600 * 1000
    static let invitationMilliseconds: Int64 = 48 * 3600 * 1000
    /// Characters; anything longer is welcome (OWASP ASVS 6.2.1).
    public static let passwordLengthMin = 12
    static let passwordLengthMax = 256
    /// Failures before somebody has to wait, and the first wait.
    static let freeFailureCount = 5
    static let firstWaitMilliseconds: Int64 = 3 * 60 * 1000

    public let workspace: Workspace
    private let secret: ServerSecret
    /// One password is tried at a time: each takes 32 MB.
    private let trying = NSLock()

    private let passwordExponent: Int

    /// - Parameter passwordExponent: how costly a guess is; only tests take less.
    public init(intake: WebIntake, passwordExponent: Int = PasswordHash.usualExponent) {
        workspace = intake.workspace
        secret = intake.secret
        self.passwordExponent = passwordExponent
    }

    // MARK: Invitations

    /// The path of a one-time link for the first administrator; nil once somebody has an account. Each call makes the
    /// link before it worthless.
    public func setUpLink() throws(DeskError) -> String? {
        let count = try DeskError.attempt { try workspace.registry.read { try $0.accountCount() } }
        guard count == 0 else { return nil }
        return try invite(.administrator, by: Self.setUpActor)
    }

    static let setUpActor = "set-up"

    /// The path of a one-time link by which somebody makes an account with a role.
    public func invite(_ role: StaffRole, by actor: String) throws(DeskError) -> String {
        let token = ServerSecret.randomText()
        let expiresAt = workspace.now.adding(milliseconds: Self.invitationMilliseconds)
        try DeskError.attempt {
            try workspace.registry.write { writer in
                if actor == Self.setUpActor { try writer.removeUnusedInvitations(madeBy: actor) }
                try writer.addInvitation(token: token, role: role, madeBy: actor, expiresAt: expiresAt)
            }
        }
        return "/desk/join/" + token
    }

    /// The role an invitation gives; nil when it is not valid any more.
    public func role(ofInvitation untrustedToken: String) throws(DeskError) -> StaffRole? {
        let now = workspace.now
        return try DeskError.attempt {
            try workspace.registry.read { try $0.role(ofInvitation: untrustedToken, at: now) }
        }
    }

    /// Why an account cannot be made as typed.
    public enum JoinFault: Error, Sendable {
        case invitationOver, loginInvalid, loginTaken, nameMissing, passwordShort, passwordTelling
    }

    /// Makes an account by an invitation and uses it up.
    public func join(
        _ untrustedToken: String,
        login typedLogin: String,
        name: String,
        password: String,
        language: InterfaceLanguage
    ) throws {
        let login = Self.folded(typedLogin)
        guard (2...100).contains(login.count), !login.contains(where: { $0.isWhitespace }) else {
            throw JoinFault.loginInvalid
        }
        guard name.contains(where: { $0.isLetter }), name.count <= 200 else { throw JoinFault.nameMissing }
        guard (Self.passwordLengthMin...Self.passwordLengthMax).contains(password.count) else {
            throw JoinFault.passwordShort
        }
        guard !Self.isTelling(password, login: login) else { throw JoinFault.passwordTelling }
        let hash = try trying.withLock { try PasswordHash.make(password, exponent: passwordExponent) }
        let now = workspace.now
        let fault = try DeskError.attempt {
            try workspace.registry.write { writer -> JoinFault? in
                guard let role = try writer.reader.role(ofInvitation: untrustedToken, at: now) else {
                    return .invitationOver
                }
                guard try writer.reader.account(login: login) == nil else { return .loginTaken }
                let id = try writer.addAccount(
                    login: login,
                    name: name,
                    role: role,
                    password: hash,
                    language: language,
                    at: now
                )
                guard try writer.useInvitation(untrustedToken, account: id, at: now) else {
                    throw RegistryError(.damaged, detail: "invitation")
                }
                return nil
            }
        }
        if let fault { throw fault }
    }

    /// A password that is one sign again and again, or made of the login.
    private static func isTelling(_ password: String, login: String) -> Bool {
        let folded = folded(password)
        return Set(folded).count < 4 || (login.count >= 4 && folded.contains(login)) || "0123456789012".contains(folded)
    }

    // MARK: Signing in

    /// What became of a sign-in.
    public enum SignIn: Sendable {
        case signedIn(token: String)
        /// Login, password or code is wrong; which one is not told.
        case refused
        /// Too many failures; again after the moment.
        case wait(until: Instant)
    }

    /// Checks login, password and, where one is set, the authenticator's code; failures are counted per account.
    ///
    /// An unknown login takes as long as a wrong password, and is held back in the same way.
    public func signIn(login typedLogin: String, password: String, code: String) throws -> SignIn {
        let login = String(Self.folded(typedLogin).prefix(100))
        let now = workspace.now
        let key = "login:" + login
        let registry = workspace.registry
        let found = try DeskError.attempt {
            try registry.read { reader in
                let account = try reader.account(login: login)
                let secret = try account.flatMap { try reader.secret(ofAccount: $0.id) }
                return (account: account, secret: secret, failures: try reader.failures(key))
            }
        }
        if let until = Self.wait(found.failures), until > now { return .wait(until: until) }
        let isRight = trying.withLock {
            PasswordHash.matches(
                String(password.prefix(Self.passwordLengthMax)),
                found.secret?.password ?? PasswordHash.nobody(exponent: passwordExponent)
            )
        }
        var step: Int64?
        var isCodeRight = true
        if let totp = found.secret?.totpSecret {
            step = OneTimeCode.step(
                matching: code,
                secret: totp,
                secondsSinceEpoch: now.millisecondsSinceEpoch / 1000,
                lastStep: found.secret?.totpLastStep ?? 0
            )
            isCodeRight = step != nil
        }
        guard isRight, isCodeRight, let account = found.account, account.isActive else {
            try DeskError.attempt { try registry.write { try $0.countFailure(key, at: now) } }
            return .refused
        }
        let token = ServerSecret.randomText()
        let usedStep = step
        try DeskError.attempt {
            try registry.write { writer in
                try writer.clearFailures(key)
                if let usedStep { try writer.useSecondFactor(account.id, step: usedStep) }
                try writer.startSession(token: token, account: account.id, hasSecondFactor: usedStep != nil, at: now)
            }
        }
        return .signedIn(token: token)
    }

    /// Until when somebody has to wait: three minutes after the fifth failure, twice as long after each further one, an
    /// hour at most.
    private static func wait(_ failures: (count: Int, lastAt: Instant)?) -> Instant? {
        failures.flatMap { failures in
            waitMilliseconds(failureCount: failures.count).map { failures.lastAt.adding(milliseconds: $0) }
        }
    }

    /// How long an account is held back after so many failures; nil when not at all.
    public static func waitMilliseconds(failureCount: Int) -> Int64? {
        guard failureCount >= freeFailureCount else { return nil }
        return min(3_600_000, firstWaitMilliseconds << Int64(min(10, failureCount - freeFailureCount)))
    }

    // MARK: Sessions

    /// The session of a token, if it still holds; notes its use at most once a minute.
    public func session(_ untrustedToken: String) throws(DeskError) -> SessionRow? {
        let now = workspace.now
        let registry = workspace.registry
        return try DeskError.attempt { () -> SessionRow? in
            guard let session = try registry.read({ try $0.session(untrustedToken) }) else { return nil }
            let isOver =
                now.millisecondsSinceEpoch - session.seenAt.millisecondsSinceEpoch > Self.idleMilliseconds
                || now.millisecondsSinceEpoch - session.startedAt.millisecondsSinceEpoch > Self.absoluteMilliseconds
            if isOver {
                try registry.write { try $0.endSession(untrustedToken) }
                return nil
            }
            if now.millisecondsSinceEpoch - session.seenAt.millisecondsSinceEpoch > 60_000 {
                try registry.write { try $0.touchSession(untrustedToken, at: now) }
            }
            return session
        }
    }

    public func signOut(_ token: String) throws(DeskError) {
        try DeskError.attempt { try workspace.registry.write { try $0.endSession(token) } }
    }

    /// The token that every form of a session carries.
    public func formToken(ofSession token: String) -> String { secret.token(.formToken, token) }

    public func isFormToken(_ untrusted: String, ofSession token: String) -> Bool {
        // Both are digests of what nobody else knows; comparing their digests takes the same time for every mistake.
        SecretDigest.of(untrusted) == SecretDigest.of(formToken(ofSession: token))
    }

    // MARK: The authenticator

    /// Sets the authenticator after its first code was shown to be right; ends all sessions of the account.
    public func setSecondFactor(_ account: AccountRow, secret: [UInt8], code: String) throws(DeskError) -> Bool {
        let now = workspace.now
        let step = OneTimeCode.step(
            matching: code,
            secret: secret,
            secondsSinceEpoch: now.millisecondsSinceEpoch / 1000,
            lastStep: 0
        )
        guard step != nil else { return false }
        try DeskError.attempt { try workspace.registry.write { try $0.setSecondFactor(account.id, secret: secret) } }
        return true
    }

    private static func folded(_ text: String) -> String {
        SearchFold.fold(text.filter { !$0.isNewline }.trimmingCharacters(in: .whitespaces))
    }
}
