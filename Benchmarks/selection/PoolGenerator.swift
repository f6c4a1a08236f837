import Crypto
import FormModel
import Selection

/// Made-up pools of six categories with 26 values, the same bytes on every machine: only integers and SHA-256.
///
/// `draw(field, i)` is the first 64 bits of SHA-256("pool1|seed|profile|field|i"); a value is picked by its remainder modulo
/// 10,000 against cumulative shares. The classes A and B of applicants make attributes depend on one another.
struct PoolGenerator {
    enum Profile: String {
        case mild, biased, tight
    }

    struct Value {
        let name: String
        let target: Int
        let shareA: Int
        let shareB: Int

        init(_ name: String, _ target: Int, _ shareA: Int, _ shareB: Int) {
            self.name = name
            self.target = target
            self.shareA = shareA
            self.shareB = shareB
        }
    }

    static let categories: [(String, [Value])] = [
        ("gender", [Value("f", 4900, 6100, 5200), Value("m", 4900, 3700, 4550), Value("x", 200, 200, 250)]),
        (
            "age",
            [
                Value("16-24", 1500, 1100, 700), Value("25-34", 1900, 2300, 1200), Value("35-49", 2400, 3000, 2200),
                Value("50-64", 2300, 2300, 3100), Value("65+", 1900, 1300, 2800),
            ]
        ),
        (
            "region",
            [
                Value("north", 2200, 2600, 1800), Value("south", 1800, 2000, 1500), Value("east", 1500, 1200, 1600),
                Value("west", 1300, 1400, 1500), Value("capital", 1200, 1700, 1000), Value("coast", 900, 500, 1100),
                Value("islands", 600, 300, 700), Value("abroad", 500, 300, 800),
            ]
        ),
        (
            "education",
            [
                Value("basic", 2000, 500, 1100), Value("secondary", 2800, 1600, 2300),
                Value("vocational", 2200, 1700, 2600), Value("degree", 3000, 6200, 4000),
            ]
        ),
        ("origin", [Value("host", 5500, 6900, 7600), Value("eu", 2000, 1900, 1400), Value("third", 2500, 1200, 1000)]),
        (
            "experience",
            [Value("first", 5500, 2900, 3900), Value("some", 3000, 4100, 3700), Value("veteran", 1500, 3000, 2400)]
        ),
    ]

    let seed: Int
    let profile: Profile

    private func draw(_ field: String, _ index: Int) -> Int {
        let digest = SHA256.hash(data: Array("pool1|\(seed)|\(profile.rawValue)|\(field)|\(index)".utf8))
        return Int(digest.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) } % 10_000)
    }

    private func wide(_ field: String, _ index: Int, _ limit: UInt64) -> Int64 {
        let digest = SHA256.hash(data: Array("pool1|\(seed)|\(profile.rawValue)|\(field)|\(index)".utf8))
        return Int64(digest.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) } % limit)
    }

    func pool(_ count: Int) -> [Candidate] {
        (0..<count).map { index in
            var attributes: [String: String] = [:]
            let isB = draw("class", index) < 3_500
            for (name, values) in Self.categories {
                let isTarget = profile == .mild && draw(name + "!", index) < 7_000
                var rest = draw(name, index)
                var picked = values[values.count - 1].name
                for value in values {
                    let share = isTarget ? value.target : isB ? value.shareB : value.shareA
                    if rest < share {
                        picked = value.name
                        break
                    }
                    rest -= share
                }
                attributes[name] = picked
            }
            let digits = String(index)
            return Candidate(
                id: "p" + String(repeating: "0", count: max(0, 7 - digits.count)) + digits,
                submittedAt: 1_780_000_000_000 + wide("t", index, 1_209_600_000),
                score: wide("score", index, 10_001),
                organisation: "h\(wide("hh", index, UInt64(count * 4)))",
                attributes: attributes
            )
        }
    }

    /// The 26 quota cells around the target shares, no minimum above what applied.
    func quotas(_ pool: [Candidate], seats: Int) -> [Quota] {
        let slack = profile == .tight ? 0 : 1
        return Self.categories.map { name, values in
            var counts: [String: Int] = [:]
            for candidate in pool { counts[candidate.attributes[name] ?? "", default: 0] += 1 }
            return Quota(
                id: name,
                subject: .attributes([name]),
                values: values.map { value in
                    let least = max(0, value.target * seats / 10_000 - slack)
                    let most = (value.target * seats + 9_999) / 10_000 + slack
                    return .init(
                        value: value.name,
                        bounds: .init(minimum: .count(min(least, counts[value.name] ?? 0)), maximum: .count(most))
                    )
                }
            )
        }
    }
}
