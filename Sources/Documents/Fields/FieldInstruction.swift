/// A field's instruction in words: name, arguments, switches (ISO 29500-1, 17.16.2).
struct FieldInstruction {
    /// A word, or a quoted text that may hold fields.
    struct Argument {
        var parts: [WordField.Part] = []
        var isQuoted = false

        /// The text, if it holds no field.
        var text: String? {
            var result = ""
            for part in parts {
                guard case .text(let text) = part else { return nil }
                result += text
            }
            return result
        }
    }

    /// In upper case.
    let name: String
    private(set) var arguments: [Argument] = []
    private(set) var switches: [(letter: Character, value: String)] = []

    /// Words an instruction may have.
    private static let argumentCountMax = 64

    init(_ field: WordField) {
        var words = Self.words(field.instruction)
        let first = words.isEmpty ? nil : words.removeFirst()
        name = first?.text?.uppercased() ?? ""
        var waiting: Character?
        for word in words.prefix(Self.argumentCountMax) {
            if let letter = waiting {
                waiting = nil
                if word.isQuoted || !(word.text ?? "").hasPrefix("\\") {
                    switches.append((letter, word.text ?? ""))
                    continue
                }
                switches.append((letter, ""))
            }
            if !word.isQuoted, let text = word.text, text.hasPrefix("\\"), text.count == 2, let letter = text.last {
                waiting = letter
            } else {
                arguments.append(word)
            }
        }
        if let waiting { switches.append((waiting, "")) }
    }

    private static func words(_ parts: [WordField.Part]) -> [Argument] {
        var words: [Argument] = []
        var current = Argument()
        var isQuoted = false
        func close() {
            if !current.parts.isEmpty || current.isQuoted { words.append(current) }
            current = Argument()
        }
        for part in parts {
            guard case .text(let text) = part else {
                current.parts.append(part)
                continue
            }
            var piece = ""
            for character in text {
                if "\"“”„".contains(character) {
                    if !piece.isEmpty { current.parts.append(.text(piece)) }
                    piece = ""
                    if isQuoted { close() } else { current.isQuoted = true }
                    isQuoted.toggle()
                } else if character.isWhitespace, !isQuoted {
                    if !piece.isEmpty { current.parts.append(.text(piece)) }
                    piece = ""
                    close()
                } else {
                    piece.append(character)
                }
            }
            if !piece.isEmpty { current.parts.append(.text(piece)) }
        }
        close()
        return words
    }
}
