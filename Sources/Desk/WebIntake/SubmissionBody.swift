import FormModel
import Registry

/// A web submission as it is kept for ever: one line of JSON with what was typed, the versions of the clauses that were
/// shown, and the digests of the files that came with it. The same line is what `nabor intake` reads from a file.
///
/// No time stands in it: sending the same form twice gives the same bytes.
struct SubmissionBody {
    let form: WebForm
    let typed: TypedForm
    let key: String

    var bytes: [UInt8] { Array((value.jsonText + "\n").utf8) }

    private var value: JSONValue {
        var members: [JSONValue.Member] = [
            .init("event", .string(form.event.definition.slug)),
            .init("form", .string(form.form.id)),
            .init("channel", .string(Channel.web.rawValue)),
            .init("language", .string(typed.language.rawValue)),
            .init("submission_id", .string(key)),
        ]
        members += form.form.fields.compactMap { field in value(of: field).map { .init(field.key, $0) } }
        let clauses = form.clauseVersions.sorted { $0.key < $1.key }
        members.append(.init("-clauses", .object(clauses.map { .init($0.key, .string($0.value)) })))
        if !typed.uploads.isEmpty { members.append(.init("-files", .array(files))) }
        return .object(members)
    }

    private var files: [JSONValue] {
        typed.uploads.sorted { $0.key < $1.key }.map { path, upload in
            .object([
                .init("field", .string(path)), .init("name", .string(upload.name)),
                .init("sha256", .string(upload.sha256)), .init("byteCount", .number(String(upload.byteCount))),
            ])
        }
    }

    private func value(of field: FieldDefinition) -> JSONValue? {
        guard field.kind == .group else { return value(of: field, path: field.key) }
        let entries = (0..<typed.entryCount(of: field)).map { index in
            JSONValue.object(
                field.fields.compactMap { inner in
                    value(of: inner, path: FieldPath.inner(field.key, index + 1, inner.key)).map {
                        .init(inner.key, $0)
                    }
                }
            )
        }
        return entries.isEmpty ? nil : .array(entries)
    }

    private func value(of field: FieldDefinition, path: String) -> JSONValue? {
        switch field.kind {
        case .file: return typed.uploads[path].map { .string($0.name) }
        case .consent: return .bool(typed.text(path) == TypedAnswers.consentGiven)
        case .identityDocument:
            let parts = FieldPath.parts(of: field).map { (String($0.dropFirst()), typed.text(path + $0)) }
            let members = parts.filter { !$0.1.isEmpty }.map { JSONValue.Member($0.0, .string($0.1)) }
            return members.isEmpty ? nil : .object(members)
        case .choices:
            let texts = (typed.texts[path] ?? []).filter { !$0.isEmpty }
            return texts.isEmpty ? nil : .array(texts.map(JSONValue.string))
        default:
            let text = typed.text(path)
            return text.isEmpty ? nil : .string(text)
        }
    }
}
