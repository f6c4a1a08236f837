import Desk
import FormModel
import Registry

/// Everything that is kept about one applicant, for the applicant (GDPR art. 15 and 20).
struct DataCopy {
    let page: ApplicantPage
    let workspace: Workspace

    /// Journal lines handed out at most; nobody has more about one registration.
    private static let journalCountMax = 10_000

    func text() throws -> String {
        let code = page.row.code.text
        let journal = try workspace.registry.read { try $0.journal(code: code, limit: Self.journalCountMax) }
        return JSONValue.object(
            registration + [
                .init("participations", .array(page.details.summary.participations.map(participation))),
                .init("messages", .array(page.details.messages.map(message))),
                .init("journal", .array(journal.map(entry))),
            ]
        ).jsonText + "\n"
    }

    private var registration: [JSONValue.Member] {
        let row = page.row
        let fields = page.details.form?.fields.map(\.key) ?? row.values.keys.sorted()
        let answers = fields.compactMap { key in
            row.values[key].map { value in
                JSONValue.Member(
                    key,
                    .object([
                        .init("value", .string(value.plainText)),
                        .init("as", evidence(key)),
                    ])
                )
            }
        }
        return [
            .init("code", .string(row.code.text)), .init("event", .string(row.event)),
            .init("state", .string(row.state.rawValue)), .init("channel", .string(row.channel.rawValue)),
            .init("receivedAt", .string(row.receivedAt.description)), .init("name", .string(row.name)),
            .init("answers", .object(answers)),
        ]
    }

    /// What was typed or read for a field, each time.
    private func evidence(_ field: String) -> JSONValue {
        .array((page.details.answers[field]?.evidence ?? []).map { .string($0.raw) })
    }

    private func participation(_ row: ParticipationRow) -> JSONValue {
        .object([
            .init("activity", .string(row.activity)), .init("state", .string(row.state.rawValue)),
            .init("rank", row.rank.map { .number(String($0)) } ?? .null),
        ])
    }

    private func message(_ row: MessageRow) -> JSONValue {
        .object([
            .init("at", .string(row.createdAt.description)), .init("to", .string(row.recipient)),
            .init("subject", .string(row.subject)), .init("body", .string(row.body)),
        ])
    }

    /// Who of the staff worked on it is theirs, not the applicant's: only the kind of thing done is told.
    private func entry(_ entry: JournalEntry) -> JSONValue {
        .object([.init("at", .string(entry.at.description)), .init("action", .string(entry.action.rawValue))])
    }
}
