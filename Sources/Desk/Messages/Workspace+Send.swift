import FieldKinds
import FormModel
import Registry
import Transport

/// What became of the outbox.
public struct SendReport: Sendable {
    /// Names of the files.
    public var written: [String] = []
    /// Messages that cannot be sent, by the registration's code, with the reason.
    public var refused: [(code: String, reason: DeskError)] = []
}

extension Workspace {
    /// Writes the outbox into `folder` as .eml files, oldest first. A message is marked only after its file is durable;
    /// one that cannot be written stays in the outbox, is reported, and does not hold up the others.
    public func send(to folder: String) throws(DeskError) -> SendReport {
        guard settings.mail.fromAddress.contains("@") else {
            throw DeskError(
                .valueInvalid,
                "W nabor.yaml brakuje adresu nadawcy (mail: from). Uzupełnij go i powtórz polecenie.",
                "nabor.yaml lacks the sender's address (mail: from). Add it and repeat the command."
            )
        }
        try OutputFile.makeFolder(folder)
        var report = SendReport()
        var last: Int64 = 0
        while true {
            let after = last
            let waiting = try DeskError.attempt {
                try registry.read { try $0.waitingMessages(after: after, limit: 200) }
            }
            guard let end = waiting.last else { return report }
            for message in waiting {
                do throws(DeskError) {
                    report.written.append(try write(message, to: folder))
                } catch  where error.code == .valueInvalid {
                    report.refused.append((message.code, error))
                }
            }
            last = end.id
        }
    }

    private func write(_ message: MessageRow, to folder: String) throws(DeskError) -> String {
        let event = try? event(message.event)
        let organiser = event?.definition.organiser ?? settings.organiser
        let outgoing = OutgoingMessage(
            from: OutgoingMessage.Mailbox(
                name: settings.mail.fromName.isEmpty ? organiser.name : settings.mail.fromName,
                address: settings.mail.fromAddress
            ),
            to: [OutgoingMessage.Mailbox(address: message.recipient)],
            replyTo: replyAddress(event: message.event),
            subject: message.subject,
            text: message.body,
            messageID: message.messageID,
            date: message.createdAt
        )
        let name = "\(message.id)-\(message.code)-\(message.kind).eml"
        do {
            try OutboxWriter().write(outgoing, name: name, folder: folder)
        } catch {
            throw Self.refusal(error, message)
        }
        let now = now
        try DeskError.attempt {
            try registry.write { writer in
                try writer.markMessageWritten(message.id, at: now)
                try writer.note(
                    .messageWritten,
                    actor: environment.operatorName,
                    at: now,
                    event: message.event,
                    code: message.code,
                    details: [.init("kind", .string(message.kind)), .init("message", .number(String(message.id)))]
                )
            }
        }
        return name
    }

    private static func refusal(_ error: TransportError, _ message: MessageRow) -> DeskError {
        if error.code == .unwritable {
            return DeskError(
                .fileUnwritable,
                "Nie można zapisać pliku „\(error.subject)”. Sprawdź uprawnienia i wolne miejsce.",
                "The file “\(error.subject)” cannot be written. Check permissions and free space."
            )
        }
        return DeskError(
            .valueInvalid,
            "Wiadomości do zgłoszenia \(message.code) nie można wysłać (\(error.subject)). Popraw adres: nabor show \(message.code).",
            "The message to \(message.code) cannot be sent (\(error.subject)). Mend the address: nabor show \(message.code)."
        )
    }

    /// Answers come back to the intake address with the event's tag, so that the next intake knows where they belong.
    private func replyAddress(event: String) -> OutgoingMessage.Mailbox? {
        let parts = settings.mail.intakeAddress.split(separator: "@")
        guard parts.count == 2 else { return nil }
        return OutgoingMessage.Mailbox(address: "\(parts[0])+\(event)@\(parts[1])")
    }
}
