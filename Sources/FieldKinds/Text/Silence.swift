/// Tells texts that stand in an answer's place and say nothing: dotted leaders, dashes, an empty box.
enum Silence {
    /// Whether the text has neither a letter nor a digit nor a mark that could be an answer.
    static func isSilent(_ text: String) -> Bool {
        text.unicodeScalars.allSatisfy { scalar in
            if scalar.isASCII {
                return !(scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || scalar == "+")
            }
            return !(scalar.properties.isAlphabetic || scalar.properties.numericType != nil || isMark(scalar))
        }
    }

    /// Whether the text says that the person has no such thing: „nie posiadam”, “none”, «немає».
    static func isAbsence(_ text: String) -> Bool {
        absences.contains(LetterFold.folded(text))
    }

    private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "☒", "☑", "✓", "✔", "✗", "✘", "×", "■", "●", "◼", "⊠": true
        default: false
        }
    }

    private static let absences: Set<String> = [
        "brak", "nie posiadam", "nie mam", "nie dotyczy", "n d", "nd", "nie ma", "brak numeru", "none", "n a", "na",
        "no",
        "not applicable", "nie", "nil", "немає", "нема", "не маю", "нет", "не имею", "няма", "не маю номера",
        "brak pesel",
        "nie posiadam pesel", "nie posiadam numeru pesel", "nie nadano", "nie dot", "відсутній", "отсутствует",
    ]
}
