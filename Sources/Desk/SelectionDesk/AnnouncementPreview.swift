import FormModel
public import Registry

/// What announcing would do: the states and the very mails.
public struct AnnouncementPreview: Sendable {
    public var report: AnnouncementReport
    public var messages: [MessageRow]
    /// Codes of people without an address: they have to be told otherwise.
    public var withoutAddress: [String]
}

extension Workspace {
    /// Announces the pending run, looks at what came of it, and undoes it: what is shown is what will be sent.
    public func previewAnnouncement(
        event slug: String,
        activity id: String
    ) throws(DeskError) -> AnnouncementPreview {
        let event = try event(slug)
        let activity = try activities(of: event, named: id)[0]
        return try rehearsing { writer in
            guard let run = try writer.reader.pendingRun(event: slug, activity: id) else {
                throw RegistryError(.noPendingRun)
            }
            let before = try writer.reader.lastMessageID()
            let report = try Announcing(workspace: self, event: event, activity: activity, writer: writer).announce(run)
            let messages = try writer.reader.waitingMessages(after: before, limit: report.messages)
            let told = Set(messages.map(\.code))
            let decided = try writer.reader.decisions(ofRun: run.id).map(\.decision.id)
            return AnnouncementPreview(
                report: report,
                messages: messages,
                withoutAddress: decided.filter { !told.contains($0) }
            )
        }
    }
}
