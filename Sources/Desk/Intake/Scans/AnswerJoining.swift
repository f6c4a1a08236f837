import FormModel

/// What pages that came later add to the answers of a registration: answers that it lacks, and entries of repeating groups
/// by their numbers on paper. What stands stays; where a page says something else, a person is told.
struct AnswerJoining {
    /// New answers, and groups with the new entries among the old ones.
    private(set) var added = AnswerSet()
    /// All that stand now.
    private(set) var values: [String: AnswerValue]
    /// About answers that differ.
    private(set) var findings: [Finding] = []

    private let place: String

    /// - Parameter known: the registration's answers with their evidence.
    init(_ known: AnswerSet, _ later: AnswerSet, place: String) {
        values = known.values
        self.place = place
        for (key, answer) in later.byField.sorted(by: { $0.key < $1.key }) {
            guard let old = known[key] else {
                add(answer, key)
                continue
            }
            if case .group(let entries) = old.value, case .group(let others) = answer.value {
                join(key, (entries, old.evidence), (others, answer.evidence), answer)
            } else if old.value != answer.value {
                tell(key)
            }
        }
    }

    private mutating func add(_ answer: Answer, _ key: String) {
        added[key] = answer
        values[key] = answer.value
    }

    private mutating func tell(_ path: String) {
        findings.append(Finding(.candidatesDiffer, field: path, place: place, parameters: ["other": place]))
    }

    // MARK: Groups

    private typealias Entries = (entries: [[String: AnswerValue]], evidence: [Evidence])

    private mutating func join(_ key: String, _ old: Entries, _ later: Entries, _ answer: Answer) {
        let first = Self.numbers(of: old, key) ?? Array(1...max(1, old.entries.count))
        let behind = (first.last ?? 0) + 1
        // Without numbers on paper they come after all others: nothing is laid over anything.
        let second = Self.numbers(of: later, key) ?? Array(behind..<behind + later.entries.count)
        var byNumber = Dictionary(zip(first, old.entries)) { one, _ in one }
        for (number, entry) in zip(second, later.entries) {
            var joined = byNumber[number] ?? [:]
            for (inner, value) in entry {
                if let known = joined[inner], known != value { tell(key) } else { joined[inner] = value }
            }
            byNumber[number] = joined
        }
        let entries = byNumber.keys.sorted().compactMap { byNumber[$0] }
        guard entries != old.entries else { return }
        var joined = answer
        joined.value = .group(entries)
        add(joined, key)
    }

    /// The numbers that the entries have on paper (`delegates[3]`), in their order; nil where they do not tell.
    private static func numbers(of group: Entries, _ key: String) -> [Int]? {
        let numbers = Set(group.evidence.compactMap { SheetPieces.number(key, in: $0.place) }).sorted()
        return numbers.count == group.entries.count ? numbers : nil
    }
}
