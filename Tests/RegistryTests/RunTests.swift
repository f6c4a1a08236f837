import FormModel
import Registry
import Testing

@Suite struct RunTests {
    private func decision(_ id: String, _ outcome: Decision.Outcome, rank: Int? = nil) -> Decision {
        Decision(id: id, outcome: outcome, rank: rank, reason: DecisionReason(code: "test", text: "bo tak"))
    }

    private func insertRun(_ house: TemporaryRegistry, selecting ids: [Int64]) throws -> Int64 {
        try house.registry.write { writer in
            let decisions = try ids.enumerated().map { index, id in
                guard let row = try writer.reader.participation(registration: id, activity: "course"),
                    let registration = try writer.reader.registration(id: id)
                else { throw RegistryError(.unknownParticipation) }
                return RunDecision(
                    participationID: row.id,
                    decision: decision(registration.code.text, .selected, rank: index + 1)
                )
            }
            return try writer.insertRun(
                event: "event",
                activity: "course",
                method: "fcfs",
                poolDigest: "digest",
                record: "{}",
                decisions: decisions,
                actor: "test",
                at: TemporaryRegistry.now
            )
        }
    }

    @Test func aPendingRunHoldsItsPlacesUntilItIsDiscarded() throws {
        let house = try TemporaryRegistry()
        try house.registry.write { try $0.setCapacity(event: "event", activity: "course", seats: 1) }
        let chosen = try house.register("Anna Testowa")
        let other = try house.register("Jan Próbny")
        let run = try insertRun(house, selecting: [chosen])
        #expect(throws: RegistryError.self) { try house.change(other, .confirm) }
        try house.registry.write { try $0.closeRun(run, as: .discarded, at: TemporaryRegistry.now) }
        try house.change(other, .confirm)
    }

    @Test func onlyOneRunOfAnActivityIsPending() throws {
        let house = try TemporaryRegistry()
        let id = try house.register("Anna Testowa")
        _ = try insertRun(house, selecting: [id])
        let error = #expect(throws: RegistryError.self) { _ = try insertRun(house, selecting: [id]) }
        #expect(error?.code == .runPending)
    }

    @Test func aRunThatSelectsTooManyLeavesNothingBehind() throws {
        let house = try TemporaryRegistry()
        try house.registry.write { try $0.setCapacity(event: "event", activity: "course", seats: 1) }
        let ids = try ["Anna Testowa", "Jan Próbny"].map { try house.register($0) }
        #expect(throws: RegistryError.self) { _ = try insertRun(house, selecting: ids) }
        #expect(try house.registry.read { try $0.runs(event: "event") }.isEmpty)
        #expect(try house.registry.read { try $0.seatCounts(event: "event") }.map(\.taken) == [0])
    }

    @Test func decisionsComeBackInTheOrderOfTheirOutcome() throws {
        let house = try TemporaryRegistry()
        let ids = try ["A", "B"].map { try house.register($0) }
        let run = try insertRun(house, selecting: ids.reversed())
        let ranks = try house.registry.read { try $0.decisions(ofRun: run) }.map(\.decision.rank)
        #expect(ranks == [1, 2])
    }
}
