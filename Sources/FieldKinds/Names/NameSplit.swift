import FormModel

/// Splits a whole name into given names and surname by rule; always a proposal.
enum NameSplit {
    struct Result {
        var name: PersonName
        /// The rule had more than one way to read the name.
        var isUnclear: Bool
    }

    static func split(_ text: String) -> Result {
        if let comma = text.firstIndex(of: ",") {
            let surname = TextCleaning.line(String(text[..<comma])).text
            let given = TextCleaning.line(String(text[text.index(after: comma)...])).text
            if !surname.isEmpty, !given.isEmpty { return proposal(given: given, surname: surname, isUnclear: false) }
        }
        let words = text.split(separator: " ").map(String.init)
        guard words.count > 1 else { return Result(name: PersonName(full: text), isUnclear: false) }
        if let count = leadingSurnameCount(words) {
            return proposal(words[count...], words[..<count], isUnclear: !isShouted(words[0]))
        }
        let start = surnameStart(words)
        return proposal(words[..<start], words[start...], isUnclear: words.count > 2)
    }

    /// How many words at the head are the surname; nil when the name begins with given names.
    private static func leadingSurnameCount(_ words: [String]) -> Int? {
        // KOWALSKA Anna: only the surname is in capitals.
        let shouted = words.prefix { isShouted($0) }.count
        if shouted > 0, shouted < words.count { return shouted }
        // Коваль Анна Петрівна: the patronymic stands last.
        if words.count == 3, isPatronymic(words[2]) { return 1 }
        let isFirstKnown = FirstNames.isKnown(words[0])
        let isLastKnown = FirstNames.isKnown(words[words.count - 1])
        return !isFirstKnown && isLastKnown && words.count <= 3 ? 1 : nil
    }

    /// The surname begins with its particle, else it is the last word.
    private static func surnameStart(_ words: [String]) -> Int {
        for index in words.indices.dropFirst().dropLast() where particles.contains(LetterFold.folded(words[index])) {
            return index
        }
        return words.count - 1
    }

    static func isShouted(_ word: String) -> Bool {
        let letters = word.unicodeScalars.filter { $0.properties.isAlphabetic }
        return letters.count > 1 && letters.allSatisfy { $0.properties.isUppercase }
    }

    static func isParticle(_ word: String) -> Bool { particles.contains(LetterFold.folded(word)) }

    private static func isPatronymic(_ word: String) -> Bool {
        let folded = LetterFold.folded(word)
        return ["ович", "евич", "йович", "івна", "ївна", "овна", "евна", "ична", "аўна", "овіч", "евіч", "еўна"]
            .contains { folded.hasSuffix($0) }
    }

    private static func proposal(
        _ given: ArraySlice<String>,
        _ surname: ArraySlice<String>,
        isUnclear: Bool
    ) -> Result {
        proposal(given: given.joined(separator: " "), surname: surname.joined(separator: " "), isUnclear: isUnclear)
    }

    private static func proposal(given: String, surname: String, isUnclear: Bool) -> Result {
        let name = PersonName(full: given + " " + surname, given: given, surname: surname, isSplitProposed: true)
        return Result(name: name, isUnclear: isUnclear)
    }

    private static let particles: Set<String> = [
        "von", "van", "de", "da", "di", "del", "della", "der", "den", "du", "la", "le", "dos", "das", "do", "ter",
        "ten",
        "al", "el", "bin", "ibn", "ben", "abu", "zu", "af", "av", "фон", "де", "ван",
    ]
}
