import Expressions
import FieldKinds
import FormModel

/// Which questions of a form are asked and which must be answered, for the answers given so far. One place decides: the
/// page, its script and the check before sending all ask here.
struct FormConditions: Sendable {
    private struct Condition: Sendable {
        var shown: Expressions.Expression?
        var required: Expressions.Expression?
        var isRequired: Bool
    }

    private let outer: [String: Condition]
    private let inner: [String: [String: Condition]]
    private let form: FormDefinition
    private let firstDay: CalendarDate?
    private let lastDay: CalendarDate?
    /// Names of fields that some condition reads; changing one of them may change what is asked.
    let names: Set<String>

    init(event: EventDefinition, form: FormDefinition) {
        self.form = form
        firstDay = event.activities.compactMap(\.firstDay).min()
        lastDay = event.activities.compactMap(\.lastDay).max()
        let known = form.expressionNames
        var names: Set<String> = []
        func condition(_ field: FieldDefinition, _ known: Set<String>) -> Condition {
            let shown = field.shownIf.flatMap { try? Expressions.Expression(parsing: $0, knownNames: known) }
            let required = field.requiredIf.flatMap { try? Expressions.Expression(parsing: $0, knownNames: known) }
            for name in (shown?.names ?? []) + (required?.names ?? []) {
                names.insert(String(name.prefix { $0 != "." }))
            }
            return Condition(shown: shown, required: required, isRequired: field.isRequired)
        }
        var outer: [String: Condition] = [:]
        var inner: [String: [String: Condition]] = [:]
        for field in form.fields {
            outer[field.key] = condition(field, known)
            let innerKnown = known.union(field.fields.map(\.key))
            for question in field.fields {
                inner[field.key, default: [:]][question.key] = condition(question, innerKnown)
            }
        }
        self.outer = outer
        self.inner = inner
        self.names = names
    }

    /// Paths of the questions that are not asked, and of those that may be left empty.
    struct Result: Hashable, Sendable {
        var hidden: Set<String> = []
        var optional: Set<String> = []
    }

    func evaluate(_ answers: [String: AnswerValue], _ typed: TypedForm, today: CalendarDate) -> Result {
        var result = Result()
        var visible = answers
        // A hidden answer may itself decide about another question; chains end, since each round hides something new.
        for _ in 0...form.fields.count {
            let before = result.hidden
            result = pass(visible, typed, today)
            for key in result.hidden { visible[key] = nil }
            if result.hidden == before { break }
        }
        return result
    }

    private func pass(_ answers: [String: AnswerValue], _ typed: TypedForm, _ today: CalendarDate) -> Result {
        var result = Result()
        let context = AnswersContext(
            answers: answers,
            eventStart: firstDay,
            eventEnd: lastDay,
            received: today,
            channel: .web,
            language: typed.language
        )
        for field in form.fields {
            note(outer[field.key], path: field.key, context, &result)
            guard field.kind == .group else { continue }
            var entries: [[String: AnswerValue]] = []
            if case .group(let known)? = answers[field.key] { entries = known }
            for number in 1...max(1, typed.entryCount(of: field), Self.minimumCount(of: field)) {
                var inside = context
                if number <= entries.count { inside.answers.merge(entries[number - 1]) { _, own in own } }
                for question in field.fields {
                    let path = FieldPath.inner(field.key, number, question.key)
                    note(inner[field.key]?[question.key], path: path, inside, &result)
                }
            }
        }
        return result
    }

    /// Entries of a repeating group that are offered from the start.
    static func minimumCount(of field: FieldDefinition) -> Int {
        min(TypedForm.entryCountMax, max(1, field.minimum.flatMap { Int($0) } ?? 1))
    }

    private func note(_ condition: Condition?, path: String, _ context: AnswersContext, _ result: inout Result) {
        guard let condition else { return }
        if let shown = condition.shown, !shown.isTrue(in: context) { result.hidden.insert(path) }
        if !condition.isRequired, !(condition.required?.isTrue(in: context) ?? false) { result.optional.insert(path) }
    }
}
