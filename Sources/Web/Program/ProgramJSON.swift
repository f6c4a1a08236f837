import Desk
import FormModel
import Registry

/// Values of the desk as JSON for other programs, and their answers as if somebody had typed them.
enum ProgramJSON {
    static func localized(_ text: LocalizedText) -> JSONValue {
        .object(text.all.map { .init($0.language.rawValue, .string($0.text)) })
    }

    static func form(_ form: WebForm, isOpen: Bool) -> JSONValue {
        .object([
            .init("form", .string(form.form.id)), .init("open", .bool(isOpen)),
            .init("opens_at", form.form.opensAt.map { .string($0.description) } ?? .null),
            .init("deadline", form.form.deadline.map { .string($0.description) } ?? .null),
            .init(
                "fields",
                .array(
                    form.form.fields.map { field in
                        .object([
                            .init("key", .string(field.key)), .init("kind", .string(field.kind.name)),
                            .init("required", .bool(field.isRequired)),
                        ])
                    }
                )
            ),
        ])
    }

    static func registration(_ summary: RegistrationSummary) -> JSONValue {
        let row = summary.row
        let participations = summary.participations.map { participation in
            JSONValue.object([
                .init("activity", .string(participation.activity)),
                .init("state", .string(participation.state.rawValue)),
                .init("rank", participation.rank.map { .number(String($0)) } ?? .null),
            ])
        }
        return .object([
            .init("code", .string(row.code.text)), .init("event", .string(row.event)), .init("form", .string(row.form)),
            .init("state", .string(row.state.rawValue)), .init("channel", .string(row.channel.rawValue)),
            .init("language", .string(row.language.rawValue)),
            .init("received_at", .string(row.receivedAt.description)),
            .init("name", .string(row.name)),
            .init("possible_duplicate_of", summary.possibleDuplicateOf.map { .string($0.text) } ?? .null),
            .init("participations", .array(participations)),
            .init("answers", .object(row.values.sorted { $0.key < $1.key }.map { .init($0.key, value($0.value)) })),
        ])
    }

    static func value(_ value: AnswerValue) -> JSONValue {
        switch value {
        case .number(let number): .number(number.description)
        case .flag(let flag): .bool(flag)
        case .choices(let keys): .array(keys.map(JSONValue.string))
        case .identityDocument(let document):
            .object([
                .init("kind", document.kind.map { .string($0.rawValue) } ?? .null),
                .init("number", document.number.map(JSONValue.string) ?? .null),
                .init("validTo", document.validTo.map { .string($0.description) } ?? .null),
            ])
        case .group(let entries):
            .array(
                entries.map { entry in
                    .object(entry.sorted { $0.key < $1.key }.map { .init($0.key, Self.value($0.value)) })
                }
            )
        case .text, .name, .date: .string(value.plainText)
        }
    }

    // MARK: Answers of a program

    static func typed(_ answers: [JSONValue.Member], form: FormDefinition, language: InterfaceLanguage) -> TypedForm {
        var typed = TypedForm(language: language)
        for member in answers {
            guard let field = form.field(member.key) else { continue }
            set(member.value, field, path: field.key, &typed)
        }
        return typed
    }

    private static func set(_ value: JSONValue, _ field: FieldDefinition, path: String, _ typed: inout TypedForm) {
        switch (value, field.kind) {
        case (.array(let entries), .group):
            for (index, entry) in entries.prefix(TypedForm.entryCountMax).enumerated() {
                for inner in field.fields {
                    guard let value = entry[inner.key] else { continue }
                    set(value, inner, path: FieldPath.inner(field.key, index + 1, inner.key), &typed)
                }
            }
        case (.object, .identityDocument):
            for part in ["kind", "number", "validTo"] {
                typed.texts[path + "." + part] = value[part]?.text.map { [$0] }
            }
        case (.array(let elements), _): typed.texts[path] = elements.compactMap(text)
        default: typed.texts[path] = text(value).map { [$0] }
        }
    }

    private static func text(_ value: JSONValue) -> String? {
        switch value {
        case .string(let text), .number(let text): text
        case .bool(let flag): flag ? "true" : "false"
        case .null, .array, .object: nil
        }
    }
}
