import Desk
import FieldKinds
import FormModel
import Registry

/// How the workspace's files are understood, the outbox, and the programs that are told of changes.
struct SettingsPages: Sendable {
    let site: Site

    var routes: [WebRoute] {
        let deciders = WebRoute.Access.staff(DeskRoles.deciders)
        let administrators = WebRoute.Access.staff(DeskRoles.administrators)
        return [
            .get("/desk/settings", deciders) { try await settings($0, secret: nil) },
            .post("/desk/settings/send", deciders) { try await send($0) },
            .post("/desk/settings/webhooks", administrators) { try await addWebhook($0) },
            .post("/desk/settings/webhooks/{id}/remove", administrators) { try await removeWebhook($0) },
        ]
    }

    private func settings(_ request: WebRequest, secret: String?) async throws -> WebReply {
        let session = try request.signedIn()
        let language = session.language
        let desk = site.intake.workspace
        let (webhooks, waiting) = try await BlockingWork.run {
            try desk.registry.read { (try $0.webhooks(), try $0.waitingMessageCount()) }
        }
        let snapshot = try site.intake.catalogue.current()
        return site.deskPage("desk-settings", StaffText.settings.text(language), session, words: WorkText.self) {
            values in
            fillFacts(&values, desk.settings)
            values["done"] = request.query["sent"].flatMap { Int($0) }.map { WorkText.sent.text(language, String($0)) }
            values["secret"] = secret
            values["send"] = WorkText.sendNow.text(language, String(waiting))
            values.set("hasWaiting", waiting > 0)
            values.set("isAdministrator", session.account.role == .administrator)
            values.set("events", snapshot.events.map { event($0, snapshot, language) })
            values.set("webhooks", webhooks.map { webhook($0, language) })
        }
    }

    private func fillFacts(_ values: inout PageValues, _ settings: WorkspaceSettings) {
        values["organiser-name"] = settings.organiser.name
        values["organiser-address"] = settings.organiser.address
        values["from"] = [settings.mail.fromName, settings.mail.fromAddress].filter { !$0.isEmpty }.joined(
            separator: ", "
        )
        values["intake"] = settings.mail.intakeAddress
        values["public"] = site.publicAddress("")
        values["zone"] = settings.timeZone
        values["version"] = ProductVersion.text
    }

    private func event(
        _ event: LoadedEvent,
        _ snapshot: WebCatalogue.Snapshot,
        _ language: InterfaceLanguage
    ) -> PageValues {
        var values = PageValues(["title": event.definition.title.text(in: language)])
        values["file"] = String(event.path.split(separator: "/").last ?? "")
        values["address"] = "/e/\(event.definition.slug)"
        let faults = (snapshot.faulty[event.path]?.faults ?? []) + event.warnings
        values.set(
            "faults",
            faults.prefix(20).map { PageValues(["text": "\($0.place.line): " + $0.message.text(in: language)]) }
        )
        values.set("isFaulty", snapshot.faulty[event.path] != nil)
        return values
    }

    private func webhook(_ webhook: WebhookRow, _ language: InterfaceLanguage) -> PageValues {
        var values = PageValues(["address": webhook.address, "id": String(webhook.id)])
        values["state"] = (webhook.isActive ? WorkText.webhookOn : .webhookOff).text(language)
        values["tone"] = webhook.isActive ? (webhook.failures == 0 ? "good" : "wait") : "stop"
        values["status"] = webhook.lastStatus.map { String($0) } ?? "–"
        return values
    }

    private func send(_ request: WebRequest) async throws -> WebReply {
        let desk = site.desk(try request.signedIn())
        let report = try await BlockingWork.run { try desk.send(to: desk.folder + "/outbox") }
        return .see("/desk/settings?sent=\(report.written.count)")
    }

    private func addWebhook(_ request: WebRequest) async throws -> WebReply {
        let session = try request.signedIn()
        let desk = site.desk(session)
        let address = String((request.input["address"] ?? "").filter { !$0.isWhitespace }.prefix(500))
        guard WebhookCall(address) != nil else {
            throw DeskError(
                .valueInvalid,
                "Adres ma zaczynać się od https:// (na tym samym komputerze wystarczy http://127.0.0.1).",
                "The address must begin with https:// (on the same computer http://127.0.0.1 will do)."
            )
        }
        let secret = ServerSecret.randomText()
        try await BlockingWork.run {
            try desk.registry.write {
                try $0.addWebhook(address: address, secret: secret, madeBy: session.account.login, at: desk.now)
            }
        }
        return try await settings(request, secret: secret)
    }

    private func removeWebhook(_ request: WebRequest) async throws -> WebReply {
        guard let id = Int64(request.parameters["id"] ?? "") else { throw WebFault(.notFound) }
        let registry = site.intake.workspace.registry
        try await BlockingWork.run { try registry.write { try $0.removeWebhook(id) } }
        return .see("/desk/settings")
    }
}
