public import FormModel

/// The part of a record that is published, by the rules' `publish`: everything with the numbers of applications
/// (`pseudonyms`), counts without any number of a person (`types`), or hashes and totals alone (`root-only`).
public struct PublicRecord: Sendable {
    public enum Fault: Error, Hashable, Sendable {
        case notARecord
        /// So few people share the properties of one kind that counting them would tell who they are.
        case typesTooSmall(people: Int)
    }

    static let schema = "nabor-public-1"
    /// Fewest people of a kind whose count may be published.
    public static let peopleMin = 5

    /// Canonical JSON.
    public let bytes: [UInt8]

    public init(record: [UInt8], mode: SelectionRules.Publication) throws(Fault) {
        guard let json = try? JSONParser.parse(record), json["schema"]?.text == RecordWriter.schema,
            let members = json.members
        else { throw .notARecord }
        if mode == .pseudonyms {
            bytes = record
            return
        }
        var kept = ["algorithm", "method", "rulesHash", "poolCount", "poolHash", "seed", "ticket", "draw", "rehearsal"]
        if mode == .types {
            try Self.checkSizes(json)
            kept += ["rules", "rows", "types", "fillsFirst", "softCount", "sessions"]
        }
        var published: [JSONValue.Member] = [
            .init("schema", .string(Self.schema)), .init("mode", .string(mode.rawValue)),
            .init("recordHash", .string(Digest.sha256(record))),
            .init("totals", Self.totals(json)),
        ]
        published += members.filter { kept.contains($0.key) }
        if let commitment = json["commitment"] {
            published.append(.init("commitmentHash", .string(Commitment(commitment).hash)))
            if let root = commitment["poolRoot"] { published.append(.init("poolRoot", root)) }
        }
        if mode == .types {
            published.append(.init("counts", Self.counts(json)))
            if let lottery = json["lottery"] { published.append(.init("lottery", Self.withoutItems(lottery))) }
        }
        bytes = CanonicalJSON.bytes(of: .object(published))
    }

    private static func sizes(_ json: JSONValue) -> [Int] {
        var sizes = [Int](repeating: 0, count: json["types"]?.elements?.count ?? 0)
        for item in json["items"]?.elements ?? [] {
            if let type = item["type"]?.integer, sizes.indices.contains(type) { sizes[type] += 1 }
        }
        return sizes
    }

    private static func checkSizes(_ json: JSONValue) throws(Fault) {
        if let smallest = sizes(json).filter({ $0 > 0 }).min(), smallest < peopleMin {
            throw .typesTooSmall(people: smallest)
        }
    }

    private static func counts(_ json: JSONValue) -> JSONValue {
        .array(sizes(json).map { .number(String($0)) })
    }

    private static func totals(_ json: JSONValue) -> JSONValue {
        var totals: [String: Int] = [:]
        for decision in json["decisions"]?.elements ?? [] {
            if let outcome = decision["outcome"]?.text { totals[outcome, default: 0] += 1 }
        }
        return .object(totals.sorted { $0.key < $1.key }.map { .init($0.key, .number(String($0.value))) })
    }

    private static func withoutItems(_ lottery: JSONValue) -> JSONValue {
        .object((lottery.members ?? []).filter { $0.key != "itemColumns" })
    }
}
