import Expressions
import FieldKinds
import FormModel

/// Checks one field of one form: presence, kind, limits, and the entries of a repeating group.
struct FieldCheck {
    let reading: ReadingContext
    /// The day on which papers must still be valid.
    let papersNeededOn: CalendarDate
    let issues: [String: [KindIssue]]

    func findings(_ field: PreparedField, value: AnswerValue?, path: String, context: AnswersContext) -> [Finding] {
        let value = value.flatMap { Self.isEmpty($0) ? nil : $0 }
        guard field.isShown(in: context) else {
            return value == nil ? [] : [Finding(.answerNotAsked, field: path)]
        }
        let isRequired = field.isRequired(in: context)
        guard let value else { return isRequired ? [missing(field, path: path)] : [] }
        if case .consent = field.definition.kind, value == .flag(false) {
            return isRequired ? [missing(field, path: path)] : []
        }
        var found = merged(issues[path] ?? [], field.reader.check(value, in: reading).issues)
        // A value that is wrong in itself needs no second complaint about its length.
        if !found.contains(where: { $0.severity == .error }) { found += LimitCheck.issues(of: value, for: field) }
        found += expiry(of: value)
        let own = found.map { Finding($0.code, severity: $0.severity, field: path, parameters: $0.parameters) }
        return own + entries(of: value, field: field, path: path, context: context)
    }

    /// An answer that says nothing counts as none.
    static func isEmpty(_ value: AnswerValue) -> Bool {
        switch value {
        case .text(let text): text.isEmpty
        case .name(let name): name.full.isEmpty
        case .choices(let keys): keys.isEmpty
        case .group(let entries): entries.allSatisfy { $0.values.allSatisfy(isEmpty) }
        case .identityDocument(let document): document == IdentityDocument()
        case .number, .date, .flag: false
        }
    }

    private func missing(_ field: PreparedField, path: String) -> Finding {
        if case .consent = field.definition.kind { return Finding(.consentMissing, field: path) }
        return Finding(.requiredMissing, field: path)
    }

    private func merged(_ first: [KindIssue], _ second: [KindIssue]) -> [KindIssue] {
        first + second.filter { issue in !first.contains { $0.code == issue.code } }
    }

    private func expiry(of value: AnswerValue) -> [KindIssue] {
        guard case .identityDocument(let document) = value, let validTo = document.validTo, validTo < papersNeededOn
        else {
            return []
        }
        let parameters = ["validTo": validTo.description, "neededOn": papersNeededOn.description]
        return [KindIssue(.documentExpired, parameters: parameters)]
    }

    private func entries(
        of value: AnswerValue,
        field: PreparedField,
        path: String,
        context: AnswersContext
    ) -> [Finding] {
        guard case .group(let entries) = value else { return [] }
        var findings: [Finding] = []
        for (index, entry) in entries.enumerated() where !entry.values.allSatisfy(Self.isEmpty) {
            // Conditions of inner fields see the entry's own answers first.
            var inside = context
            inside.answers.merge(entry) { _, own in own }
            for inner in field.inner {
                let innerPath = "\(path)[\(index + 1)].\(inner.definition.key)"
                let value = entry[inner.definition.key]
                findings += self.findings(inner, value: value, path: innerPath, context: inside)
            }
        }
        return findings
    }
}
