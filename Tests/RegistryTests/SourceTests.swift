import FormModel
import Foundation
import Registry
import Testing

@Suite struct SourceTests {
    private func source(_ bytes: OriginalStore.Incoming, parent: Int64? = nil) -> NewSource {
        NewSource(
            sha256: bytes.sha256,
            byteCount: bytes.bytes.count,
            name: "form.docx",
            channel: .mail,
            receivedAt: TemporaryRegistry.now,
            receivedBy: .clock,
            parentID: parent
        )
    }

    @Test func theSameBytesAreOneSource() throws {
        let house = try TemporaryRegistry()
        let bytes = OriginalStore.Incoming(bytes: Array("abc".utf8))
        #expect(bytes.sha256 == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
        try house.registry.originals.store([bytes, bytes])
        #expect(
            FileManager.default.contents(atPath: house.registry.originals.path(of: bytes.sha256)) == Data("abc".utf8)
        )
        let first = try house.registry.write { try $0.recordSource(source(bytes), at: TemporaryRegistry.now) }
        let again = try house.registry.write { try $0.recordSource(source(bytes), at: TemporaryRegistry.now) }
        #expect(first.isNew && !again.isNew && first.id == again.id)
        let part = try house.registry.write {
            try $0.recordSource(source(bytes, parent: first.id), at: TemporaryRegistry.now)
        }
        #expect(part.isNew)
    }

    @Test func bytesAreFoundWhereverTheyAreKept() throws {
        let house = try TemporaryRegistry()
        let (file, row) = (OriginalStore.Incoming(bytes: [1, 2]), OriginalStore.Incoming(bytes: [3, 4]))
        try house.registry.originals.store([file])
        let ids = try house.registry.write { writer in
            let ids = try [file, row].map { try writer.recordSource(source($0), at: TemporaryRegistry.now).id }
            try writer.keepBody(row.bytes, ofSource: ids[1])
            return ids
        }
        let stored = try house.registry.read { reader in try ids.map { try #require(try reader.source($0)) } }
        #expect(try house.registry.bytes(of: stored[0]) == [1, 2])
        #expect(try house.registry.bytes(of: stored[1]) == [3, 4])
        #expect(!house.registry.originals.contains(row.sha256))
    }

    @Test func aSourceWithoutItsBytesIsToldApart() throws {
        let house = try TemporaryRegistry()
        let bytes = OriginalStore.Incoming(bytes: [9])
        let (id, _) = try house.registry.write { try $0.recordSource(source(bytes), at: TemporaryRegistry.now) }
        let stored = try #require(try house.registry.read { try $0.source(id) })
        #expect(try house.registry.bytes(of: stored) == nil)
    }

    @Test func anInterruptedIntakeIsFoundAgain() throws {
        let house = try TemporaryRegistry()
        let bytes = OriginalStore.Incoming(bytes: [1, 2, 3])
        let (id, _) = try house.registry.write { try $0.recordSource(source(bytes), at: TemporaryRegistry.now) }
        #expect(try house.registry.read { try $0.unreadSources(limit: 9) }.map(\.id) == [id])
        try house.registry.write { try $0.closeSource(id, status: .needsPerson, findings: [Finding(.sourceDamaged)]) }
        #expect(try house.registry.read { try $0.unreadSources(limit: 9) }.isEmpty)
        #expect(
            try house.registry.read { try $0.sourcesForReview(limit: 9) }.first?.findings == [Finding(.sourceDamaged)]
        )
    }

    @Test func aKeyIsClaimedOnce() throws {
        let house = try TemporaryRegistry()
        let bytes = OriginalStore.Incoming(bytes: [1])
        let (id, _) = try house.registry.write { try $0.recordSource(source(bytes), at: TemporaryRegistry.now) }
        #expect(try house.registry.write { try $0.claimKey("mid:a@b", source: id, registration: nil) })
        #expect(try !house.registry.write { try $0.claimKey("mid:a@b", source: id, registration: nil) })
    }

    @Test func whatIsCommittedIsThereAfterReopening() throws {
        let house = try TemporaryRegistry()
        let id = try house.register("Anna Testowa")
        let second = try Registry(
            databasePath: house.folder + "/nabor.sqlite",
            originalsPath: house.folder + "/originals"
        )
        #expect(try second.read { try $0.registration(id: id) }?.name == "Anna Testowa")
    }
}
