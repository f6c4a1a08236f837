import Desk
import FormModel
import HTTPTypes
import Registry

/// Lets in whoever may use a route, and nobody else.
struct Gate: Sendable {
    let accounts: StaffAccounts
    let isSecure: Bool

    /// With TLS the browser itself guards the cookie's place: no other host and no plain connection can set or read it.
    var cookieName: String { isSecure ? "__Host-nabor" : "nabor-session" }

    func admit(_ request: inout WebRequest, to route: WebRoute) async throws {
        switch route.access {
        case .anyone, .applicant: return
        case .program(let roles):
            let header = request.headers[.authorization] ?? ""
            guard header.hasPrefix("Bearer ") else { throw WebFault(.notSignedIn) }
            let token = String(header.dropFirst("Bearer ".count))
            let registry = accounts.workspace.registry
            let key = try await BlockingWork.run { try registry.read { try $0.programKey(token) } }
            guard let key else { throw WebFault(.notSignedIn) }
            guard roles.contains(key.role) else { throw WebFault(.forbidden) }
            request.program = key
        case .staff(let roles):
            guard let token = request.cookie(cookieName) else { throw WebFault(.notSignedIn) }
            let accounts = accounts
            guard let session = try await BlockingWork.run({ try accounts.session(token) }) else {
                throw WebFault(.notSignedIn)
            }
            if route.changesSomething {
                let typed = request.input[FormNames.token] ?? ""
                guard accounts.isFormToken(typed, ofSession: token) else { throw WebFault(.foreignSite) }
            }
            guard roles.contains(session.account.role) else { throw WebFault(.forbidden) }
            request.staff = StaffSession(
                account: session.account,
                token: token,
                formToken: accounts.formToken(ofSession: token),
                path: request.path
            )
        }
    }

    func cookie(_ token: String) -> String {
        "\(cookieName)=\(token); Path=/; HttpOnly; SameSite=Lax" + (isSecure ? "; Secure" : "")
    }

    /// Tells the browser to forget the session.
    var expiredCookie: String {
        "\(cookieName)=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax" + (isSecure ? "; Secure" : "")
    }
}

/// A signed-in person.
struct StaffSession: Sendable {
    var account: AccountRow
    var token: String
    /// What every form of this session carries.
    var formToken: String
    /// The page that is asked for.
    var path = ""

    var language: InterfaceLanguage { account.language == .english ? .english : .polish }
}
