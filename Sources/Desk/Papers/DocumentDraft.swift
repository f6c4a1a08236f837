import Documents
import FieldKinds
import FormModel

/// A document before it is rendered: whose it is, what fills it, where it will lie.
struct DocumentDraft: Sendable {
    var registrationID: Int64?
    var code: RegistrationCode?
    var activity: String?
    var language: InterfaceLanguage
    /// Signature columns, which decide between two page shapes of an attendance list.
    var signatureColumns = 1
    /// Without folder and ending.
    var name: String
    var values: DataValue
    var parameters: [JSONValue.Member] = []
}
