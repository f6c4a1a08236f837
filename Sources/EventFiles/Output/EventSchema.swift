import FormModel

/// The JSON Schema of event files, for editors that complete and check while somebody types.
///
/// Made from the same shapes that read the files; `docs/event.schema.json` is its committed form.
public enum EventSchema {
    /// The schema as JSON text (draft 2020-12), ending in a line break.
    public static var json: String {
        var definitions: [(String, SchemaText)] = [("texts", texts)]
        for shape in ShapeWalk.mappings(from: EventShape.event).dropFirst() {
            definitions.append((shape.name, object(shape)))
        }
        guard case .object(let root) = object(EventShape.event) else { return "" }
        let head: [(String, SchemaText)] = [
            ("$schema", .text("https://json-schema.org/draft/2020-12/schema")),
            ("title", .text("Nabór event file")),
        ]
        return SchemaText.object(head + root + [("$defs", .object(definitions))]).written() + "\n"
    }

    private static var texts: SchemaText {
        .object([
            ("description", .text("Texts by language.")),
            ("type", .text("object")),
            (
                "properties",
                .object(InterfaceLanguage.allCases.map { ($0.rawValue, .object([("type", .text("string"))])) })
            ),
            ("additionalProperties", .flag(false)),
            ("minProperties", .whole(1)),
        ])
    }

    private static func object(_ shape: MappingShape) -> SchemaText {
        let properties = shape.keys.map { key -> (String, SchemaText) in
            guard case .object(let members) = schema(key.shape) else { return (key.name, schema(key.shape)) }
            return (key.name, .object([("description", .text(key.about))] + members))
        }
        return .object([
            ("description", .text(shape.about)),
            ("type", .text("object")),
            ("properties", .object(properties)),
            ("required", .list(shape.keys.filter(\.isRequired).map { .text($0.name) })),
            ("additionalProperties", .flag(false)),
        ])
    }

    private static func schema(_ shape: ValueShape) -> SchemaText {
        switch shape {
        // Editors resolve plain scalars themselves: a number or a word such as `no` is text here all the same.
        case .text, .identifier, .expression, .bound: .object([("type", types("string", "number", "boolean"))])
        case .slug: .object([("type", .text("string")), ("pattern", .text("^[a-z0-9][a-z0-9-]*$"))])
        case .fieldKey: .object([("type", .text("string")), ("pattern", .text("^[a-z][a-z0-9_]*$"))])
        case .localized:
            .object([
                ("anyOf", .list([.object([("type", types("string", "number"))]), reference("texts")]))
            ])
        case .whole(let range):
            .object([
                ("type", .text("integer")), ("minimum", .whole(range.lowerBound)),
                ("maximum", .whole(range.upperBound)),
            ])
        case .decimal: .object([("type", .text("number"))])
        case .flag: .object([("type", .text("boolean"))])
        case .day: pattern(#"^\d{4}-\d{2}-\d{2}$"#)
        case .dayRange: pattern(#"^\d{4}-\d{2}-\d{2}(\.\.(\d{4}-)?(\d{2}-)?\d{2})?$"#)
        case .moment: pattern(#"^\d{4}-\d{2}-\d{2}([T ]\d{1,2}:\d{2}(:\d{2})?(Z|[+-]\d{1,2}:\d{2})?)?$"#)
        case .hours: pattern(#"^\d{1,2}:\d{2} ?[-–] ?\d{1,2}:\d{2}$"#)
        case .duration: pattern(#"^\d+ (years?|months?|days?)$"#)
        case .timeZone: .object([("type", .text("string"))])
        case .language: words(InterfaceLanguage.allCases.map(\.rawValue))
        case .word(let allowed): words(allowed)
        case .seats: seats
        case .list(let element): .object([("type", .text("array")), ("items", schema(element))])
        case .map(_, let element): .object([("type", .text("object")), ("additionalProperties", schema(element))])
        case .mapping(let inner): reference(inner.name)
        case .either(let first, let second): .object([("anyOf", .list([schema(first), schema(second)]))])
        }
    }

    private static var seats: SchemaText {
        let number = SchemaText.object([("type", .text("integer")), ("minimum", .whole(0))])
        let range = SchemaText.object([
            ("type", .text("object")),
            ("properties", .object([("min", number), ("max", number)])),
            ("required", .list([.text("min"), .text("max")])),
            ("additionalProperties", .flag(false)),
        ])
        return .object([("anyOf", .list([number, range]))])
    }

    private static func types(_ names: String...) -> SchemaText { .list(names.map(SchemaText.text)) }

    private static func pattern(_ pattern: String) -> SchemaText {
        .object([("type", .text("string")), ("pattern", .text(pattern))])
    }

    private static func words(_ words: [String]) -> SchemaText {
        .object([("type", .text("string")), ("enum", .list(words.map(SchemaText.text)))])
    }

    private static func reference(_ name: String) -> SchemaText {
        .object([("$ref", .text("#/$defs/" + name))])
    }
}
