import FieldKinds
import FormModel

extension FindingWording {
    static func presence(_ it: FindingSubject) -> LocalizedText {
        switch it.finding.code {
        case .oneOfMissing:
            it.says(
                "Brakuje odpowiedzi w jednym z pól: \(it.polishField). Uzupełnij przynajmniej jedno z nich.",
                "One of these fields needs an answer: \(it.englishField). Fill in at least one of them."
            )
        case .consentMissing:
            it.says(
                "Brakuje zgody: \(it.polishField). Bez niej nie możemy przyjąć zgłoszenia; poproś o zaznaczenie zgody.",
                "The consent \(it.englishField) is missing. The form cannot be accepted without it; ask for it."
            )
        case .answerNotAsked:
            it.says(
                "Pole \(it.polishField) nie dotyczy tej osoby, ale jest wypełnione. Sprawdź, czy odpowiedzi się zgadzają.",
                "The field \(it.englishField) does not apply here but has an answer. Check that the answers agree."
            )
        default:
            it.says(
                "Brakuje odpowiedzi: \(it.polishField). Uzupełnij to pole.",
                "The answer to \(it.englishField) is missing. Fill in this field."
            )
        }
    }

    static func shape(_ it: FindingSubject) -> LocalizedText {
        switch it.finding.code {
        case .checkDigitWrong:
            it.says(
                "\(it.polishField): numer ma błędną cyfrę kontrolną. Porównaj go z dokumentem i popraw.",
                "\(it.englishField): the check digit of the number is wrong. Compare it with the paper and correct it."
            )
        case .digitsNotASCII:
            it.says(
                "\(it.polishField): numer zapisano cyframi innego pisma. Wpisz go cyframi 0–9.",
                "\(it.englishField): the number uses digits of another script. Write it with 0–9."
            )
        case .controlCharacters:
            it.says(
                "\(it.polishField): usunęliśmy niewidoczne znaki. Sprawdź, czy tekst jest kompletny.",
                "\(it.englishField): invisible characters were taken out. Check that the text is complete."
            )
        case .patternMismatch:
            it.says(
                "\(it.polishField): odpowiedź ma inny zapis niż wymagany. Popraw ją według podpowiedzi przy polu.",
                "\(it.englishField): the answer is not in the required form. Correct it as the field's help says."
            )
        case .optionUnknown:
            it.says(
                "\(it.polishField): odpowiedzi „\(it["value"])” nie ma na liście. Wybierz jedną z podanych możliwości.",
                "\(it.englishField): “\(it["value"])” is not on the list. Choose one of the options given."
            )
        case .dateAmbiguous:
            it.says(
                "\(it.polishField): data „\(it["value"])” nie mówi, o który wiek chodzi. Wpisz rok czterema cyframi.",
                "\(it.englishField): the date “\(it["value"])” does not tell the century. Write the year in four digits."
            )
        default: invalid(it)
        }
    }

    private static func invalid(_ it: FindingSubject) -> LocalizedText {
        switch it["reason"] {
        case "length":
            it.says(
                "\(it.polishField): liczba znaków się nie zgadza. Sprawdź, czy nic nie zostało pominięte lub dopisane.",
                "\(it.englishField): the number of characters is wrong. Check that nothing was left out or added."
            )
        case "date":
            it.says(
                "\(it.polishField): takiego dnia nie ma w kalendarzu. Popraw datę.",
                "\(it.englishField): this day does not exist. Correct the date."
            )
        case "zero":
            it.says(
                "\(it.polishField): same zera to nie numer. Wpisz numer albo zostaw pole puste.",
                "\(it.englishField): zeros alone are no number. Write the number or leave the field empty."
            )
        case "prefix":
            it.says(
                "\(it.polishField): nie rozpoznaliśmy kraju na początku numeru. Wpisz numer z prefiksem kraju, np. +48.",
                "\(it.englishField): the country at the start is not known. Write the number with its country, like +48."
            )
        default:
            it.says(
                "Nie odczytaliśmy odpowiedzi w polu \(it.polishField). Popraw ją.",
                "The answer in \(it.englishField) could not be read. Correct it."
            )
        }
    }

    static func limit(_ it: FindingSubject) -> LocalizedText {
        switch it.finding.code {
        case .lengthTooShort:
            it.says(
                "\(it.polishField): odpowiedź jest za krótka. Napisz co najmniej \(it["min"]) znaków.",
                "\(it.englishField): the answer is too short. Write at least \(it["min"]) characters."
            )
        case .lengthTooLong:
            it.says(
                "\(it.polishField): odpowiedź jest za długa. Skróć ją do \(it["max"]) znaków.",
                "\(it.englishField): the answer is too long. Shorten it to \(it["max"]) characters."
            )
        case .numberTooSmall:
            it.says(
                "\(it.polishField): najmniejsza możliwa liczba to \(it["min"]). Popraw odpowiedź.",
                "\(it.englishField): the smallest number allowed is \(it["min"]). Correct the answer."
            )
        case .numberTooLarge:
            it.says(
                "\(it.polishField): największa możliwa liczba to \(it["max"]). Popraw odpowiedź.",
                "\(it.englishField): the largest number allowed is \(it["max"]). Correct the answer."
            )
        case .dateTooEarly:
            it.says(
                "\(it.polishField): data jest za wczesna, najwcześniej \(day(it["min"], .polish)). Popraw datę.",
                "\(it.englishField): the date is too early, the earliest is \(day(it["min"], .english)). Correct it."
            )
        case .dateTooLate:
            it.says(
                "\(it.polishField): data jest za późna, najpóźniej \(day(it["max"], .polish)). Popraw datę.",
                "\(it.englishField): the date is too late, the latest is \(day(it["max"], .english)). Correct it."
            )
        case .countTooSmall:
            it.says(
                "\(it.polishField): potrzeba co najmniej \(it["min"]), jest \(it["count"]). Uzupełnij odpowiedź.",
                "\(it.englishField): at least \(it["min"]) needed, \(it["count"]) given. Complete the answer."
            )
        default:
            it.says(
                "\(it.polishField): można podać najwyżej \(it["max"]), jest \(it["count"]). Skreśl nadmiarowe.",
                "\(it.englishField): at most \(it["max"]) allowed, \(it["count"]) given. Take some out."
            )
        }
    }

    static func day(_ iso: String, _ language: InterfaceLanguage) -> String {
        CalendarDate(iso: iso).map { DateText.long($0, in: language) } ?? iso
    }
}
