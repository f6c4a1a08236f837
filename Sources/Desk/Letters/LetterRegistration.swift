import FieldKinds
import FormModel

/// One registration as documents may see it: sensitive answers (GDPR art. 9) are left out when it is made, so that no
/// builder can print them.
struct LetterRegistration: Sendable {
    let code: RegistrationCode
    let channel: Channel
    let receivedAt: Instant
    let form: FormDefinition
    /// Answers without those of sensitive fields, inner fields of repeating groups included.
    let values: [String: AnswerValue]

    init(code: RegistrationCode, channel: Channel, receivedAt: Instant, form: FormDefinition, answers: AnswerSet) {
        self.code = code
        self.channel = channel
        self.receivedAt = receivedAt
        self.form = Self.open(form)
        values = Self.open(answers.values, self.form.fields)
    }

    /// The form without its sensitive fields.
    private static func open(_ form: FormDefinition) -> FormDefinition {
        var form = form
        form.fields = form.fields.filter { !$0.isSensitive }.map { field in
            var field = field
            field.fields.removeAll(where: \.isSensitive)
            return field
        }
        return form
    }

    /// Only answers to fields that are there; what the form does not know may be anything.
    private static func open(_ values: [String: AnswerValue], _ fields: [FieldDefinition]) -> [String: AnswerValue] {
        var result: [String: AnswerValue] = [:]
        for field in fields {
            guard let value = values[field.key] else { continue }
            if case .group(let entries) = value {
                result[field.key] = .group(entries.map { open($0, field.fields) })
            } else {
                result[field.key] = value
            }
        }
        return result
    }

    /// The person's name as it is printed; nil when none was given.
    var personName: PersonName? { ApplicantIdentity.personName(values, form) }

    /// The organisation the person applies for or comes from.
    var organisation: String? { ApplicantIdentity.organisation(values, form) }

    /// The name that stands on papers: the person's, or the organisation's where organisations apply.
    var printedName: String {
        let person = personName.map { NamePrinting.sensible($0.full) }
        return (form.applicant == .person ? person ?? organisation : organisation ?? person) ?? ""
    }

    /// `pani`, `pan` or `neutral`; never derived from anything but the person's own answer.
    var addressForm: String {
        guard form.applicant == .person, let key = form.fields.first(where: { $0.kind == .addressForm })?.key,
            case .text(let answer)? = values[key], ["pani", "pan"].contains(answer)
        else { return "neutral" }
        return answer
    }

    /// The printed text of one answer; empty when there is none or the field is sensitive.
    func text(_ key: String, in language: InterfaceLanguage) -> String {
        guard let field = form.field(key), let value = values[key] else { return "" }
        return FieldPrinter(field).text(value, in: language)
    }

    /// The names of the people who come: the delegates of an organisation where it names any, else the person.
    var attendees: [PersonName] {
        for field in form.fields where field.kind == .group {
            guard case .group(let entries)? = values[field.key] else { continue }
            let names = entries.compactMap { ApplicantIdentity.personNameOfEntry($0, field.fields) }
            if !names.isEmpty { return names }
        }
        return personName.map { [$0] } ?? (printedName.isEmpty ? [] : [PersonName(full: printedName)])
    }
}
