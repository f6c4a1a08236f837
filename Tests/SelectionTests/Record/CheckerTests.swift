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
        return try selector.run(pool: pool, seed: Seed(text: "dice"), commitment: selector.commit(pool: pool)).record
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

    /// Members that both checkers must see when they are changed; the rest is seen by the check with the pool.
    @Test func forgedLotteriesAreSeenByBothCheckers() throws {
        let record = try Self.lotteryRecord()
        #expect(RecordVerifier.verify(record.bytes).isEmpty)
        var forged: [[UInt8]] = [record.bytes]
        guard case .object(let members) = record.json else { return }
        let seen = ["seed", "ticket", "lottery", "commitment", "rules", "rulesHash", "poolHash", "poolCount"]
        for (index, member) in members.enumerated() where seen.contains(member.key) {
            RecordForgery.each(of: member.value) { value in
                var copy = members
                copy[index].value = value
                forged.append(CanonicalJSON.bytes(of: .object(copy)))
            }
        }
        let lines = try Self.check(forged)
        #expect(lines.count == forged.count)
        #expect(lines.first?.hasSuffix(": OK") == true)
        for (line, bytes) in zip(lines, forged).dropFirst() {
            #expect(line.contains("DIFFERS"), "\(String(decoding: bytes, as: UTF8.self).prefix(3000))")
            #expect(!RecordVerifier.verify(bytes).isEmpty)
        }
        #expect(forged.count > 100)
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
