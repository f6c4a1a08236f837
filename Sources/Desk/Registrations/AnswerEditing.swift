import FieldKinds
import FormModel

/// Answers being corrected by a person: what they were, what they become, and the evidence of it.
struct AnswerEditing {
    let form: FormDefinition
    let operatorName: String
    let context: ReadingContext
    private(set) var values: [String: AnswerValue]
    /// New or confirmed answers with the evidence that a person gave them.
    private(set) var changed = AnswerSet()
    private(set) var touched: Set<String> = []
    /// What stood there before, for the journal.
    private(set) var before: [JSONValue.Member] = []

    init(form: FormDefinition, values: [String: AnswerValue], operatorName: String, context: ReadingContext) {
        self.form = form
        self.values = values
        self.operatorName = operatorName
        self.context = context
    }

    mutating func assign(_ assignment: FieldAssignment) throws(DeskError) {
        let field = try definition(assignment.field)
        touched.insert(field.key)
        before.append(.init(field.key, values[field.key].map { .string($0.plainText) } ?? .null))
        guard let value = try value(assignment, field) else {
            values[field.key] = nil
            return
        }
        set(value, field, raw: assignment.text)
    }

    /// A person looked and found the answer right.
    mutating func confirm(_ key: String) throws(DeskError) {
        let field = try definition(key)
        touched.insert(key)
        guard let value = values[key] else { return }
        set(value, field, raw: value.plainText)
    }

    /// An answer that is read already, from a form of our own; nil takes the answer away.
    mutating func replace(_ key: String, with value: AnswerValue?, raw: String) throws(DeskError) {
        let field = try definition(key)
        touched.insert(key)
        before.append(.init(key, values[key].map { .string($0.plainText) } ?? .null))
        values[key] = value
        if let value { set(value, field, raw: raw) }
    }

    private mutating func set(_ value: AnswerValue, _ field: FieldDefinition, raw: String) {
        values[field.key] = value
        let evidence = Evidence(kind: .staff, place: "desk", raw: raw, score: 1, operatorName: operatorName)
        changed[field.key] = Answer(value: value, confidence: 1, evidence: [evidence], fieldVersion: field.version)
    }

    private func value(_ assignment: FieldAssignment, _ field: FieldDefinition) throws(DeskError) -> AnswerValue? {
        guard let entry = assignment.entry, let innerKey = assignment.inner else {
            return try read(assignment.text, field)
        }
        guard let inner = field.fields.first(where: { $0.key == innerKey }) else {
            throw Self.unknown(innerKey, among: field.fields.map(\.key))
        }
        var entries: [[String: AnswerValue]] = []
        if case .group(let known)? = values[field.key] { entries = known }
        guard entry <= entries.count + 1 else {
            throw DeskError(
                .unknownField,
                "Pole „\(field.key)” ma \(entries.count) pozycji; następna to [\(entries.count + 1)].",
                "Field “\(field.key)” has \(entries.count) entries; the next one is [\(entries.count + 1)]."
            )
        }
        if entry == entries.count + 1 { entries.append([:]) }
        entries[entry - 1][innerKey] = try read(assignment.text, inner)
        entries.removeAll(where: \.isEmpty)
        return entries.isEmpty ? nil : .group(entries)
    }

    /// Reads a text by the field's kind; staff see at once when it is not valid.
    private func read(_ text: String, _ field: FieldDefinition) throws(DeskError) -> AnswerValue? {
        guard let reading = FieldReader(field).read(text, in: context) else { return nil }
        guard let fault = reading.issues.first(where: { $0.severity == .error }) else { return reading.value }
        let finding = Finding(fault.code, field: field.key, parameters: fault.parameters)
        throw DeskError(.valueInvalid, Self.text(finding, field, .polish), Self.text(finding, field, .english))
    }

    /// What is wrong, and for a choice what may be typed.
    private static func text(_ finding: Finding, _ field: FieldDefinition, _ language: InterfaceLanguage) -> String {
        let text = FindingWording.text(of: finding, fieldLabel: field.label.text(in: language), language: language)
        guard let allowed = AllowedAnswers(field, in: language) else { return text }
        return text + (language == .polish ? " Można wpisać: " : " Possible: ") + allowed.text + "."
    }

    private func definition(_ key: String) throws(DeskError) -> FieldDefinition {
        if let field = form.field(key) { return field }
        throw Self.unknown(key, among: form.fields.map(\.key))
    }

    private static func unknown(_ key: String, among keys: [String]) -> DeskError {
        let list = keys.joined(separator: ", ")
        return DeskError(
            .unknownField,
            "Formularz nie ma pola „\(key)”. Są: \(list).",
            "The form has no field “\(key)”. There are: \(list)."
        )
    }
}
