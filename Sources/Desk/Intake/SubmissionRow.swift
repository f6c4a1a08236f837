import FieldKinds
import FormModel
import Registry

/// One row of a table of submissions: the columns about the submission itself, apart from those with answers.
///
/// `event`, `form`, `channel`, `received`, `operator`, `language` and `submission_id` are understood under these names;
/// a form's `columns` may give other heads for `received` and `submission_id`. `answers.` before a name is dropped.
struct SubmissionRow {
    var reading: Reading
    var circumstances: FormChecker.Circumstances
    var receivedBy: StoredSource.ReceivedBy
    private var submissionID: String?

    /// - Parameter circumstances: those of the table; the row's own columns rule where it has them.
    init(
        _ row: Reading,
        circumstances: FormChecker.Circumstances,
        receivedBy: StoredSource.ReceivedBy,
        forms: [FormDefinition]
    ) {
        reading = row
        reading.fields = []
        self.circumstances = circumstances
        self.receivedBy = receivedBy
        let receivedHeads = ["received", "received_at", "receivedAt"] + forms.compactMap { $0.columns["received"] }
        let idHeads = ["submission_id", "submissionId"] + forms.compactMap { $0.columns["submission_id"] }
        for field in row.fields {
            if receivedHeads.contains(field.name), let instant = Self.moment(field.value) {
                self.circumstances.receivedAt = instant
                self.receivedBy = .column
            } else if idHeads.contains(field.name) {
                submissionID = field.value
            } else if !take(field) {
                keep(field)
            }
        }
    }

    /// Takes a column about the submission; false for one with an answer.
    private mutating func take(_ field: NamedField) -> Bool {
        switch field.name {
        case "event": circumstances.event = field.value
        case "form": circumstances.form = field.value
        case "operator": circumstances.operatorName = field.value
        case "channel": circumstances.channel = Channel(rawValue: field.value) ?? circumstances.channel
        case "language" where InterfaceLanguage(rawValue: field.value) != nil:
            circumstances.language = InterfaceLanguage(rawValue: field.value)
        default: return false
        }
        return true
    }

    private mutating func keep(_ field: NamedField) {
        var kept = field
        if field.name.hasPrefix("answers.") { kept.name.removeFirst("answers.".count) }
        reading.fields.append(kept)
    }

    /// ISO 8601, or the day and hour as Polish spreadsheets print them: `14.12.2023 09:05`.
    private static func moment(_ text: String) -> Instant? {
        if let instant = InstantText.instant(iso: text) { return instant }
        let halves = text.split(separator: " ", maxSplits: 1)
        let parts = halves.first?.split(separator: ".").compactMap { Int($0) } ?? []
        guard parts.count == 3, let date = CalendarDate(year: parts[2], month: parts[1], day: parts[0]) else {
            return nil
        }
        let hour = halves.count == 2 ? "T" + halves[1] : ""
        return InstantText.instant(iso: date.description + hour)
    }

    /// The row's own key: the form tool's number, else the digest of its answers.
    func key(event: String?) -> String {
        let prefix = "row:" + (event ?? "") + ":"
        if let submissionID, !submissionID.isEmpty { return prefix + "id:" + submissionID }
        let text = reading.fields.map { $0.name + "\u{1F}" + $0.value }.sorted().joined(separator: "\u{1E}")
        return prefix + "sha:" + ContentDigest.sha256(Array(text.utf8))
    }
}
