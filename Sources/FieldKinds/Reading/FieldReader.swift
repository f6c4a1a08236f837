public import FormModel

/// Reads raw texts as answers to one field; made once per field and used for every form.
///
///     let reader = FieldReader(field)
///     let reading = reader.read(" 990-000-002 ", in: context)   // .text("+48990000002")
public struct FieldReader: Sendable {
    public let field: FieldDefinition
    /// Readers of the fields inside a repeating group, in their order; empty for every other kind.
    public let inner: [FieldReader]

    public init(_ field: FieldDefinition) {
        self.field = field
        inner = field.fields.map { FieldReader($0) }
    }

    /// The text as a value of the field's kind; nil when it says nothing (empty, only leaders or dashes).
    public func read(_ text: String, in context: ReadingContext) -> KindReading? {
        KindReading(.text(text))
    }

    /// Several texts as one answer: the marked options of a `choices` field, the lines of an address. A kind that takes
    /// one value reads the first text that says something.
    public func read(all texts: [String], in context: ReadingContext) -> KindReading? {
        texts.lazy.compactMap { read($0, in: context) }.first
    }

    /// Checks a value that is typed already (a check box, a staff entry, an answer out of the registry) and brings it
    /// into normal form.
    public func check(_ value: AnswerValue, in context: ReadingContext) -> KindReading {
        KindReading(value)
    }
}
