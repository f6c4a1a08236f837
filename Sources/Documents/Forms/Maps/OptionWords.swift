import FormModel

/// Finds the options of a question among printed words: «TAK / NIE*», «Pani/Pan/forma neutralna», where one is to be
/// underlined or the others struck out.
struct OptionWords {
    struct Found {
        var key: String
        var box: PageBox
        var label: String
    }

    /// A printed word, or the part of one between slashes.
    private struct Piece {
        var text: String
        var fold: String
        var box: PageBox
    }

    /// Fewer options are words of a sentence, not a choice.
    private static let countMin = 2

    /// In the order of the options, each where it stands first; longer names first, so that «nie» is not found in «nie wiem».
    static func found(_ options: [(key: String, texts: [[String]])], in words: [BlankWords.Word]) -> [Found] {
        let pieces = words.flatMap(pieces(of:))
        let names = options.flatMap { option in option.texts.filter { !$0.isEmpty }.map { (key: option.key, folds: $0) }
        }
        var taken: Set<Int> = []
        var found: [String: Found] = [:]
        for name in names.sorted(by: { ($1.folds.count, $0.key) < ($0.folds.count, $1.key) })
        where found[name.key] == nil {
            guard let range = range(of: name.folds, in: pieces, without: taken) else { continue }
            taken.formUnion(range)
            let box = pieces[range].dropFirst().reduce(pieces[range.lowerBound].box) { $0.union($1.box) }
            let label = pieces[range].map(\.text).joined(separator: " ")
            found[name.key] = Found(key: name.key, box: box, label: label)
        }
        return found.count < countMin ? [] : options.compactMap { found[$0.key] }
    }

    private static func range(of folds: [String], in pieces: [Piece], without taken: Set<Int>) -> Range<Int>? {
        guard pieces.count >= folds.count else { return nil }
        for start in 0...(pieces.count - folds.count) {
            let range = start..<(start + folds.count)
            if taken.isDisjoint(with: range), pieces[range].map(\.fold) == folds { return range }
        }
        return nil
    }

    /// What stands between slashes has its share of the word's width.
    private static func pieces(of word: BlankWords.Word) -> [Piece] {
        let count = Double(max(1, word.text.unicodeScalars.count))
        var pieces: [Piece] = []
        var start = 0
        for part in word.text.unicodeScalars.split(separator: "/", omittingEmptySubsequences: false) {
            let text = String(part)
            let fold = BlankWords.fold(text)
            let left = word.box.x + word.box.width * Double(start) / count
            start += part.count + 1
            guard !fold.isEmpty, !word.isBox else { continue }
            let box = PageBox(
                x: left,
                y: word.box.y,
                width: word.box.width * Double(part.count) / count,
                height: word.box.height
            )
            pieces.append(Piece(text: text, fold: fold, box: box))
        }
        return pieces
    }
}
