import FormModel
import Registry

extension Workspace {
    /// Does something in a transaction, takes what came of it, and undoes everything: how things would be.
    func rehearsing<Value>(_ body: (RegistryWriter) throws -> Value) throws(DeskError) -> Value {
        var result: Value?
        do {
            try registry.write { writer in
                result = try body(writer)
                throw Rehearsed()
            }
        } catch {
            if let result { return result }
            throw error.cause as? DeskError ?? DeskError(error)
        }
        throw DeskError(.registryFailed, "Próba się nie udała.", "The rehearsal failed.")
    }

    /// Thrown to undo a transaction that went well.
    private struct Rehearsed: Error {}
}
