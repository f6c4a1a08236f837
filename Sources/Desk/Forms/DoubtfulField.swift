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
    /// What may be typed, where not everything may.
    public var allowed: AllowedAnswers?
    /// A valid value, read so surely that looking at it is enough; anything else is to be typed anew.
    public var canBeConfirmed: Bool
    /// The answer is a text of several words, which a shell wants in quotation marks.
    public var isWords: Bool

    /// From this certainty on a reading is offered for confirmation. Below it more than one in five is wrong, and whoever
    /// confirms several at once overlooks one.
    public static let confirmationMin = 0.8

    /// Whole hundredths, never rounded up; nil where there is no answer to be sure of.
    public var percent: Int? { suggestion == nil ? nil : Int((confidence * 100).rounded(.down)) }
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
        let findings = Self.onePerCode(summary.row.findings.filter { $0.field == key })
        let isValid = answer != nil && !findings.contains { $0.severity == .error }
        let confidence = answer?.confidence ?? 1
        return DoubtfulField(
            field: key,
            label: field?.label.text(in: language) ?? label(of: key, language),
            suggestion: answer.map { answer in
                field.map { FieldPrinter($0).text(answer.value, in: language) } ?? answer.value.plainText
            },
            raw: evidence?.raw ?? "",
            confidence: confidence,
            place: evidence?.place ?? "",
            page: evidence?.page,
            box: evidence?.box,
            findings: findings.map { sentence($0, confidence, language) },
            allowed: field.flatMap { AllowedAnswers($0, in: language) },
            canBeConfirmed: isValid && confidence >= DoubtfulField.confirmationMin,
            isWords: field.map(Self.isWords) ?? false
        )
    }

    /// The path of a field inside a repeating group in words.
    private func label(of path: String, _ language: InterfaceLanguage) -> String {
        FindingLabel.text(Finding(.confidenceLow, field: path), form: form, language: language) ?? path
    }

    /// The same doubt told twice, with its reason and without, is one: the one with the reason.
    private static func onePerCode(_ findings: [Finding]) -> [Finding] {
        var kept: [Finding] = []
        for finding in findings {
            if let index = kept.firstIndex(where: { $0.code == finding.code }) {
                if kept[index].parameters.isEmpty { kept[index] = finding }
            } else {
                kept.append(finding)
            }
        }
        return kept
    }

    private func sentence(_ finding: Finding, _ confidence: Double, _ language: InterfaceLanguage) -> String {
        var finding = finding
        // Nobody believes a doubt beside a high figure unless it says by which rule.
        if finding.code == .confidenceLow, finding.parameters["reason"] == nil, confidence >= Self.highConfidence {
            finding.parameters["reason"] = "threshold"
        }
        let label = FindingLabel.text(finding, form: form, language: language)
        return FindingWording.text(of: finding, fieldLabel: label, language: language)
    }

    private static let highConfidence = 0.9

    private static func isWords(_ field: FieldDefinition) -> Bool {
        switch field.kind {
        case .personName, .text, .longText, .country, .language, .identityDocument: true
        default: false
        }
    }
}
