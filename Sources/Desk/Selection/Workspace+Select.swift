import FieldKinds
import FormModel
import Registry
import Selection

extension Workspace {
    /// Runs the selection of an event's activities; each becomes a pending run, to be announced or discarded.
    ///
    /// Without `activity`, every activity that selects, has applicants and no pending run. A dry run stores nothing.
    public func select(
        event slug: String,
        activity: String?,
        seed: String?,
        isDryRun: Bool
    ) throws(DeskError) -> [SelectionReport] {
        let event = try event(slug)
        _ = try prepareEvents([event])
        var reports: [SelectionReport] = []
        for candidate in try activities(of: event, named: activity) {
            let isAsked = activity != nil
            guard isAsked || candidate.selection != nil || candidate.capacity != nil || candidate.cohort != nil else {
                continue
            }
            let report = try DeskError.attempt {
                try registry.write { writer in
                    try ActivitySelection(workspace: self, event: event, activity: candidate, writer: writer)
                        .run(seed: seed, isDryRun: isDryRun, isAsked: isAsked)
                }
            }
            if let report { reports.append(report) }
        }
        guard !reports.isEmpty else {
            throw DeskError(
                .nothingToDo,
                "Nie ma czego rozstrzygać: brak przyjętych zgłoszeń bez decyzji albo rozstrzygnięcie już czeka na ogłoszenie.",
                "There is nothing to select: no submitted registration without a decision, or a run already waits to be announced."
            )
        }
        return reports
    }

    /// Throws away the pending run of an activity; the places it held are free again.
    public func discardRun(event slug: String, activity: String?, reason: String) throws(DeskError) -> [String] {
        let event = try event(slug)
        let activities = try activities(of: event, named: activity)
        let discarded = try DeskError.attempt {
            try registry.write { writer in
                var discarded: [String] = []
                for activity in activities {
                    guard let run = try writer.reader.pendingRun(event: event.definition.slug, activity: activity.id)
                    else { continue }
                    try writer.closeRun(run.id, as: .discarded, at: now)
                    try writer.note(
                        .selectionDiscarded,
                        actor: environment.operatorName,
                        at: now,
                        event: event.definition.slug,
                        details: [
                            .init("run", .number(String(run.id))), .init("activity", .string(activity.id)),
                            .init("reason", .string(reason)),
                        ]
                    )
                    discarded.append(activity.id)
                }
                return discarded
            }
        }
        guard !discarded.isEmpty else { throw DeskError(RegistryError(.noPendingRun)) }
        return discarded
    }

    /// Chooses people directly, with a reason. Choices add up in the pending run until it is announced.
    public func choose(_ codes: [String], activity: String, reason: String) throws(DeskError) -> SelectionReport {
        guard !reason.allSatisfy(\.isWhitespace) else {
            throw DeskError(.reasonMissing, "Wybór wymaga powodu: --reason.", "A choice needs a reason: --reason.")
        }
        var rows: [RegistrationRow] = []
        for code in codes { rows.append(try row(code)) }
        guard let slug = rows.first?.event, rows.allSatisfy({ $0.event == slug }) else {
            throw DeskError(
                .valueInvalid,
                "Podaj kody zgłoszeń jednego wydarzenia.",
                "Give codes of registrations of one event."
            )
        }
        let event = try event(slug)
        _ = try prepareEvents([event])
        let found = try activities(of: event, named: activity)[0]
        let chosen = rows
        return try DeskError.attempt {
            try registry.write { writer in
                try ActivitySelection(workspace: self, event: event, activity: found, writer: writer)
                    .choose(chosen, reason: reason)
            }
        }
    }
}
