import Documents
import FieldKinds
import FormModel
import Registry
import Selection

/// Ranking list, quota table and committee protocol of one activity's latest run.
struct RunDrafting {
    let drafting: DocumentDrafting
    let activity: Activity

    func draft(_ reader: RegistryReader) throws -> DocumentDraft? {
        let runs = try reader.runs(event: drafting.slug).filter { $0.activity == activity.id && $0.state != .discarded }
        guard let run = runs.last else { return nil }
        let decisions = try reader.decisions(ofRun: run.id)
        let applications = try applications(decisions, reader)
        let setting = drafting.setting(activity, drafting.listLanguage)
        let values =
            drafting.request.kind == .ranking
            ? RankingList(setting, applications: applications, isRehearsal: draw(of: run).isRehearsal).values()
            : try protocolValues(setting, applications, decisions, run, reader)
        return DocumentDraft(
            activity: activity.id,
            language: drafting.listLanguage,
            name: "\(drafting.request.kind.rawValue)-\(activity.id)",
            values: values,
            parameters: [.init("run", .number(String(run.id)))]
        )
    }

    private func applications(_ decisions: [RunDecision], _ reader: RegistryReader) throws -> [RankedApplication] {
        let scores = try reader.scores(event: drafting.slug)
        return try decisions.compactMap { entry in
            guard let code = RegistrationCode(entry.decision.id), let row = try reader.registration(code: code) else {
                return nil
            }
            let points = drafting.criterionPoints(row, activity, scores[row.id] ?? [])
            let total = points.isEmpty ? nil : points.reduce(0) { $0 + $1.points }
            return RankedApplication(code: code, decision: entry.decision, total: total, points: points)
        }
    }

    private func protocolValues(
        _ setting: LetterSetting,
        _ applications: [RankedApplication],
        _ decisions: [RunDecision],
        _ run: RunRow,
        _ reader: RegistryReader
    ) throws -> DataValue {
        let assessors = Set(try reader.scores(event: drafting.slug).values.joined().map(\.assessor)).sorted()
        return CommitteeProtocol(
            setting,
            applications: applications,
            members: assessors.map { CommitteeProtocol.Member(name: $0) },
            quotas: try quotas(decisions, reader),
            poolDigest: run.poolDigest,
            seed: seed(of: run),
            program: "nabor \(ProductVersion.text)",
            draw: draw(of: run)
        ).values()
    }

    /// How far each rule was met by those chosen and those who held places before.
    private func quotas(_ decisions: [RunDecision], _ reader: RegistryReader) throws -> [CommitteeProtocol.QuotaRow] {
        let builder = CandidatePoolBuilder(event: drafting.event, activity: activity, today: drafting.today)
        let pool = try builder.build(reader)
        let chosen = Set(decisions.filter { $0.decision.outcome == .selected }.map(\.decision.id))
        let waiting = pool.members.filter { chosen.contains($0.candidate.id) }
        let held = pool.holders.filter { chosen.contains($0.candidate.id) }
        let seated = (waiting + held).map { Participant($0.candidate, session: $0.participation.group) }
        let state = try? CuratedChoice(
            rules: pool.rules,
            context: SelectionContext(eventStart: activity.firstDay, eventEnd: activity.lastDay)
        ).check(chosen: [], pool: [], kept: seated)
        let labels = QuotaLabel(
            event: drafting.definition,
            activity: activity,
            language: drafting.setting(activity, drafting.listLanguage).speaking(.protocol_).language
        )
        return (state?.counts ?? []).filter { $0.rule != "seats" && $0.maximum != nil || $0.minimum > 0 }.map { count in
            CommitteeProtocol.QuotaRow(
                label: labels.text(count.rule),
                minimum: count.minimum > 0 ? count.minimum : nil,
                maximum: count.maximum,
                chosen: count.have
            )
        }
    }

    private func draw(of run: RunRow) -> DrawEvidence { DrawEvidence(try? JSONParser.parse(run.record)) }

    private func seed(of run: RunRow) -> String? {
        (try? JSONParser.parse(run.record))?["seed"]?.text
    }
}
