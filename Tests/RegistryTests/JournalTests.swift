import FieldKinds
import FormModel
import GRDB
import Registry
import Testing

@Suite struct JournalTests {
    private func house(lines: Int) throws -> TemporaryRegistry {
        let house = try TemporaryRegistry()
        try house.registry.write { writer in
            for number in 1...lines {
                try writer.note(
                    .corrected,
                    actor: "Maria",
                    at: TemporaryRegistry.now,
                    event: "event",
                    code: "K7WQ3",
                    details: [.init("before", .string("wartość \(number)"))]
                )
            }
        }
        return house
    }

    @Test func anUntouchedJournalIsWhole() throws {
        let house = try house(lines: 5)
        let check = try house.registry.read { try $0.verifyJournal() }
        #expect(check.count == 5)
        #expect(check.firstBroken == nil)
        #expect(check.head.count == 64)
    }

    @Test func redactedDetailsLeaveTheChainWhole() throws {
        let house = try house(lines: 5)
        let raw = try DatabaseQueue(path: house.folder + "/nabor.sqlite")
        try raw.write { try $0.execute(sql: "UPDATE journal SET details = NULL, salt = NULL WHERE number = 3") }
        let check = try house.registry.read { try $0.verifyJournal() }
        #expect(check.firstBroken == nil)
        #expect(check.redactedCount == 1)
    }

    @Test(arguments: ["actor = 'Ewa'", "at = at + 1", "action = 'merged'", "code = 'XXXXX'", "details = '{}'"])
    func everyColumnIsGuarded(change: String) throws {
        let house = try house(lines: 5)
        let raw = try DatabaseQueue(path: house.folder + "/nabor.sqlite")
        #expect(throws: DatabaseError.self) {
            try raw.write { try $0.execute(sql: "UPDATE journal SET \(change) WHERE number = 3") }
        }
        // Somebody who removes the guard is found out by the chain.
        try raw.write { database in
            try database.execute(sql: "DROP TRIGGER journalOnlyRedacts")
            try database.execute(sql: "UPDATE journal SET \(change) WHERE number = 3")
        }
        #expect(try house.registry.read { try $0.verifyJournal() }.firstBroken == 3)
    }

    @Test func aLineTakenOutIsFound() throws {
        let house = try house(lines: 5)
        let raw = try DatabaseQueue(path: house.folder + "/nabor.sqlite")
        try raw.write { database in
            try database.execute(sql: "DROP TRIGGER journalKeepsRows")
            try database.execute(sql: "DELETE FROM journal WHERE number = 2")
        }
        #expect(try house.registry.read { try $0.verifyJournal() }.firstBroken == 3)
    }

    @Test func theNewestLinesComeOldestFirst() throws {
        let house = try house(lines: 5)
        let entries = try house.registry.read { try $0.journal(code: "K7WQ3", limit: 2) }
        #expect(entries.map(\.number) == [4, 5])
    }
}
