import FieldKinds
import FormModel

/// A decision's reason as JSON text: `{"parameters":{…},"text":{"pl":…}}`.
enum StoredReason {
    static func text(of reason: DecisionReason) -> String {
        let parameters = reason.parameters.sorted { $0.key < $1.key }.map {
            JSONValue.Member($0.key, .string($0.value))
        }
        let texts = reason.text.all.map { JSONValue.Member($0.language.rawValue, .string($0.text)) }
        return JSONValue.object([.init("parameters", .object(parameters)), .init("text", .object(texts))]).jsonText
    }

    static func reason(code: String?, text: String?) throws(RegistryError) -> DecisionReason? {
        guard let code, let text else { return nil }
        let json = try StoredAnswers.parse(text)
        let parameters = (json["parameters"]?.members ?? []).map { ($0.key, $0.value.text ?? "") }
        let texts = (json["text"]?.members ?? []).compactMap { member in
            InterfaceLanguage(rawValue: member.key).map { ($0, member.value.text ?? "") }
        }
        return DecisionReason(
            code: code,
            parameters: Dictionary(parameters) { first, _ in first },
            text: LocalizedText(Dictionary(texts) { first, _ in first })
        )
    }
}
