import FieldKinds
import FormModel
import Registry
public import Selection

extension Workspace {
    /// Where a registration stands on the waiting lists it is on, by activity: in line, and among those with the same
    /// values in every rule.
    public func waitingPlaces(of typedCode: String) throws(DeskError) -> [String: WaitingPlace] {
        let row = try row(typedCode)
        guard let event = try? event(row.event) else { return [:] }
        return try DeskError.attempt {
            try registry.read { reader in
                var places: [String: WaitingPlace] = [:]
                for participation in try reader.participations(ofRegistration: row.id)
                where participation.state == .waitlisted {
                    guard let activity = event.definition.activity(participation.activity) else { continue }
                    places[activity.id] = try place(of: row.code, activity, event, reader)
                }
                return places
            }
        }
    }

    private func place(
        of code: RegistrationCode,
        _ activity: Activity,
        _ event: LoadedEvent,
        _ reader: RegistryReader
    ) throws -> WaitingPlace? {
        let today = now.local(in: event.definition.timeZone).date
        let pool = try CandidatePoolBuilder(event: event, activity: activity, today: today).build(reader)
        let waiting = pool.members.filter { $0.participation.state == .waitlisted }
            .sorted { ($0.participation.rank ?? .max, $0.row.id) < ($1.participation.rank ?? .max, $1.row.id) }
        let line = try? WaitingLine(
            rules: pool.rules,
            context: SelectionContext(eventStart: activity.firstDay, eventEnd: activity.lastDay),
            waiting: waiting.map(\.candidate),
            participants: pool.seatHolders.map { Participant($0.candidate, session: $0.participation.group) }
        )
        return line?.places[code.text]
    }
}
