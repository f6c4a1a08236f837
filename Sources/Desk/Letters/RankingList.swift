import Documents
import FieldKinds
import FormModel

/// Values of the ranking list for publication: numbers, points, outcome. Names cannot be given to it.
struct RankingList {
    var setting: LetterSetting
    var applications: [RankedApplication]

    /// A lottery without a commitment before it: the list says so.
    var isRehearsal: Bool

    init(_ setting: LetterSetting, applications: [RankedApplication], isRehearsal: Bool = false) {
        self.isRehearsal = isRehearsal
        self.setting = setting.speaking(.ranking)
        self.applications = RankedApplication.sorted(applications)
    }

    func values() -> DataValue {
        var object = HouseValues(setting: setting).object()
        let hasPoints = applications.contains { !$0.points.isEmpty }
        let columns = hasPoints ? PointColumns(setting).columns : []
        object["criteria"] = .array(
            columns.map { column in
                let maximum = PointColumns.text(column.maximum, in: setting.language)
                return .object([("label", .string(column.label)), ("maximum", .string(maximum))])
            }
        )
        object["rows"] = .array(applications.map { row($0, columns) })
        object["tieNote"] = .string(tieNote)
        object["facts"] = facts.value
        return .object(object)
    }

    private func row(_ application: RankedApplication, _ columns: [PointColumns.Column]) -> DataValue {
        let given = Dictionary(application.points.map { ($0.criterion, $0.points) }, uniquingKeysWith: +)
        let points = columns.map { column -> DataValue in
            let sum = column.criteria.reduce(Int64(0)) { $0 + (given[$1] ?? 0) }
            return .string(PointColumns.text(sum, in: setting.language))
        }
        return .object([
            ("rank", application.decision.rank.map { .integer($0) } ?? .null),
            ("code", .string(application.code.text)),
            ("points", .array(points)),
            ("total", .string(application.total.map { PointColumns.text($0, in: setting.language) } ?? "–")),
            ("outcome", .string(RankedApplication.outcome(application.decision.outcome, in: setting.language))),
        ])
    }

    private var facts: FactRows {
        let isPolish = setting.language == .polish
        var facts = FactRows(setting)
        if isRehearsal { facts.add(isPolish ? "Uwaga" : "Note", DrawEvidence.rehearsal(setting.language)) }
        facts.add(isPolish ? "Zgłoszeń" : "Applications", String(applications.count))
        facts.add(isPolish ? "Miejsc" : "Places", setting.activity?.capacity.map(String.init) ?? "")
        facts.add(isPolish ? "Stan na" : "As of", DateText.long(setting.today, in: setting.language))
        return facts
    }

    /// Only where two applications have the same points.
    private var tieNote: String {
        let totals = applications.compactMap(\.total)
        guard Set(totals).count < totals.count else { return "" }
        return setting.language == .polish
            ? "Przy równej liczbie punktów kolejność wynika z reguły rozstrzygania opisanej w protokole."
            : "Where points are equal, the order follows from the tie-break rule in the committee's record."
    }
}
