import FormModel

/// The sessions of an activity: one by one, a day each of a range, or by weekly rules.
struct SessionBuilder {
    let draft: Draft
    let mapping: CheckedMapping
    let activity: String
    /// Hours of sessions that name none.
    let hours: (start: Int, end: Int)?

    func sessions() -> [Session] {
        let ways = ["date", "dates", "sessions", "weekly"].filter(mapping.has)
        if ways.count > 1, let place = mapping.entries[ways[1]]?.keyPlace {
            draft.add(.sessionsConflict, at: place)
            return []
        }
        let sessions: [Session]
        switch ways.first {
        case "date": sessions = mapping.day("date").map { [session(id: "\(activity)-1", on: $0)] } ?? []
        case "dates": sessions = days()
        case "sessions": sessions = listed()
        case "weekly": sessions = weekly()
        default: sessions = []
        }
        return sessions.sorted { ($0.date, $0.startMinute ?? 0) < ($1.date, $1.startMinute ?? 0) }
    }

    private func days() -> [Session] {
        guard let checked = mapping["dates"], case .days(let first, let last) = checked.value else { return [] }
        guard first <= last else {
            draft.add(.orderReversed, at: checked.place, subject: first.description, detail: last.description)
            return []
        }
        let count = last.daysSinceEpoch - first.daysSinceEpoch + 1
        guard count <= FileLimits.sessionCountMax else {
            draft.add(.sessionsTooMany, at: checked.place)
            return []
        }
        return (0..<count).map { session(id: "\(activity)-\($0 + 1)", on: first.adding(days: $0)) }
    }

    private func listed() -> [Session] {
        let mappings = mapping.mappings("sessions")
        draft.checkUnique(mappings)
        return mappings.enumerated().compactMap { index, listed in
            noteGroup(of: listed)
            guard let day = listed.day("date") else { return nil }
            return session(id: listed.text("id") ?? "\(activity)-\(index + 1)", on: day, with: listed)
        }
    }

    private func noteGroup(of mapping: CheckedMapping) {
        _ = draft.reference("group", of: mapping, to: .group, .activity(activity))
    }

    private func session(id: String, on day: CalendarDate, with details: CheckedMapping? = nil) -> Session {
        let hours = details?.hours("hours") ?? hours
        return Session(
            id: id,
            title: details?.localized("title") ?? LocalizedText([:]),
            date: day,
            startMinute: hours?.start,
            endMinute: hours?.end,
            place: details?.text("place") ?? "",
            module: details?.text("module"),
            group: details?.text("group")
        )
    }

    // MARK: Weekly rules

    private func weekly() -> [Session] {
        guard let checked = mapping["weekly"] else { return [] }
        let rules = checked.mapping.map { [$0] } ?? checked.list.compactMap(\.mapping)
        var sessions: [Session] = []
        var numbers: [String: Int] = [:]
        for rule in rules {
            if let group = rule["group"], let name = group.text {
                draft.references.append(
                    .init(target: .group, name: name, place: group.place, scope: .activity(activity))
                )
            }
            let prefix = rule.text("id") ?? [activity, rule.text("group")].compactMap { $0 }.joined(separator: "-")
            for day in days(of: rule) {
                numbers[prefix, default: 0] += 1
                sessions.append(session(id: "\(prefix)-\(numbers[prefix, default: 1])", on: day, with: rule))
            }
            guard sessions.count <= FileLimits.sessionCountMax else {
                draft.add(.sessionsTooMany, at: rule.place)
                return []
            }
        }
        return sessions
    }

    private func days(of rule: CheckedMapping) -> [CalendarDate] {
        guard let from = rule.day("from") else { return [] }
        let wanted = rule.whole("count")
        let to = rule.day("to")
        guard wanted != nil || to != nil else {
            draft.add(.keyMissing, at: rule.place, subject: "count")
            return []
        }
        let weekdays = Set(
            rule.texts("weekdays").compactMap { ActivityShape.weekdayNames.firstIndex(of: $0) }.map { $0 + 1 }
        )
        let left = Set(rule.list("except").compactMap { if case .day(let day) = $0.value { day } else { nil } })
        let every = rule.whole("every") ?? 1
        let monday = from.adding(days: 1 - from.weekday)
        var days: [CalendarDate] = []
        // A rule spans at most forty years, whatever it asks for.
        for offset in 0..<14_610 where days.count < wanted ?? FileLimits.sessionCountMax + 1 {
            let day = from.adding(days: offset)
            if let to, day > to { break }
            let week = (day.daysSinceEpoch - monday.daysSinceEpoch) / 7
            if week % every == 0, weekdays.contains(day.weekday), !left.contains(day) { days.append(day) }
        }
        if days.isEmpty || days.count < wanted ?? 0 {
            draft.add(.sessionsNone, at: rule.place, subject: String(wanted ?? 1))
        }
        return days
    }
}
