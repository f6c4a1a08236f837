import FormModel
import Foundation
import Registry

/// One event of the demonstration, after its deadline.
struct DemoEvent {
    let workspace: Workspace
    /// The same workspace after the last session, when certificates are written.
    let afterwards: Workspace
    let event: LoadedEvent
    let samples: String
    let tell: (Demo.Step) -> Void

    private var slug: String { event.definition.slug }

    /// Points, selection activity by activity (a later one may need the participants of an earlier one), announcement,
    /// answers, attendance.
    func decide() throws(DeskError) {
        try giveScores()
        for activity in event.definition.activities {
            guard try select(activity) else { continue }
            for report in try workspace.announce(event: slug, activity: activity.id) {
                tell(.announced(event: slug, report))
            }
            try answerOffers(activity)
            try attend(activity)
        }
    }

    /// True when there is now a run to be announced.
    private func select(_ activity: Activity) throws(DeskError) -> Bool {
        if activity.selection?.method == .curated { return try choose(activity) }
        do throws(DeskError) {
            let reports = try workspace.select(event: slug, activity: activity.id, seed: "4 1 6 3 2", isDryRun: false)
            for report in reports { tell(.selected(report)) }
            return reports.contains(where: \.isStored)
        } catch  where error.code == .nothingToDo {
            return false
        }
    }

    /// A committee that goes through the applications in order of receipt and takes whoever the rules allow.
    private func choose(_ activity: Activity) throws(DeskError) -> Bool {
        let query = RegistrationQuery(event: slug, states: [.submitted], activity: activity.id, limit: Int.max)
        let rows = try workspace.list(query).summaries.map(\.row).sorted { $0.receivedAt < $1.receivedAt }
        var last: SelectionReport?
        for row in rows.prefix(activity.capacity ?? rows.count) {
            do throws(DeskError) {
                last = try workspace.choose(
                    [row.code.text],
                    activity: activity.id,
                    reason: "Organizacja działa w regionie i opisała konkretny problem."
                )
            } catch  where error.code == .selectionFailed {
                continue
            }
        }
        if let last { tell(.selected(last)) }
        return last != nil
    }

    /// The assessors' sheet: names, criteria, points.
    private func giveScores() throws(DeskError) {
        let path = samples + "/scores/" + slug + ".csv"
        guard FileManager.default.fileExists(atPath: path) else { return }
        let rows = try StaffTable.rows(of: path, readerPath: workspace.environment.readerPath)
        let all = try workspace.list(RegistrationQuery(event: slug, limit: Int.max)).summaries.map(\.row)
        var entries: [ScoreEntry] = []
        for row in rows {
            let name = try StaffTable.value(row, "applicant", path)
            guard let registration = all.first(where: { $0.name == name }) else { continue }
            entries.append(
                ScoreEntry(
                    code: registration.code.text,
                    criterion: try StaffTable.value(row, "criterion", path),
                    points: try StaffTable.value(row, "points", path),
                    assessor: try StaffTable.value(row, "assessor", path)
                )
            )
        }
        try workspace.score(entries)
    }

    /// Everybody takes the offered place but the last one, who declines; the next of the waiting list gets it.
    private func answerOffers(_ activity: Activity) throws(DeskError) {
        let query = RegistrationQuery(
            event: slug,
            activity: activity.id,
            participationStates: [.offered],
            limit: Int.max
        )
        let offered = try workspace.list(query).summaries.map(\.row.code.text)
        for (number, code) in offered.enumerated() {
            let declines = offered.count > 3 && number == offered.count - 1
            _ = try workspace.answerOffer(code, activity: activity.id, accepts: !declines)
        }
    }

    /// Everybody comes to every session, but for one person who misses the first two of a longer series.
    private func attend(_ activity: Activity) throws(DeskError) {
        let query = RegistrationQuery(
            event: slug,
            activity: activity.id,
            participationStates: [.confirmed],
            limit: Int.max
        )
        let confirmed = try workspace.list(query).summaries
        var entries: [AttendanceEntry] = []
        for (number, summary) in confirmed.enumerated() {
            let group = summary.participations.first { $0.activity == activity.id }?.group
            let sessions = activity.sessions.filter { $0.group == nil || $0.group == group }
            for (index, session) in sessions.enumerated() {
                let misses = number == 0 && sessions.count > 2 && index < 2
                entries.append(
                    AttendanceEntry(
                        code: summary.row.code.text,
                        session: session.id,
                        presence: misses ? .absent : .present
                    )
                )
            }
        }
        if !entries.isEmpty { try workspace.attend(entries) }
    }

    // MARK: Papers

    /// Every kind of document the event names, a list in each format, the funders' figures; returns how many documents.
    func writePapers() throws(DeskError) -> Int {
        var count = 0
        for plan in event.definition.documents {
            do throws(DeskError) {
                let written = try (plan.kind == .certificate ? afterwards : workspace).documents(
                    DocumentRequest(
                        event: slug,
                        kind: plan.kind,
                        purpose: "demonstracja",
                        recipient: "archiwum organizatora"
                    )
                )
                count += written.count
                tell(.documents(event: slug, kind: plan.kind, count: written.count))
            } catch  where error.code == .nothingToDo {
                continue
            }
        }
        try export()
        return count
    }

    private func export() throws(DeskError) {
        let folder = workspace.folder + "/out/" + slug
        try OutputFile.makeFolder(folder)
        for format in ExportRequest.Format.allCases {
            let file = "\(folder)/\(slug).\(format.rawValue)"
            let request = ExportRequest(
                event: slug,
                format: format,
                purpose: "demonstracja",
                recipient: "archiwum organizatora"
            )
            tell(.exported(file: file, rows: try workspace.export(request, to: file)))
        }
        try workspace.exportIndicators(event: slug, to: folder + "/wskazniki.xlsx", language: .polish)
    }
}
