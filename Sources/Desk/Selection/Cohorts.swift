import FormModel
import Registry

/// Carries the participants of one activity over into the next one.
struct Cohorts {
    let workspace: Workspace
    let event: LoadedEvent
    let activity: Activity
    let writer: RegistryWriter

    /// Everybody confirmed in the earlier activity applies for this one; with refill, its reserve does so too.
    func carryOver() throws {
        guard let cohort = activity.cohort else { return }
        for earlier in try writer.reader.participations(event: event.definition.slug, activity: cohort.from) {
            let goesOn = earlier.state == .confirmed || earlier.state == .waitlisted && cohort.refillsFromReserve
            guard goesOn else { continue }
            try writer.addApplication(
                registration: earlier.registrationID,
                event: event.definition.slug,
                NewRegistration.Application(activity: activity.id, group: nil, seats: earlier.seats),
                at: workspace.now
            )
        }
    }
}
