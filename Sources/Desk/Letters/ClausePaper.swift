import Documents
import FormModel

/// Values of the information clause (GDPR art. 13; art. 14 where somebody else gave the data).
enum ClausePaper {
    static func values(_ setting: LetterSetting, form: FormDefinition? = nil) -> DataValue {
        let setting = setting.speaking(.clause)
        var object = HouseValues(setting: setting).object()
        let forms = form.map { [$0] } ?? setting.event.forms
        object["clause"] = .object([
            ("retention", .array(retention(setting).map { .string($0) })),
            ("statements", .array(statements(forms, setting))),
            ("source", .string(source(forms, setting))),
        ])
        return .object(object)
    }

    private static func statements(_ forms: [FormDefinition], _ setting: LetterSetting) -> [DataValue] {
        var seen: Set<String> = []
        return forms.flatMap(\.fields).compactMap { field in
            guard let clause = field.clause, seen.insert(field.key + "|" + clause.version).inserted else { return nil }
            return .object([
                ("label", .string(setting.text(field.label))),
                ("version", .string(clause.version)),
                ("text", .string(setting.text(clause.text))),
            ])
        }
    }

    private static func retention(_ setting: LetterSetting) -> [String] {
        let own = setting.event.retention
        let known = Set(own.map(\.id))
        let categories = own + setting.settings.retention.filter { !known.contains($0.id) }
        return categories.map { setting.text($0.label) + ": " + RetentionText(setting.language).text($0) }
    }

    private static func source(_ forms: [FormDefinition], _ setting: LetterSetting) -> String {
        guard forms.contains(where: { $0.channels.contains(.nomination) }) else { return "" }
        return setting.language == .polish
            ? "Jeśli zgłoszenie przesłał partner, dane otrzymaliśmy od niego; jego nazwę podajemy na żądanie."
            : "Where a partner nominated somebody, we received the data from that partner; we name it on request."
    }
}
