/// Texts that programs and authors leave in answer places, and words that mark a hint.
enum StockText {
    /// Whether the text is a placeholder that nobody replaced.
    static func isPlaceholder(_ text: String) -> Bool {
        guard text.utf8.count <= lengthMax else { return false }
        let trimmed = text.utf8.first == UInt8(ascii: "[") || text.utf8.first == UInt8(ascii: "<")
        let fold = fold(text)
        guard !fold.isEmpty else { return false }
        for phrase in phrases where fold.starts(with: phrase) { return true }
        return trimmed && bracketed.contains { fold.starts(with: $0) }
    }

    /// Whether words in brackets tell how to fill in the field rather than being an answer.
    static func isHint(_ text: String) -> Bool {
        let fold = fold(text)
        return hints.contains { fold.starts(with: $0) }
    }

    private static let lengthMax = 160

    private static func fold(_ text: String) -> [UInt8] {
        var bytes: [UInt8] = []
        for scalar in text.unicodeScalars {
            switch LabelFold.classify(scalar.value) {
            case .letter, .digit: LabelFold.append(scalar.value, to: &bytes)
            default: break
            }
        }
        return bytes
    }

    private static let phrases = [
        "kliknij tutaj", "kliknij lub naciśnij", "kliknij aby", "kliknij, aby", "naciśnij tutaj", "wybierz element",
        "wybierz datę", "wybierz z listy", "wpisz tekst", "wprowadź tekst", "tutaj wpisz", "proszę wpisać",
        "proszę uzupełnić", "proszę wybrać", "uzupełnij tutaj", "click or tap", "click here to enter", "click to enter",
        "choose an item", "choose an option", "enter text here", "type here", "enter your", "select an item",
        "please enter", "please select", "клацніть або торкніться", "клацніть тут", "натисніть тут", "виберіть елемент",
        "введіть текст", "щелкните или коснитесь", "место для ввода текста", "выберите элемент", "введите текст",
        "націсніце тут",
    ].map(fold)

    private static let bracketed = [
        "wpisz", "imię", "nazwisko", "tekst", "data", "uzupełnij", "text", "name", "date", "enter", "wybierz", "podaj",
    ].map(fold)

    private static let hints = [
        "np", "e.g", "eg", "proszę", "drukowanymi", "wpisać", "wpisz", "podać", "podaj", "please", "zaznacz",
        "właściwe",
        "jeśli", "jeżeli", "opcjonalnie", "optional", "nieobowiązkowe", "w formacie", "format", "niepotrzebne",
        "z kier",
        "dd", "rrrr", "max", "maks", "do 2000", "наприклад", "напр", "например", "tick", "mark", "delete", "if ",
        "block",
    ].map(fold)
}
