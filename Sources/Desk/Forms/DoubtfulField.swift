import FieldKinds
public import FormModel
import Registry

/// One answer that a person should look at, with everything known about the doubt.
public struct DoubtfulField: Sendable, Hashable {
    /// Key of the field.
    public var field: String
    public var label: String
    /// What the answer is taken for; nil where there is none to suggest.
    public var suggestion: String?
    /// What stood there.
    public var raw: String
    /// 0 to 1.
    public var confidence: Double
    public var place: String
    /// Counted from 1; only where the source has pages.
    public var page: Int?
    public var box: PageBox?
    /// Sentences about it.
    public var findings: [String]
}

extension RegistrationDetails {
    /// The answers to be looked at, the least sure first; then required ones that are missing, in the form's order.
    public func doubts(in language: InterfaceLanguage) -> [DoubtfulField] {
        let row = summary.row
        let keys =
            row.reviewFields
            + row.findings.compactMap { finding in
                finding.severity == .error ? finding.field : nil
            }
        var seen: Set<String> = []
        let doubts = keys.filter { seen.insert($0).inserted }.map { doubt($0, language) }
        return doubts.enumerated().sorted { ($0.element.confidence, $0.offset) < ($1.element.confidence, $1.offset) }
            .map(\.element)
    }

    private func doubt(_ key: String, _ language: InterfaceLanguage) -> DoubtfulField {
        let answer = answers[key]
        let field = answer.flatMap { form?.question(key, version: $0.fieldVersion) } ?? form?.field(key)
        let evidence = answer?.evidence.last
        let findings = summary.row.findings.filter { $0.field == key }.map { finding in
            let label = FindingLabel.text(finding, form: form, language: language)
            return FindingWording.text(of: finding, fieldLabel: label, language: language)
        }
        return DoubtfulField(
            field: key,
            label: field?.label.text(in: language) ?? key,
            suggestion: answer.map { answer in
                field.map { FieldPrinter($0).text(answer.value, in: language) } ?? answer.value.plainText
            },
            raw: evidence?.raw ?? "",
            confidence: answer?.confidence ?? 1,
            place: evidence?.place ?? "",
            page: evidence?.page,
            box: evidence?.box,
            findings: findings
        )
    }
}
