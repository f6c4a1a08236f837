import FormModel

/// Finds the fields' labels among a blank's words.
struct BlankLabels {
    /// A label as it was found.
    struct Hit {
        var field: FieldDefinition
        var name: FormFieldName
        var unit: Int
        /// Indices into the unit's words.
        var words: Range<Int>
    }

    private struct Candidate {
        var field: FieldDefinition
        var group: String?
        var unit: Int
        var words: Range<Int>
        /// Folded words it explains, less half a word for another name of the field.
        var weight: Double
    }

    /// Hits in reading order; no two share a word, and every field outside of groups has one at most.
    static func hits(_ form: FormDefinition, in blank: BlankWords) -> [Hit] {
        var candidates: [Candidate] = []
        for field in form.fields {
            if field.kind == .group {
                for inner in field.fields { candidates += Self.candidates(inner, group: field.key, blank) }
            } else {
                candidates += Self.candidates(field, group: nil, blank)
            }
        }
        candidates.sort { ($1.weight, $0.unit, $0.words.lowerBound) < ($0.weight, $1.unit, $1.words.lowerBound) }
        return numbered(chosen(candidates))
    }

    private static func candidates(_ field: FieldDefinition, group: String?, _ blank: BlankWords) -> [Candidate] {
        var texts = field.label.all.map { ($0.text, 0.0) } + field.aliases.map { ($0, 0.5) }
        if let clause = field.clause {
            // A form may print a consent's text without its name: its first words are enough to know it by.
            texts += clause.text.all.map {
                ($0.text.split(whereSeparator: \.isWhitespace).prefix(7).joined(separator: " "), 0.25)
            }
        }
        var found: [Candidate] = []
        for (text, penalty) in texts {
            let folds = BlankWords.folds(text)
            guard !folds.isEmpty else { continue }
            for (unit, content) in blank.units.enumerated() {
                for words in places(of: folds, in: content.words) {
                    let standing = standing(words, in: content.words)
                    // A clause may be part of a longer sentence; the name of a field is not.
                    if standing < 0, field.kind != .consent { continue }
                    found.append(
                        Candidate(
                            field: field,
                            group: group,
                            unit: unit,
                            words: words,
                            weight: Double(folds.count) - penalty + standing
                        )
                    )
                }
            }
        }
        return found
    }

    /// How much the place speaks for a label: a colon or a leader behind it, the beginning of its line; what stands amid a
    /// sentence is only a word of it. Less than a word in all, so that longer labels still go first.
    private static func standing(_ range: Range<Int>, in words: [BlankWords.Word]) -> Double {
        let before = words[..<range.lowerBound]
        let isFirst = before.allSatisfy { word in
            word.fold.isEmpty || word.isBox || word.fold.utf8.allSatisfy { (0x30...0x39).contains($0) }
        }
        let isBehindLeader = before.last?.isLeader ?? false
        let isEnded = words[range].last?.text.hasSuffix(":") ?? false
        let isFollowed = words[range.upperBound...].first.map { $0.isLeader || $0.isBox } ?? false
        let isAlone = isFirst && range.upperBound == words.count
        if isEnded || isFollowed || isAlone { return 0.45 }
        return isFirst || isBehindLeader ? 0.2 : -0.45
    }

    /// Where the folded words stand one after the other; signs between them are passed over.
    private static func places(of folds: [String], in words: [BlankWords.Word]) -> [Range<Int>] {
        var places: [Range<Int>] = []
        for start in words.indices where !words[start].fold.isEmpty {
            var position = start
            var next = 0
            while position < words.count, next < folds.count {
                let pieces = BlankWords.folds(words[position].text)
                guard pieces.isEmpty ? position > start : folds[next...].starts(with: pieces) else { break }
                next += pieces.count
                position += 1
            }
            if next == folds.count { places.append(start..<position) }
        }
        return places
    }

    private static func chosen(_ candidates: [Candidate]) -> [Candidate] {
        var taken: Set<[Int]> = []
        var done: Set<String> = []
        var chosen: [Candidate] = []
        for candidate in candidates {
            let words = candidate.words.map { [candidate.unit, $0] }
            guard !words.contains(where: taken.contains), candidate.group != nil || !done.contains(candidate.field.key)
            else {
                continue
            }
            taken.formUnion(words)
            if candidate.group == nil { done.insert(candidate.field.key) }
            chosen.append(candidate)
        }
        return chosen.sorted { ($0.unit, $0.words.lowerBound) < ($1.unit, $1.words.lowerBound) }
    }

    /// Inner fields of a group are counted as they come.
    private static func numbered(_ candidates: [Candidate]) -> [Hit] {
        var counts: [String: Int] = [:]
        return candidates.map { candidate in
            guard let group = candidate.group else {
                return Hit(
                    field: candidate.field,
                    name: FormFieldName(candidate.field.key),
                    unit: candidate.unit,
                    words: candidate.words
                )
            }
            let count = counts[group + "/" + candidate.field.key, default: 0] + 1
            counts[group + "/" + candidate.field.key] = count
            return Hit(
                field: candidate.field,
                name: FormFieldName(group: group, entry: count, inner: candidate.field.key),
                unit: candidate.unit,
                words: candidate.words
            )
        }
    }
}
