import FormModel
import Foundation
import Testing

@testable import Selection

/// Whole-number programs against solvers of others: GLPK, which is linked, and CBC, which is only ever run as a program.
@Suite struct SolverOracleTests {
    private static let cbc = "/usr/bin/cbc"

    struct Case {
        var program: IntegerProgram
        var costs: [Double]

        init(seed: Int) {
            var random = SplitMix(seed: seed)
            let rows = 1 + random.below(5)
            let count = 2 + random.below(9)
            let columns = (0..<count).map { _ in
                (0..<rows).filter { _ in random.chance(60) }.map { RowUse($0, 1 + random.below(3)) }
            }
            let lower = (0..<count).map { _ in random.below(2) }
            let upper = lower.map { $0 + random.below(4) }
            let rowLower = (0..<rows).map { _ in random.chance(50) ? random.below(12) : -QuotaRow.unlimited }
            let rowUpper = rowLower.map { low in
                random.chance(70) ? max(low, 0) + random.below(9) : QuotaRow.unlimited
            }
            program = IntegerProgram(
                columns: columns,
                rowLower: rowLower,
                rowUpper: rowUpper,
                lower: lower,
                upper: upper
            )
            costs = (0..<count).map { _ in Double(random.below(21) - 10) }
        }

        func cost(_ outcome: IntegerProgram.Outcome) -> Double? {
            guard case .solution(let values) = outcome else { return nil }
            return zip(costs, values).reduce(0) { $0 + $1.0 * Double($1.1) }
        }

        /// The program in CPLEX's LP format.
        var text: String {
            func sum(_ terms: [(Int, Int)]) -> String {
                terms.isEmpty
                    ? "0 x0" : terms.map { "\($0.1 < 0 ? "-" : "+") \(abs($0.1)) x\($0.0)" }.joined(separator: " ")
            }
            var lines = ["Minimize", " obj: " + sum(costs.enumerated().map { ($0, Int($1)) }), "Subject To"]
            for row in program.rowLower.indices {
                let terms = program.columns.enumerated().compactMap { column, uses in
                    uses.first { Int($0.row) == row }.map { (column, Int($0.count)) }
                }
                if program.rowLower[row] > -QuotaRow.unlimited {
                    lines.append(" l\(row): \(sum(terms)) >= \(program.rowLower[row])")
                }
                if program.rowUpper[row] < QuotaRow.unlimited {
                    lines.append(" u\(row): \(sum(terms)) <= \(program.rowUpper[row])")
                }
            }
            lines.append("Bounds")
            for column in program.columns.indices {
                lines.append(" \(program.lower[column]) <= x\(column) <= \(program.upper[column])")
            }
            lines += ["Generals", program.columns.indices.map { " x\($0)" }.joined(), "End", ""]
            return lines.joined(separator: "\n")
        }
    }

    @Test(arguments: 0..<10) func glpkFindsTheSameCosts(block: Int) {
        var infeasible = 0
        for seed in (block * 50)..<(block * 50 + 50) {
            let one = Case(seed: seed)
            let own = one.program.solve(costs: one.costs)
            let theirs = GlpkProgram.solve(one.program, costs: one.costs)
            #expect(one.cost(own) == one.cost(theirs), "program \(seed)")
            if own == .infeasible { infeasible += 1 }
        }
        #expect(infeasible > 0 && infeasible < 50)
    }

    @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: SolverOracleTests.cbc)), arguments: 0..<3)
    func cbcFindsTheSameCosts(block: Int) throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("cbc-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        for seed in (1_000 + block * 10)..<(1_010 + block * 10) {
            let one = Case(seed: seed)
            let input = folder.appendingPathComponent("\(seed).lp")
            let output = folder.appendingPathComponent("\(seed).txt")
            try Data(one.text.utf8).write(to: input)
            let process = Process()
            process.executableURL = URL(fileURLWithPath: Self.cbc)
            process.arguments = [input.path, "solve", "solution", output.path]
            process.standardOutput = FileHandle.nullDevice
            process.standardError = FileHandle.nullDevice
            try process.run()
            process.waitUntilExit()
            let head = try String(contentsOf: output, encoding: .utf8).split(separator: "\n").first ?? ""
            let expected = head.hasPrefix("Optimal") ? head.split(separator: " ").last.flatMap { Double($0) } : nil
            #expect(one.cost(one.program.solve(costs: one.costs)) == expected, "program \(seed): \(head)")
        }
    }
}
