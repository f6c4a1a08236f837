import FormModel
import Registry

extension Workspace {
    /// A person says which event a source belongs to; it is read again as such.
    public func assignSource(_ id: Int64, to slug: String) throws(DeskError) -> [IntakeOutcome] {
        _ = try event(slug)
        let events = try allEvents()
        let versions = try prepareEvents(events)
        try DeskError.attempt { try registry.write { try $0.reopenSource(id, event: slug) } }
        let checker = try FormChecker(events: events, blanks: readBlanks(of: events), own: ownBlanks)
        var outcomes: [IntakeOutcome] = []
        let pipeline = try IntakePipeline(
            workspace: self,
            checker: checker,
            eventVersions: versions,
            requestedEvent: slug
        ) { outcomes.append($0) }
        try pipeline.resume()
        try pipeline.joinLoosePages()
        return outcomes
    }
}
