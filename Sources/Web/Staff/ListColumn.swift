import Desk
import FieldKinds
import FormModel
import Registry

/// Something the list of registrations can show beside the name: a fact about the registration, or an answer.
enum ListColumn: Hashable, Sendable {
    case state, participation, event, form, channel, received, entered, language, doubts
    case answer(String)

    static let usual: [ListColumn] = [.state, .participation, .event, .channel, .received]
    private static let facts: [ListColumn] = usual + [.form, .entered, .language, .doubts]
    /// More do not fit beside each other.
    static let countMax = 12

    /// As it stands in an address; answers carry a prefix, so that no field can be taken for a fact.
    var key: String {
        switch self {
        case .answer(let field): "f." + field
        default: "\(self)"
        }
    }

    init?(_ untrusted: String) {
        if let fact = Self.facts.first(where: { $0.key == untrusted }) {
            self = fact
        } else if untrusted.hasPrefix("f."), (3...100).contains(untrusted.utf8.count) {
            self = .answer(String(untrusted.dropFirst(2)))
        } else {
            return nil
        }
    }

    /// What can be chosen: the facts, and the questions of the call that is filtered for, or of all of them.
    static func choices(_ events: [EventDefinition]) -> [ListColumn] {
        var seen: Set<String> = []
        let fields = events.flatMap(\.forms).flatMap(\.fields).filter { $0.kind != .group && $0.kind != .file }
        return facts + fields.map(\.key).filter { seen.insert($0).inserted }.prefix(200).map(ListColumn.answer)
    }

    func title(_ events: [EventDefinition], _ language: InterfaceLanguage) -> String {
        switch self {
        case .state: StaffText.state.text(language)
        case .participation: StaffText.participation.text(language)
        case .event: StaffText.event.text(language)
        case .form: WorkText.formName.text(language)
        case .channel: StaffText.channel.text(language)
        case .received: StaffText.received.text(language)
        case .entered: WorkText.entered.text(language)
        case .language: WorkText.letterLanguage.text(language)
        case .doubts: WorkText.doubts.text(language)
        case .answer(let key): Self.field(key, events)?.label.text(in: language) ?? key
        }
    }

    private static func field(_ key: String, _ events: [EventDefinition]) -> FieldDefinition? {
        events.lazy.flatMap(\.forms).compactMap { $0.field(key) }.first
    }

    /// What stands in the column for one registration; states are shown with their dots elsewhere.
    func text(_ row: RegistrationRow, _ event: EventDefinition?, _ language: InterfaceLanguage) -> String {
        let zone = event?.timeZone ?? "Europe/Warsaw"
        switch self {
        case .state: return StateWording.text(row.state, language)
        case .participation: return ""
        case .event: return event?.title.text(in: language) ?? row.event
        case .form: return event?.form(row.form)?.title.text(in: language) ?? row.form
        case .channel: return StateWording.text(row.channel, language)
        case .received: return Self.moment(row.receivedAt, zone, language)
        case .entered: return Self.moment(row.enteredAt, zone, language)
        case .language: return PageFrame.name(of: row.language)
        case .doubts: return row.reviewFields.isEmpty ? "" : String(row.reviewFields.count)
        case .answer(let key):
            guard let value = row.values[key] else { return "" }
            guard let field = event?.form(row.form)?.field(key) else { return value.plainText }
            return FieldPrinter(field).text(value, in: language)
        }
    }

    private static func moment(_ instant: Instant, _ zone: String, _ language: InterfaceLanguage) -> String {
        let local = instant.local(in: zone)
        return DateText.short(local.date, in: language) + ", " + DateText.hour(minuteOfDay: local.secondOfDay / 60)
    }

    /// Dates stay on one line.
    var isDate: Bool { self == .received || self == .entered }
}
