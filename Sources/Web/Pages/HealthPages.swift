import Desk
import FormModel
import HTTPTypes
import Registry

/// Whether the server can do its work, for whoever watches it.
struct HealthPages: Sendable {
    let site: Site

    var routes: [WebRoute] {
        [
            .get("/health") { _ in try await health() },
            .get("/metrics") { try await metrics($0) },
        ]
    }

    /// For whoever asks from this computer itself, such as an exporter beside it; through a proxy nobody does.
    private func metrics(_ request: WebRequest) async throws -> WebReply {
        // A proxy on this computer passes on whoever asked it; then this is not for them.
        let isPassedOn = request.headers.contains { $0.name.canonicalName == "x-forwarded-for" }
        guard !isPassedOn, ["127.0.0.1", "::1"].contains(request.client) else { throw WebFault(.forbidden) }
        let registry = site.intake.workspace.registry
        let (sources, messages, jobs, webhooks) = try await BlockingWork.run {
            try registry.read { reader in
                (
                    try reader.sourceCounts(), try reader.waitingMessageCount(),
                    try reader.jobs(limit: 200).count { !$0.state.hasEnded }, try reader.webhooks()
                )
            }
        }
        let text = site.metrics.text(gauges: [
            ("nabor_outbox_messages", "Mails in the outbox.", messages),
            ("nabor_jobs_waiting", "Background work that has not ended.", jobs),
            ("nabor_sources_for_review", "Sources that wait for a person.", sources[.needsPerson, default: 0]),
            (
                "nabor_webhooks_failing", "Addresses that did not take the last change.",
                webhooks.count { $0.failures > 0 }
            ),
        ])
        var reply = WebReply(body: Array(text.utf8))
        reply.headers[.contentType] = "text/plain; version=0.0.4; charset=utf-8"
        reply.headers[.cacheControl] = "no-store"
        return reply
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
