import FieldKinds
import FormModel
import Registry
import Selection

/// The selection of one activity, inside one transaction: pool out of the registry, decision, pending run into it.
struct ActivitySelection {
    let workspace: Workspace
    let event: LoadedEvent
    let activity: Activity
    let writer: RegistryWriter

    private var slug: String { event.definition.slug }

    private var context: SelectionContext {
        SelectionContext(eventStart: activity.firstDay, eventEnd: activity.lastDay)
    }

    /// Nil when there is nobody to decide about and the activity was not asked for by name.
    func run(
        draw: DrawRequest,
        commitment: Commitment?,
        isDryRun: Bool,
        isAsked: Bool
    ) throws -> SelectionReport? {
        _ = try workspace.expireOffers(event, writer)
        if try writer.reader.pendingRun(event: slug, activity: activity.id) != nil {
            if isAsked { throw RegistryError(.runPending) }
            return nil
        }
        try Cohorts(workspace: workspace, event: event, activity: activity, writer: writer).carryOver()
        let pool = try builder.build(writer.reader)
        guard !pool.members.isEmpty else { return nil }
        if pool.rules.method == .curated {
            if isAsked { throw Self.curatedNeedsChoice(activity) }
            return nil
        }
        try checkDraw(draw, commitment)
        let result = try attempt {
            () throws(SelectionError) in
            try Selector(rules: pool.rules, context: context).run(
                pool: pool.members.map(\.candidate),
                seed: draw.value,
                kept: participants(pool),
                commitment: commitment,
                origin: draw.origin(drawnAt: workspace.now)
            )
        }
        return try finish(pool, result, isDryRun: isDryRun)
    }

    // MARK: Commitments

    /// Writes the commitment and notes its hash in the journal, so that a later draw can prove which came first.
    func commit(_ draw: DrawRequest) throws -> CommitmentReport {
        _ = try workspace.expireOffers(event, writer)
        try Cohorts(workspace: workspace, event: event, activity: activity, writer: writer).carryOver()
        let pool = try builder.build(writer.reader)
        let candidates = pool.members.map(\.candidate)
        let tree = draw.tree(candidates, workspace.environment)
        let made = try attempt {
            () throws(SelectionError) in
            try Selector(rules: pool.rules, context: context).commit(
                pool: candidates,
                kept: participants(pool),
                at: workspace.now,
                seedSource: draw.source,
                poolRoot: tree?.root
            )
        }
        try note(
            .selectionCommitted,
            code: nil,
            [.init("commitment", .string(made.hash)), .init("pool", .number(String(candidates.count)))]
        )
        try draw.write(made, tree, pool: candidates)
        return CommitmentReport(made, file: draw.commitment ?? "", poolCount: candidates.count, activity: activity.id)
    }

    /// A commitment counts when the journal knows it, and for one draw; a value of an earlier run was known before.
    private func checkDraw(_ draw: DrawRequest, _ commitment: Commitment?) throws {
        guard let commitment else { return }
        guard try isNoted(commitment) else {
            throw DeskError(
                .commitmentInvalid,
                "Dziennik nie zna tego zobowiązania; zapisz je poleceniem nabor select --commit przed losowaniem.",
                "The journal does not know this commitment; write it by nabor select --commit before the draw."
            )
        }
        for run in try writer.reader.runs(event: slug) where run.activity == activity.id {
            let record = try? JSONParser.parse(run.record)
            if let used = record?["commitment"], Commitment(canonical: used).hash == commitment.hash {
                throw DeskError(
                    .commitmentInvalid,
                    "Z tego zobowiązania już losowano (rozstrzygnięcie \(run.id)). Powtórzenie wymaga nowego zobowiązania.",
                    "This commitment was drawn from already (run \(run.id)). A repetition needs a new commitment."
                )
            }
            if let seed = draw.value?.hex, record?["seed"]?.text == seed {
                throw DeskError(
                    .commitmentInvalid,
                    "Tej wartości użyto już wcześniej (rozstrzygnięcie \(run.id)), więc była znana. Wylosuj nową.",
                    "This value was used before (run \(run.id)), so it was known. Draw a new one."
                )
            }
        }
    }

    private func isNoted(_ commitment: Commitment) throws -> Bool {
        try writer.reader.journal(limit: Self.journalMax).contains { entry in
            entry.action == .selectionCommitted && entry.event == slug
                && entry.details?.contains(commitment.hash) == true
        }
    }

    /// Lines of the journal that are searched for a commitment.
    private static let journalMax = 1_000_000

    func forecast() throws -> SelectionForecast {
        let pool = try builder.build(writer.reader)
        return try attempt {
            () throws(SelectionError) in
            try Selector(rules: pool.rules, context: context)
                .forecast(pool: pool.members.map(\.candidate), kept: participants(pool))
        }
    }

    /// Adds people to the pending curated run, or begins one.
    func choose(_ rows: [RegistrationRow], reason: String) throws -> SelectionReport {
        var picks: [CuratedPick] = []
        if let pending = try writer.reader.pendingRun(event: slug, activity: activity.id) {
            guard pending.method == SelectionRules.Method.curated.rawValue else { throw RegistryError(.runPending) }
            picks = try earlierPicks(pending)
            try writer.closeRun(pending.id, as: .discarded, at: workspace.now)
        }
        for row in rows { try admit(row, reason) }
        let codes = Set(picks.map(\.id))
        for row in rows where !codes.contains(row.code.text) {
            let group = try writer.reader.participation(registration: row.id, activity: activity.id)?.group
            picks.append(CuratedPick(id: row.code.text, session: group, reason: reason))
        }
        var pool = try builder.build(writer.reader)
        pool.rules.method = .curated
        let inPool = Set(pool.members.map(\.candidate.id))
        if let outside = picks.first(where: { !inPool.contains($0.id) }) { throw Self.notInPool(outside.id) }
        let kept = participants(pool)
        let state = try attempt {
            () throws(SelectionError) in
            try CuratedChoice(rules: pool.rules, context: context).check(
                chosen: picks,
                pool: pool.members.map(\.candidate),
                kept: kept
            )
        }
        if let violation = state.violations.first {
            throw DeskError(
                .selectionFailed,
                violation.text.text(in: .polish) + " Niczego nie zapisano.",
                violation.text.text(in: .english) + " Nothing was recorded."
            )
        }
        let result = try attempt {
            () throws(SelectionError) in
            try Selector(rules: pool.rules, context: context).run(
                pool: pool.members.map(\.candidate),
                kept: kept,
                chosen: picks
            )
        }
        for row in rows { try note(.chosen, code: row.code.text, [.init("reason", .string(reason))]) }
        var report = try finish(pool, result, isDryRun: false)
        report.counts = state.counts
        return report
    }

    /// Reasons given earlier stay with the people they were given for.
    private func earlierPicks(_ run: RunRow) throws -> [CuratedPick] {
        try writer.reader.decisions(ofRun: run.id).filter { $0.decision.outcome == .selected }.map { entry in
            CuratedPick(
                id: entry.decision.id,
                session: entry.decision.session,
                reason: entry.decision.reason.parameters["reason"] ?? ""
            )
        }
    }

    /// Somebody rejected before, for being late for instance, comes back into the pool when a person says so.
    private func admit(_ row: RegistrationRow, _ reason: String) throws {
        let known = try writer.reader.participation(registration: row.id, activity: activity.id)
        guard let known else { throw Self.notInPool(row.code.text) }
        guard known.state == .rejected || known.state == .expired else { return }
        try writer.changeState(ofParticipation: known, by: .reopen, at: workspace.now)
        try note(
            .stateChanged,
            code: row.code.text,
            [.init("action", .string("reopen")), .init("reason", .string(reason))]
        )
    }

    // MARK: Shared steps

    private var builder: CandidatePoolBuilder {
        CandidatePoolBuilder(
            event: event,
            activity: activity,
            today: workspace.now.local(in: event.definition.timeZone).date
        )
    }

    private func participants(_ pool: CandidatePool) -> [Participant] {
        pool.seatHolders.map { Participant($0.candidate, session: $0.participation.group) }
    }

    private func finish(
        _ pool: CandidatePool,
        _ result: SelectionResult,
        isDryRun: Bool
    ) throws -> SelectionReport {
        let byCode = Dictionary(uniqueKeysWithValues: pool.members.map { ($0.candidate.id, $0) })
        let isStored = !isDryRun && result.isDecided
        if isStored { try store(result, pool, byCode) }
        let scores = try writer.reader.scores(event: slug)
        let points = Points(event: event.definition, activity: activity)
        return SelectionReport(
            event: slug,
            activity: activity,
            lines: result.decisions.map {
                SelectionReport.Line(code: $0.id, name: byCode[$0.id]?.row.name ?? "", decision: $0)
            },
            unmet: result.unmet,
            warnings: result.warnings,
            waiting: pool.waiting.map(\.code),
            missingScores: pool.members.reduce(0) { $0 + points.missing(scores[$1.row.id] ?? []) },
            record: result.record.bytes,
            isStored: isStored,
            isDecided: result.isDecided
        )
    }

    private func store(
        _ result: SelectionResult,
        _ pool: CandidatePool,
        _ byCode: [String: CandidatePool.Member]
    ) throws {
        let run = try writer.insertRun(
            event: slug,
            activity: activity.id,
            method: pool.rules.method.rawValue,
            poolDigest: result.record.sha256,
            record: String(decoding: result.record.bytes, as: UTF8.self),
            decisions: result.decisions.compactMap { decision in
                byCode[decision.id].map { RunDecision(participationID: $0.participation.id, decision: decision) }
            },
            actor: workspace.environment.operatorName,
            at: workspace.now
        )
        try note(
            .selectionRun,
            code: nil,
            [
                .init("run", .number(String(run))), .init("method", .string(pool.rules.method.rawValue)),
                .init("record", .string(result.record.sha256)),
            ]
        )
    }

    private func note(_ action: JournalEntry.Action, code: String?, _ details: [JSONValue.Member]) throws {
        try writer.note(
            action,
            actor: workspace.environment.operatorName,
            at: workspace.now,
            event: slug,
            code: code,
            details: [.init("activity", .string(activity.id))] + details
        )
    }

    private func attempt<Value>(_ body: () throws(SelectionError) -> Value) throws -> Value {
        do {
            return try body()
        } catch  where error.code == .seedMissing {
            throw DeskError(
                .seedMissing,
                "Są osoby równe we wszystkim; rozstrzyga los. Podaj ziarno, na przykład spisany wynik rzutu kośćmi: --seed TEKST.",
                "Some people are equal in everything; the lot decides. Give a seed, such as noted throws of dice: --seed TEXT."
            )
        } catch {
            let faults = error.faults.map { "\($0.message.text(in: .polish))" }.joined(separator: " ")
            let english = error.faults.map { "\($0.message.text(in: .english))" }.joined(separator: " ")
            throw DeskError(
                .selectionFailed,
                [error.message.text(in: .polish), faults].filter { !$0.isEmpty }.joined(separator: " "),
                [error.message.text(in: .english), english].filter { !$0.isEmpty }.joined(separator: " ")
            )
        }
    }

    private static func curatedNeedsChoice(_ activity: Activity) -> DeskError {
        DeskError(
            .selectionFailed,
            "W działaniu „\(activity.id)” wybierają ludzie: nabor choose KOD… --activity \(activity.id) --reason POWÓD.",
            "People choose in “\(activity.id)”: nabor choose CODE… --activity \(activity.id) --reason REASON."
        )
    }

    private static func notInPool(_ code: String) -> DeskError {
        DeskError(
            .notParticipating,
            "Zgłoszenie \(code) nie jest w puli tego działania: nie zgłosiło się do niego albo czeka na sprawdzenie.",
            "Registration \(code) is not in the pool of this activity: it did not apply or still has to be checked."
        )
    }
}
