import FormModel
import GRDB
import Registry
import Testing

@Suite struct SeatTests {
    @Test func theLastPlaceIsGivenOnce() throws {
        let house = try TemporaryRegistry()
        try house.registry.write { try $0.setCapacity(event: "event", activity: "course", seats: 1) }
        let first = try house.register("Anna Testowa")
        let second = try house.register("Jan Próbny")
        try house.change(first, .confirm)
        let error = #expect(throws: RegistryError.self) { try house.change(second, .confirm) }
        #expect(error?.code == .overbooked)
        #expect(try house.participation(second)?.state == .applied)
        try house.change(first, .withdraw)
        try house.change(second, .confirm)
        #expect(try house.participation(second)?.state == .confirmed)
    }

    @Test func delegatesTakeAsManyPlacesAsTheyAre() throws {
        let house = try TemporaryRegistry()
        try house.registry.write { try $0.setCapacity(event: "event", activity: "course", seats: 3) }
        let pair = try house.register("Fundacja Próbna", seats: 2)
        let other = try house.register("Stowarzyszenie Testowe", seats: 2)
        try house.change(pair, .offer)
        #expect(throws: RegistryError.self) { try house.change(other, .offer) }
        #expect(try house.registry.read { try $0.seatCounts(event: "event") }.map(\.taken) == [2])
    }

    @Test func aFullGroupTakesNobodyThoughTheActivityHasPlaces() throws {
        let house = try TemporaryRegistry()
        try house.registry.write { writer in
            try writer.setCapacity(event: "event", activity: "course", seats: 10)
            try writer.setCapacity(event: "event", activity: "course", group: "A1", seats: 1)
        }
        let first = try house.register("Anna Testowa", group: "A1")
        let second = try house.register("Jan Próbny", group: "A1")
        try house.change(first, .confirm)
        #expect(throws: RegistryError.self) { try house.change(second, .confirm) }
        #expect(try house.registry.read { try $0.seatCounts(event: "event") }.map(\.taken) == [1, 1])
    }

    @Test func theSchemaItselfRefusesAParticipationWithoutAPlace() throws {
        let house = try TemporaryRegistry()
        try house.registry.write { try $0.setCapacity(event: "event", activity: "course", seats: 1) }
        let id = try house.register("Anna Testowa")
        let raw = try DatabaseQueue(path: house.folder + "/nabor.sqlite")
        #expect(throws: DatabaseError.self) {
            try raw.write { database in
                try database.execute(
                    sql: "UPDATE participation SET state = 'confirmed' WHERE registrationId = ?",
                    arguments: [id]
                )
            }
        }
        #expect(throws: DatabaseError.self) {
            try raw.write { database in
                try database.execute(
                    sql: """
                        INSERT INTO seat (event, activity, grp, number, participationId)
                        SELECT 'event', 'course', '', 2, id FROM participation
                        """
                )
            }
        }
    }

    @Test func capacityCannotShrinkBelowWhatIsTaken() throws {
        let house = try TemporaryRegistry()
        try house.registry.write { try $0.setCapacity(event: "event", activity: "course", seats: 2) }
        for name in ["Anna Testowa", "Jan Próbny"] { try house.change(try house.register(name), .confirm) }
        let error = #expect(throws: RegistryError.self) {
            try house.registry.write { try $0.setCapacity(event: "event", activity: "course", seats: 1) }
        }
        #expect(error?.code == .overbooked)
        try house.registry.write { try $0.setCapacity(event: "event", activity: "course", seats: 5) }
    }
}
