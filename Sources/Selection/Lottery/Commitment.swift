public import FormModel

/// What is published before the seed exists: hashes of rules and pool, and for equal chances the lists, tickets and proof.
///
/// Whoever publishes its hash can no longer change who is on which ticket; the seed drawn afterwards decides alone.
public struct Commitment: Hashable, Sendable {
    static let schema = "nabor-commitment-1"

    public let json: JSONValue
    /// Canonical JSON (RFC 8785).
    public let bytes: [UInt8]

    init(_ json: JSONValue) {
        self.json = json
        bytes = CanonicalJSON.bytes(of: json)
    }

    /// The order of members in the text a commitment was read from says nothing.
    public static func == (left: Commitment, right: Commitment) -> Bool { left.bytes == right.bytes }

    public func hash(into hasher: inout Hasher) { hasher.combine(bytes) }

    /// A commitment out of a record, as it stands there.
    public init(canonical json: JSONValue) { self.init(json) }

    /// Reads a commitment file; nil when it is none. Whether it fits a pool is checked when it is drawn from.
    public init?(bytes: [UInt8]) {
        guard let json = try? JSONParser.parse(bytes), json["schema"]?.text == Self.schema else { return nil }
        self.init(json)
    }

    /// When it was made, and so the moment that no seed may be older than.
    public var time: Instant? { json["time"]?.integer.map { Instant(millisecondsSinceEpoch: Int64($0)) } }

    /// The source of the seed that was announced with it: `drand-quicknet:4711`.
    public var seedSource: String? { json["seedSource"]?.text }

    /// Root of the salted pool, with which everybody can find their own row in it.
    public var poolRoot: String? { json["poolRoot"]?.text }

    /// SHA-256 of the canonical bytes: what is shown, mailed and written down before the draw.
    public var hash: String { Digest.sha256(bytes) }

    /// The seed that counts for a value drawn after the commitment: SHA-256("sel-1" + hash + value), all as text.
    func seed(for value: Seed) -> Seed {
        Seed(text: Digest.sha256(Array("\(RecordWriter.algorithm)\(hash)\(value.hex)".utf8)))
    }
}

extension Selector {
    /// The commitment to publish before the seed of a lottery is drawn.
    ///
    /// - Parameters:
    ///   - time: now; a value that was known by then is refused at the draw.
    ///   - seedSource: where the seed will come from, as `drand-quicknet:4711`.
    ///   - poolRoot: root of the salted pool.
    public func commit(
        pool: [Candidate],
        kept: [Participant] = [],
        at time: Instant? = nil,
        seedSource: String? = nil,
        poolRoot: String? = nil
    ) throws(SelectionError) -> Commitment {
        try PoolCheck.check(pool, kept: kept)
        let compiled = try CompiledRules(rules, context: context)
        let head = CommitmentHead(compiled, pool: pool, kept: kept)
            .adding(time: time, seedSource: seedSource, poolRoot: poolRoot)
        guard rules.method == .lottery, rules.fairness == .leximin else { return Commitment(.object(head.members)) }
        let run = LotteryRun(compiled, pool: pool, entrants: Entrants(compiled, pool: pool), kept: kept)
        switch try run.prepare() {
        case .lottery(let problem, let lottery, let model):
            let record = RecordWriter(compiled, pool: pool, kept: kept, seed: nil, problem: problem)
            let hash = ProblemHash.hash(of: record.record(outcome: nil, decisions: []).json)
            return Commitment(
                .object(
                    head.members + [
                        .init("problemHash", .string(hash)), .init("lottery", LotteryJSON.json(of: lottery, model)),
                    ]
                )
            )
        case .infeasible(let problem):
            let conflict = Diagnosis(problem).conflict().map { problem.rows[$0.row].label }
            throw SelectionError(.rulesConflict, subject: conflict.joined(separator: ", "))
        }
    }
}

/// The part every commitment has.
struct CommitmentHead {
    private(set) var members: [JSONValue.Member]

    init(_ compiled: CompiledRules, pool: [Candidate], kept: [Participant]) {
        members = [
            .init("schema", .string(Commitment.schema)),
            .init("algorithm", .string(RecordWriter.algorithm)),
            .init("rulesHash", .string(Digest.sha256(CanonicalJSON.bytes(of: RulesJSON.json(of: compiled.rules))))),
            .init("poolCount", .number(String(pool.count))),
            .init("poolHash", .string(PoolDigest.digest(pool))),
            .init("keptHash", .string(PoolDigest.digest(kept.map(\.candidate)))),
        ]
    }

    func adding(time: Instant?, seedSource: String?, poolRoot: String?) -> CommitmentHead {
        var head = self
        if let time { head.members.append(.init("time", .number(String(time.millisecondsSinceEpoch)))) }
        if let seedSource { head.members.append(.init("seedSource", .string(seedSource))) }
        if let poolRoot { head.members.append(.init("poolRoot", .string(poolRoot))) }
        return head
    }

    /// The first member in which a commitment differs; nil when it belongs to this pool and these rules.
    func difference(from commitment: Commitment) -> String? {
        members.first { commitment.json[$0.key] != $0.value }?.key
    }
}
