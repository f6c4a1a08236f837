import FieldKinds
public import FormModel
import Registry

/// What an assessor sees of one registration: its answers without anything that tells who it is, and the own points.
public struct AssessmentSheet: Sendable {
    public struct Criterion: Sendable {
        public var id: String
        public var label: LocalizedText
        public var maximum: DecimalNumber
        /// Hundredths; nil while the assessor gave none.
        public var own: Int64?
    }

    public var code: RegistrationCode
    public var fields: [(field: FieldDefinition, value: AnswerValue)]
    public var criteria: [Criterion]
    public var hasConflict: Bool
    /// The registration that comes next and still lacks the assessor's points.
    public var next: RegistrationCode?
}

/// A registration among those to be assessed.
public struct AssessmentLine: Sendable {
    public var code: RegistrationCode
    /// Whether the assessor gave all points.
    public var isDone: Bool
    public var hasConflict: Bool
    /// Means of each criterion over assessors without a conflict, hundredths; nil where nobody gave points.
    public var means: [Int64?]
    /// Largest less smallest sum among assessors, hundredths; nil with fewer than two.
    public var spread: Int64?
    public var assessorCount: Int
    /// Assessors that the criteria ask for.
    public var wantedCount: Int
}

extension Workspace {
    /// Criteria that people give points for.
    static func assessed(_ event: EventDefinition) -> [(criterion: PointCriterion, count: Int)] {
        event.points.compactMap { criterion in
            guard case .assessors(let count) = criterion.source else { return nil }
            return (criterion, count)
        }
    }

    /// Everybody to be assessed, by code: no names.
    public func assessment(event slug: String, assessor: String) throws(DeskError) -> [AssessmentLine] {
        let event = try event(slug).definition
        let criteria = Self.assessed(event)
        return try DeskError.attempt {
            try registry.read { reader in
                let scores = try reader.scores(event: slug)
                let query = RegistrationQuery(event: slug, states: [.submitted, .incomplete], limit: 10_000)
                let rows = try reader.registrations(query).sorted { $0.code.text < $1.code.text }
                let participations = try reader.participations(ofRegistrations: rows.map(\.id))
                return rows.compactMap { row in
                    let own = Self.concerning(criteria, participations[row.id] ?? [])
                    return own.isEmpty ? nil : Self.line(row, scores[row.id] ?? [], criteria, own, assessor)
                }
            }
        }
    }

    /// The criteria of the activities that somebody takes part in or applies for.
    private static func concerning(
        _ criteria: [(criterion: PointCriterion, count: Int)],
        _ participations: [ParticipationRow]
    ) -> [(criterion: PointCriterion, count: Int)] {
        let activities = Set(participations.map(\.activity))
        return criteria.filter {
            $0.criterion.activities.isEmpty || !activities.isDisjoint(with: $0.criterion.activities)
        }
    }

    private static func line(
        _ row: RegistrationRow,
        _ scores: [ScoreRow],
        _ criteria: [(criterion: PointCriterion, count: Int)],
        _ own: [(criterion: PointCriterion, count: Int)],
        _ assessor: String
    ) -> AssessmentLine {
        let given = scores.filter { $0.assessor == assessor }
        let fair = scores.filter { !$0.hasConflict }
        let sums = Dictionary(grouping: fair, by: \.assessor).values.map { $0.reduce(Int64(0)) { $0 + $1.points } }
        return AssessmentLine(
            code: row.code,
            isDone: Set(given.map(\.criterion)).isSuperset(of: own.map(\.criterion.id)),
            hasConflict: given.contains(where: \.hasConflict),
            means: criteria.map { entry in
                let points = fair.filter { $0.criterion == entry.criterion.id }.map(\.points)
                return points.isEmpty ? nil : points.reduce(0, +) / Int64(points.count)
            },
            spread: sums.count > 1 ? (sums.max() ?? 0) - (sums.min() ?? 0) : nil,
            assessorCount: sums.count,
            wantedCount: own.map(\.count).max() ?? 0
        )
    }

    /// The sheet of one registration. Names, contact data, papers and consents are left out, whatever the form asks.
    public func assessmentSheet(_ typed: String, assessor: String) throws(DeskError) -> AssessmentSheet {
        let row = try row(typed)
        let event = try event(row.event)
        guard let form = event.definition.form(row.form) else { throw Self.unknownForm(row.form) }
        let (all, participations) = try DeskError.attempt {
            try registry.read {
                (try $0.scores(ofRegistration: row.id), try $0.participations(ofRegistration: row.id))
            }
        }
        let scores = all.filter { $0.assessor == assessor }
        let lines = try assessment(event: row.event, assessor: assessor)
        let place = lines.firstIndex { $0.code == row.code } ?? 0
        let following = (lines[min(place + 1, lines.count)...] + lines[..<min(place, lines.count)])
        return AssessmentSheet(
            code: row.code,
            fields: form.fields.compactMap { field in
                guard Self.isShownToAssessors(field), let value = row.values[field.key] else { return nil }
                return (field, Self.blind(value, field))
            },
            criteria: Self.concerning(Self.assessed(event.definition), participations).map { criterion, _ in
                AssessmentSheet.Criterion(
                    id: criterion.id,
                    label: criterion.label,
                    maximum: criterion.maximum,
                    own: scores.first { $0.criterion == criterion.id }?.points
                )
            },
            hasConflict: scores.contains(where: \.hasConflict),
            next: following.first { !$0.isDone && $0.code != row.code }?.code
        )
    }

    private static func isShownToAssessors(_ field: FieldDefinition) -> Bool {
        switch field.kind {
        case .personName, .addressForm, .email, .phone, .pesel, .nip, .regon, .krs, .iban, .postalCode,
            .identityDocument, .consent, .file:
            false
        default: !field.isSensitive
        }
    }

    /// Entries of a repeating group without the parts that tell who somebody is.
    private static func blind(_ value: AnswerValue, _ field: FieldDefinition) -> AnswerValue {
        guard case .group(let entries) = value else { return value }
        let shown = Set(field.fields.filter(isShownToAssessors).map(\.key))
        return .group(entries.map { entry in entry.filter { shown.contains($0.key) } })
    }
}
