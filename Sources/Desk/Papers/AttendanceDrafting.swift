import FieldKinds
import Documents
import FormModel
import Registry

/// Attendance lists of one activity: one a group, one a session or one with a column a session, as the event wants.
struct AttendanceDrafting {
    let drafting: DocumentDrafting
    let activity: Activity

    func drafts(_ reader: RegistryReader) throws -> [DocumentDraft] {
        let people = try drafting.people(activity, [.offered, .confirmed], reader)
        let groups: [String?] = activity.groups.isEmpty ? [nil] : activity.groups.map(\.id)
        return groups.flatMap { group -> [DocumentDraft] in
            let members = people.filter { group == nil || $0.1.group == group }
            let isOpen = activity.capacity == nil && activity.selection == nil
            guard !members.isEmpty || isOpen else { return [] }
            let names = AttendanceList.names(of: members.compactMap { drafting.letterRegistration($0.0) })
            return sheets(group).map { draft($0, names, group) }
        }
    }

    private func sheets(_ group: String?) -> [[Session]] {
        guard let wanted = drafting.request.session else {
            return AttendanceList.sheets(activity, plan: drafting.plan, group: group)
        }
        let fitting = activity.sessions.filter { $0.id == wanted && ($0.group == nil || $0.group == group) }
        return fitting.isEmpty ? [] : [fitting]
    }

    private func draft(_ sessions: [Session], _ names: [PersonName], _ group: String?) -> DocumentDraft {
        let language = drafting.listLanguage
        let list = AttendanceList(
            drafting.setting(activity, language),
            names: names,
            sessions: sessions,
            group: group
        )
        let span = sessions.count == 1 ? sessions[0].id : "\(sessions[0].id)-\(sessions[sessions.count - 1].id)"
        return DocumentDraft(
            activity: activity.id,
            language: language,
            signatureColumns: sessions.count,
            name: ["attendance", activity.id, group, span].compactMap(\.self).joined(separator: "-"),
            values: list.values(),
            parameters: [.init("sessions", .array(sessions.map { .string($0.id) }))]
        )
    }
}
