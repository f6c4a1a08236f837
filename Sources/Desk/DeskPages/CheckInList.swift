public import FormModel
public import Registry

/// The people of one session with what whoever receives them has to know.
public struct CheckInList: Sendable {
    public struct Person: Sendable {
        public var row: RegistrationRow
        public var participation: ParticipationRow
        public var presence: AttendanceRow.Presence?
    }

    public var event: EventDefinition
    public var activity: Activity
    public var session: Session
    public var people: [Person]
}

extension Workspace {
    /// Everybody who holds a place, for one session of an activity.
    public func checkInList(
        event slug: String,
        activity id: String,
        session sessionID: String
    ) throws(DeskError) -> CheckInList {
        let event = try event(slug)
        let activity = try activities(of: event, named: id)[0]
        guard let session = activity.sessions.first(where: { $0.id == sessionID }) else {
            throw DeskError(.unknownSession, "Nie ma takiego spotkania.", "There is no such session.")
        }
        return try DeskError.attempt {
            try registry.read { reader in
                let attendance = try reader.attendance(event: slug).filter {
                    $0.activity == id && $0.session == sessionID
                }
                let presences = Dictionary(attendance.map { ($0.registrationID, $0.presence) }) { _, last in last }
                let query = RegistrationQuery(
                    event: slug,
                    activity: id,
                    participationStates: [.offered, .confirmed],
                    limit: 100_000
                )
                let people = try reader.registrations(query).compactMap { row -> CheckInList.Person? in
                    guard let mine = try reader.participation(registration: row.id, activity: id),
                        mine.state.counts, session.group == nil || session.group == mine.group
                    else { return nil }
                    return CheckInList.Person(row: row, participation: mine, presence: presences[row.id])
                }
                return CheckInList(event: event.definition, activity: activity, session: session, people: people)
            }
        }
    }

    /// Records presence once for each number: a phone that was offline may send the same again, later than somebody else.
    /// Returns false for a number that was used before.
    public func checkIn(_ entry: AttendanceEntry, nonce: String) throws(DeskError) -> Bool {
        let nonce = "presence:" + nonce
        let isUsed = try DeskError.attempt { try registry.read { try $0.isNonceUsed(nonce) } }
        guard !isUsed else { return false }
        try attend([entry])
        // Only now: what could not be recorded may be sent again.
        return try DeskError.attempt { try registry.write { try $0.useNonce(nonce, at: now) } }
    }
}
