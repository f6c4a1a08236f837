import GRDB

/// A consistent view of the registry, valid inside `Registry.read` and `Registry.write` only.
public struct RegistryReader {
    let database: Database

    init(database: Database) {
        self.database = database
    }
}
