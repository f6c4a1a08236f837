import FieldKinds
import FormModel
import Registry

/// Puts the answer to a registration into the outbox: a receipt, or a call for what is missing.
struct Receipts {
    let workspace: Workspace

    func queue(
        registration id: Int64,
        code: RegistrationCode,
        prepared: FormChecker.PreparedForm,
        identity: ApplicantIdentity,
        language: InterfaceLanguage,
        state: RegistrationState,
        findings: [Finding],
        in writer: RegistryWriter
    ) throws {
        guard let email = identity.email, !email.isEmpty, state != .needsReview else { return }
        let kind: MailText.Kind = state == .incomplete ? .incomplete : .receipt
        let definition = prepared.event.definition
        let gaps = findings.filter { $0.severity == .error && !$0.code.concernsAdmission }.map { finding in
            let label = FindingLabel.text(finding, form: prepared.form, language: language)
            return ApplicantWording.text(of: finding, fieldLabel: label, language: language)
        }
        let text = MailText(
            kind: kind,
            language: language,
            event: definition.title.text(in: language),
            code: code.text,
            organiser: (definition.organiser ?? workspace.settings.organiser).name,
            lines: gaps,
            link: try ApplicantLinks(workspace: workspace).address(ofRegistration: id, in: writer)
        )
        try writer.queueMessage(
            registration: id,
            event: definition.slug,
            kind: kind.rawValue,
            language: language,
            recipient: email,
            subject: text.subject,
            body: text.body,
            messageID: workspace.messageID(code: code, kind: kind.rawValue),
            at: workspace.now
        )
    }
}

extension Workspace {
    /// A Message-ID that is fixed when a message is queued; the random part keeps two of them apart.
    func messageID(code: RegistrationCode, kind: String) -> String {
        let address = settings.mail.fromAddress
        let domain = address.split(separator: "@").last.map(String.init) ?? "localhost"
        let chance = String(environment.randomNumber(1 << 48), radix: 36)
        return "\(kind).\(code.text.lowercased()).\(now.millisecondsSinceEpoch).\(chance)@\(domain)"
    }
}
