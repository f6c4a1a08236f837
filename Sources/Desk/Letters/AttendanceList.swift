import Documents
import FieldKinds
import FormModel

/// Values of an attendance list. Takes names and nothing else of a person, so that nothing else can be printed.
struct AttendanceList {
    /// Rows one list may have, blank ones included.
    static let rowCountMax = 2000
    /// Signature columns that fit on a page on its side.
    static let columnCountMax = 5

    var setting: LetterSetting
    var names: [PersonName]
    /// The sessions to sign for, in order; one makes a list for a session, several one with a column for each.
    var sessions: [Session]
    var blankRows: Int
    var group: String?

    init(
        _ setting: LetterSetting,
        names: [PersonName],
        sessions: [Session],
        group: String? = nil,
        blankRows: Int? = nil
    ) {
        self.setting = setting.speaking(.attendance)
        self.names = names
        self.sessions = sessions
        self.group = group
        self.blankRows = blankRows ?? setting.plan?.blankRows ?? 0
    }

    /// Everybody of these registrations who comes, delegates of organisations included.
    static func names(of registrations: [LetterRegistration]) -> [PersonName] { registrations.flatMap(\.attendees) }

    /// The sessions of an activity in portions, each for one list: one by one where the event asks for lists per session,
    /// else as many as have room side by side. Sessions on one day share a list.
    static func sheets(_ activity: Activity, plan: DocumentPlan?, group: String? = nil) -> [[Session]] {
        let sessions = ActivitySchedule(activity, group: group, language: .polish).sessions
        let size = plan?.perSession == true ? 1 : columnCountMax
        return stride(from: 0, to: sessions.count, by: size).map { start in
            Array(sessions[start..<min(start + size, sessions.count)])
        }
    }

    func values() -> DataValue {
        var object = HouseValues(setting: setting).object()
        object["facts"] = facts.value
        object["days"] = .array(sessions.map(day))
        let named = sorted.map(Self.listName)
        let blanks = max(0, min(blankRows, Self.rowCountMax - named.count))
        let all = named.prefix(Self.rowCountMax) + Array(repeating: "", count: blanks)
        object["rows"] = .array(
            all.enumerated().map { index, name in
                .object([("number", .integer(index + 1)), ("name", .string(name)), ("note", "")])
            }
        )
        return .object(object)
    }

    /// Surname first, as lists are read; a name whose parts are unknown stays as it is.
    static func listName(_ name: PersonName) -> String {
        let parts = [name.surname, name.given].compactMap(\.self).filter { !$0.isEmpty }
        return NamePrinting.sensible(parts.count == 2 ? parts.joined(separator: " ") : name.full)
    }

    private var sorted: [PersonName] {
        names.map { (key: PolishCollation.sortKey(Self.listName($0)), name: $0) }
            .sorted { $0.key.lexicographicallyPrecedes($1.key) }.map(\.name)
    }

    private var facts: FactRows {
        var facts = FactRows(setting)
        if let title = setting.activity?.groups.first(where: { $0.id == group })?.title {
            facts.add(.group, setting.text(title))
        }
        var shown = setting.activity
        shown?.sessions = sessions
        let schedule = ActivitySchedule(shown, language: setting.language)
        if sessions.count == 1 { facts.add(.activity, setting.text(sessions[0].title)) }
        facts.add(sessions.count > 1 ? .dates : .date, schedule.summary)
        let place = sessions.first.map(\.place) ?? ""
        let usual = setting.activity.map { $0.address.isEmpty ? $0.place : $0.address } ?? ""
        facts.add(.place, place.isEmpty ? usual : place)
        facts.add(.teachers, setting.activity?.teachers.joined(separator: ", ") ?? "")
        let projects = HouseValues(setting: setting).object()["projectLine"]?.text ?? ""
        facts.add(.project, projects)
        return facts
    }

    private func day(_ session: Session) -> DataValue {
        .object([
            ("date", .string(DateText.long(session.date, in: setting.language))),
            ("shortDate", .string(DateText.short(session.date, in: setting.language))),
            ("hours", .string(ActivitySchedule.hours(session))),
            ("title", .string(setting.text(session.title))),
        ])
    }
}
