import FieldKinds
import FormModel
public import Registry

/// Somebody's presence at a session, as typed.
public struct AttendanceEntry: Sendable {
    public var code: String
    public var session: String
    public var presence: AttendanceRow.Presence

    public init(code: String, session: String, presence: AttendanceRow.Presence) {
        self.code = code
        self.session = session
        self.presence = presence
    }
}

extension Workspace {
    /// Records presence; all entries or none. The session's id says which activity it belongs to.
    public func attend(_ entries: [AttendanceEntry]) throws(DeskError) {
        var rows: [(RegistrationRow, AttendanceRow)] = []
        var events: [String: LoadedEvent] = [:]
        for entry in entries {
            let row = try row(entry.code)
            let event = try known(row.event, &events)
            let activity = try activity(ofSession: entry.session, row, event)
            rows.append(
                (
                    row,
                    AttendanceRow(
                        registrationID: row.id,
                        activity: activity.id,
                        session: entry.session,
                        presence: entry.presence
                    )
                )
            )
        }
        let now = now
        let actor = environment.operatorName
        try DeskError.attempt {
            try registry.write { writer in
                for (row, attendance) in rows {
                    try writer.setAttendance(attendance, actor: actor, at: now)
                    try writer.note(
                        .attended,
                        actor: actor,
                        at: now,
                        event: row.event,
                        code: row.code.text,
                        details: [
                            .init("session", .string(attendance.session)),
                            .init("presence", .string(attendance.presence.rawValue)),
                        ]
                    )
                }
            }
        }
    }

    /// Session ids may repeat between activities; the person's own participation decides.
    private func activity(
        ofSession session: String,
        _ row: RegistrationRow,
        _ event: LoadedEvent
    ) throws(DeskError) -> Activity {
        let holding = event.definition.activities.filter { $0.sessions.contains { $0.id == session } }
        let mine = try DeskError.attempt {
            try registry.read { try $0.participations(ofRegistration: row.id) }
        }
        let taking = Set(mine.filter { $0.state.stateClass != .negative }.map(\.activity))
        if let found = holding.first(where: { taking.contains($0.id) }) ?? (holding.count == 1 ? holding[0] : nil) {
            return found
        }
        throw DeskError(
            .unknownSession,
            "Zgłoszenie \(row.code) nie ma spotkania „\(session)”. Sprawdź nazwę w pliku wydarzenia.",
            "Registration \(row.code) has no session “\(session)”. Check its id in the event file."
        )
    }
}
