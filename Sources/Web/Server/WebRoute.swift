import HTTPTypes
import Registry

/// One address with what answers it. The whole table is a value: the server is built from it, and tests walk it.
struct WebRoute: Sendable {
    /// Who may ask.
    enum Access: Sendable, Equatable {
        case anyone
        /// Whoever knows the link.
        case applicant
        /// A signed-in person with one of the roles.
        case staff(Set<StaffRole>)
        /// A program with a key of one of the roles.
        case program(Set<StaffRole>)
    }

    var method: HTTPRequest.Method
    /// In the router's writing: `/e/{event}/{form}`.
    var path: String
    var access: Access
    var answer: @Sendable (WebRequest) async throws -> WebReply

    /// Whether the request may change something; then it must come from a page of our own.
    var changesSomething: Bool { method != .get && method != .head }

    static func get(
        _ path: String,
        _ access: Access = .anyone,
        _ answer: @escaping @Sendable (WebRequest) async throws -> WebReply
    ) -> WebRoute {
        WebRoute(method: .get, path: path, access: access, answer: answer)
    }

    static func post(
        _ path: String,
        _ access: Access = .anyone,
        _ answer: @escaping @Sendable (WebRequest) async throws -> WebReply
    ) -> WebRoute {
        WebRoute(method: .post, path: path, access: access, answer: answer)
    }
}
