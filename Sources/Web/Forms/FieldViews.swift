import Desk
import FieldKinds
import FormModel

/// The fields of a form as the page shows them: controls with what was typed, messages beside them, choices in words.
struct FieldViews {
    let form: WebForm
    let typed: TypedForm
    let hidden: Set<String>
    let optional: Set<String>
    /// Messages by path, in the person's language.
    let errors: [String: String]
    /// Only these fields are shown; nil shows all.
    var only: Set<String>?
    /// Names of files that came before, by field.
    var filesBefore: [String: String] = [:]

    var language: InterfaceLanguage { typed.language }

    func all() -> [PageValues] {
        form.form.fields.filter { only?.contains($0.key) ?? true }.map { view($0, path: $0.key) }
    }

    func view(_ field: FieldDefinition, path: String) -> PageValues {
        var view = PageValues()
        let id = FieldPaths.identifier(path)
        view["path"] = path
        view["id"] = id
        view["label"] = field.label.text(in: language)
        view["error"] = errors[path]
        view.set("isOptional", optional.contains(path))
        view.set("isHidden", hidden.contains(path))
        view["help"] = help(field)
        let described = [errors[path].map { _ in id + "-error" }, help(field).map { _ in id + "-help" }]
        view["describedBy"] = described.compactMap(\.self).joined(separator: " ")
        fill(&view, field, path)
        return view
    }

    private func help(_ field: FieldDefinition) -> String? {
        var parts = [Typeset.text(field.help, language)].filter { !$0.isEmpty }
        if case .longText = field.kind, let limit = field.maxLength, limit >= 200 {
            parts.append(PublicText.charactersMax.text(language, String(limit)))
        }
        return parts.isEmpty ? nil : parts.joined(separator: " ")
    }

    private func fill(_ view: inout PageValues, _ field: FieldDefinition, _ path: String) {
        switch field.kind {
        case .longText:
            view.set("isLong", true)
            view["value"] = typed.text(path)
            view["maxlength"] = field.maxLength.map(String.init)
        case .choice, .addressForm, .yesNo, .choices: fillChoices(&view, field, path)
        case .country, .language: fillSelect(&view, field, path)
        case .consent: fillConsent(&view, field, path)
        case .identityDocument: fillDocument(&view, path)
        case .file: fillFile(&view, path)
        case .group: fillGroup(&view, field)
        default: fillLine(&view, field, path)
        }
    }

    private func fillLine(_ view: inout PageValues, _ field: FieldDefinition, _ path: String) {
        view.set("isPlain", true)
        view["value"] = typed.text(path)
        let control = LineControl(field, typed: typed.text(path))
        view["type"] = control.type
        view["inputmode"] = control.inputMode
        view["autocomplete"] = control.autocomplete
        view["width"] = control.width
        view["maxlength"] = field.maxLength.map(String.init)
        if control.type == "date" {
            view["min"] = field.minimum.flatMap { CalendarDate(iso: $0) }?.description
            view["max"] = field.maximum.flatMap { CalendarDate(iso: $0) }?.description
        }
    }

    // MARK: Choices

    /// Up to so many options stand as radio buttons; more become a list to open.
    private static let radioCountMax = 8

    private func fillChoices(_ view: inout PageValues, _ field: FieldDefinition, _ path: String) {
        let options = options(of: field)
        if field.kind == .choice, options.count > Self.radioCountMax { return fillSelect(&view, field, path) }
        view.set("isChoices", true)
        let type = field.kind == .choices ? "checkbox" : "radio"
        let chosen = Set(typed.texts[path] ?? [])
        view.set(
            "options",
            options.map { key, label in
                var option = PageValues(["value": key, "label": label, "type": type, "path": path])
                option.set("isChosen", chosen.contains(key))
                return option
            }
        )
    }

    private func options(of field: FieldDefinition) -> [(key: String, label: String)] {
        switch field.kind {
        case .addressForm:
            let printer = FieldPrinter(field)
            return ["pani", "pan", "neutral"].map { ($0, printer.text(.text($0), in: language)) }
        case .yesNo: return [("true", PublicText.yes.text(language)), ("false", PublicText.no.text(language))]
        default: return field.options.map { ($0.key, $0.label.text(in: language)) }
        }
    }

    private func fillSelect(_ view: inout PageValues, _ field: FieldDefinition, _ path: String) {
        view.set("isSelect", true)
        let chosen = typed.text(path)
        let options =
            switch field.kind {
            case .country: NameLists.countries(language)
            case .language: NameLists.languages(language)
            default: options(of: field)
            }
        if field.kind == .country { view["autocomplete"] = "country" }
        view.set(
            "options",
            options.map { key, label in
                var option = PageValues(["value": key, "label": label])
                option.set("isChosen", key == chosen)
                return option
            }
        )
    }

    // MARK: Consents, papers, files, groups

    private func fillConsent(_ view: inout PageValues, _ field: FieldDefinition, _ path: String) {
        view.set("isConsent", true)
        view.set("isGiven", typed.text(path) == "true")
        let text = Typeset.text(field.clause?.text ?? field.help, language)
        let paragraphs = text.split(whereSeparator: \.isNewline).map(String.init)
        view.set("paragraphs", paragraphs.filter { !$0.isEmpty }.map { PageValues(["text": $0]) })
        view["version"] = field.clause.map { PublicText.clauseVersion.text(language, $0.version) }
        view["help"] = nil
        view["describedBy"] = errors[path].map { _ in FieldPaths.identifier(path) + "-error" }
    }

    private func fillDocument(_ view: inout PageValues, _ path: String) {
        view.set("isDocument", true)
        let chosen = typed.text(path + ".kind")
        view.set(
            "options",
            IdentityDocument.Kind.allCases.map { kind in
                var option = PageValues(["value": kind.rawValue, "label": DocumentWords.name(kind, language)])
                option.set("isChosen", kind.rawValue == chosen)
                return option
            }
        )
        let day = typed.text(path + ".validTo")
        view["number"] = typed.text(path + ".number")
        view["validTo"] = day
        view["validToType"] = LineControl.dateType(day)
    }

    private func fillFile(_ view: inout PageValues, _ path: String) {
        view.set("isFile", true)
        if let upload = typed.uploads[path] {
            view["kept"] = PublicText.fileKept.text(language, upload.name)
            view["upload"] = upload.token
            view["uploadName"] = upload.name
        }
        view["before"] = filesBefore[path].map { PublicText.fileKept.text(language, $0) }
    }

    private func fillGroup(_ view: inout PageValues, _ field: FieldDefinition) {
        view.set("isGroup", true)
        let most = min(TypedForm.entryCountMax, field.maximum.flatMap { Int($0) } ?? 20)
        let least = max(1, field.minimum.flatMap { Int($0) } ?? 1)
        let count = max(least, typed.entryCount(of: field))
        let label = field.label.text(in: language)
        view.set("canAdd", count < most)
        view.set(
            "entries",
            (1...count).map { number in
                var entry = PageValues([
                    "heading": "\(label) \(number)", "groupKey": field.key, "number": String(number),
                ])
                entry["id"] = FieldPaths.identifier(field.key) + "-\(number)"
                entry.set("canRemove", count > least)
                entry.set(
                    "fields",
                    field.fields.map { self.view($0, path: FieldPath.inner(field.key, number, $0.key)) }
                )
                return entry
            }
        )
    }
}
