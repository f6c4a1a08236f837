import FormModel

/// Tells to which entry of a repeating group each label belongs: by headings («Osoba 2»), by numbers in the labels, and
/// by labels that come again.
struct GroupEntries {
    private var current: [Int: Int] = [:]
    private var asked: [Int: Set<Int>] = [:]

    static let entryMax = 200

    /// The entry, counted from 0, of a label for a field of the group.
    mutating func entry(of question: Int, group: Int, number: Int?) -> Int {
        if let number, number <= Self.entryMax {
            current[group] = number - 1
            asked[group] = [question]
            return number - 1
        }
        if asked[group, default: []].contains(question) {
            current[group, default: 0] += 1
            asked[group] = []
        }
        asked[group, default: []].insert(question)
        return current[group, default: 0]
    }

    /// A heading begins an entry.
    mutating func startEntry(_ number: Int, group: Int) {
        guard number <= Self.entryMax else { return }
        current[group] = number - 1
        asked[group] = []
    }

    /// The number of a heading such as «Osoba 2», «Delegat/ka nr 2:», «2. uczestnik», «II osoba».
    static func heading(_ layout: Layout, line: Int) -> Int? {
        guard (1...6).contains(layout.lines[line].wordCount) else { return nil }
        var number: Int?
        var isPerson = false
        for position in layout.lines[line].tokens where layout.tokens[position].kind == .word {
            let token = layout.tokens[position]
            if personWords.contains(token.hash) {
                isPerson = true
            } else if number == nil {
                number = Numbering.value(layout.fold(token)) ?? number
            }
        }
        return isPerson ? number : nil
    }

    private static let personWords: Set<UInt64> = Set(
        [
            "osoba", "osoby", "delegat", "delegatka", "delegata", "delegatki", "delegowana", "uczestnik",
            "uczestniczka",
            "uczestnika", "uczestniczki", "przedstawiciel", "przedstawicielka", "person", "delegate", "participant",
            "representative", "особа", "делегат", "учасник", "учасниця", "участник", "участница", "удзельнік",
            "человек",
        ].map { WordList.words(of: $0, withoutHints: false).key }
    )
}
