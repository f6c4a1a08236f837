@testable import Desk
import FormModel
import Foundation
import HTTPTypes
import Logging
import Registry
import Testing

@testable import Web

@Suite struct BackgroundTests {
    @Test func workThatWasCutOffIsDoneAfterTheNextStart() async throws {
        let test = try TestSite()
        let registry = test.site.intake.workspace.registry
        let order = WorkOrder.documents(DocumentRequest(event: "proba", kind: .clause))
        let id = try test.site.work.order(order, by: "ola")
        let running = try registry.write { try $0.startNextJob() }
        #expect(running?.id == id && running?.state == .running)
        // The server is started anew: what says that it runs is begun again.
        #expect(try registry.write { try $0.requeueJobs() } == 1)
        let again = try #require(try registry.write { try $0.startNextJob() })
        test.site.work.perform(again)
        let done = try #require(try test.site.work.job(id))
        #expect(done.state == .done, "\(done.result)")
        #expect(WorkResult(done.result).counts.first { $0.name == "written" }?.count ?? 0 > 0)
    }

    @Test func aFailureIsToldInTheLanguageOfWhoAsks() throws {
        let test = try TestSite()
        let order = WorkOrder.documents(DocumentRequest(event: "proba", kind: .qualified))
        let id = try test.site.work.order(order, by: "ola")
        let job = try #require(try test.site.intake.workspace.registry.write { try $0.startNextJob() })
        test.site.work.perform(job)
        let ended = try #require(try test.site.work.job(id))
        let failure = WorkResult(ended.result).failure
        #expect(ended.state == .failed)
        #expect(failure?.text(in: .polish).hasPrefix("Nie ma nikogo") == true)
        #expect(failure?.text(in: .english).hasPrefix("There is nobody") == true)
    }

    @Test func ordersComeBackFromTheRegistryAsTheyWere() throws {
        let request = DocumentRequest(
            event: "proba",
            kind: .visa,
            activity: "a",
            status: .confirmed,
            code: "K7WQ3",
            makesPDF: true
        )
        let order = WorkOrder.documents(request)
        let back = try #require(WorkOrder(kind: order.kind, try JSONParser.parse(order.json.jsonText)))
        #expect(back.json == order.json)
        let intake = WorkOrder.intake(folder: "/x", event: nil, channel: .mail)
        #expect(WorkOrder(kind: intake.kind, intake.json)?.json == intake.json)
        #expect(WorkOrder(kind: "nonsense", .null) == nil)
    }

    // MARK: Webhooks

    @Test(arguments: [
        ("https://example.org/x", true), ("http://127.0.0.1:9/x", true), ("http://example.org", false),
        ("https://name@example.org", false), ("ftp://example.org", false), ("https://", false), ("", false),
    ])
    func changesGoAbroadByTLSOnly(address: String, isAllowed: Bool) {
        #expect((WebhookCall(address) != nil) == isAllowed)
    }

    @Test func theSignatureIsThatOfTheTimeAndTheBody() {
        // Computed with: printf '1700000000.{}' | openssl dgst -sha256 -hmac secret
        #expect(
            WebhookSender.signature("{}", at: 1_700_000_000, secret: "secret")
                == "b8569b78799ff9e3cbff0fc2d63a33a2b57f3282abd07c37ae5e8e7d79a5f163"
        )
        let one = WebhookSender.signature("{}", at: 1, secret: "a")
        #expect(one != WebhookSender.signature("{}", at: 2, secret: "a"))
        #expect(one != WebhookSender.signature("{}", at: 1, secret: "b"))
    }

    @Test func anAddressThatDoesNotAnswerIsTriedAgainLater() async throws {
        let test = try TestSite()
        let workspace = test.site.intake.workspace
        try workspace.registry.write {
            // Nobody listens on port 9.
            try $0.addWebhook(address: "http://127.0.0.1:9/x", secret: "s", madeBy: "ola", at: workspace.now)
        }
        try await test.register("Anna Lis", "lis@example.org")
        await WebhookSender(workspace: workspace, logger: TestSite.logger).round()
        let webhook = try #require(try workspace.registry.read { try $0.webhooks() }.first)
        #expect(webhook.failures == 1 && webhook.isActive && webhook.lastStatus == nil)
        #expect(webhook.nextAt == workspace.now.adding(milliseconds: 10_000))
    }

    // MARK: Metrics

    @Test func figuresAreForThisComputerOnlyAndNameNobody() async throws {
        let test = try TestSite()
        let receipt = try await test.register("Anna Lis", "lis@example.org")
        test.site.metrics.count("GET", "/z/{token}", status: 200, .milliseconds(3))
        #expect(try await test.ask(.get, "/metrics").status == .forbidden)
        let text = test.site.metrics.text(gauges: [("nabor_outbox_messages", "Mails.", 1)])
        #expect(text.contains("nabor_requests_total{method=\"GET\",route=\"/z/{token}\",status=\"2xx\"} 1"))
        #expect(text.contains("nabor_request_seconds_bucket{method=\"GET\",route=\"/z/{token}\",le=\"0.005000\"} 1"))
        #expect(!text.contains(receipt.token) && !text.contains(receipt.code.text))
        #expect(Metrics.residentByteCount > 1_000_000)
    }

    // MARK: Mails

    @Test func mailsCarryTheLinkOfThePersonsPage() async throws {
        let test = try TestSite(publicURL: "https://zapisy.example.org")
        let receipt = try await test.register("Anna Lis", "lis@example.org")
        let mail = try #require(try test.site.intake.workspace.registry.read { try $0.waitingMessages(limit: 1) }.first)
        #expect(mail.body.contains("https://zapisy.example.org/z/\(receipt.token)\n"))
        let silent = try TestSite()
        try await silent.register("Anna Lis", "lis@example.org")
        let plain = try #require(
            try silent.site.intake.workspace.registry.read { try $0.waitingMessages(limit: 1) }.first
        )
        #expect(!plain.body.contains("/z/"))
    }
}
