import Desk
import FieldKinds
import FormModel
import Registry

/// One registration: answers with what speaks for them, findings, messages, history.
struct RegistrationView {
    static let journalCountMax = 200

    let details: RegistrationDetails
    let journal: [JournalEntry]
    let language: InterfaceLanguage
    /// Whether the reader may change anything.
    var mayEdit = false

    private var row: RegistrationRow { details.summary.row }
    private var zone: String { details.event?.definition.timeZone ?? "Europe/Warsaw" }

    func fill(_ values: inout PageValues) {
        values["code"] = row.code.text
        values["state"] = StateWording.text(row.state, language)
        values["tone"] = ApplicantWords.tone(row.state)
        values["channel"] = StateWording.text(row.channel, language)
        values["received"] = DateText.moment(row.receivedAt, timeZone: zone, in: language)
        values["event"] = details.event?.definition.title.text(in: language) ?? row.event
        values["list-address"] = "/desk/registrations?event=\(ListFilter.quoted(row.event))"
        if let other = details.summary.possibleDuplicateOf {
            values["duplicate"] = StaffText.duplicateOf.text(language, other.text)
            values["duplicate-address"] = "/desk/registrations/\(row.code.text)/compare/\(other.text)"
        }
        fillActions(&values)
        values.set("participations", details.summary.participations.map(participation))
        values.set("findings", row.findings.map(finding))
        values.set("answers", (details.form?.fields ?? []).compactMap(answer))
        values.set("messages", details.messages.map(message))
        values.set("journal", journal.reversed().map(entry))
        if let source = details.source {
            // Where a file lay on somebody's disk says nothing here.
            values["source-name"] = source.name.split(separator: "/").last.map(String.init)
            values["original-address"] = "/desk/registrations/\(row.code.text)/original"
        }
    }

    private func fillActions(_ values: inout PageValues) {
        let address = "/desk/registrations/\(row.code.text)"
        values.set("mayEdit", mayEdit)
        values["event-slug"] = row.event
        values["edit-address"] = address + "/edit"
        values["link-address"] = address + "/link"
        values["withdraw-address"] = address + "/withdraw"
        values["offer-address"] = address + "/offer"
        if row.state == .needsReview { values["review-address"] = "/desk/review/\(row.code.text)" }
        values.set("canWithdraw", mayEdit && row.state.stateClass == .pending && row.mergedInto == nil)
        values.set(
            "suspects",
            details.suspects.map { other in
                PageValues([
                    "name": other.row.name, "code": other.row.code.text,
                    "address": address + "/compare/\(other.row.code.text)",
                ])
            }
        )
    }

    private func participation(_ participation: ParticipationRow) -> PageValues {
        let title = details.event?.definition.activity(participation.activity)?.title.text(in: language)
        var values = PageValues(["title": title ?? participation.activity])
        values["state"] = StateWording.text(participation.state, language)
        values["tone"] = ApplicantWords.tone(participation.state.stateClass)
        values["reason"] = participation.reason?.text.text(in: language)
        values["activity"] = participation.activity
        values.set("isOffered", mayEdit && participation.state == .offered)
        return values
    }

    private func finding(_ finding: Finding) -> PageValues {
        let label = FindingLabel.text(finding, form: details.form, language: language)
        let text = FindingWording.text(of: finding, fieldLabel: label, language: language)
        return PageValues(["text": text, "tone": finding.severity == .error ? "stop" : "wait"])
    }

    private func answer(_ field: FieldDefinition) -> PageValues? {
        guard let value = row.values[field.key] else { return nil }
        var values = PageValues(["label": field.label.text(in: language)])
        values["value"] = FieldPrinter(field).text(value, in: language)
        let evidence = details.answers[field.key]?.evidence ?? []
        values.set("evidence", evidence.suffix(5).map(self.evidence))
        values.set("isDoubtful", row.reviewFields.contains(field.key))
        return values
    }

    private func evidence(_ evidence: Evidence) -> PageValues {
        var values = PageValues(["raw": evidence.raw, "place": EvidenceWording.place(evidence.place, language)])
        if evidence.score < 1 {
            values["score"] = StaffText.confidence.text(language, String(Int((evidence.score * 100).rounded())))
        }
        values["who"] = evidence.operatorName
        return values
    }

    private func message(_ message: MessageRow) -> PageValues {
        PageValues([
            "subject": message.subject, "recipient": message.recipient,
            "at": DateText.moment(message.createdAt, timeZone: zone, in: language),
        ])
    }

    private func entry(_ entry: JournalEntry) -> PageValues {
        PageValues([
            "at": DateText.moment(entry.at, timeZone: zone, in: language),
            "who": ActorWords.text(entry.actor, language), "action": JournalWords.text(entry.action, language),
        ])
    }
}
