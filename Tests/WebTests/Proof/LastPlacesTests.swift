import Desk
import FormModel
import Foundation
import HTTPTypes
import Registry
import Testing

@testable import Web

/// The last places under a rush: never one too many, whoever comes first by commit waits first, everybody is answered.
@Suite(.serialized) struct LastPlacesTests {
    /// A crowd that a test suite can wait for; `NABOR_RUSH=1000` (in `make web-proof`) brings the whole of it.
    static let rushCount = ProcessInfo.processInfo.environment["NABOR_RUSH"].flatMap { Int($0) } ?? 120

    private static func event(places: Int, rules: String, confirms: Bool) -> String {
        TestEvent.yaml.replacing("capacity: 2", with: "capacity: \(places)")
            .replacing("{method: curated, reserve: {size: all, offer_hours: 48}}", with: rules)
            .replacing("confirm_within_days: 5\n", with: confirms ? "confirm_within_days: 5\n" : "\n")
    }

    /// Names that look like nobody else's.
    private static func name(_ number: Int) -> String {
        let letters = Array("abcdefghijklmnoprstuwz")
        func word(_ seed: Int) -> String {
            var number = seed
            var word = ""
            for _ in 0..<6 {
                word.append(letters[number % letters.count])
                number = number / letters.count + seed % 7
            }
            return word.prefix(1).uppercased() + word.dropFirst()
        }
        return word(number * 7_919 + 3) + " " + word(number * 104_729 + 11)
    }

    private func rush(_ test: TestSite, of count: Int = rushCount) async throws -> [String] {
        try await withThrowingTaskGroup(of: String.self) { group in
            for number in 0..<count {
                group.addTask {
                    try await test.register(Self.name(number), "osoba\(number)@example.org") { typed in
                        typed.texts["paper.number"] = ["RX \(1_000_000 + number)"]
                        typed.texts["guests[1].guest_name"] = [Self.name(number + 5_000)]
                    }.token
                }
            }
            var tokens: [String] = []
            for try await token in group { tokens.append(token) }
            return tokens
        }
    }

    private func taken(_ test: TestSite) throws -> Int {
        try test.site.intake.workspace.registry.read { try $0.seatCounts(event: "proba") }.reduce(0) { $0 + $1.taken }
    }

    @Test(arguments: [1, 5, 20])
    func aRushOfFormsFillsThePlacesAndWaitsInTheOrderOfCommits(places: Int) async throws {
        let test = try TestSite(
            event: Self.event(places: places, rules: "{method: fcfs, reserve: {size: all}}", confirms: false)
        )
        let tokens = try await rush(test)
        #expect(Set(tokens).count == Self.rushCount, "every request was answered, each with its own receipt")
        let workspace = test.site.intake.workspace
        // Whom duplicates are suspected of is not in the pool; nobody here is.
        #expect(try workspace.list(RegistrationQuery(states: [.needsReview], limit: 1)).total == 0)
        _ = try workspace.select(event: "proba", activity: "spotkanie", seed: "7", isDryRun: false)
        _ = try workspace.announce(event: "proba", activity: "spotkanie")
        let people = try workspace.registry.read { reader in
            try reader.participations(event: "proba", activity: "spotkanie")
        }
        let confirmed = people.filter { $0.state == .confirmed }.map(\.registrationID).sorted()
        let waiting = people.filter { $0.state == .waitlisted }.sorted { ($0.rank ?? 0) < ($1.rank ?? 0) }.map(
            \.registrationID
        )
        #expect(confirmed == Array(1...Int64(places)))
        #expect(waiting == Array(Int64(places + 1)...Int64(Self.rushCount)))
        #expect(try taken(test) == places)
    }

    @Test(arguments: [1, 5, 20])
    func aRushOfAnswersNeverGivesAPlaceTwice(places: Int) async throws {
        let test = try TestSite(
            event: Self.event(places: places, rules: "{method: fcfs, reserve: {size: all}}", confirms: true)
        )
        let tokens = try await rush(test)
        let workspace = test.site.intake.workspace
        _ = try workspace.select(event: "proba", activity: "spotkanie", seed: "7", isDryRun: false)
        _ = try workspace.announce(event: "proba", activity: "spotkanie")
        // Everybody answers at once: those who hold an offer decline it in half of the cases, so that places move on.
        let statuses = try await withThrowingTaskGroup(of: HTTPResponse.Status.self) { group in
            for (number, token) in tokens.enumerated() {
                group.addTask {
                    let choice = number % 2 == 0 ? "decline" : "accept"
                    return try await test.ask(
                        .post,
                        "/z/\(token)/offer",
                        texts: [("-action", choice), ("activity", "spotkanie")]
                    ).status
                }
            }
            var statuses: [HTTPResponse.Status] = []
            for try await status in group { statuses.append(status) }
            return statuses
        }
        #expect(statuses.count == Self.rushCount && statuses.allSatisfy { $0.code < 500 })
        let people = try workspace.registry.read { try $0.participations(event: "proba", activity: "spotkanie") }
        #expect(people.count(where: \.state.counts) == places)
        #expect(try taken(test) == places)
    }

    /// The lock taken away, so that looking and taking are two steps, and the schema allows any number: everybody looks
    /// before anybody takes, and too many come in. A test that could not see this would prove nothing.
    @Test func withoutTheLockTooManyComeIn() async throws {
        let places = 5
        let crowd = 200
        let test = try TestSite(
            event: Self.event(places: places, rules: "{method: fcfs, reserve: {size: all}}", confirms: false)
        )
        _ = try await rush(test, of: crowd)
        let registry = test.site.intake.workspace.registry
        let now = test.site.now
        try registry.write { try $0.setCapacity(event: "proba", activity: "spotkanie", seats: 1_000_000) }
        let waiting = try registry.read { try $0.participations(event: "proba", activity: "spotkanie") }
        #expect(waiting.count == crowd)
        let hopeful = try waiting.filter { _ in try taken(test) < places }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for participation in hopeful {
                group.addTask {
                    _ = try await BlockingWork.run {
                        try registry.write { try $0.changeState(ofParticipation: participation, by: .confirm, at: now) }
                    }
                }
            }
            try await group.waitForAll()
        }
        #expect(try taken(test) > places, "looking first and taking later lets too many in")
    }
}
