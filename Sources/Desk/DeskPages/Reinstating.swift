import FormModel
import Registry

extension Workspace {
    /// Takes a withdrawal back: the registration stands as its answers say, and each activity as before the withdrawal, as
    /// far as that is still possible.
    ///
    /// Whoever held a place gets it back while it is free. A place that was passed on stays where it is: then the person
    /// goes to the end of the waiting list. Whoever waited for a decision, or comes back before anything was decided,
    /// waits for one again.
    func reinstate(_ row: RegistrationRow, reason: String) throws(DeskError) {
        let now = now
        let actor = environment.operatorName
        try DeskError.attempt {
            try registry.write { writer in
                try writer.changeState(ofRegistration: row.id, by: .reinstate)
                let before = try statesBefore(row, writer.reader)
                for participation in try writer.reader.participations(ofRegistration: row.id)
                where participation.state == .withdrawn {
                    try bringBack(participation, before[participation.activity], writer)
                }
                try settle(row, writer)
                try writer.note(
                    .stateChanged,
                    actor: actor,
                    at: now,
                    event: row.event,
                    code: row.code.text,
                    details: [.init("action", .string("reinstate")), .init("reason", .string(reason))]
                )
            }
        }
    }

    /// Lines of a registration's journal in which its last withdrawal is looked for.
    private static let journalCountMax = 1_000

    /// The state of each activity before it was withdrawn from, as the journal tells.
    private func statesBefore(_ row: RegistrationRow, _ reader: RegistryReader) throws -> [String: ParticipationState] {
        var states: [String: ParticipationState] = [:]
        for entry in try reader.journal(code: row.code.text, limit: Self.journalCountMax)
        where entry.action == .withdrawn {
            guard let details = entry.details.flatMap({ try? JSONParser.parse($0) }),
                let activity = details["activity"]?.text
            else { continue }
            states[activity] = details["was"]?.text.flatMap(ParticipationState.init(rawValue:))
        }
        return states
    }

    private func bringBack(
        _ participation: ParticipationRow,
        _ before: ParticipationState?,
        _ writer: RegistryWriter
    ) throws {
        try writer.changeState(ofParticipation: participation, by: .reopen, at: now)
        guard let before, before == .waitlisted || before.counts,
            var open = try writer.reader.participation(
                registration: participation.registrationID,
                activity: participation.activity
            )
        else { return }
        open.state = .applied
        if before.counts, try hasRoom(for: open, writer.reader) {
            // An offer that was given back is no offer any more: the person has said by coming back that they take it.
            try writer.changeState(ofParticipation: open, by: .confirm, rank: participation.rank, at: now)
            return
        }
        let line = try writer.reader.waitingList(event: open.event, activity: open.activity)
        let rank = (line.compactMap(\.rank).max() ?? 0) + 1
        try writer.changeState(ofParticipation: open, by: .waitlist, rank: rank, at: now)
    }

    /// Whether nobody has the place meanwhile, and no run or waiting list has a claim to it.
    private func hasRoom(for participation: ParticipationRow, _ reader: RegistryReader) throws -> Bool {
        guard try reader.pendingRun(event: participation.event, activity: participation.activity) == nil,
            try reader.waitingList(event: participation.event, activity: participation.activity).isEmpty
        else { return false }
        return try reader.seatCounts(event: participation.event).filter { counts in
            counts.activity == participation.activity && (counts.group == nil || counts.group == participation.group)
        }.allSatisfy { $0.taken + participation.seats <= $0.seats }
    }

    /// The state that the answers have earned: checked, incomplete, or for a person to look at.
    private func settle(_ row: RegistrationRow, _ writer: RegistryWriter) throws {
        let needsPerson = !row.reviewFields.isEmpty || row.findings.contains(where: \.code.needsPerson)
        let isSuspect = try writer.reader.registration(id: row.id)?.possibleDuplicateOf != nil
        guard !needsPerson, !isSuspect else { return }
        let isIncomplete = row.findings.contains { $0.severity == .error && !$0.code.concernsAdmission }
        try writer.changeState(ofRegistration: row.id, by: isIncomplete ? .askApplicant : .accept)
    }
}
