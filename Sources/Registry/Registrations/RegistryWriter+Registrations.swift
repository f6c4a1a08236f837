import FieldKinds
public import FormModel
import Foundation
import GRDB

extension RegistryWriter {
    /// Records a registration with its answers, evidence, findings and applications; returns its row id.
    public func insertRegistration(_ new: NewRegistration) throws -> Int64 {
        let insert = try database.cachedStatement(
            sql: """
                INSERT INTO registration (code, event, form, eventVersionId, state, channel, language, receivedAt,
                    enteredAt, sourceId, sourcePlace, name, sortKey, searchText, possibleDuplicateOf, answers, findings,
                    reviewFields, duplicateKeys)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """
        )
        try insert.execute(arguments: [
            new.code.text, new.event, new.form, new.eventVersionID, new.state.rawValue, new.channel.rawValue,
            new.language.rawValue, new.receivedAt.millisecondsSinceEpoch, new.enteredAt.millisecondsSinceEpoch,
            new.sourceID, new.sourcePlace, new.name, Data(new.sortKey), new.searchText, new.possibleDuplicateOf,
            StoredAnswers.json(of: new.answers.values).jsonText, StoredFindings.text(of: new.findings),
            new.reviewFields.joined(separator: "\n"), new.duplicateKeys.joined(separator: "\n"),
        ])
        let id = database.lastInsertedRowID
        try addAnswerVersion(id, new.answers, at: new.enteredAt, actor: new.actor, reason: "", source: new.sourceID)
        try addDuplicateKeys(new.duplicateKeys, event: new.event, registration: id)
        for application in new.applications {
            try apply(registration: id, event: new.event, application, at: new.enteredAt)
        }
        return id
    }

    /// Replaces the current values and findings of a registration; the evidence of the changed answers is added to
    /// what was there. `changed` holds only the answers that are new; `values` all that stand now.
    public func updateRegistration(
        _ id: Int64,
        values: [String: AnswerValue],
        changed: AnswerSet,
        findings: [Finding],
        reviewFields: [String],
        name: String,
        sortKey: [UInt8],
        searchText: String,
        at now: Instant,
        actor: String,
        reason: String
    ) throws {
        try database.execute(
            sql: """
                UPDATE registration SET answers = ?, findings = ?, reviewFields = ?, name = ?, sortKey = ?,
                    searchText = ? WHERE id = ?
                """,
            arguments: [
                StoredAnswers.json(of: values).jsonText, StoredFindings.text(of: findings),
                reviewFields.joined(separator: "\n"), name, Data(sortKey), searchText, id,
            ]
        )
        try addAnswerVersion(id, changed, at: now, actor: actor, reason: reason, source: nil)
    }

    /// Changes the state by the one function that owns all transitions; returns the new state.
    @discardableResult
    public func changeState(
        ofRegistration id: Int64,
        by action: StateTransition.RegistrationAction
    ) throws -> RegistrationState {
        guard let row = try reader.registration(id: id) else { throw RegistryError(.unknownRegistration) }
        let next = try StateTransition.next(row.state, after: action)
        if next != row.state {
            let update = try database.cachedStatement(sql: "UPDATE registration SET state = ? WHERE id = ?")
            try update.execute(arguments: [next.rawValue, id])
        }
        return next
    }

    /// Replaces the findings alone: something outside of the answers has changed.
    public func setFindings(_ id: Int64, _ findings: [Finding]) throws {
        try database.execute(
            sql: "UPDATE registration SET findings = ? WHERE id = ?",
            arguments: [StoredFindings.text(of: findings), id]
        )
    }

    private func addAnswerVersion(
        _ id: Int64,
        _ answers: AnswerSet,
        at now: Instant,
        actor: String,
        reason: String,
        source: Int64?
    ) throws {
        let insert = try database.cachedStatement(
            sql: """
                INSERT INTO answerVersion (registrationId, number, at, actor, reason, sourceId, answers)
                SELECT ?, coalesce(max(number), 0) + 1, ?, ?, ?, ?, ? FROM answerVersion WHERE registrationId = ?
                """
        )
        try insert.execute(arguments: [
            id, now.millisecondsSinceEpoch, actor, reason, source, StoredEvidence.text(of: answers), id,
        ])
    }

    private func addDuplicateKeys(_ keys: [String], event: String, registration id: Int64) throws {
        let insert = try database.cachedStatement(
            sql: "INSERT OR IGNORE INTO duplicateKey (event, key, registrationId) VALUES (?, ?, ?)"
        )
        for key in keys { try insert.execute(arguments: [event, key, id]) }
    }

    private func apply(
        registration id: Int64,
        event: String,
        _ application: NewRegistration.Application,
        at now: Instant
    ) throws {
        let insert = try database.cachedStatement(
            sql: """
                INSERT INTO participation (registrationId, event, activity, grp, state, seats, changedAt)
                VALUES (?, ?, ?, ?, 'applied', ?, ?)
                ON CONFLICT (registrationId, activity) DO NOTHING
                """
        )
        try insert.execute(arguments: [
            id, event, application.activity, application.group, application.seats, now.millisecondsSinceEpoch,
        ])
    }

    /// Adds an application later: somebody of a cohort, or a wish added by staff. Does nothing when it exists.
    public func addApplication(
        registration id: Int64,
        event: String,
        _ application: NewRegistration.Application,
        at now: Instant
    ) throws {
        try apply(registration: id, event: event, application, at: now)
    }

    /// Moves an application that has no decision yet to another group or number of places, after a correction.
    public func updateApplication(_ id: Int64, group: String?, seats: Int) throws {
        try database.execute(
            sql: "UPDATE participation SET grp = ?, seats = ? WHERE id = ? AND state = 'applied'",
            arguments: [group, seats, id]
        )
    }
}
