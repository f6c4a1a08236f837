import Documents
import FieldKinds
import FormModel
import Registry

/// Certificates of one activity: for everybody confirmed who attended enough, numbered in the register.
struct CertificateDrafting {
    let drafting: DocumentDrafting
    let activity: Activity

    func drafts(_ reader: RegistryReader) throws -> [DocumentDraft] {
        var next = try reader.lastRegisterNumber(event: drafting.slug) + 1
        var drafts: [DocumentDraft] = []
        for (row, participation) in try drafting.people(activity, [.confirmed], reader) {
            guard let registration = drafting.letterRegistration(row) else { continue }
            let attended = Set(
                try reader.attendance(ofRegistration: row.id)
                    .filter { $0.activity == activity.id && $0.presence == .present }.map(\.session)
            )
            guard reachesThreshold(attended, participation.group) else { continue }
            // A certificate written again keeps its number.
            let known = try reader.registerNumber(registration: row.id, activity: activity.id)
            let number = known ?? next
            if known == nil { next += 1 }
            for language in drafting.languages(for: row) {
                drafts.append(draft(row, registration, attended, participation.group, number, language))
            }
        }
        return drafts
    }

    private func reachesThreshold(_ attended: Set<String>, _ group: String?) -> Bool {
        let held = activity.sessions.filter { $0.group == nil || $0.group == group }
        guard !held.isEmpty else { return true }
        let percent = activity.certificateAttendancePercent ?? 1
        return held.count { attended.contains($0.id) } * 100 >= held.count * percent
    }

    private func draft(
        _ row: RegistrationRow,
        _ registration: LetterRegistration,
        _ attended: Set<String>,
        _ group: String?,
        _ number: Int,
        _ language: InterfaceLanguage
    ) -> DocumentDraft {
        let paper = CertificatePaper(
            drafting.setting(activity, language),
            registration,
            number: "\(number)/\(drafting.today.year)",
            attended: attended,
            group: group
        )
        var draft = drafting.draft(row, activity, language, paper.values())
        draft.parameters = [.init("number", .number(String(number)))]
        return draft
    }
}
