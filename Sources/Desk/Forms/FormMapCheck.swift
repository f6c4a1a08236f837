import FormModel

/// What a map names that its form does not have: a slip of whoever corrected the file, or a question that is gone.
enum FormMapCheck {
    /// Names of fields (`delegates[2]/email`) and options (`sector=ngoo`), as they stand in the map.
    static func unknown(in map: FormMap, form: FormDefinition) -> [String] {
        map.fields.flatMap { field -> [String] in
            guard let asked = asked(field.name, form) else { return [field.name.description] }
            return field.places.compactMap { place in
                switch place.role {
                case .check(let option), .word(let option):
                    options(of: asked).contains(option) ? nil : field.name.option(option)
                case .text, .comb: nil
                }
            }
        }
    }

    private static func asked(_ name: FormFieldName, _ form: FormDefinition) -> FieldDefinition? {
        guard let field = form.fields.first(where: { $0.key == name.field }) else { return nil }
        guard let inner = name.inner else { return field.kind == .group ? nil : field }
        return field.fields.first { $0.key == inner }
    }

    private static func options(of field: FieldDefinition) -> Set<String> {
        switch field.kind {
        case .choice, .choices: Set(field.options.map(\.key))
        case .addressForm: ["pani", "pan", "neutral"]
        case .yesNo, .consent: ["true", "false"]
        default: []
        }
    }
}
