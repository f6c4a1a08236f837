import Desk
import FormModel
import Registry

/// Whether the server can do its work, for whoever watches it.
struct HealthPages: Sendable {
    let site: Site

    var routes: [WebRoute] {
        [.get("/health") { _ in try await health() }]
    }

    /// Reads the registry and the events; 200 only when both answer.
    private func health() async throws -> WebReply {
        let intake = site.intake
        let eventCount = try await BlockingWork.run {
            let snapshot = try intake.catalogue.current()
            _ = try intake.workspace.registry.read { try $0.sourceCounts() }
            return snapshot.events.count
        }
        return .json("{\"status\":\"ok\",\"version\":\"\(ProductVersion.text)\",\"events\":\(eventCount)}\n")
    }
}
