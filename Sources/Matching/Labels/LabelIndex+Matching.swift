import FormModel

extension LabelIndex {
    /// A match below this is none.
    static let scoreMin = 0.65
    /// The same for words that nothing marks as a label: an answer may resemble one.
    static let unmarkedScoreMin = 0.75
    /// Two fields closer together than this are equally good.
    static let rivalry = 0.06

    /// What words with this hash name, the fields of the group being read first.
    func exactMatch(_ key: UInt64, group: Int?) -> LabelMatch? {
        guard let found = exact[key] else { return nil }
        let inScope = found.filter { questions[entries[$0].question].group == group }
        let topLevel = inScope.isEmpty ? found.filter { questions[entries[$0].question].group == nil } : inScope
        let candidates = topLevel.isEmpty ? found : topLevel
        guard let best = candidates.map({ entries[$0].strength }).max() else { return nil }
        return match(candidates.filter { entries[$0].strength > best - 0.03 }, score: best)
    }

    private func match(_ candidates: [Int], score: Double, isFuzzy: Bool = false) -> LabelMatch? {
        guard let first = candidates.first else { return nil }
        let entry = entries[first]
        var found = LabelMatch(targets: [], score: score, language: entry.language, isFuzzy: isFuzzy)
        let fields = Set(candidates.map { entries[$0].question })
        let isSharedName = candidates.allSatisfy { entries[$0].role == .fullName }
        if fields.count == 1 || isSharedName {
            for index in candidates where !found.targets.contains(where: { $0.question == entries[index].question }) {
                found.targets.append(.init(question: entries[index].question, role: entries[index].role))
            }
        } else {
            found.rivals = fields.sorted()
        }
        return found
    }

    /// The label that resembles the words most, by shared words and small spelling differences; nil when none does.
    /// Running text (`isProse`) is looked up among statements only.
    ///
    /// With `isMarked` something shows that the words are a label, such as a colon: then a part of a label's words, or
    /// a label of one word among others, counts too.
    func fuzzyMatch(_ words: WordList, group: Int?, isProse: Bool = false, isMarked: Bool = true) -> LabelMatch? {
        guard !words.isEmpty, words.hashes.count <= Self.wordCountMax, !isProse || hasStatements else { return nil }
        let key = LabelMemo.Key(
            words: words.key,
            wordCount: words.hashes.count,
            group: group,
            isProse: isProse,
            isMarked: isMarked
        )
        return memo.match(key) { lookUp(words, group: group, isProse: isProse, isMarked: isMarked) }
    }

    private func lookUp(_ words: WordList, group: Int?, isProse: Bool, isMarked: Bool) -> LabelMatch? {
        let weights = words.hashes.map { StopWords.hashes.contains($0) ? StopWords.weight : 1 }
        let total = weights.reduce(0, +)
        var scores: [(entry: Int, score: Double)] = []
        for index in candidates(for: words, weights: weights, total: total) {
            if isProse, questions[entries[index].question].shape != .flag { continue }
            let score = score(of: entries[index], for: words, weights: weights, total: total)
            if score >= (isMarked ? Self.scoreMin : Self.unmarkedScoreMin) {
                scores.append((index, score * entries[index].strength))
            }
        }
        return best(of: scores, group: group)
    }

    private func best(of scores: [(entry: Int, score: Double)], group: Int?) -> LabelMatch? {
        let inGroup = scores.filter { questions[entries[$0.entry].question].group == group }
        let scope = inGroup.isEmpty ? scores : inGroup
        guard let top = scope.map(\.score).max(), top >= Self.scoreMin else { return nil }
        let near = scope.filter { $0.score > top - Self.rivalry }.sorted { ($1.score, $0.entry) < ($0.score, $1.entry) }
        let tops = near.filter { $0.score > top - 0.001 }.map(\.entry)
        if Set(near.map { entries[$0.entry].question }).count == 1 {
            return match([tops[0]], score: top, isFuzzy: true)
        }
        return match(near.map(\.entry), score: top, isFuzzy: true)
    }

    /// Entries that share so much with the words that a closer look may pay.
    private func candidates(for words: WordList, weights: [Double], total: Double) -> [Int] {
        var shared: [Double] = []
        var touched: [Int] = []
        for (index, word) in words.hashes.enumerated() where weights[index] > StopWords.weight {
            guard let holders = byWord[word] else { continue }
            if shared.isEmpty { shared = [Double](repeating: 0, count: entries.count) }
            for entry in holders {
                if shared[entry] == 0 { touched.append(entry) }
                shared[entry] += 1
            }
        }
        // A slip in the only word of a label leaves no word in common.
        guard !touched.isEmpty else { return entriesOfLength(near: words.fold.count) }
        return touched.filter { entry in
            let weight = entries[entry].weight
            // Small words and slips may still join in, so the bounds are lower than those of the score.
            return shared[entry] * 2 >= 0.5 * (total + weight) || shared[entry] >= 0.5 * weight
                || shared[entry] >= 0.5 * total
        }
    }

    private func entriesOfLength(near length: Int) -> [Int] {
        let tolerance = EditDistance.tolerance(for: length)
        guard tolerance > 0 else { return [] }
        return (length - tolerance...length + tolerance).flatMap { byLength[$0] ?? [] }
    }

    private func score(of entry: LabelEntry, for words: WordList, weights: [Double], total: Double) -> Double {
        let tolerance = EditDistance.tolerance(for: entry.fold.count)
        if let slips = EditDistance.within(tolerance, entry.fold[...], words.fold[...]) {
            return 0.97 - 0.04 * Double(slips)
        }
        let shared = sharedWeight(entry, words, weights)
        let own = entry.weight
        let harmony = 2 * shared.weight / (total + own)
        if harmony > 0.999 { return 0.95 - 0.04 * Double(shared.slips) }
        if harmony >= 0.75 { return harmony - 0.03 * Double(shared.slips) }
        if entry.isClause {
            return shared.weight / total >= 0.85 && shared.strong >= 4 ? 0.85 : 0
        }
        if shared.weight / total > 0.999, entry.words.starts(with: words.hashes) { return 0.7 }
        guard shared.weight / own > 0.999, words.hashes.count <= 9 else { return 0 }
        return shared.strong >= 2 ? 0.8 : words.hashes.count <= 5 ? 0.68 : 0
    }

    private func sharedWeight(
        _ entry: LabelEntry,
        _ words: WordList,
        _ weights: [Double]
    ) -> (weight: Double, strong: Int, slips: Int) {
        var used = [Bool](repeating: false, count: words.hashes.count)
        var weight = 0.0
        var strong = 0
        var slips = 0
        for position in entry.words.indices {
            var hit = words.hashes.indices.first { words.hashes[$0] == entry.words[position] && !used[$0] }
            if hit == nil, let near = nearWord(entry, position, words, used) {
                hit = near
                slips += 1
            }
            guard let hit else { continue }
            used[hit] = true
            weight += weights[hit]
            if weights[hit] > StopWords.weight { strong += 1 }
        }
        return (weight, strong, slips)
    }

    private func nearWord(_ entry: LabelEntry, _ position: Int, _ words: WordList, _ used: [Bool]) -> Int? {
        let start = position == 0 ? 0 : entry.wordEnds[position - 1]
        let word = entry.fold[start..<entry.wordEnds[position]]
        let tolerance = EditDistance.tolerance(for: word.count)
        guard tolerance > 0 else { return nil }
        return words.hashes.indices.first {
            // A slip seldom spoils both ends of a word.
            let other = words.word($0)
            guard other.first == word.first || other.last == word.last else { return false }
            return !used[$0] && EditDistance.within(tolerance, word, other) != nil
        }
    }

    /// Words of a text beyond which it is no label.
    static let wordCountMax = 60
}
