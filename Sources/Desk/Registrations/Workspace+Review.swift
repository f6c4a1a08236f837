import FieldKinds
import FormModel
public import Registry

/// What waits for a person: sources nobody could read or assign, and doubtful registrations, riskiest first.
public struct ReviewQueue: Sendable {
    public var sources: [StoredSource]
    public var registrations: [RegistrationSummary]
    /// Registrations waiting in all, beyond those listed.
    public var registrationTotal: Int
}

extension Workspace {
    public func review(event: String?, limit: Int) throws(DeskError) -> ReviewQueue {
        try DeskError.attempt {
            try registry.read { reader in
                let query = RegistrationQuery(event: event, states: [.needsReview], limit: limit)
                let rows = try reader.registrations(query).map { try Self.summary($0, reader) }
                return ReviewQueue(
                    sources: try reader.sourcesForReview(limit: limit).filter { source in
                        event == nil || source.requestedEvent == nil || source.requestedEvent == event
                    },
                    registrations: rows.sorted { Self.risk($0) > Self.risk($1) },
                    registrationTotal: try reader.registrationCount(query)
                )
            }
        }
    }

    /// Duplicates first, since everything else about them may be moot; then by the number of doubts.
    private static func risk(_ summary: RegistrationSummary) -> Int {
        let doubts = summary.row.reviewFields.count + summary.row.findings.count { $0.code.needsPerson }
        return (summary.possibleDuplicateOf != nil ? 1000 : 0) + doubts
    }

    /// A person has dealt with a source that was no registration; it leaves the queue.
    public func dismissSource(_ id: Int64, reason: String) throws(DeskError) {
        let now = now
        let actor = environment.operatorName
        try DeskError.attempt {
            try registry.write { writer in
                guard let source = try writer.reader.source(id) else { throw RegistryError(.unknownSource) }
                try writer.closeSource(id, status: .done, findings: source.findings)
                try writer.note(
                    .sourceClosed,
                    actor: actor,
                    at: now,
                    details: [.init("source", .number(String(id))), .init("reason", .string(reason))]
                )
            }
        }
    }
}
