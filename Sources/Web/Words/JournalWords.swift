import FormModel
import Registry

/// What was done, as staff read it in the history.
enum JournalWords {
    static func text(_ action: JournalEntry.Action, _ language: InterfaceLanguage) -> String {
        let row = words[action] ?? (action.rawValue, action.rawValue)
        return language == .polish ? row.0 : row.1
    }

    private static let words: [JournalEntry.Action: (String, String)] = [
        .sourceStored: ("zapisano źródło", "source stored"), .sourceClosed: ("odczytano źródło", "source read"),
        .registered: ("zarejestrowano", "registered"), .repeated: ("wpłynęło ponownie", "came again"),
        .corrected: ("poprawiono odpowiedzi", "answers corrected"), .reviewed: ("sprawdzono", "reviewed"),
        .stateChanged: ("zmieniono stan", "state changed"),
        .duplicateSuspected: ("możliwe powtórzenie", "possible duplicate"),
        .merged: ("połączono", "merged"), .separated: ("rozdzielono", "separated"), .scored: ("oceniono", "scored"),
        .selectionRun: ("rozstrzygnięto", "selection run"),
        .selectionCommitted: ("zobowiązano się przed losowaniem", "committed before the draw"),
        .selectionDiscarded: ("odrzucono rozstrzygnięcie", "selection discarded"),
        .chosen: ("wybrano", "chosen"), .announced: ("ogłoszono", "announced"),
        .offered: ("zaproponowano miejsce", "place offered"),
        .promoted: ("przyznano zwolnione miejsce", "given a freed place"),
        .accepted: ("potwierdzono udział", "offer accepted"),
        .declined: ("zrezygnowano z miejsca", "offer declined"), .expired: ("minął termin odpowiedzi", "offer expired"),
        .withdrawn: ("wycofano", "withdrawn"), .cancelled: ("skreślono", "cancelled"), .paid: ("wpłacono", "paid"),
        .attended: ("zapisano obecność", "attendance noted"),
        .documentWritten: ("napisano dokument", "document written"),
        .messageQueued: ("przygotowano wiadomość", "message queued"),
        .messageWritten: ("wysłano wiadomość", "message written"),
        .exported: ("wyeksportowano", "exported"), .erased: ("usunięto dane", "erased"),
    ]
}
