import FieldKinds
import FormModel
import Registry

/// Points of one assessor for one criterion, as typed.
public struct ScoreEntry: Sendable {
    public var code: String
    public var criterion: String
    public var points: String
    public var assessor: String
    public var hasConflict: Bool

    public init(code: String, criterion: String, points: String, assessor: String, hasConflict: Bool = false) {
        self.code = code
        self.criterion = criterion
        self.points = points
        self.assessor = assessor
        self.hasConflict = hasConflict
    }
}

extension Workspace {
    /// Records points; all entries or none. Giving points again replaces them, the journal keeps both.
    public func score(_ entries: [ScoreEntry]) throws(DeskError) {
        var rows: [(RegistrationRow, ScoreRow)] = []
        var events: [String: LoadedEvent] = [:]
        for entry in entries {
            let row = try row(entry.code)
            let event = try known(row.event, &events)
            rows.append((row, try score(entry, row, event)))
        }
        let now = now
        let actor = environment.operatorName
        try DeskError.attempt {
            try registry.write { writer in
                for (row, score) in rows {
                    try writer.setScore(score, at: now)
                    try writer.note(
                        .scored,
                        actor: actor,
                        at: now,
                        event: row.event,
                        code: row.code.text,
                        details: [
                            .init("criterion", .string(score.criterion)), .init("assessor", .string(score.assessor)),
                            .init("points", .number(String(score.points))),
                        ]
                    )
                }
            }
        }
    }

    private func score(
        _ entry: ScoreEntry,
        _ row: RegistrationRow,
        _ event: LoadedEvent
    ) throws(DeskError) -> ScoreRow {
        let assessed = event.definition.points.filter { if case .assessors = $0.source { true } else { false } }
        guard let criterion = assessed.first(where: { $0.id == entry.criterion }) else {
            let list = assessed.map(\.id).joined(separator: ", ")
            throw DeskError(
                .unknownCriterion,
                "Nie ma kryterium „\(entry.criterion)”. Oceniający przyznają punkty za: \(list).",
                "There is no criterion “\(entry.criterion)”. Assessors give points for: \(list)."
            )
        }
        let digits = entry.points.replacing(",", with: ".")
        guard let points = DecimalNumber(digits), points >= DecimalNumber(0), points <= criterion.maximum,
            let hundredths = points.hundredths
        else {
            throw DeskError(
                .valueInvalid,
                "Za „\(criterion.label.text(in: .polish))” można przyznać od 0 do \(criterion.maximum) punktów.",
                "“\(criterion.label.text(in: .english))” takes 0 to \(criterion.maximum) points."
            )
        }
        return ScoreRow(
            registrationID: row.id,
            criterion: criterion.id,
            assessor: entry.assessor,
            points: hundredths,
            hasConflict: entry.hasConflict
        )
    }
}
