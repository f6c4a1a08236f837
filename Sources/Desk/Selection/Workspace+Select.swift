import FieldKinds
public import FormModel
import Registry
public import Selection

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
        try select(event: slug, activity: activity, draw: DrawRequest(seed: seed), isDryRun: isDryRun)
    }

    /// The same with what is said about the draw; a commitment belongs to one activity.
    public func select(
        event slug: String,
        activity: String?,
        draw: DrawRequest,
        isDryRun: Bool
    ) throws(DeskError) -> [SelectionReport] {
        let event = try event(slug)
        _ = try prepareEvents([event])
        let commitment = try draw.readCommitment()
        let activity = commitment == nil ? activity : try single(event, activity).id
        var reports: [SelectionReport] = []
        for candidate in try activities(of: event, named: activity) {
            let isAsked = activity != nil
            guard isAsked || candidate.selection != nil || candidate.capacity != nil || candidate.cohort != nil else {
                continue
            }
            let report = try DeskError.attempt {
                try registry.write { writer in
                    try ActivitySelection(workspace: self, event: event, activity: candidate, writer: writer)
                        .run(draw: draw, commitment: commitment, isDryRun: isDryRun, isAsked: isAsked)
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

    /// Writes the commitment of one activity's lottery: to be published before the seed is drawn.
    public func commit(event slug: String, activity: String?, draw: DrawRequest) throws(DeskError) -> CommitmentReport {
        let event = try event(slug)
        _ = try prepareEvents([event])
        try draw.checkFree()
        let activity = try single(event, activity)
        return try DeskError.attempt {
            try registry.write { writer in
                try ActivitySelection(workspace: self, event: event, activity: activity, writer: writer).commit(draw)
            }
        }
    }

    /// What the applications so far allow: conflicts, scarce rules, likely chances. Changes nothing.
    public func forecast(
        event slug: String,
        activity: String?
    ) throws(DeskError) -> [(activity: Activity, forecast: SelectionForecast)] {
        let event = try event(slug)
        var found: [(activity: Activity, forecast: SelectionForecast)] = []
        for candidate in try activities(of: event, named: activity) where candidate.selection != nil {
            let forecast = try DeskError.attempt {
                try registry.write { writer in
                    try ActivitySelection(workspace: self, event: event, activity: candidate, writer: writer).forecast()
                }
            }
            found.append((candidate, forecast))
        }
        return found
    }

    /// The activity meant: named, or the only one that selects.
    private func single(_ event: LoadedEvent, _ name: String?) throws(DeskError) -> Activity {
        let selecting = try activities(of: event, named: name).filter { name != nil || $0.selection != nil }
        guard selecting.count == 1 else {
            throw DeskError(
                .unknownActivity,
                "Zobowiązanie dotyczy jednego działania; podaj --activity.",
                "A commitment belongs to one activity; give --activity."
            )
        }
        return selecting[0]
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
