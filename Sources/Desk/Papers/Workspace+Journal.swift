import FormModel
public import Registry

extension Workspace {
    /// The history of one registration, or of the whole workspace; the newest `limit` lines, oldest first.
    public func journal(code: String?, limit: Int) throws(DeskError) -> [JournalEntry] {
        let known = try code.map { code throws(DeskError) in try row(code).code.text }
        return try DeskError.attempt { try registry.read { try $0.journal(code: known, limit: limit) } }
    }

    /// Checks the chain of the journal from its first line to its last.
    public func verifyJournal() throws(DeskError) -> JournalCheck {
        try DeskError.attempt { try registry.read { try $0.verifyJournal() } }
    }
}
