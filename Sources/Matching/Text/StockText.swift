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

    /// Where a placeholder stands word by word: on paper it stays when somebody writes beside or over it.
    static func placeholders(in layout: Layout, _ range: Range<Int>) -> [Range<Int>] {
        let words = range.filter { layout.tokens[$0].kind == .word }
        var found: [Range<Int>] = []
        var position = 0
        while position < words.count {
            let sentence = sentences[layout.tokens[words[position]].hash]?.first { sentence in
                words.count - position >= sentence.count
                    && zip(words[position...], sentence).allSatisfy { layout.tokens[$0].hash == $1 }
            }
            guard let sentence else {
                position += 1
                continue
            }
            found.append(words[position]..<words[position + sentence.count - 1] + 1)
            position += sentence.count
        }
        return found
    }

    /// Hashes of the words of whole placeholders, the longest first, by their first word.
    private static let sentences: [UInt64: [[UInt64]]] = {
        let texts = [
            "Kliknij lub naciśnij tutaj, aby wprowadzić tekst", "Kliknij lub naciśnij, aby wprowadzić datę",
            "Kliknij tutaj, aby wprowadzić tekst", "Kliknij tutaj, aby wprowadzić datę", "Wybierz element",
            "Wybierz datę",
            "Click or tap here to enter text", "Click or tap to enter a date", "Click here to enter text",
            "Choose an item", "Клацніть або торкніться тут, щоб ввести текст", "Виберіть елемент",
            "Щелкните или коснитесь здесь, чтобы ввести текст", "Место для ввода текста", "Выберите элемент",
            "kliknij i wpisz", "wybierz z listy", "click and write", "choose a date", "choose from the list",
            "клацніть і впишіть", "виберіть дату", "виберіть зі списку", "щёлкните и впишите", "выберите дату",
            "выберите из списка", "пстрыкніце і ўпішыце", "выберыце дату", "выберыце са спіса",
        ]
        let hashes = texts.map { WordList.words(of: $0, withoutHints: false).hashes }.filter { $0.count > 1 }
        return Dictionary(grouping: hashes.sorted { $0.count > $1.count }) { $0[0] }
    }()

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
        // Those of Nabór's own Word form.
        "kliknij i wpisz", "click and write", "клацніть і впишіть", "щёлкните и впишите", "пстрыкніце і ўпішыце",
        "choose a date", "виберіть дату", "выберите дату", "выберыце дату", "choose from the list",
        "виберіть зі списку",
        "выберите из списка", "выберыце са спіса",
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
