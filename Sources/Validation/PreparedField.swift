import Expressions
import FieldKinds
import FormModel
import Foundation

/// A field with everything that can be worked out before the first form comes: its reader, conditions and limits.
struct PreparedField: @unchecked Sendable {
    let definition: FieldDefinition
    let reader: FieldReader
    let requiredIf: Expressions.Expression?
    let shownIf: Expressions.Expression?
    /// Immutable after it is made and documented as safe to share between threads, hence the unchecked conformance.
    let pattern: NSRegularExpression?
    let inner: [PreparedField]

    /// A condition that cannot be read was reported with the event file; here the field is shown and not required.
    init(_ definition: FieldDefinition, knownNames: Set<String>) {
        self.definition = definition
        reader = FieldReader(definition)
        requiredIf = definition.requiredIf.flatMap { try? Expressions.Expression(parsing: $0, knownNames: knownNames) }
        shownIf = definition.shownIf.flatMap { try? Expressions.Expression(parsing: $0, knownNames: knownNames) }
        pattern = definition.pattern.flatMap { try? NSRegularExpression(pattern: "^(?:\($0))$") }
        let innerNames = knownNames.union(definition.fields.map(\.key))
        inner = definition.fields.map { PreparedField($0, knownNames: innerNames) }
    }

    func isShown(in context: AnswersContext) -> Bool {
        shownIf.map { $0.isTrue(in: context) } ?? true
    }

    func isRequired(in context: AnswersContext) -> Bool {
        definition.isRequired || requiredIf.map { $0.isTrue(in: context) } ?? false
    }
}
