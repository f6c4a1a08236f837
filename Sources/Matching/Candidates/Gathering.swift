import FormModel

/// What the collectors of one form have found so far.
struct Gathering {
    var candidates: [AnswerCandidate] = []
    var findings: [Finding] = []
    /// Questions whose label or place was found on the form, answered or not.
    var seen: Set<Int> = []
    /// Questions in whose place a placeholder text still stands, with the place.
    var placeholders: [Int: String] = [:]
    /// How many labels of each language were found.
    var languages: [InterfaceLanguage: Int] = [:]

    mutating func note(_ match: LabelMatch) {
        for target in match.targets { seen.insert(target.question) }
        if let language = match.language { languages[language, default: 0] += 1 }
    }
}
