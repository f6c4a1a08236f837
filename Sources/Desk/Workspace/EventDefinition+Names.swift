import Expressions
import FormModel

extension EventDefinition {
    /// The names of all its forms, for conditions that may be asked of any of them.
    var expressionNames: Set<String> { forms.reduce(into: []) { $0.formUnion($1.expressionNames) } }
}

extension LoadedEvent {
    var expressionNames: Set<String> { definition.expressionNames }
}
