import FormModel
import Foundation
import GRDB

/// The workspace's memory: sources, registrations, decisions, documents and the journal, in one SQLite file beside the
/// folder of original files.
///
/// Values go in and out; no GRDB type leaves this room. Every change runs inside `write`, which is one
/// `BEGIN IMMEDIATE` transaction with `synchronous=FULL`: when it returns, the change survives a loss of power.
public final class Registry: Sendable {
    private let pool: DatabasePool
    /// The original files, by SHA-256.
    public let originals: OriginalStore

    /// Opens the registry at `databasePath`, making or migrating it as needed.
    ///
    /// - Parameter originalsPath: the folder of the original files; made when missing.
    public init(databasePath: String, originalsPath: String) throws(RegistryError) {
        var configuration = Configuration()
        configuration.busyMode = .timeout(30)
        configuration.prepareDatabase { database in
            try database.execute(sql: "PRAGMA synchronous = FULL")
        }
        do {
            pool = try DatabasePool(path: databasePath, configuration: configuration)
            originals = try OriginalStore(folder: originalsPath)
            try Schema.migrator.migrate(pool)
        } catch let error as RegistryError {
            throw error
        } catch {
            throw RegistryError(.cannotOpen, detail: databasePath, cause: error)
        }
    }

    /// Reads from one consistent snapshot.
    public func read<Value>(_ body: (RegistryReader) throws -> Value) throws(RegistryError) -> Value {
        do {
            return try pool.read { database in try body(RegistryReader(database: database)) }
        } catch {
            throw RegistryError.wrapping(error)
        }
    }

    /// The bytes of a source as they arrived, wherever they are kept; nil when they are not there.
    public func bytes(of source: StoredSource) throws(RegistryError) -> [UInt8]? {
        if let body = try read({ try $0.body(ofSource: source.id) }) { return body }
        return FileManager.default.contents(atPath: originals.path(of: source.sha256)).map { [UInt8]($0) }
    }

    /// Changes the registry in one transaction: all of `body` or nothing of it.
    public func write<Value>(_ body: (RegistryWriter) throws -> Value) throws(RegistryError) -> Value {
        do {
            return try pool.write { database in
                let writer = RegistryWriter(database: database)
                return try body(writer)
            }
        } catch {
            throw RegistryError.wrapping(error)
        }
    }
}
