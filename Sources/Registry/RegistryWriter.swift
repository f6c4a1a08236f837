import GRDB

/// The registry inside one transaction; what it changes is there for all or for nobody.
public struct RegistryWriter {
    let database: Database

    init(database: Database) {
        self.database = database
    }

    /// The same state, for reading, with this transaction's own changes.
    public var reader: RegistryReader { RegistryReader(database: database) }
}
