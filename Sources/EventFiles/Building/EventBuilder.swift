import Foundation
import FormModel

/// Checked mappings to an event. Missing required values were noted before; here they become empty ones, so that
/// everything else is still looked at.
struct EventBuilder {
    let draft: Draft
    let mapping: CheckedMapping
    let folder: String
    /// Categories of the workspace.
    let inherited: [RetentionCategory]

    func event() -> EventDefinition {
        let zoneName = mapping.text("time_zone") ?? "Europe/Warsaw"
        if let zone = TimeZone(identifier: zoneName) { draft.zone = zone }
        let languages = mapping.texts("languages").compactMap(InterfaceLanguage.init(rawValue:))
        let activities = activities()
        return EventDefinition(
            slug: mapping.text("event") ?? "",
            title: mapping.localized("title"),
            summary: mapping.localized("summary"),
            organiser: mapping.mapping("organiser").map(PartBuilder.organiser),
            projects: projects(),
            languages: languages.isEmpty ? [.polish] : languages,
            timeZone: zoneName,
            forms: forms(activities.map(\.id)),
            activities: activities,
            points: points(),
            documents: documents(),
            retention: retention(),
            marking: marking(),
            contact: mapping.mapping("contact").map(PartBuilder.contact),
            folder: folder,
            needsSecondCheck: mapping.flag("second_check"),
            acceptance: acceptance()
        )
    }

    private func acceptance() -> AcceptanceThresholds {
        guard let given = mapping.mapping("acceptance") else { return AcceptanceThresholds() }
        let pairs = AcceptanceThresholds.kinds.compactMap { kind in given.whole(kind.name).map { (kind.name, $0) } }
        return AcceptanceThresholds(percentByKind: Dictionary(uniqueKeysWithValues: pairs))
    }

    private func activities() -> [Activity] {
        let mappings = mapping.mappings("activities")
        draft.checkUnique(mappings)
        return mappings.map { ActivityBuilder(draft: draft, mapping: $0).activity() }
    }

    private func retention() -> [RetentionCategory] {
        let mappings = mapping.mappings("retention")
        draft.checkUnique(mappings)
        let own = mappings.map(PartBuilder.retention)
        return own + inherited.filter { category in !own.contains { $0.id == category.id } }
    }

    // MARK: Forms

    private func forms(_ activityIDs: [String]) -> [FormDefinition] {
        let shared = mapping.mappings("consents")
        guard let formList = mapping["forms"] else {
            if !mapping.has("fields") { draft.add(.formFieldsMissing, at: mapping.place) }
            return [FormBuilder(draft: draft, mapping: mapping, id: "main", sharedConsents: shared).form(activityIDs)]
        }
        for key in FormShape.sharedKeys where key.name != "consents" {
            if let entry = mapping.entries[key.name] { draft.add(.formMixed, at: entry.keyPlace, subject: key.name) }
        }
        let mappings = formList.list.compactMap(\.mapping)
        draft.checkUnique(mappings)
        if mappings.isEmpty { draft.add(.formFieldsMissing, at: formList.place) }
        return mappings.map { form in
            if !form.has("fields") { draft.add(.formFieldsMissing, at: form.place) }
            let own = form.mappings("consents")
            return FormBuilder(draft: draft, mapping: form, id: form.text("id") ?? "", sharedConsents: own + shared)
                .form(activityIDs)
        }
    }

    // MARK: Points, projects, documents

    private func points() -> [PointCriterion] {
        let mappings = mapping.mappings("points")
        draft.checkUnique(mappings)
        return mappings.compactMap { criterion in
            let activities = draft.references("activities", of: criterion, to: .activity)
            guard let (source, maximum) = pointSource(of: criterion, activities) else {
                draft.add(.pointsSource, at: criterion.place, subject: criterion.text("id") ?? "")
                return nil
            }
            return PointCriterion(
                id: criterion.text("id") ?? "",
                label: criterion.localized("label"),
                source: source,
                maximum: maximum,
                activities: activities
            )
        }
    }

    private func pointSource(
        of criterion: CheckedMapping,
        _ activities: [String]
    ) -> (PointCriterion.Source, DecimalNumber)? {
        let scope: Draft.Scope = activities.count == 1 ? .activity(activities[0]) : .event
        let condition = draft.expression("if", of: criterion, scope)
        let value = draft.expression("value", of: criterion, scope)
        switch (criterion.whole("assessors"), condition, value, criterion.decimal("points"), criterion.decimal("max")) {
        case (let count?, nil, nil, nil, let maximum?): return (.assessors(count: count), maximum)
        case (nil, let condition?, nil, let points?, nil):
            return (.condition(expression: condition, points: points), points)
        case (nil, nil, let value?, nil, let maximum?): return (.value(expression: value), maximum)
        default: return nil
        }
    }

    private func projects() -> [Project] {
        let mappings = mapping.mappings("projects")
        draft.checkUnique(mappings)
        return mappings.map { project in
            if let from = project.day("from"), let to = project.day("to"), from > to, let place = project["from"]?.place
            {
                draft.add(.orderReversed, at: place, subject: "from", detail: "to")
            }
            let indicators = project.mappings("indicators")
            draft.checkUnique(indicators)
            return Project(
                id: project.text("id") ?? "",
                title: project.localized("title"),
                number: project.text("number") ?? "",
                programme: project.text("programme") ?? "",
                funder: project.text("funder") ?? "",
                startsOn: project.day("from"),
                endsOn: project.day("to"),
                indicators: indicators.map(indicator)
            )
        }
    }

    private func indicator(_ indicator: CheckedMapping) -> Indicator {
        Indicator(
            id: indicator.text("id") ?? "",
            label: indicator.localized("label"),
            measure: indicator.word("measure") ?? .participants,
            target: indicator.whole("target"),
            activities: draft.references("activities", of: indicator, to: .activity),
            condition: draft.expression("if", of: indicator, .event),
            breakdowns: indicator.texts("by").compactMap(Indicator.Breakdown.init(rawValue:))
        )
    }

    private func documents() -> [DocumentPlan] {
        mapping.mappings("documents").map { document in
            var texts: [String: LocalizedText] = [:]
            for entry in document["texts"]?.map ?? [] { texts[entry.key] = entry.value.localized }
            return DocumentPlan(
                kind: document.word("kind") ?? .receipt,
                template: document.text("template"),
                languages: document.texts("languages").compactMap(InterfaceLanguage.init(rawValue:)),
                activities: draft.references("activities", of: document, to: .activity),
                blankRows: document.whole("blank_rows") ?? 0,
                perSession: document.flag("per_session"),
                texts: texts,
                columns: draft.references("columns", of: document, to: .column)
            )
        }
    }

    private func marking() -> MarkingSet {
        guard let marking = mapping.mapping("marking") else { return MarkingSet() }
        let logos = marking.mappings("logos").map { logo in
            if let file = logo["file"], let path = file.text {
                draft.files.append(.init(path: path, place: file.place))
            }
            return MarkingSet.Logo(file: logo.text("file") ?? "", alternativeText: logo.text("alt") ?? "")
        }
        return MarkingSet(logos: logos, fundingSentence: marking.localized("sentence"))
    }
}
