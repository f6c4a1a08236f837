public import FormModel
import Foundation
import Selection

/// What a person says about a draw: the value, where it comes from, and the commitment made before.
public struct DrawRequest: Sendable {
    public var seed: String?
    /// `drand-quicknet:4711`, `dice`, `lot` …
    public var source: String?
    /// When the value became known; a beacon's round says so itself.
    public var knownAt: Instant?
    /// Minutes of a draw by hand.
    public var minutes: String
    /// The commitment's file: written when there is no seed, read when there is one.
    public var commitment: String?
    /// File for everybody's proof of being in the pool; with a commitment that is being written only.
    public var receipts: String?

    public init(
        seed: String? = nil,
        source: String? = nil,
        knownAt: Instant? = nil,
        minutes: String = "",
        commitment: String? = nil,
        receipts: String? = nil
    ) {
        self.seed = seed
        self.source = source
        self.knownAt = knownAt
        self.minutes = minutes
        self.commitment = commitment
        self.receipts = receipts
    }

    /// Whether a commitment is to be written, not a draw made.
    public var isCommitting: Bool { commitment != nil && seed == nil }

    /// A value of 96 hexadecimal digits from a beacon is its signature; anything else is the value itself.
    private var signature: String? {
        guard let seed, seed.utf8.count == 96, source?.hasPrefix("drand") == true else { return nil }
        return seed.lowercased()
    }

    var value: Seed? { signature.flatMap { SeedOrigin.seed(signature: $0) } ?? seed.map { Seed(text: $0) } }

    func origin(drawnAt now: Instant) -> SeedOrigin? {
        guard seed != nil, source != nil || commitment != nil || !minutes.isEmpty || knownAt != nil else { return nil }
        return SeedOrigin(
            text: source ?? "unstated",
            knownAt: knownAt,
            minutes: minutes,
            drawnAt: now,
            signature: signature
        )
    }

    // MARK: - Files

    func readCommitment() throws(DeskError) -> Commitment? {
        guard let path = commitment, seed != nil else { return nil }
        guard let data = FileManager.default.contents(atPath: path) else {
            throw DeskError(
                .fileUnreadable,
                "Nie można odczytać zobowiązania „\(path)”. Bez --seed polecenie je zapisuje.",
                "The commitment “\(path)” cannot be read. Without --seed the command writes it."
            )
        }
        guard let read = Commitment(bytes: [UInt8](data)) else {
            throw DeskError(
                .commitmentInvalid,
                "Plik „\(path)” nie jest zobowiązaniem.",
                "The file “\(path)” is no commitment."
            )
        }
        return read
    }

    /// Refuses to replace a commitment that was made already: it stays visible.
    func checkFree() throws(DeskError) {
        guard let path = commitment, FileManager.default.fileExists(atPath: path) else { return }
        throw DeskError(
            .commitmentInvalid,
            "Plik „\(path)” już istnieje, a zobowiązania się nie zastępuje. Losuj z niego (--seed) albo podaj nową nazwę.",
            "The file “\(path)” exists already and a commitment is never replaced. Draw from it (--seed) or give a new name."
        )
    }

    func write(_ made: Commitment, _ tree: PoolTree?, pool: [Candidate]) throws(DeskError) {
        if let path = commitment { try OutputFile.write(made.bytes, to: path) }
        guard let path = receipts, let tree else { return }
        var bytes: [UInt8] = []
        for candidate in pool {
            guard let receipt = tree.receipt(of: candidate.id) else { continue }
            bytes += receipt.bytes
            bytes.append(0x0A)
        }
        try OutputFile.write(bytes, to: path)
    }

    /// A tree with a secret that nobody keeps: the receipts hold the salts.
    func tree(_ pool: [Candidate], _ environment: DeskEnvironment) -> PoolTree? {
        guard receipts != nil else { return nil }
        return PoolTree(pool, secret: (0..<32).map { _ in UInt8(environment.randomNumber(256)) })
    }
}

/// A commitment that was written, as it is shown.
public struct CommitmentReport: Sendable {
    public var activity: String?
    public var file: String
    /// SHA-256 to be published.
    public var hash: String
    public var poolCount: Int
    public var time: Instant?
    public var seedSource: String?
    public var poolRoot: String?

    init(_ made: Commitment, file: String, poolCount: Int, activity: String? = nil) {
        self.activity = activity
        self.file = file
        hash = made.hash
        self.poolCount = poolCount
        time = made.time
        seedSource = made.seedSource
        poolRoot = made.poolRoot
    }
}
