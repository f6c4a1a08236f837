public import FormModel

/// Where the value of a seed comes from and when it became known: a public beacon, dice, or a lot with minutes.
public struct SeedOrigin: Hashable, Sendable {
    /// `drand-quicknet`, `dice`, `lot`, or any other name the rules give.
    public var source: String
    /// Round of a beacon; its time follows from it and need not be believed.
    public var round: Int64?
    /// When the value became public, as stated; for a beacon's round it is worked out.
    public var knownAt: Instant?
    /// What the minutes of a draw by hand say: who was there, what was thrown.
    public var minutes: String
    /// When the draw was carried out.
    public var drawnAt: Instant?
    /// The beacon's signature, in hexadecimal, where it was given: the value is its SHA-256.
    public var signature: String?

    public init(
        source: String,
        round: Int64? = nil,
        knownAt: Instant? = nil,
        minutes: String = "",
        drawnAt: Instant? = nil,
        signature: String? = nil
    ) {
        self.source = source
        self.round = round
        self.signature = signature
        self.knownAt = knownAt ?? round.flatMap { Self.moment(of: source, round: $0) }
        self.minutes = minutes
        self.drawnAt = drawnAt
    }

    /// `drand-quicknet:4711` or a bare name.
    public init(
        text: String,
        knownAt: Instant? = nil,
        minutes: String = "",
        drawnAt: Instant? = nil,
        signature: String? = nil
    ) {
        let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
        let round = parts.count == 2 ? Int64(parts[1]) : nil
        self.init(
            source: round == nil ? text : parts[0],
            round: round,
            knownAt: round.flatMap { Self.moment(of: parts[0], round: $0) } ?? knownAt,
            minutes: minutes,
            drawnAt: drawnAt,
            signature: signature
        )
    }

    /// The value that a beacon's signature stands for.
    public static func seed(signature: String) -> Seed? {
        Hex.bytes(of: signature).flatMap { $0.isEmpty ? nil : Seed(hex: Digest.sha256($0)) }
    }

    /// The name with its round, as a commitment announces it.
    public var text: String { round.map { "\(source):\($0)" } ?? source }

    // MARK: - Beacons

    static let drandQuicknet = "drand-quicknet"
    /// The quicknet chain of drand: round 1 at this second of 2023-08-23, one round each three seconds.
    private static let quicknetGenesis: Int64 = 1_692_803_367
    private static let quicknetPeriod: Int64 = 3
    private static let roundMax: Int64 = 1 << 40

    /// When a round of a beacon that is known here comes out.
    static func moment(of source: String, round: Int64) -> Instant? {
        guard source == drandQuicknet, (1...roundMax).contains(round) else { return nil }
        return Instant(millisecondsSinceEpoch: (quicknetGenesis + (round - 1) * quicknetPeriod) * 1_000)
    }

    // MARK: - JSON

    var json: JSONValue {
        var members: [JSONValue.Member] = [.init("source", .string(source))]
        func add(_ key: String, _ value: Int64?) {
            if let value { members.append(.init(key, .number(String(value)))) }
        }
        add("round", round)
        add("knownAt", knownAt?.millisecondsSinceEpoch)
        add("drawnAt", drawnAt?.millisecondsSinceEpoch)
        if !minutes.isEmpty { members.append(.init("minutes", .string(minutes))) }
        if let signature { members.append(.init("signature", .string(signature))) }
        return .object(members)
    }

    /// As a record states it; nil when it names no source.
    public init?(_ json: JSONValue) {
        guard let source = json["source"]?.text else { return nil }
        func moment(_ key: String) -> Instant? {
            json[key]?.integer.map { Instant(millisecondsSinceEpoch: Int64($0)) }
        }
        self.source = source
        round = json["round"]?.integer.map(Int64.init)
        knownAt = moment("knownAt")
        minutes = json["minutes"]?.text ?? ""
        drawnAt = moment("drawnAt")
        signature = json["signature"]?.text
    }
}

/// Whether a draw keeps the order of acts: first the commitment, then the value.
struct DrawOrder {
    let commitment: Commitment?
    let origin: SeedOrigin?
    let rules: SelectionRules

    func check() throws(SelectionError) {
        if let fault { throw fault }
    }

    var fault: SelectionError? {
        guard let origin else { return nil }
        if let round = origin.round, SeedOrigin.moment(of: origin.source, round: round) != origin.knownAt {
            return SelectionError(.seedOriginInvalid, subject: origin.text)
        }
        if origin.source == SeedOrigin.drandQuicknet, origin.round == nil {
            return SelectionError(.seedOriginInvalid, subject: origin.source)
        }
        if let wanted = rules.seed, !([wanted.source] + wanted.fallback).contains(origin.source) {
            return SelectionError(.seedSourceDiffers, subject: origin.source)
        }
        if let known = origin.knownAt, let after = rules.seed?.after, known < after {
            return SelectionError(.seedKnownBefore, subject: "\(known) < \(after)")
        }
        guard let commitment else { return nil }
        if let announced = commitment.seedSource, announced != origin.text,
            !(rules.seed?.fallback ?? []).contains(origin.source)
        {
            return SelectionError(.seedSourceDiffers, subject: origin.text)
        }
        guard let committed = commitment.time else { return nil }
        for moment in [origin.knownAt, origin.drawnAt].compactMap(\.self) where moment <= committed {
            return SelectionError(.seedKnownBefore, subject: "\(moment) ≤ \(committed)")
        }
        return nil
    }

    /// What the record says of the draw: its origin, or that it was a rehearsal.
    var members: [JSONValue.Member] {
        var members: [JSONValue.Member] = []
        if let origin { members.append(.init("draw", origin.json)) }
        if rules.method == .lottery, commitment == nil { members.append(.init("rehearsal", .bool(true))) }
        return members
    }

    /// The commitment too, for a record.
    var recordMembers: [JSONValue.Member] {
        (commitment.map { [.init("commitment", $0.json)] } ?? []) + members
    }

    /// The same checks on a record that somebody else wrote.
    static func differences(_ json: JSONValue, rules: SelectionRules) -> [Difference] {
        let order = DrawOrder(
            commitment: json["commitment"].map { Commitment($0) },
            origin: json["draw"].flatMap { SeedOrigin($0) },
            rules: rules
        )
        var found: [Difference] = []
        if json["method"]?.text != rules.method.rawValue {
            found.append(Difference(path: "method", recorded: "another", expected: rules.method.rawValue))
        }
        if let fault = order.fault {
            found.append(Difference(path: "draw", recorded: fault.subject, expected: "a value not known before"))
        }
        if let signature = order.origin?.signature, SeedOrigin.seed(signature: signature)?.hex != json["seed"]?.text {
            found.append(Difference(path: "draw.signature", recorded: signature, expected: "SHA-256 of it is the seed"))
        }
        if let draw = json["draw"], order.origin?.json != draw {
            let known = order.origin.map { CanonicalJSON.bytes(of: $0.json) }
            if known != CanonicalJSON.bytes(of: draw) {
                found.append(Difference(path: "draw", recorded: "unreadable", expected: "source, round, times"))
            }
        }
        let isRehearsal = rules.method == .lottery && json["commitment"] == nil
        if (json["rehearsal"]?.flag ?? false) != isRehearsal {
            found.append(
                Difference(
                    path: "rehearsal",
                    recorded: isRehearsal ? "absent" : "true",
                    expected: isRehearsal ? "true" : "absent"
                )
            )
        }
        return found
    }
}
