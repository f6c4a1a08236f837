import FormModel
import GRDB

/// Why something could not be read from or written to the registry.
public struct RegistryError: Error, CustomStringConvertible {
    public enum Code: String, Sendable, CaseIterable {
        case cannotOpen, cannotStore, storageFull, damaged
        case unknownRegistration, unknownParticipation, unknownSource
        /// The last place is already given.
        case overbooked
        /// Another run of the activity waits to be announced or discarded.
        case runPending, noPendingRun
        case stateRefused, codesExhausted, busy
    }

    public let code: Code
    /// Ids and paths of our own only; never an answer.
    public let detail: String
    public let cause: (any Error)?

    public init(_ code: Code, detail: String = "", cause: (any Error)? = nil) {
        self.code = code
        self.detail = detail
        self.cause = cause
    }

    public var description: String {
        let parts = [code.rawValue, detail, cause.map { "\($0)" } ?? ""]
        return parts.filter { !$0.isEmpty }.joined(separator: ": ")
    }

    /// Translates what SQLite and the state rules throw; the schema's own messages are the names of our codes.
    static func wrapping(_ error: any Error) -> RegistryError {
        if let error = error as? RegistryError { return error }
        if let refused = error as? StateTransition.Refused {
            return RegistryError(.stateRefused, detail: "\(refused.from) → \(refused.action)")
        }
        guard let error = error as? DatabaseError else { return RegistryError(.cannotStore, cause: error) }
        if let message = error.message, let code = Code(rawValue: message) { return RegistryError(code) }
        switch error.resultCode {
        case .SQLITE_FULL, .SQLITE_IOERR: return RegistryError(.storageFull, cause: error)
        case .SQLITE_CORRUPT, .SQLITE_NOTADB: return RegistryError(.damaged, cause: error)
        case .SQLITE_BUSY, .SQLITE_LOCKED: return RegistryError(.busy, cause: error)
        default: return RegistryError(.cannotStore, cause: error)
        }
    }
}
