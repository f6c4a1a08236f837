import Documents
import FieldKinds
import FormModel

/// Values of «wezwanie do uzupełnienia braków»: what is missing and until when.
enum IncompleteLetter {
    /// `wording` turns a finding into a sentence for the applicant. The sentence of a finding on a sensitive field is not
    /// asked for, because it may quote the answer.
    static func values(
        _ setting: LetterSetting,
        _ registration: LetterRegistration,
        findings: [Finding],
        answerBy: CalendarDate? = nil,
        sensitiveForm: FormDefinition,
        wording: (Finding) -> String
    ) -> DataValue {
        var object = ApplicantValues(setting: setting, registration: registration).object()
        let errors = findings.filter { $0.severity == .error }
        object["gaps"] = .array(
            errors.enumerated().map { index, finding in
                let place = GapPlace(finding.field, form: sensitiveForm, language: setting.language)
                let text = place.isSensitive ? setting.word(.completeField) : wording(finding)
                return .object([
                    ("number", .integer(index + 1)), ("label", .string(place.label)), ("text", .string(text)),
                ])
            }
        )
        object["answerBy"] = .string(answerBy.map { DateText.long($0, in: setting.language) } ?? "")
        var facts = FactRows(setting)
        facts.addRegistration(registration)
        facts.add(.event, ActivityPhrase(setting: setting).fullTitle)
        object["facts"] = facts.value
        return .object(object)
    }
}

/// The field a gap is about, as people know it.
private struct GapPlace {
    let label: String
    let isSensitive: Bool

    /// Reads `email` and `delegates[2].email`.
    init(_ path: String?, form: FormDefinition, language: InterfaceLanguage) {
        guard let path else {
            label = form.title.text(in: language)
            isSensitive = false
            return
        }
        let parts = path.split(separator: ".", maxSplits: 1)
        let head = parts[0].split(separator: "[", maxSplits: 1)
        guard let outer = form.field(String(head[0])) else {
            label = form.title.text(in: language)
            // A field nobody knows may be anything.
            isSensitive = true
            return
        }
        let entry = head.count > 1 ? " " + head[1].prefix { $0 != "]" } : ""
        let inner = parts.count > 1 ? outer.fields.first { $0.key == parts[1] } : nil
        let names = [outer.label.text(in: language) + entry, inner?.label.text(in: language) ?? ""]
        label = names.filter { !$0.isEmpty }.joined(separator: ": ")
        isSensitive = outer.isSensitive || inner?.isSensitive == true
    }
}
