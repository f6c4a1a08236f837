import FormModel

/// One hash that stands for the whole pool: SHA-256 over the sorted SHA-256 of every candidate's canonical row.
enum PoolDigest {
    static func digest(_ pool: [Candidate]) -> String {
        let leaves = pool.map { Digest.sha256Bytes(CanonicalJSON.bytes(of: json(of: $0))) }
            .sorted { $0.lexicographicallyPrecedes($1) }
        return Digest.sha256(leaves.flatMap { $0 })
    }

    /// The row of a candidate: what is absent or usual is left out, so that a table and the registry give the same row.
    static func json(of candidate: Candidate) -> JSONValue {
        var members: [JSONValue.Member] = [.init("id", .string(candidate.id))]
        func add(_ key: String, _ value: Int64?) {
            if let value { members.append(.init(key, .number(String(value)))) }
        }
        func add(_ key: String, _ value: String?) {
            if let value, !value.isEmpty { members.append(.init(key, .string(value))) }
        }
        add("submitted", candidate.submittedAt)
        add("sequence", candidate.sequence)
        add("score", candidate.score)
        add("organisation", candidate.organisation)
        add("address", candidate.address)
        add("party", candidate.party)
        add("guaranteed", candidate.guaranteed)
        add("guest", candidate.guest)
        add("seats", candidate.seats == 1 ? nil : Int64(candidate.seats))
        if !candidate.attributes.isEmpty {
            let attributes = candidate.attributes.filter { !$0.value.isEmpty }
            members.append(.init("attributes", .object(attributes.map { .init($0.key, .string($0.value)) })))
        }
        if !candidate.wishes.isEmpty { members.append(.init("wishes", .array(candidate.wishes.map(JSONValue.string)))) }
        if !candidate.reviews.isEmpty { members.append(.init("reviews", .array(candidate.reviews.map(json)))) }
        return .object(members)
    }

    private static func json(of review: Candidate.Review) -> JSONValue {
        .object([
            .init("reviewer", .string(review.reviewer)), .init("criterion", .string(review.criterion)),
            .init("points", .number(String(review.points))), .init("conflict", .bool(review.hasConflict)),
        ])
    }
}
