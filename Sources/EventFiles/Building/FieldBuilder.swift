import FormModel

/// One question, with the checks that depend on its kind.
struct FieldBuilder {
    let draft: Draft
    let mapping: CheckedMapping
    let scope: Draft.Scope
    let form: String

    func field() -> FieldDefinition {
        let kind = kind
        checkKeys(for: kind)
        let isConsent = kind == .consent
        return FieldDefinition(
            key: mapping.text("key") ?? "",
            kind: kind,
            label: mapping.localized("label"),
            help: mapping.localized("help"),
            aliases: mapping.texts("aliases"),
            isRequired: mapping.flag("required"),
            requiredIf: draft.expression("required_if", of: mapping, scope),
            shownIf: draft.expression("shown_if", of: mapping, scope),
            options: Self.options(mapping["options"]),
            minimum: limit("min", kind),
            maximum: limit("max", kind),
            minLength: mapping.whole("min_length"),
            maxLength: mapping.whole("max_length"),
            pattern: pattern(),
            isSensitive: mapping.flag("sensitive"),
            retention: draft.reference("retention", of: mapping, to: .retention),
            clause: isConsent ? Self.clause(of: mapping) : nil,
            fields: kind == .group ? innerFields() : [],
            version: isConsent ? 1 : version(),
            earlier: earlier()
        )
    }

    private var kind: FieldKind {
        guard let name = mapping.text("kind") else { return .text }
        if name == "personName" {
            return .personName(spelling: mapping.word("spelling") ?? .latin, part: mapping.word("part") ?? .full)
        }
        return FieldKind.all.first { $0.name == name } ?? .text
    }

    // MARK: Parts

    private func innerFields() -> [FieldDefinition] {
        let inner = mapping.mappings("fields")
        draft.checkUnique(inner, by: "key")
        let scope = Draft.Scope.group(form: form, field: mapping.text("key") ?? "")
        return inner.map { FieldBuilder(draft: draft, mapping: $0, scope: scope, form: form).field() }
    }

    static func options(_ checked: Checked?) -> [Option] {
        guard let checked else { return [] }
        if case .list = checked.value {
            return checked.list.compactMap { element in
                element.text.map { Option(key: $0, label: LocalizedText([.polish: $0])) }
            }
        }
        return checked.map.map { entry in
            guard let full = entry.value.mapping else {
                return Option(key: entry.key, label: entry.value.localized ?? LocalizedText([:]))
            }
            return Option(key: entry.key, label: full.localized("label"), aliases: full.texts("aliases"))
        }
    }

    static func clause(of mapping: CheckedMapping) -> ConsentClause? {
        guard let version = mapping.text("version"), mapping.has("text") else { return nil }
        var earlier: [String: LocalizedText] = [:]
        for entry in mapping["earlier"]?.map ?? [] { earlier[entry.key] = entry.value.localized }
        return ConsentClause(version: version, text: mapping.localized("text"), earlier: earlier)
    }

    private func earlier() -> [EarlierField] {
        mapping.mappings("earlier").map { version in
            EarlierField(
                version: version.whole("version") ?? 0,
                label: version.localized("label"),
                options: Self.options(version["options"])
            )
        }
    }

    private func version() -> Int {
        guard let checked = mapping["version"], let text = checked.text else { return 1 }
        guard let number = ScalarReading.whole(text), (1...10_000).contains(number) else {
            draft.add(.valueKind, at: checked.place, subject: "liczba całkowita", detail: "a whole number")
            return 1
        }
        return number
    }

    private func pattern() -> String? {
        guard let checked = mapping["pattern"], let pattern = checked.text else { return nil }
        if (try? Regex(pattern)) == nil { draft.add(.patternInvalid, at: checked.place) }
        return pattern
    }

    /// A bound in the form its kind asks for.
    private func limit(_ key: String, _ kind: FieldKind) -> String? {
        guard let checked = mapping[key], let text = checked.text else { return nil }
        let expected: ValueShape?
        switch kind {
        case .number: expected = DecimalNumber(text) == nil ? .decimal : nil
        case .date: expected = CalendarDate(iso: text) == nil ? .day : nil
        case .choices, .group: expected = ScalarReading.whole(text) == nil ? .whole(0...1000) : nil
        default: return nil
        }
        if let expected {
            draft.add(
                .valueKind,
                at: checked.place,
                subject: expected.expectation.polish,
                detail: expected.expectation.english
            )
        }
        return text
    }

    // MARK: Keys that fit only some kinds

    private func checkKeys(for kind: FieldKind) {
        let isChoice = kind == .choice || kind == .choices
        var misplaced: [String] = []
        if !isChoice { misplaced += ["options"] }
        if kind != .group, mapping.shape.key("fields") != nil { misplaced += ["fields"] }
        if kind.name != "personName" { misplaced += ["spelling", "part"] }
        if kind != .consent { misplaced += ["text"] }
        if ![.number, .date, .choices, .group].contains(kind) { misplaced += ["min", "max"] }
        if ![.text, .longText].contains(kind) { misplaced += ["min_length", "max_length", "pattern"] }
        for key in misplaced {
            guard let entry = mapping.entries[key] else { continue }
            draft.add(.keyMisplaced, at: entry.keyPlace, subject: key, detail: "kind: \(kind.name)")
        }
        let key = mapping.text("key") ?? ""
        if isChoice, mapping["options"] == nil { draft.add(.optionsMissing, at: mapping.place, subject: key) }
        if kind == .consent, Self.clause(of: mapping) == nil {
            draft.add(.clauseMissing, at: mapping.place, subject: key)
        }
        if kind == .group, mapping.shape.key("fields") != nil, mapping["fields"] == nil {
            draft.add(.keyMissing, at: mapping.place, subject: "fields")
        }
    }
}
