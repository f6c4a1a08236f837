import FieldKinds
import FormModel

/// What was chosen among an event's forms and languages when nobody named one, and what there is besides.
enum FormChoiceText {
    /// Nothing where everything was named, or there is nothing else.
    static func lines(_ choice: BlankOptions, _ event: EventDefinition, _ language: InterfaceLanguage) -> [String] {
        var lines: [String] = []
        let otherLanguages = event.languages.filter { $0 != language }.map(\.rawValue)
        let otherForms = event.forms.map(\.id).filter { $0 != choice.form ?? event.forms[0].id }
        var others: [String] = []
        if choice.form == nil, !otherForms.isEmpty { others.append("--form " + otherForms.joined(separator: "|")) }
        if choice.language == nil, !otherLanguages.isEmpty {
            others.append("--language " + otherLanguages.joined(separator: "|"))
        }
        if !others.isEmpty {
            let form = choice.form ?? event.forms[0].id
            let list = others.joined(separator: ", ")
            lines.append(
                Console.dim(
                    say(
                        "Formularz „\(form)”, język \(language.rawValue); są też: \(list)",
                        "Form “\(form)”, language \(language.rawValue); there are also: \(list)"
                    )
                )
            )
        }
        if !event.languages.isEmpty, !event.languages.contains(language) {
            let known = event.languages.map(\.rawValue).joined(separator: ", ")
            lines.append(
                Console.wait("! ")
                    + say(
                        "Wydarzenie nie ma tekstów w języku \(language.rawValue), tylko: \(known). Pytania zostaną w tamtym języku.",
                        "The event has no texts in \(language.rawValue), only in: \(known). The questions stay in that language."
                    )
            )
        }
        return lines
    }
}
