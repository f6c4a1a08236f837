import Expressions
import FormModel

/// Looks at a whole event: names that name nothing, expressions, options, quotas.
struct EventVerifier {
    let draft: Draft
    let event: EventDefinition
    let scopes: FieldScope

    init(draft: Draft, event: EventDefinition) {
        self.draft = draft
        self.event = event
        scopes = FieldScope(event: event)
    }

    func verify() {
        for reference in draft.references { verify(reference) }
        for expression in draft.expressions { verify(expression) }
        for quota in draft.quotas {
            QuotaVerifier(draft: draft, use: quota, fields: scopes.fields(quota.scope)).verify()
        }
        verifyActivityFields()
        verifyCohorts()
    }

    /// Nobody can come from an activity that they are to come to.
    private func verifyCohorts() {
        for (id, place) in draft.cohorts {
            var from = event.activity(id)?.cohort?.from
            for _ in event.activities where from != nil && from != id {
                from = from.flatMap { event.activity($0)?.cohort?.from }
            }
            if from == id { draft.add(.cohortCycle, at: place, subject: id) }
        }
    }

    // MARK: References

    private func verify(_ reference: Draft.Reference) {
        let known = names(of: reference)
        guard !known.contains(reference.name) else { return }
        draft.add(
            .referenceUnknown,
            at: reference.place,
            subject: reference.name,
            detail: reference.target.rawValue,
            suggestion: NearestName.of(reference.name, among: known)
        )
    }

    private func names(of reference: Draft.Reference) -> Set<String> {
        switch reference.target {
        case .activity: Set(event.activities.map(\.id))
        case .field: Set((scopes.fields(reference.scope) ?? [:]).keys)
        case .retention: Set(event.retention.map(\.id))
        case .criterion: Set(event.points.map(\.id))
        case .group:
            if case .activity(let id) = reference.scope {
                Set(event.activity(id)?.groups.map(\.id) ?? [])
            } else {
                []
            }
        case .column: Set((scopes.fields(.event) ?? [:]).keys).union(Self.builtInColumns)
        }
    }

    /// Columns of a participant list that are no fields.
    static let builtInColumns: Set<String> = [
        "code", "state", "channel", "received", "form", "language", "activity", "rank", "group", "surname", "given",
    ]

    // MARK: Expressions

    private func verify(_ use: Draft.ExpressionUse) {
        do {
            let expression = try Expression(parsing: use.source, knownNames: scopes.names(use.scope))
            verifyConstants(of: expression, use)
            for activity in expression.attendedActivities where event.activity(activity.constant) == nil {
                draft.add(
                    .referenceUnknown,
                    at: place(in: use, offset: activity.offset),
                    subject: activity.constant,
                    detail: "activity",
                    suggestion: NearestName.of(activity.constant, among: event.activities.map(\.id))
                )
            }
        } catch {
            draft.faults.append(ExpressionFault.fault(error, at: place(in: use, offset: error.offset)))
        }
    }

    private func verifyConstants(of expression: Expression, _ use: Draft.ExpressionUse) {
        guard let fields = scopes.fields(use.scope) else { return }
        for constant in expression.constantUses {
            guard let field = fields[constant.name], field.kind == .choice || field.kind == .choices,
                !field.options.contains(where: { $0.key == constant.constant })
            else { continue }
            draft.add(
                .optionUnknown,
                at: place(in: use, offset: constant.offset),
                subject: constant.constant,
                detail: constant.name,
                suggestion: NearestName.of(constant.constant, among: field.options.map(\.key))
            )
        }
    }

    private func place(in use: Draft.ExpressionUse, offset: Int) -> SourcePlace {
        ExpressionFault.place(use.place, inset: use.inset, offset: offset)
    }

    // MARK: Activities by choice

    /// The options of the field that chooses activities are their ids.
    private func verifyActivityFields() {
        for form in event.forms {
            guard let key = form.activityField, let field = form.field(key),
                let reference = draft.references.first(where: { $0.target == .field && $0.name == key })
            else { continue }
            for option in field.options where event.activity(option.key) == nil {
                draft.add(
                    .referenceUnknown,
                    at: reference.place,
                    subject: option.key,
                    detail: "activity",
                    suggestion: NearestName.of(option.key, among: event.activities.map(\.id))
                )
            }
        }
    }
}
