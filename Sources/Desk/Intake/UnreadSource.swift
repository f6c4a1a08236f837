import FormModel
import Registry

/// A file that is kept as it came and that no reader reads: a signed list, a table that staff import.
struct UnreadSource {
    let bytes: [UInt8]
    let name: String
    var format: SourceFormat?
    let channel: Channel
    let event: String
}

extension Workspace {
    /// Stores the bytes among the originals, then notes the source once. `linked` ties it to what it belongs to, in the
    /// same transaction, also when the same bytes were there before.
    func keep(
        _ source: UnreadSource,
        linked: (RegistryWriter, Int64) throws -> Void = { _, _ in }
    ) throws(DeskError) {
        let bytes = OriginalStore.Incoming(bytes: source.bytes)
        let now = now
        try DeskError.attempt {
            try registry.originals.store([bytes])
            try registry.write { writer in
                let (id, isNew) = try writer.recordSource(
                    NewSource(
                        sha256: bytes.sha256,
                        byteCount: bytes.bytes.count,
                        name: source.name,
                        format: source.format,
                        channel: source.channel,
                        receivedAt: now,
                        receivedBy: .clock,
                        requestedEvent: source.event
                    ),
                    at: now
                )
                try linked(writer, id)
                guard isNew else { return }
                try writer.closeSource(id, status: .done, format: source.format)
                try writer.note(
                    .sourceStored,
                    actor: environment.operatorName,
                    at: now,
                    event: source.event,
                    details: [.init("source", .number(String(id))), .init("sha256", .string(bytes.sha256))]
                )
            }
        }
    }
}
