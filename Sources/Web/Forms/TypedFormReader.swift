import Desk
import FormModel

/// Takes a posted form apart into what was typed and what was pressed. Only names of the form's own fields are taken.
struct TypedFormReader {
    /// Which button was pressed.
    enum Action: Equatable, Sendable {
        case review, edit, send, refresh, save
        case language(InterfaceLanguage)
        case addEntry(String)
        case removeEntry(String, Int)
        case removeFile(String)

        init(_ text: String?) {
            let parts = (text ?? "").split(separator: ":", maxSplits: 2).map(String.init)
            switch (parts.first, parts.count) {
            case ("edit", 1): self = .edit
            case ("send", 1): self = .send
            case ("refresh", 1): self = .refresh
            case ("save", 1): self = .save
            case ("lang", 2): self = InterfaceLanguage(rawValue: parts[1]).map(Action.language) ?? .refresh
            case ("add", 2): self = .addEntry(parts[1])
            case ("remove", 3): self = Int(parts[2]).map { .removeEntry(parts[1], $0) } ?? .refresh
            case ("removefile", 2): self = .removeFile(parts[1])
            default: self = .review
            }
        }
    }

    let form: FormDefinition
    let uploads: UploadRoom

    /// A file that is larger than one may be; its field says so.
    struct Reading {
        var typed: TypedForm
        var tooLarge: Set<String> = []
    }

    func read(_ input: FormInput, language: InterfaceLanguage) -> Reading {
        var reading = Reading(typed: TypedForm(language: language))
        let known = Set(form.fields.map(\.key))
        for (name, value) in input.texts where !name.hasPrefix("-") {
            guard known.contains(String(name.prefix { $0 != "[" && $0 != "." })) else { continue }
            reading.typed.texts[name, default: []].append(value)
        }
        for field in FieldPaths.files(of: form, typed: reading.typed, input: input) {
            takeFile(field, input, &reading)
        }
        return reading
    }

    /// A file that was just chosen replaces one that was kept before.
    private func takeFile(_ path: String, _ input: FormInput, _ reading: inout Reading) {
        if let file = input.files.first(where: { $0.name == path }) {
            guard file.bytes.count <= UploadRoom.byteCountMax, let token = uploads.keep(file.bytes) else {
                reading.tooLarge.insert(path)
                return
            }
            reading.typed.uploads[path] = uploads.upload(token, name: file.untrustedFileName)
        } else if let token = input[FormNames.upload + path] {
            reading.typed.uploads[path] = uploads.upload(token, name: input[FormNames.uploadName + path] ?? "")
        }
    }
}

/// Paths of a form's fields, those inside of repeating groups with their numbers.
enum FieldPaths {
    static func files(of form: FormDefinition, typed: TypedForm, input: FormInput) -> [String] {
        let posted = Set(input.files.map(\.name))
            .union(
                input.texts.compactMap { text in
                    text.name.hasPrefix(FormNames.upload) ? String(text.name.dropFirst(FormNames.upload.count)) : nil
                }
            )
        return posted.filter { isFile($0, form) }.sorted()
    }

    private static func isFile(_ path: String, _ form: FormDefinition) -> Bool {
        guard let field = form.field(String(path.prefix { $0 != "[" })) else { return false }
        if field.kind == .file { return path == field.key }
        guard field.kind == .group, let inner = path.split(separator: ".").last else { return false }
        return field.fields.contains { $0.key == inner && $0.kind == .file }
    }

    /// The identifier of a path's control in the page.
    static func identifier(_ path: String) -> String {
        "f-" + path.replacing("[", with: "-").replacing("]", with: "").replacing(".", with: "-")
    }
}
