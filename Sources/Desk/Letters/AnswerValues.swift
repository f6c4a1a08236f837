import Documents
import FieldKinds
import FormModel

/// What the person answered, by field key, as people write it: `answers.city`. Sensitive questions have no answer here.
///
/// Every question of the event has a value, empty where this form does not ask it, so that one template serves forms that
/// differ.
struct AnswerValues {
    let setting: LetterSetting
    let registration: LetterRegistration

    var value: DataValue {
        var object = DataObject()
        for field in registration.form.fields { object[field.key] = text(field, registration.values[field.key]) }
        for field in setting.event.forms.flatMap(\.fields) where !field.isSensitive && object[field.key] == nil {
            object[field.key] = text(field, nil)
        }
        return .object(object)
    }

    private func text(_ field: FieldDefinition, _ value: AnswerValue?) -> DataValue {
        if field.kind == .group {
            guard case .group(let entries)? = value else { return .array([]) }
            return .array(entries.map { entry($0, field.fields) })
        }
        return .string(value.map { FieldPrinter(field).text($0, in: setting.language) } ?? "")
    }

    private func entry(_ values: [String: AnswerValue], _ fields: [FieldDefinition]) -> DataValue {
        .object(fields.filter { !$0.isSensitive }.map { ($0.key, text($0, values[$0.key])) })
    }
}
