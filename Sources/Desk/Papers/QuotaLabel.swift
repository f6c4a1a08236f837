import Expressions
import FieldKinds
import FormModel

/// A row of a quota in words for the committee's record: `Kraj: Polska` for `country:PL`.
struct QuotaLabel {
    let event: EventDefinition
    let activity: Activity
    let language: InterfaceLanguage

    /// The text for a rule as the selection names it: `unregistered`, `country:PL`, `A1/country:PL`.
    func text(_ rule: String) -> String {
        let halves = rule.split(separator: "/", maxSplits: 1).map(String.init)
        let row = halves.count == 2 ? halves[1] : rule
        let parts = row.split(separator: ":", maxSplits: 1).map(String.init)
        guard let quota = activity.selection?.quotas.first(where: { $0.id == parts[0] }) else { return rule }
        let words = words(quota, parts.count == 2 ? parts[1] : "")
        return halves.count == 2 ? groupTitle(halves[0]) + ", " + words : words
    }

    private func words(_ quota: Quota, _ value: String) -> String {
        // A sensitive property is never named where other people read.
        if quota.isSensitive { return language == .polish ? "zasada równowagi" : "balance rule" }
        switch quota.subject {
        case .attributes(let names):
            let values = value.split(separator: "+").map(String.init)
            guard !values.isEmpty else { return names.map(label).joined(separator: ", ") }
            return zip(names, values).map { "\(label($0)): \(option($1, of: $0))" }.joined(separator: ", ")
        case .condition(let source):
            guard let expression = try? Expression(parsing: source), let use = expression.constantUses.first,
                expression.constantUses.count == 1, expression.names == [use.name]
            else { return quota.id.replacing("_", with: " ") }
            let value = option(use.constant, of: use.name)
            if source.contains("==") { return "\(label(use.name)): \(value)" }
            guard source.contains("!=") else { return quota.id.replacing("_", with: " ") }
            return label(use.name) + (language == .polish ? ": inne niż „\(value)”" : ": other than “\(value)”")
        }
    }

    private func field(_ key: String) -> FieldDefinition? { event.forms.lazy.compactMap { $0.field(key) }.first }

    private func label(_ key: String) -> String {
        let label = field(key)?.label.text(in: language) ?? ""
        return label.isEmpty ? key.replacing("_", with: " ") : label
    }

    private func option(_ value: String, of key: String) -> String {
        guard let field = field(key) else { return value }
        return FieldPrinter(field).text(.text(value), in: language)
    }

    private func groupTitle(_ id: String) -> String {
        activity.groups.first { $0.id == id }?.title.text(in: language) ?? id
    }
}
