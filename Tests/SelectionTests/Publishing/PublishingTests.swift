import FormModel
import Testing

@testable import Selection

/// Commitment before the seed, proof of being in the pool, and what is published.
@Suite struct PublishingTests {
    private static let rules = SelectionRules(seats: SeatRange(2), method: .lottery, fairness: .leximin)
    private static let noon = Instant(millisecondsSinceEpoch: 1_800_000_000_000)

    private static func pool(_ count: Int) -> [Candidate] {
        (0..<count).map { Candidate(id: "K\($0)", submittedAt: Int64($0), attributes: ["g": $0 % 2 == 0 ? "a" : "b"]) }
    }

    // MARK: - Order of acts

    @Test func valueKnownBeforeTheCommitmentIsRefused() throws {
        let selector = Selector(rules: Self.rules)
        let commitment = try selector.commit(pool: Self.pool(4), at: Self.noon)
        for (offset, isRefused) in [(-1, true), (0, true), (1, false)] {
            let origin = SeedOrigin(source: "dice", knownAt: Self.noon.adding(milliseconds: Int64(offset)))
            let draw = {
                try selector.run(
                    pool: Self.pool(4),
                    seed: Seed(text: "4 1 6"),
                    commitment: commitment,
                    origin: origin
                )
            }
            if isRefused {
                #expect(throws: SelectionError.self) { try draw() }
            } else {
                let result = try draw()
                #expect(RecordVerifier.verify(result.record.bytes) == [])
                #expect(result.record.json["rehearsal"] == nil)
            }
        }
    }

    /// Round 1 came out on 2023-08-23 at 15:09:27 UTC, a new one each three seconds.
    @Test func roundOfTheBeaconSaysItsTime() throws {
        #expect(SeedOrigin(text: "drand-quicknet:1").knownAt?.description == "2023-08-23T15:09:27Z")
        #expect(SeedOrigin(text: "drand-quicknet:21").knownAt?.description == "2023-08-23T15:10:27Z")
        // A round cannot be made younger by stating another time.
        let stated = SeedOrigin(text: "drand-quicknet:1", knownAt: Self.noon.adding(milliseconds: 9))
        let selector = Selector(rules: Self.rules)
        let commitment = try selector.commit(pool: Self.pool(4), at: Self.noon)
        let error = #expect(throws: SelectionError.self) {
            try selector.run(pool: Self.pool(4), seed: Seed(text: "x"), commitment: commitment, origin: stated)
        }
        #expect(error?.code == .seedKnownBefore)
    }

    @Test func beaconWithoutARoundIsRefused() throws {
        let error = #expect(throws: SelectionError.self) {
            try Selector(rules: Self.rules).run(
                pool: Self.pool(4),
                seed: Seed(text: "x"),
                origin: SeedOrigin(text: "drand-quicknet", knownAt: Self.noon)
            )
        }
        #expect(error?.code == .seedOriginInvalid)
    }

    @Test func onlyTheAnnouncedSourceOrAFallbackCounts() throws {
        var rules = Self.rules
        rules.seed = SeedRules(source: "drand-quicknet", after: Self.noon, fallback: ["dice"])
        let selector = Selector(rules: rules)
        let commitment = try selector.commit(pool: Self.pool(4), at: Self.noon, seedSource: "drand-quicknet:35800000")
        func code(_ origin: SeedOrigin) -> SelectionError.Code? {
            do throws(SelectionError) {
                _ = try selector.run(
                    pool: Self.pool(4),
                    seed: Seed(text: "x"),
                    commitment: commitment,
                    origin: origin
                )
                return nil
            } catch {
                return error.code
            }
        }
        let later = Self.noon.adding(milliseconds: 1_000)
        #expect(code(SeedOrigin(text: "drand-quicknet:35800000")) == nil)
        #expect(code(SeedOrigin(text: "drand-quicknet:35800001")) == .seedSourceDiffers)
        #expect(code(SeedOrigin(source: "dice", knownAt: later)) == nil)
        #expect(code(SeedOrigin(source: "mood", knownAt: later)) == .seedSourceDiffers)
        #expect(code(SeedOrigin(source: "dice", knownAt: Self.noon.adding(milliseconds: -1))) == .seedKnownBefore)
    }

    @Test func signatureOfTheBeaconIsTheValue() throws {
        let signature = String(repeating: "ab", count: 48)
        let seed = try #require(SeedOrigin.seed(signature: signature))
        let origin = SeedOrigin(text: "drand-quicknet:35800000", signature: signature)
        let record = try Selector(rules: Self.rules).run(pool: Self.pool(3), seed: seed, origin: origin).record
        #expect(RecordVerifier.verify(record.bytes) == [])
        let other = try Selector(rules: Self.rules).run(pool: Self.pool(3), seed: Seed(text: "y"), origin: origin)
            .record
        #expect(RecordVerifier.verify(other.bytes).map(\.path) == ["draw.signature"])
    }

    @Test func seedWithoutACommitmentIsMarkedAsARehearsal() throws {
        for fairness in SelectionRules.Fairness.allCases {
            var rules = Self.rules
            rules.fairness = fairness
            let record = try Selector(rules: rules).run(pool: Self.pool(3), seed: Seed(text: "y")).record
            #expect(record.json["rehearsal"] == .bool(true))
            let members = (record.json.members ?? []).filter { $0.key != "rehearsal" }
            #expect(!RecordVerifier.verify(CanonicalJSON.bytes(of: .object(members))).isEmpty)
        }
    }

    // MARK: - The pool

    @Test(arguments: [1, 2, 3, 4, 5, 8, 17, 64, 65]) func everybodyCanBeShownTheirRow(count: Int) throws {
        let pool = Self.pool(count)
        let tree = PoolTree(pool, secret: [7])
        #expect(PoolTree(pool.reversed(), secret: [7]).root == tree.root)
        for candidate in pool {
            let receipt = try #require(tree.receipt(of: candidate.id))
            #expect(receipt.id == candidate.id)
            #expect(PoolTree.Receipt(bytes: receipt.bytes)?.proves(root: tree.root) == true)
            RecordForgery.each(of: receipt.json) { forged in
                let read = PoolTree.Receipt(bytes: CanonicalJSON.bytes(of: forged))
                #expect(read?.proves(root: tree.root) != true)
            }
        }
        #expect(tree.receipt(of: "somebody else") == nil)
    }

    @Test func rootTellsNothingWithoutTheSalts() {
        #expect(PoolTree(Self.pool(3), secret: [1]).root != PoolTree(Self.pool(3), secret: [2]).root)
        #expect(PoolTree([], secret: [1]).root == Digest.sha256([]))
    }

    // MARK: - What is published

    private static func record() throws -> SelectionRecord {
        let selector = Selector(rules: rules)
        let commitment = try selector.commit(pool: pool(20), at: noon, poolRoot: PoolTree(pool(20), secret: [1]).root)
        return try selector.run(pool: pool(20), seed: Seed(text: "x"), commitment: commitment).record
    }

    @Test func rootOnlyAndTypesNameNobody() throws {
        let record = try Self.record()
        for mode in [SelectionRules.Publication.rootOnly, .types] {
            let published = try PublicRecord(record: record.bytes, mode: mode)
            let text = String(decoding: published.bytes, as: UTF8.self)
            for candidate in Self.pool(20) { #expect(!text.contains("\"\(candidate.id)\"")) }
            let json = try JSONParser.parse(published.bytes)
            #expect(json["recordHash"] == .string(record.sha256))
            #expect(json["totals"]?["selected"]?.integer == 2)
            #expect(json["poolRoot"] == record.json["commitment"]?["poolRoot"])
            #expect(json["seed"] == record.json["seed"] && json["ticket"] == record.json["ticket"])
        }
        #expect(try PublicRecord(record: record.bytes, mode: .pseudonyms).bytes == record.bytes)
    }

    @Test func kindsOfAFewPeopleAreNotPublished() throws {
        var pool = Self.pool(20)
        pool[3].attributes["g"] = "rare"
        var rules = Self.rules
        rules.quotas = [
            Quota(id: "g", subject: .attributes(["g"]), each: .init(minimum: .count(0), maximum: .count(1)))
        ]
        let record = try Selector(rules: rules).run(pool: pool, seed: Seed(text: "x")).record
        #expect(throws: PublicRecord.Fault.typesTooSmall(people: 1)) {
            try PublicRecord(record: record.bytes, mode: .types)
        }
        #expect(throws: PublicRecord.Fault.notARecord) { try PublicRecord(record: [], mode: .rootOnly) }
    }
}
