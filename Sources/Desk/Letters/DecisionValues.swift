import Documents
import FieldKinds
import FormModel

/// A person's own points for one criterion, in hundredths.
struct CriterionPoints: Sendable, Hashable {
    var criterion: String
    var points: Int64
}

/// A decision as its letter prints it: place, reason, the person's own points. Nothing of anybody else can be given.
struct DecisionValues {
    let value: DataValue

    init(_ setting: LetterSetting, _ decision: Decision, points: [CriterionPoints] = []) {
        let reason = decision.reason.text.text(in: setting.language)
        let columns = PointColumns(setting)
        let byCriterion = Dictionary(points.map { ($0.criterion, $0.points) }, uniquingKeysWith: +)
        let criteria: [DataValue] =
            points.isEmpty
            ? []
            : columns.columns.map { column in
                let given = column.criteria.reduce(Int64(0)) { $0 + (byCriterion[$1] ?? 0) }
                return .object([
                    ("label", .string(column.label)),
                    ("points", .string(PointColumns.text(given, in: setting.language))),
                    ("maximum", .string(PointColumns.text(column.maximum, in: setting.language))),
                ])
            }
        value = .object([
            ("rank", decision.rank.map { .integer($0) } ?? .null),
            ("reason", .string(reason.isEmpty ? setting.word(.noReason) : reason)),
            ("criteria", .array(criteria)),
        ])
    }
}
