import Expressions
import FieldKinds
import FormModel

/// The criteria of an activity as they may be shown.
///
/// Points for a condition on a sensitive field would tell the answer, and so would the difference between the total and
/// the other columns. Such criteria are therefore added up with all other computed ones; where that sum would hold
/// nothing but sensitive criteria, no single column is shown.
struct PointColumns {
    struct Column: Equatable {
        var label: String
        /// Ids of the criteria it adds up.
        var criteria: [String]
        /// Hundredths.
        var maximum: Int64
    }

    let columns: [Column]

    init(_ setting: LetterSetting) {
        let criteria = setting.event.points.filter { criterion in
            criterion.activities.isEmpty || criterion.activities.contains { $0 == setting.activity?.id }
        }
        let sensitive = Self.sensitiveNames(setting.event)
        let hidden = criteria.filter { Self.reads($0, sensitive) }
        guard !hidden.isEmpty else {
            columns = criteria.map { Self.column($0, setting) }
            return
        }
        let computed = criteria.filter(Self.isComputed)
        guard computed.count > hidden.count else {
            columns = []
            return
        }
        let merged = Column(
            label: setting.word(.otherCriteria),
            criteria: computed.map(\.id),
            maximum: computed.reduce(0) { $0 + ($1.maximum.hundredths ?? 0) }
        )
        columns = criteria.filter { !Self.isComputed($0) }.map { Self.column($0, setting) } + [merged]
    }

    /// Points as people write them: `14,5`.
    static func text(_ hundredths: Int64, in language: InterfaceLanguage) -> String {
        DecimalNumber(unscaled: hundredths, scale: 2).map { MoneyText.number($0, in: language) } ?? ""
    }

    private static func column(_ criterion: PointCriterion, _ setting: LetterSetting) -> Column {
        // Every assessor may give the maximum, and the mean counts.
        Column(
            label: setting.text(criterion.label),
            criteria: [criterion.id],
            maximum: criterion.maximum.hundredths ?? 0
        )
    }

    private static func isComputed(_ criterion: PointCriterion) -> Bool {
        if case .assessors = criterion.source { false } else { true }
    }

    private static func sensitiveNames(_ event: EventDefinition) -> Set<String> {
        var names: Set<String> = []
        for field in event.forms.flatMap(\.fields) {
            if field.isSensitive { names.insert(field.key) }
            // A repeating group is asked about as a whole, so one sensitive inner field makes it sensitive here.
            if field.fields.contains(where: \.isSensitive) { names.insert(field.key) }
            names.formUnion(field.fields.filter(\.isSensitive).map(\.key))
        }
        return names
    }

    private static func reads(_ criterion: PointCriterion, _ sensitive: Set<String>) -> Bool {
        let source: String
        switch criterion.source {
        case .assessors: return false
        case .condition(let expression, _): source = expression
        case .value(let expression): source = expression
        }
        // What cannot be read may read anything.
        guard let expression = try? Expression(parsing: source) else { return true }
        return expression.names.contains { name in
            sensitive.contains(name) || sensitive.contains { name.hasPrefix($0 + ".") || name.hasSuffix("." + $0) }
        }
    }
}
