import FormModel

/// The wordings of an option list, prepared for looking up: keys, labels in every language, aliases.
struct OptionTable: Sendable {
    struct Match: Sendable {
        var index: Int
        var certainty: Double
    }

    private let indexByWording: [String: Int]
    /// For spellings that only resemble a wording.
    private let wordings: [(bytes: [UInt8], index: Int)]

    init(_ options: [Option]) {
        var exact: [String: Int] = [:]
        var ordered: [(bytes: [UInt8], index: Int)] = []
        func add(_ wording: String, _ index: Int) {
            let folded = LetterFold.folded(TextCleaning.composed(wording))
            guard !folded.isEmpty, exact[folded] == nil else { return }
            exact[folded] = index
            ordered.append((Array(folded.utf8), index))
        }
        // Keys and labels first: an alias never takes a label away from another option.
        for (index, option) in options.enumerated() { add(option.key, index) }
        for (index, option) in options.enumerated() {
            for label in option.label.all { add(label.text, index) }
        }
        for (index, option) in options.enumerated() {
            for alias in option.aliases { add(alias, index) }
            for label in option.label.all {
                // „fundacja (z numerem KRS)” is answered with „fundacja”.
                if let bracket = label.text.firstIndex(of: "(") { add(String(label.text[..<bracket]), index) }
            }
        }
        indexByWording = exact
        wordings = ordered
    }

    func match(_ text: String) -> Match? {
        let folded = LetterFold.folded(text)
        guard !folded.isEmpty else { return nil }
        if let index = indexByWording[folded] { return Match(index: index, certainty: 1) }
        let bytes = Array(folded.utf8)
        return resembling(bytes) ?? beginning(bytes)
    }

    /// The one option with a wording nearest to the text, within the tolerance for its length.
    private func resembling(_ bytes: [UInt8]) -> Match? {
        let tolerance = SpellingDistance.tolerance(byteCount: bytes.count)
        guard tolerance > 0 else { return nil }
        var best: (distance: Int, indexes: Set<Int>) = (tolerance + 1, [])
        for wording in wordings where SpellingDistance.tolerance(byteCount: wording.bytes.count) > 0 {
            guard let distance = SpellingDistance.between(bytes, wording.bytes, limit: tolerance),
                distance <= best.distance
            else { continue }
            if distance < best.distance { best = (distance, []) }
            best.indexes.insert(wording.index)
        }
        guard best.indexes.count == 1, let index = best.indexes.first else { return nil }
        return Match(index: index, certainty: best.distance == 1 ? 0.85 : 0.75)
    }

    /// „inna: spółdzielnia socjalna” begins with the wording of one option.
    private func beginning(_ bytes: [UInt8]) -> Match? {
        var found: (length: Int, index: Int)?
        for wording in wordings where wording.bytes.count >= 3 && wording.bytes.count < bytes.count {
            guard bytes[wording.bytes.count] == UInt8(ascii: " "), bytes.starts(with: wording.bytes) else { continue }
            if wording.bytes.count > found?.length ?? 0 { found = (wording.bytes.count, wording.index) }
        }
        return found.map { Match(index: $0.index, certainty: 0.7) }
    }
}
