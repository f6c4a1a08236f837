import Crypto
import Desk
import FormModel
import Logging
import Registry

/// Tells other programs of changes: line after line of the journal, signed, in order, repeated until it was taken.
///
/// The cursor moves only after an answer of 2xx, so nothing is lost by a restart and a line may arrive twice; its number
/// tells. A refusal waits 10 seconds, then twice as long each time, six hours at most. An answer of 410 (RFC 9110 section
/// 15.5.11) turns the address off.
struct WebhookSender: Sendable {
    let workspace: Workspace
    let logger: Logger

    static let lineCountMax = 50
    static let waitMax: Int64 = 6 * 3_600_000

    /// One round over all addresses that are due.
    func round() async {
        do {
            let registry = workspace.registry
            let webhooks = try await BlockingWork.run { try registry.read { try $0.webhooks() } }
            for webhook in webhooks where webhook.isActive && webhook.nextAt <= workspace.now {
                try await deliver(to: webhook)
            }
        } catch {
            logger.error("webhooks failed", metadata: ["code": "registry"])
        }
    }

    private func deliver(to first: WebhookRow) async throws {
        let registry = workspace.registry
        var webhook = first
        let cursor = webhook.sentUpTo
        let lines = try await BlockingWork.run {
            try registry.read { try $0.journal(after: cursor, limit: Self.lineCountMax) }
        }
        for line in lines {
            guard Self.isTold(line) else {
                webhook.sentUpTo = line.number
                continue
            }
            let status = await send(line, to: webhook)
            webhook.lastStatus = status
            if let status, (200..<300).contains(status) {
                webhook.sentUpTo = line.number
                webhook.failures = 0
                continue
            }
            if status == 410 { webhook.isActive = false }
            let wait = min(Self.waitMax, 10_000 << Int64(min(20, webhook.failures)))
            webhook.failures += 1
            webhook.nextAt = workspace.now.adding(milliseconds: wait)
            break
        }
        let outcome = webhook
        if outcome != first { try await BlockingWork.run { try registry.write { try $0.setWebhook(outcome) } } }
    }

    /// Changes of registrations and participations; not who looked at what.
    private static func isTold(_ line: JournalEntry) -> Bool {
        switch line.action {
        case .registered, .corrected, .reviewed, .stateChanged, .merged, .separated, .announced, .offered, .promoted,
            .accepted, .declined, .expired, .withdrawn, .cancelled, .paid, .attended, .erased:
            true
        default: false
        }
    }

    /// Codes and states only; whoever needs answers asks the JSON interface with a key.
    static func body(_ line: JournalEntry) -> String {
        JSONValue.object([
            .init("number", .number(String(line.number))), .init("at", .string(line.at.description)),
            .init("action", .string(line.action.rawValue)),
            .init("event", line.event.map(JSONValue.string) ?? .null),
            .init("code", line.code.map(JSONValue.string) ?? .null),
        ]).jsonText
    }

    /// HMAC-SHA-256 over the time, a full stop and the body, as hexadecimal.
    static func signature(_ body: String, at seconds: Int64, secret: String) -> String {
        let key = SymmetricKey(data: Array(secret.utf8))
        let code = HMAC<SHA256>.authenticationCode(for: Array("\(seconds).\(body)".utf8), using: key)
        return code.map { byte in
            let text = String(byte, radix: 16)
            return text.utf8.count == 1 ? "0" + text : text
        }.joined()
    }

    private func send(_ line: JournalEntry, to webhook: WebhookRow) async -> Int? {
        guard let call = WebhookCall(webhook.address) else { return nil }
        let body = Self.body(line)
        let seconds = workspace.now.millisecondsSinceEpoch / 1_000
        let signature = Self.signature(body, at: seconds, secret: webhook.secret)
        return await call.post(
            Array(body.utf8),
            headers: [
                ("Content-Type", "application/json; charset=utf-8"), ("User-Agent", "nabor/\(ProductVersion.text)"),
                ("X-Nabor-Delivery", String(line.number)), ("X-Nabor-Signature", "t=\(seconds),v1=\(signature)"),
            ]
        )
    }
}
