import FieldKinds
import FormModel

/// Findings as JSON text in the database.
enum StoredFindings {
    static func text(of findings: [Finding]) -> String {
        JSONValue.array(findings.map(json(of:))).jsonText
    }

    private static func json(of finding: Finding) -> JSONValue {
        var members = [
            JSONValue.Member("code", .string(finding.code.rawValue)),
            JSONValue.Member("severity", .string(finding.severity.rawValue)),
        ]
        if let field = finding.field { members.append(.init("field", .string(field))) }
        if let place = finding.place { members.append(.init("place", .string(place))) }
        if !finding.parameters.isEmpty {
            let parameters = finding.parameters.sorted { $0.key < $1.key }
            members.append(.init("parameters", .object(parameters.map { .init($0.key, .string($0.value)) })))
        }
        return .object(members)
    }

    static func findings(from text: String) throws(RegistryError) -> [Finding] {
        if text == "[]" { return [] }
        return try (StoredAnswers.parse(text).elements ?? []).compactMap { json in
            guard let code = json["code"]?.text.flatMap(FindingCode.init(rawValue:)) else { return nil }
            let parameters = (json["parameters"]?.members ?? []).map { ($0.key, $0.value.text ?? "") }
            return Finding(
                code,
                severity: json["severity"]?.text.flatMap(Finding.Severity.init(rawValue:)),
                field: json["field"]?.text,
                place: json["place"]?.text,
                parameters: Dictionary(parameters) { first, _ in first }
            )
        }
    }
}
