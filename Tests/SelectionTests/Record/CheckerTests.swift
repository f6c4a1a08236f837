import FormModel
import Foundation
import Testing

@testable import Selection

/// The checker in Python agrees with the records this room writes and sees forgeries.
@Suite(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/python3"))) struct CheckerTests {
    private static let script = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("scripts/verify_record.py").path

    /// One line of the checker for each record.
    private static func check(_ records: [[UInt8]]) throws -> [String] {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("records-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        var paths: [String] = []
        for (index, record) in records.enumerated() {
            let file = folder.appendingPathComponent("\(index).json")
            try Data(record).write(to: file)
            paths.append(file.path)
        }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/python3")
        process.arguments = [script] + paths
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let output = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return String(decoding: output, as: UTF8.self).split(separator: "\n").map(String.init)
    }

    private static func lotteryRecord() throws -> SelectionRecord {
        let pool = (0..<14).map { number in
            Candidate(id: "p\(number)", attributes: ["g": number < 9 ? "a" : "b", "c": number % 3 == 0 ? "x" : "y"])
        }
        let rules = SelectionRules(
            seats: SeatRange(5),
            method: .lottery,
            fairness: .leximin,
            quotas: [
                Quota(
                    id: "g",
                    subject: .attributes(["g"]),
                    values: [.init(value: "b", bounds: .init(minimum: .count(2), maximum: .count(3)))]
                ),
                Quota(
                    id: "c",
                    subject: .attributes(["c"]),
                    values: [.init(value: "x", bounds: .init(minimum: .count(3)))]
                ),
            ]
        )
        let selector = Selector(rules: rules)
        let noon = Instant(millisecondsSinceEpoch: 1_800_000_000_000)
        let source = "drand-quicknet:35800000"
        let commitment = try selector.commit(
            pool: pool,
            at: noon,
            seedSource: source,
            poolRoot: PoolTree(pool, secret: [1, 2]).root
        )
        return try selector.run(
            pool: pool,
            seed: Seed(text: "beacon"),
            commitment: commitment,
            origin: SeedOrigin(text: source, drawnAt: noon.adding(milliseconds: 1 << 40))
        ).record
    }

    @Test func recordsOfRandomPoolsPass() throws {
        var records: [[UInt8]] = []
        for number in 700_000..<700_060 {
            let pool = RandomPool(seed: number)
            guard RuleCheck.faults(of: pool.rules).isEmpty else { continue }
            for method in [SelectionRules.Method.fcfs, .ranking, .lottery] {
                for fairness in SelectionRules.Fairness.allCases where fairness == .order || method == .lottery {
                    var rules = pool.rules
                    rules.method = method
                    rules.fairness = fairness
                    let result = try Selector(rules: rules).run(
                        pool: pool.candidates,
                        seed: Seed(text: "s"),
                        kept: pool.kept.map { Participant($0) }
                    )
                    #expect(RecordVerifier.verify(result.record.bytes).isEmpty, "pool \(number) \(method) \(fairness)")
                    records.append(result.record.bytes)
                }
            }
        }
        let lines = try Self.check(records)
        #expect(lines.count == records.count)
        for line in lines { #expect(line.contains(": OK"), "\(line)") }
    }

    /// Every leaf of a committed lottery changed once is seen by both checkers, without the pool. What cannot be proved by
    /// anybody is left out: the moment at which the draw is said to have been made.
    @Test func forgedLotteriesAreSeenByBothCheckers() throws {
        let record = try Self.lotteryRecord()
        #expect(RecordVerifier.verify(record.bytes) == [])
        var forged: [[UInt8]] = [record.bytes]
        RecordForgery.eachSealed(of: record.json) { forged.append(CanonicalJSON.bytes(of: $0)) }
        let moment = String(decoding: record.bytes, as: UTF8.self).firstMatch(of: /"drawnAt":(\d+)/)
        let drawnAt = try #require(moment.flatMap { Int64($0.1) })
        forged.removeAll { String(decoding: $0, as: UTF8.self).contains("\"drawnAt\":\(drawnAt + 1)") }
        let lines = try Self.check(forged)
        #expect(lines.count == forged.count)
        #expect(lines.first?.hasSuffix(": OK") == true)
        for (line, bytes) in zip(lines, forged).dropFirst() {
            #expect(line.contains("DIFFERS"), "\(Self.change(record.bytes, bytes))")
            #expect(!RecordVerifier.verify(bytes).isEmpty, "\(Self.change(record.bytes, bytes))")
        }
        #expect(forged.count > 300)
    }

    /// Where two texts begin to differ, for a message.
    private static func change(_ left: [UInt8], _ right: [UInt8]) -> String {
        let place = zip(left, right).enumerated().first { $1.0 != $1.1 }?.offset ?? 0
        return String(decoding: right[max(0, place - 60)..<min(right.count, place + 30)], as: UTF8.self)
    }

    /// Leaves of an order's record that the numbers alone prove.
    @Test func forgedOrdersAreSeenByBothCheckers() throws {
        let pool = (0..<12).map { number in
            Candidate(
                id: "p\(number)",
                submittedAt: Int64(number),
                attributes: ["g": number < 9 ? "a" : "b"]
            )
        }
        let quota = Quota(
            id: "g",
            subject: .attributes(["g"]),
            values: [.init(value: "b", bounds: .init(minimum: .count(2)))]
        )
        var rules = SelectionRules(seats: SeatRange(5), method: .fcfs, quotas: [quota])
        rules.reserve.size = 4
        let record = try Selector(rules: rules).run(pool: pool).record
        var forged = [record.bytes]
        guard case .object(let members) = record.json else { return }
        let proved = ["schema", "algorithm", "method", "rules", "rulesHash", "poolCount", "list"]
        for (index, member) in members.enumerated() where proved.contains(member.key) {
            RecordForgery.each(of: member.value) { value in
                var copy = members
                copy[index].value = value
                forged.append(
                    CanonicalJSON.bytes(of: RecordSeal.sealed(.object(copy.filter { $0.key != RecordSeal.key })))
                )
            }
        }
        let lines = try Self.check(forged)
        #expect(lines.first?.hasSuffix(": OK") == true)
        for (line, bytes) in zip(lines, forged).dropFirst() {
            #expect(line.contains("DIFFERS"), "\(Self.change(record.bytes, bytes))")
            #expect(!RecordVerifier.verify(bytes, pool: pool).isEmpty, "\(Self.change(record.bytes, bytes))")
        }
        #expect(forged.count > 30)
    }

    /// Wishes: own orders, ranks, further sessions. Both checkers agree, and see a place given to somebody else.
    @Test func recordsOfWishesPassAndForgedPlacesAreSeen() throws {
        var records: [[UInt8]] = []
        var forged: [[UInt8]] = []
        for number in 0..<40 {
            var random = SplitMix(seed: 940_000 + number)
            let names = ["a", "b", "c"]
            var sessions = names.map {
                SelectionSession(id: $0, seats: SeatRange(minimum: 0, maximum: 1 + random.below(2)))
            }
            if number % 2 == 0 {
                sessions[0].prefer = ["v = \"1\""]
                sessions[1].quotas = [
                    Quota(
                        id: "v",
                        subject: .attributes(["v"]),
                        values: [.init(value: "1", bounds: .init(minimum: .count(1), maximum: .count(1)))]
                    )
                ]
            }
            sessions[2].overlaps = ["a"]
            let rules = SelectionRules(
                seats: SeatRange(minimum: 0, maximum: 9),
                method: .fcfs,
                sessions: sessions,
                wishes: WishRules(ranked: 3, perPerson: 1 + number % 3),
                assign: AssignRules(how: number % 4 == 1 ? .rankProfile : .deferred)
            )
            let pool = (0..<6).map { index in
                let order = DeferredAcceptanceTests.Market.shuffled(3, &random)
                return Candidate(
                    id: "p\(index)",
                    submittedAt: Int64(index),
                    attributes: ["v": String(random.below(2))],
                    wishes: order.prefix(1 + random.below(3)).map { names[$0] }
                )
            }
            let record = try Selector(rules: rules).run(pool: pool).record
            #expect(RecordVerifier.verify(record.bytes) == [], "case \(number)")
            #expect(RecordVerifier.verify(record.bytes, pool: pool) == [], "case \(number)")
            records.append(record.bytes)
            guard let list = record.json["list"], let options = list["options"]?.elements, options.count > 1,
                let members = record.json.members, options.first != options.last
            else { continue }
            // The first and the last in order change places.
            var swapped = options
            swapped.swapAt(0, options.count - 1)
            let other = JSONValue.object(
                (list.members ?? []).map { $0.key == "options" ? .init("options", .array(swapped)) : $0 }
            )
            let changed = members.filter { $0.key != RecordSeal.key }
                .map { $0.key == "list" ? JSONValue.Member("list", other) : $0 }
            forged.append(CanonicalJSON.bytes(of: RecordSeal.sealed(.object(changed))))
        }
        for line in try Self.check(records) { #expect(line.hasSuffix(": OK"), "\(line)") }
        for line in try Self.check(forged) { #expect(line.contains("DIFFERS"), "\(line)") }
        for bytes in forged { #expect(!RecordVerifier.verify(bytes).isEmpty) }
        #expect(records.count == 40 && forged.count > 10)
    }

    /// Every field of every kind of record changed once, without the pool: orders, points, lots, equal chances, wishes,
    /// choices by people, and a run that decided nothing.
    @Test func everyForgedFieldOfEveryKindIsSeenByBothCheckers() throws {
        var records: [SelectionRecord] = [try Self.lotteryRecord()]
        let pool = (0..<7).map { (number: Int) -> Candidate in
            var candidate = Candidate(id: "p\(number)", submittedAt: Int64(number % 4))
            candidate.score = Int64(number % 3)
            candidate.organisation = "o\(number % 2)"
            candidate.attributes = ["g": number < 5 ? "a" : "b"]
            candidate.wishes = number % 2 == 0 ? ["s", "t"] : ["t"]
            return candidate
        }
        let quota = Quota(
            id: "g",
            subject: .attributes(["g"]),
            values: [.init(value: "b", bounds: .init(minimum: .count(1)))]
        )
        let cap = Quota(id: "o", subject: .attributes(["organisation"]), each: .init(maximum: .count(2)))
        for method in [SelectionRules.Method.fcfs, .ranking, .lottery, .curated] {
            let rules = SelectionRules(seats: SeatRange(3), method: method, quotas: [quota, cap])
            let picks = method == .curated ? [CuratedPick(id: "p1", reason: "r")] : []
            records.append(
                try Selector(rules: rules).run(pool: pool, seed: Seed(text: "s"), chosen: picks).record
            )
        }
        let sessions = ["s", "t"].map {
            SelectionSession(id: $0, seats: SeatRange(minimum: 0, maximum: 2), prefer: ["g = \"b\""])
        }
        let wishes = SelectionRules(
            seats: SeatRange(minimum: 0, maximum: 4),
            method: .fcfs,
            sessions: sessions,
            wishes: WishRules(ranked: 2, perPerson: 2)
        )
        records.append(try Selector(rules: wishes).run(pool: pool, seed: Seed(text: "s")).record)
        var impossible = quota
        impossible.values[0].bounds.minimum = .count(3)
        let failing = SelectionRules(seats: SeatRange(3), method: .fcfs, quotas: [impossible])
        let undecided = try Selector(rules: failing).run(pool: pool, seed: Seed(text: "s"))
        #expect(!undecided.isDecided)
        records.append(undecided.record)
        var forged: [[UInt8]] = []
        for record in records {
            #expect(RecordVerifier.verify(record.bytes) == [])
            RecordForgery.each(of: record.json) { forged.append(CanonicalJSON.bytes(of: $0)) }
        }
        for line in try Self.check(records.map(\.bytes)) { #expect(line.contains(": OK"), "\(line)") }
        let lines = try Self.check(forged)
        #expect(lines.count == forged.count && forged.count > 1_000)
        for (line, bytes) in zip(lines, forged) {
            #expect(line.contains("DIFFERS"), "\(String(decoding: bytes, as: UTF8.self))")
            #expect(!RecordVerifier.verify(bytes).isEmpty, "\(String(decoding: bytes, as: UTF8.self))")
        }
    }

    @Test func forgedDecisionsAreSeen() throws {
        let record = try Self.lotteryRecord()
        let text = String(decoding: record.bytes, as: UTF8.self)
        let swapped = text.replacingOccurrences(of: "\"outcome\":\"selected\"", with: "\"outcome\":\"waitlisted\"")
        #expect(swapped != text)
        #expect(try Self.check([Array(swapped.utf8)]).first?.contains("DIFFERS") == true)
        #expect(!RecordVerifier.verify(Array(swapped.utf8)).isEmpty)
    }
}
