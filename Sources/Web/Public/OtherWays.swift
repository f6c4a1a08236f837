import Desk
import FormModel

/// How else than on the web a form can be handed in.
struct OtherWays {
    let form: WebForm
    let settings: WorkspaceSettings

    func lines(_ language: InterfaceLanguage) -> [PageValues] {
        let event = form.event.definition
        let organiser = event.organiser ?? settings.organiser
        var lines: [String] = []
        if form.form.channels.contains(.mail), let address = mailAddress {
            lines.append(PublicText.wayMail.text(language, address))
        }
        if form.form.channels.contains(.paper), !organiser.address.isEmpty {
            lines.append(PublicText.wayPaper.text(language, organiser.address))
        }
        let phone = event.contact.map(\.phone).flatMap { $0.isEmpty ? nil : $0 } ?? organiser.phone
        if form.form.channels.contains(.phone), !phone.isEmpty {
            lines.append(PublicText.wayPhone.text(language, phone))
        }
        return lines.map { PageValues(["text": $0]) }
    }

    /// The intake's address with the event's tag, so that the mail is known for what it is.
    private var mailAddress: String? {
        let parts = settings.mail.intakeAddress.split(separator: "@")
        guard parts.count == 2 else { return nil }
        return "\(parts[0])+\(form.event.definition.slug)@\(parts[1])"
    }
}
