import FormModel

/// How a person wants to be addressed: `pani`, `pan`, `neutral`. Never derived from a name, a PESEL or a sex.
enum AddressFormKind {
    static func read(_ text: String) -> KindReading? {
        if let marked = MarkedBoxes.chosen(in: text) {
            guard let first = marked.first else { return nil }
            guard marked.count == 1 else { return .invalid(text, kind: "addressForm", reason: .words) }
            return read(words: first)
        }
        return read(words: text)
    }

    private static func read(words text: String) -> KindReading {
        let folded = LetterFold.folded(text)
        if let form = forms[folded] { return KindReading(.text(form)) }
        let found = Set(folded.split(separator: " ").compactMap { forms[String($0)] })
        guard found.count == 1, let form = found.first else {
            return .invalid(text, kind: "addressForm", reason: .words)
        }
        return KindReading(.text(form), certainty: 0.85)
    }

    private static let forms: [String: String] = {
        let wordings = [
            "pani": [
                "pani", "p ani", "mrs", "ms", "miss", "madam", "пані", "пани", "госпожа", "спадарыня", "szanowna",
                "she her",
                "kobieta", "woman", "female", "жінка", "женщина", "жанчына", "шановна", "f", "k",
            ],
            "pan": [
                "pan", "mr", "sir", "пан", "господин", "спадар", "szanowny", "he him", "mezczyzna", "man", "male",
                "чоловік",
                "мужчина", "мужчына", "шановний", "m",
            ],
            "neutral": [
                "neutral", "neutralna", "neutralnie", "neutralny", "forma neutralna", "bez formy", "mx", "neutralne",
                "нейтральна", "нейтрально", "нейтральная", "нейтральне", "they them", "panstwo", "osoba", "bez zwrotu",
                "zwrot neutralny", "szanowni", "inna", "other",
            ],
        ]
        var result: [String: String] = [:]
        for (form, texts) in wordings {
            for text in texts { result[LetterFold.folded(text)] = form }
        }
        return result
    }()
}
