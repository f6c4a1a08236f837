public import FormModel
import OfficePackage

/// Why a source gave no reading at all; the code is the one of the finding that the desk makes of it.
public struct ReadingFailure: Error, Hashable, Sendable {
    public var code: FindingCode
    /// What the wording needs, such as the name of a limit. Never text of the document.
    public var parameters: [String: String]

    public init(_ code: FindingCode, parameters: [String: String] = [:]) {
        self.code = code
        self.parameters = parameters
    }
}

extension ReadingFailure {
    /// The finding that a fault of an office package amounts to.
    init(_ error: PackageError) {
        switch error.code {
        case .limit: self.init(.sourceLimit, parameters: ["limit": error.subject])
        case .doctype: self.init(.sourceDoctype)
        case .encrypted: self.init(.sourceEncrypted)
        case .missingPart: self.init(.sourceDamaged, parameters: ["reason": "missingPart"])
        case .damaged, .notAPackage, .sinkFailed:
            self.init(.sourceDamaged, parameters: ["reason": error.code.rawValue])
        }
    }
}
