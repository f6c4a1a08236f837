import FormModel

/// What each error says to staff.
enum SelectionErrorWording {
    static func text(for error: SelectionError) -> LocalizedText {
        let (polish, english) = wording(for: error)
        return LocalizedText([.polish: polish, .english: english])
    }

    private static func wording(for error: SelectionError) -> (String, String) {
        let subject = error.subject
        switch error.code {
        case .rulesFaulty:
            return (
                "Zasady zawierają błędy (\(error.faults.count)); popraw je i powtórz.",
                "The rules have faults (\(error.faults.count)); mend them and run again."
            )
        case .seedMissing:
            return ("Losowanie wymaga ziarna; podaj je.", "A lottery needs a seed; give one.")
        case .idDuplicate:
            return ("Numer „\(subject)” występuje dwa razy.", "The id “\(subject)” occurs twice.")
        case .idEmpty:
            return ("Zgłoszenie bez numeru.", "An application has no id.")
        case .candidateInvalid:
            return (
                "Zgłoszenie „\(subject)” ma niemożliwą liczbę miejsc lub punktów.",
                "Application “\(subject)” has an impossible number of seats or points."
            )
        case .poolTooLarge:
            return ("Za dużo zgłoszeń: \(subject).", "Too many applications: \(subject).")
        case .commitmentDiffers:
            return (
                "Zobowiązanie nie pasuje do tych zgłoszeń i zasad: \(subject).",
                "The commitment does not belong to this pool and these rules: \(subject)."
            )
        case .seedKnownBefore:
            return (
                "Ta wartość była znana, zanim ją wolno było znać (\(subject)); wylosuj nową po zobowiązaniu.",
                "This value was known before it may have been (\(subject)); draw a new one after the commitment."
            )
        case .seedSourceDiffers:
            return (
                "Źródło ziarna „\(subject)” nie jest tym, które zapowiedziano.",
                "The source of the seed “\(subject)” is not the one that was announced."
            )
        case .seedOriginInvalid:
            return (
                "Źródło „\(subject)” podaj z numerem rundy, na przykład drand-quicknet:4711; czas wynika z rundy.",
                "Give the source “\(subject)” with its round, such as drand-quicknet:4711; the time follows from it."
            )
        case .idUnknown:
            return ("Nie ma zgłoszenia „\(subject)”.", "There is no application “\(subject)”.")
        case .rulesConflict:
            return (
                "Zasady nie mogą zachodzić razem: \(subject). Zmień je przed losowaniem.",
                "These rules cannot hold together: \(subject). Change them before the draw."
            )
        case .partyWithOwnOrder:
            return (
                "Zgłoszenie „\(subject)” zajmuje kilka miejsc albo jest częścią grupy, a sesje mają własną kolejność osób; usuń „prefer” i „rank_by”.",
                "Application “\(subject)” takes several seats or belongs to a party, while sessions order people in ways of their own; drop “prefer” and “rank_by”."
            )
        case .searchTooLarge:
            return (
                "Zasady są zbyt splątane, by dowieść wyniku; niczego nie rozstrzygnięto. Uprość kwoty.",
                "The rules are too entangled to prove an outcome; nothing was decided. Simplify the quotas."
            )
        }
    }
}
