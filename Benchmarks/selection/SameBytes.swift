import FormModel
import Foundation
import Selection

/// Writes records of every method into one file, for a comparison of bytes between builds and numbers of cores.
enum SameBytes {
    static func write(_ count: Int, to path: String) throws {
        var bytes: [UInt8] = []
        for profile in [PoolGenerator.Profile.mild, .biased, .tight] {
            let generator = PoolGenerator(seed: 3, profile: profile)
            let pool = generator.pool(count)
            let seats = max(2, count / 8)
            for method in [SelectionRules.Method.fcfs, .ranking, .lottery] {
                for fairness in SelectionRules.Fairness.allCases where method == .lottery || fairness == .order {
                    let rules = SelectionRules(
                        seats: SeatRange(seats),
                        method: method,
                        fairness: fairness,
                        quotas: generator.quotas(pool, seats: seats)
                    )
                    let result = try Selector(rules: rules).run(pool: pool, seed: Seed(text: "same bytes"))
                    bytes += result.record.bytes + [UInt8(ascii: "\n")]
                }
            }
        }
        try Data(bytes).write(to: URL(fileURLWithPath: path))
    }
}
