import Documents
import FieldKinds
import FormModel

/// Values of a participant list: the chosen columns and no other, with purpose and recipient.
struct ParticipantList {
    /// Columns one page has room for.
    static let columnCountMax = 8

    var setting: LetterSetting
    var registrations: [LetterRegistration]
    /// Field keys; those of sensitive fields give no column, because a printed list travels.
    var columns: [String]
    var purpose: String
    var recipient: String

    init(
        _ setting: LetterSetting,
        registrations: [LetterRegistration],
        columns: [String]? = nil,
        purpose: String = "",
        recipient: String = ""
    ) {
        self.setting = setting.speaking(.participants)
        self.registrations = registrations
        self.columns = columns ?? setting.plan?.columns ?? []
        self.purpose = purpose
        self.recipient = recipient
    }

    func values() -> DataValue {
        var object = HouseValues(setting: setting).object()
        let shown = shownColumns
        object["columns"] = .array(shown.map { .object([("label", .string(label($0)))]) })
        object["rows"] = .array(
            sorted.enumerated().map { index, registration in
                let cells = shown.map { DataValue.string(text($0, of: registration)) }
                return .object([("number", .integer(index + 1)), ("cells", .array(cells))])
            }
        )
        var facts = FactRows(setting)
        let isPolish = setting.language == .polish
        facts.add(isPolish ? "Cel" : "Purpose", purpose)
        facts.add(isPolish ? "Odbiorca" : "Recipient", recipient)
        facts.add(isPolish ? "Stan na" : "As of", DateText.long(setting.today, in: setting.language))
        object["facts"] = facts.value
        return .object(object)
    }

    private var shownColumns: [String] {
        let known = columns.filter { key in registrations.contains { $0.form.field(key) != nil } }
        return Array(known.prefix(Self.columnCountMax))
    }

    private func label(_ key: String) -> String {
        registrations.lazy.compactMap { $0.form.field(key) }.first.map { setting.text($0.label) } ?? key
    }

    private func text(_ key: String, of registration: LetterRegistration) -> String {
        guard let field = registration.form.field(key) else { return "" }
        if case .personName = field.kind, let name = registration.personName { return AttendanceList.listName(name) }
        // Of people in a repeating group a printed list gives the names; their contacts are for exports.
        if field.kind == .group, case .group(let entries)? = registration.values[key] {
            let names = entries.compactMap { ApplicantIdentity.personNameOfEntry($0, field.fields) }
            if !names.isEmpty { return names.map(AttendanceList.listName).joined(separator: "; ") }
        }
        return registration.text(key, in: setting.language)
    }

    private var sorted: [LetterRegistration] {
        registrations.map { registration in
            let name =
                registration.form.applicant == .person
                ? registration.personName.map(AttendanceList.listName) ?? registration.printedName
                : registration.printedName
            return (key: PolishCollation.sortKey(name), registration: registration)
        }
        .sorted { $0.key.lexicographicallyPrecedes($1.key) }.map(\.registration)
    }
}
