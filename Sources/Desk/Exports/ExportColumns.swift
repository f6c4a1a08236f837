import Documents
import FieldKinds
import FormModel
import Registry

/// The columns of a participant list: what there is, what was chosen, and how a registration fills them.
struct ExportColumns: Sendable {
    /// A column with the function that fills its cell.
    struct Column: Sendable {
        var column: TableExport.Column
        var cell: @Sendable (RegistrationRow, [ParticipationRow]) -> TableExport.Cell
    }

    let columns: [Column]
    /// Repeating groups, each a sheet of its own.
    let groups: [FieldDefinition]

    /// - Parameter chosen: keys as typed; empty takes the usual ones (everything that is not sensitive).
    init(event: LoadedEvent, chosen: [String], language: InterfaceLanguage) throws(DeskError) {
        let available = Self.available(event, language)
        let fields = event.definition.forms.flatMap(\.fields)
        let sensitive = Set(fields.filter(\.isSensitive).map(\.key))
        groups = fields.filter { $0.kind == .group && (chosen.isEmpty || chosen.contains($0.key)) }
        guard !chosen.isEmpty else {
            columns = available.filter { !sensitive.contains(Self.fieldKey($0.column.key)) }
            return
        }
        var columns: [Column] = []
        for key in chosen where !groups.contains(where: { $0.key == key }) {
            let matching = available.filter { $0.column.key == key || Self.fieldKey($0.column.key) == key }
            guard !matching.isEmpty else { throw Self.unknown(key, available.map(\.column.key)) }
            columns += matching
        }
        self.columns = columns
    }

    private static func unknown(_ key: String, _ keys: [String]) -> DeskError {
        let list = keys.joined(separator: ", ")
        return DeskError(
            .unknownColumn,
            "Nie ma kolumny „\(key)”. Są: \(list).",
            "There is no column “\(key)”. There are: \(list)."
        )
    }

    /// `name_latin.surname` belongs to the field `name_latin`.
    private static func fieldKey(_ column: String) -> String {
        String(column.prefix { $0 != "." })
    }

    // MARK: What there is

    private static func available(_ event: LoadedEvent, _ language: InterfaceLanguage) -> [Column] {
        var seen: Set<String> = []
        let fields = event.definition.forms.flatMap(\.fields).filter {
            $0.kind != .group && seen.insert($0.key).inserted
        }
        return fixed(event, language) + fields.flatMap { columns(of: $0, language) }
    }

    private static func fixed(_ event: LoadedEvent, _ language: InterfaceLanguage) -> [Column] {
        func title(_ polish: String, _ english: String) -> String { language == .polish ? polish : english }
        let zone = event.definition.timeZone
        let states = StateWording.self
        var columns = [
            Column(column: .init(key: "code", title: title("Kod", "Code"))) { row, _ in .text(row.code.text) },
            Column(column: .init(key: "state", title: title("Stan", "State"))) { row, _ in
                .text(states.text(row.state, language))
            },
            Column(column: .init(key: "channel", title: title("Kanał", "Channel"))) { row, _ in
                .text(states.text(row.channel, language))
            },
            Column(column: .init(key: "received_at", title: title("Wpłynęło", "Received"), kind: .dateTime)) { row, _ in
                let local = row.receivedAt.local(in: zone)
                return .dateTime(
                    local.date,
                    hour: local.secondOfDay / 3600,
                    minute: local.secondOfDay / 60 % 60,
                    second: local.secondOfDay % 60
                )
            },
        ]
        for activity in event.definition.activities {
            let name = activity.title.text(in: language)
            columns.append(
                Column(column: .init(key: "participation.\(activity.id)", title: name)) { _, participations in
                    guard let mine = participations.first(where: { $0.activity == activity.id }) else { return .empty }
                    let group = mine.group.map { " (\($0))" } ?? ""
                    return .text(states.text(mine.state, language) + group)
                }
            )
        }
        return columns
    }

    private static func columns(of field: FieldDefinition, _ language: InterfaceLanguage) -> [Column] {
        let title = field.label.text(in: language)
        switch field.kind {
        case .personName(_, .full): return nameColumns(field, title, language)
        default:
            let column = TableExport.Column(key: field.key, title: title, kind: kind(of: field))
            let printer = FieldPrinter(field)
            return [Column(column: column) { row, _ in cell(row.values[field.key], printer, language) }]
        }
    }

    /// A full name is two columns, so that lists can be sorted and letters addressed.
    private static func nameColumns(_ field: FieldDefinition, _ title: String, _ language: InterfaceLanguage)
        -> [Column]
    {
        let (surname, given) = language == .polish ? ("nazwisko", "imię") : ("surname", "given names")
        return [
            Column(column: .init(key: field.key + ".surname", title: "\(title): \(surname)")) { row, _ in
                guard case .name(let name)? = row.values[field.key] else { return text(row.values[field.key]) }
                return .text(name.surname ?? name.full)
            },
            Column(column: .init(key: field.key + ".given", title: "\(title): \(given)")) { row, _ in
                guard case .name(let name)? = row.values[field.key], let given = name.given else { return .empty }
                return .text(given)
            },
        ]
    }

    private static func kind(of field: FieldDefinition) -> TableExport.ColumnKind {
        switch field.kind {
        case .number: .number
        case .date: .date
        case .yesNo, .consent: .flag
        default: .text
        }
    }

    static func cell(
        _ value: AnswerValue?,
        _ printer: FieldPrinter,
        _ language: InterfaceLanguage
    ) -> TableExport.Cell {
        guard let value else { return .empty }
        switch (value, printer.field.kind) {
        case (.number(let number), _): return .number(number)
        case (.date(let date), _): return .date(date)
        case (.flag(let flag), _): return .flag(flag)
        // Codes stay as they are stored: a list that goes into another program is no letter.
        case (.text(let text), .phone), (.text(let text), .iban), (.text(let text), .nip): return .text(text)
        default: return .text(printer.text(value, in: language))
        }
    }

    private static func text(_ value: AnswerValue?) -> TableExport.Cell {
        value.map { .text($0.plainText) } ?? .empty
    }
}
