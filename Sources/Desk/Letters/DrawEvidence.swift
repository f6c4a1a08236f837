import FieldKinds
import FormModel
import Selection

/// What papers say about a draw: its commitment, the source of its value, and whether it was only a rehearsal.
struct DrawEvidence: Sendable {
    var isRehearsal = false
    var commitment: Commitment?
    var origin: SeedOrigin?
    var ticket: Int?

    /// Out of a run's record; nothing where there is none.
    init(_ record: JSONValue?) {
        isRehearsal = record?["rehearsal"]?.flag ?? false
        commitment = record?["commitment"].map { Commitment(canonical: $0) }
        origin = record?["draw"].flatMap { SeedOrigin($0) }
        ticket = record?["ticket"]?.integer
    }

    static func rehearsal(_ language: InterfaceLanguage) -> String {
        language == .polish
            ? "Próba: przed losowaniem nie złożono zobowiązania, więc wynik nie jest dowodem uczciwego losowania."
            : "Rehearsal: no commitment was made before the draw, so its outcome proves no fair draw."
    }

    func rows(_ language: InterfaceLanguage, timeZone: String) -> [(label: String, value: String)] {
        let isPolish = language == .polish
        var rows: [(label: String, value: String)] = []
        func moment(_ instant: Instant?) -> String {
            instant.map { DateText.moment($0, timeZone: timeZone, in: language) } ?? ""
        }
        if let commitment {
            rows.append((isPolish ? "Skrót zobowiązania" : "Digest of the commitment", commitment.hash))
            rows.append((isPolish ? "Zobowiązanie złożono" : "Committed", moment(commitment.time)))
        }
        if let origin {
            rows.append((isPolish ? "Źródło ziarna" : "Source of the seed", origin.text))
            rows.append((isPolish ? "Wartość znana od" : "Value known since", moment(origin.knownAt)))
            rows.append((isPolish ? "Losowano" : "Drawn", moment(origin.drawnAt)))
            rows.append((isPolish ? "Zapis z losowania" : "Minutes of the draw", origin.minutes))
        }
        if let ticket { rows.append((isPolish ? "Wylosowany los" : "Ticket drawn", String(ticket))) }
        return rows.filter { !$0.value.isEmpty }
    }
}
