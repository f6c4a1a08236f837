import FormModel

/// What people read: what is wrong and what to do, in one sentence or two.
extension FaultCode {
    func wording(subject: String, detail: String) -> LocalizedText {
        let (polish, english) = fileWording(subject) ?? valueWording(subject, detail) ?? senseWording(subject, detail)
        return LocalizedText([.polish: polish, .english: english])
    }

    private func fileWording(_ subject: String) -> (String, String)? {
        switch self {
        case .fileUnreadable:
            (
                "Nie można odczytać pliku „\(subject)”; sprawdź ścieżkę i kodowanie UTF-8.",
                "The file “\(subject)” cannot be read; check its path and that it is UTF-8."
            )
        case .fileEmpty: ("Plik jest pusty.", "The file is empty.")
        case .fileTooLarge: ("Plik ma ponad \(subject) kB.", "The file has more than \(subject) kB.")
        case .yamlSyntax:
            ("To nie jest poprawny YAML (\(subject)).", "This is no valid YAML (\(subject)).")
        case .yamlColonInText:
            (
                "Dwukropek albo przecinek w tekście: weź cały tekst w cudzysłów. (\(subject))",
                "A colon or comma inside a text: put the whole text in quotes. (\(subject))"
            )
        case .yamlTab:
            (
                "Niedozwolony znak: wcięcia rób spacjami, a tekst od @, ` lub % weź w cudzysłów.",
                "A character that may not stand here: indent by spaces, quote texts that begin with @, ` or %."
            )
        case .yamlTooManyValues:
            (
                "Po rozwinięciu aliasów plik ma ponad \(FileLimits.nodeCountMax) wartości.",
                "With its aliases expanded the file has more than \(FileLimits.nodeCountMax) values."
            )
        case .yamlTooDeep:
            (
                "Wartości są zagnieżdżone głębiej niż \(FileLimits.depthMax) poziomów.",
                "Values are nested deeper than \(FileLimits.depthMax) levels."
            )
        case .yamlAliasKey:
            (
                "Klucz musi być zwykłym tekstem, nie aliasem ani listą.",
                "A key has to be a plain text, not an alias or a list."
            )
        default: nil
        }
    }

    private func valueWording(_ subject: String, _ detail: String) -> (String, String)? {
        switch self {
        case .keyDuplicate: ("Klucz „\(subject)” stoi tu drugi raz.", "The key “\(subject)” stands here a second time.")
        case .keyNotText: ("Klucz musi być zwykłym tekstem.", "A key has to be a plain text.")
        case .keyUnknown: ("Nie ma klucza „\(subject)” w tym miejscu.", "There is no key “\(subject)” in this place.")
        case .keyMissing: ("Brakuje klucza „\(subject)”.", "The key “\(subject)” is missing.")
        case .keyMisplaced:
            ("Klucz „\(subject)” nie pasuje do: \(detail).", "The key “\(subject)” does not fit here: \(detail).")
        case .valueEmpty:
            ("Brakuje wartości; wpisz ją albo usuń klucz.", "The value is missing; fill it in or remove the key.")
        case .valueKind: ("Tu ma stać: \(subject).", "Expected here: \(detail).")
        case .valueUnknown:
            (
                "„\(subject)” nie jest tu dozwolone; możliwe: \(detail).",
                "“\(subject)” is not allowed; possible: \(detail)."
            )
        case .valueRange:
            ("\(subject) jest poza zakresem \(detail).", "\(subject) is outside of \(detail).")
        case .dateImpossible:
            ("Nie ma takiego dnia: \(subject).", "There is no such day: \(subject).")
        case .timeZoneUnknown:
            ("Nie ma strefy czasowej „\(subject)”.", "There is no time zone “\(subject)”.")
        case .patternInvalid:
            ("Wyrażenie regularne jest niepoprawne.", "The regular expression is not valid.")
        case .idDuplicate:
            ("„\(subject)” jest już użyte w wierszu \(detail).", "“\(subject)” is already used in line \(detail).")
        case .referenceUnknown: ("Nie ma tu „\(subject)” (\(detail)).", "There is no \(detail) “\(subject)”.")
        case .optionUnknown:
            (
                "Pole „\(detail)” nie ma opcji „\(subject)”.",
                "The field “\(detail)” has no option “\(subject)”."
            )
        default: nil
        }
    }

    private func senseWording(_ subject: String, _ detail: String) -> (String, String) {
        switch self {
        case .formMixed:
            (
                "Klucz „\(subject)” należy do formularza; skoro jest „forms”, przenieś go tam.",
                "The key “\(subject)” belongs to a form; as there is “forms”, move it there."
            )
        case .formFieldsMissing:
            ("Formularz nie ma pól; dodaj „fields”.", "The form has no fields; add “fields”.")
        case .optionsMissing:
            ("Pole wyboru „\(subject)” potrzebuje „options”.", "The choice “\(subject)” needs “options”.")
        case .clauseMissing:
            (
                "Zgoda „\(subject)” potrzebuje „version” i „text”.",
                "The consent “\(subject)” needs “version” and “text”."
            )
        case .pointsSource:
            (
                "Kryterium „\(subject)” potrzebuje: assessors i max, albo if i points, albo value i max.",
                "The criterion “\(subject)” needs assessors and max, or if and points, or value and max."
            )
        case .sessionsConflict:
            (
                "Podaj terminy jednym sposobem: date, dates, sessions albo weekly.",
                "Give the dates in one way: date, dates, sessions or weekly."
            )
        case .sessionsTooMany:
            (
                "Działanie miałoby ponad \(FileLimits.sessionCountMax) sesji.",
                "The activity would have more than \(FileLimits.sessionCountMax) sessions."
            )
        case .sessionsNone:
            (
                "Ta reguła nie daje żadnego dnia, albo mniej niż \(subject).",
                "This rule gives no day, or fewer than \(subject)."
            )
        case .orderReversed: ("\(subject) jest później niż \(detail).", "\(subject) is later than \(detail).")
        case .quotaSubject:
            ("Limit „\(subject)” potrzebuje „by” albo „where”.", "The quota “\(subject)” needs “by” or “where”.")
        case .quotaMinOverMax:
            (
                "Minimum (\(subject)) jest większe niż maksimum (\(detail)).",
                "Minimum \(subject) is above maximum \(detail)."
            )
        case .quotaMinimaOverSeats:
            (
                "Suma minimów (\(subject)) przekracza liczbę miejsc (\(detail)).",
                "The minima add up to \(subject), more than the \(detail) seats."
            )
        case .quotaMaximaBelowSeats:
            (
                "Suma maksimów (\(subject)) nie wystarczy na \(detail) miejsc.",
                "The maxima add up to \(subject), which cannot fill \(detail) seats."
            )
        case .quotaBoundsMissing:
            ("Limit „\(subject)” niczego nie ogranicza.", "The quota “\(subject)” bounds nothing.")
        case .seatsOverCapacity:
            (
                "Miejsc do rozdania (\(subject)) jest więcej niż capacity (\(detail)).",
                "More seats (\(subject)) than the capacity (\(detail))."
            )
        case .cohortCycle:
            (
                "Uczestnicy „\(subject)” mieliby pochodzić ze swojego własnego działania; przerwij krąg „from”.",
                "The participants of “\(subject)” would come from their own activity; break the circle of “from”."
            )
        case .groupsOverCapacity:
            (
                "Grupy mają razem \(subject) miejsc, działanie \(detail).",
                "The groups have \(subject) places together, the activity \(detail)."
            )
        case .translationMissing:
            ("Brakuje tekstu w języku: \(subject).", "There is no text in the language: \(subject).")
        case .fileMissing: ("Nie ma pliku „\(subject)”.", "There is no file “\(subject)”.")
        default: (detail, detail)
        }
    }
}
