public import FormModel

/// One thing in which a record differs from what its own rules, pool and seed give.
public struct Difference: Hashable, Sendable {
    /// Where in the record: `decisions[3].outcome`.
    public var path: String
    public var recorded: String
    public var expected: String

    public init(path: String, recorded: String, expected: String) {
        self.path = path
        self.recorded = recorded
        self.expected = expected
    }
}

/// Repeats a record and says what differs; an empty answer is the proof.
public enum RecordVerifier {
    /// More differences than this are not listed.
    public static let differenceMax = 100

    /// Without the pool, the list is found again from the numbers in the record; with it the whole run is repeated and
    /// every byte compared.
    ///
    /// - Parameter pool: the candidates of the run and those who held seats then, in any order.
    public static func verify(_ bytes: [UInt8], pool: [Candidate]? = nil) -> [Difference] {
        if pool == nil, bytes.count >= LongRecord.bytesMin, LongRecord.isRight(bytes) { return [] }
        guard let json = try? JSONParser.parse(bytes) else {
            return [Difference(path: "", recorded: "no JSON", expected: "a selection record")]
        }
        var differences: [Difference] = []
        if CanonicalJSON.bytes(of: json) != bytes {
            differences.append(Difference(path: "", recorded: "other bytes", expected: "canonical JSON (RFC 8785)"))
        }
        guard json["schema"]?.text == RecordWriter.schema, json["algorithm"]?.text == RecordWriter.algorithm,
            let rulesJSON = json["rules"], let rules = RulesJSON.rules(from: rulesJSON)
        else {
            differences.append(
                Difference(path: "schema", recorded: json["schema"]?.text ?? "", expected: RecordWriter.schema)
            )
            return differences
        }
        let seal = RecordSeal.hash(of: json)
        if json[RecordSeal.key]?.text != seal {
            differences.append(
                Difference(path: RecordSeal.key, recorded: json[RecordSeal.key]?.text ?? "absent", expected: seal)
            )
        }
        let hash = Digest.sha256(CanonicalJSON.bytes(of: rulesJSON))
        if json["rulesHash"]?.text != hash {
            differences.append(
                Difference(path: "rulesHash", recorded: json["rulesHash"]?.text ?? "", expected: hash)
            )
        }
        if let pool {
            differences += RecordReplay(json, rules: rules).differences(pool: pool)
        } else {
            differences += RecordReplay(json, rules: rules).differencesFromNumbers()
        }
        return Array(differences.prefix(differenceMax))
    }

    /// Every leaf in which two JSON values differ, in the order of the first.
    static func compare(_ recorded: JSONValue?, _ expected: JSONValue?, path: String, into found: inout [Difference]) {
        if recorded == expected || found.count >= differenceMax { return }
        switch (recorded, expected) {
        case (.array(let left)?, .array(let right)?) where left.count == right.count:
            for index in left.indices { compare(left[index], right[index], path: "\(path)[\(index)]", into: &found) }
        case (.object(let left)?, .object(let right)?):
            var keys = left.map(\.key)
            for member in right where !keys.contains(member.key) { keys.append(member.key) }
            for key in keys {
                let own = path.isEmpty ? key : "\(path).\(key)"
                compare(recorded?[key], expected?[key], path: own, into: &found)
            }
        default:
            found.append(Difference(path: path, recorded: shown(recorded), expected: shown(expected)))
        }
    }

    private static func shown(_ value: JSONValue?) -> String {
        guard let value else { return "absent" }
        return String(decoding: CanonicalJSON.bytes(of: value).prefix(120), as: UTF8.self)
    }
}
