import FormModel

/// One activity.
struct ActivityBuilder {
    let draft: Draft
    let mapping: CheckedMapping

    private var id: String { mapping.text("id") ?? "" }

    func activity() -> Activity {
        let groups = groups()
        let capacity = mapping.whole("capacity")
        let places = groups.reduce(0) { $0 + $1.capacity }
        if let capacity, places > capacity, let place = mapping["groups"]?.place {
            draft.add(.groupsOverCapacity, at: place, subject: String(places), detail: String(capacity))
        }
        let hours = mapping.hours("hours")
        return Activity(
            id: id,
            title: mapping.localized("title"),
            kind: mapping.word("kind") ?? .meeting,
            place: mapping.text("place") ?? "",
            address: mapping.text("address") ?? "",
            programme: mapping.list("programme").compactMap(\.localized),
            covered: mapping.list("covered").compactMap(\.localized),
            counts: mapping.word("counts") ?? .applicants,
            capacity: capacity,
            guestsOutsideCapacity: mapping.whole("guests") ?? 0,
            sessions: SessionBuilder(draft: draft, mapping: mapping, activity: id, hours: hours).sessions(),
            groups: groups,
            groupField: draft.reference("group_field", of: mapping, to: .field, .activity(id)),
            cohort: cohort(),
            condition: draft.expression("condition", of: mapping, .activity(id)),
            selection: selection(capacity),
            confirmWithinDays: mapping.whole("confirm_within_days"),
            fee: fee(),
            strikeOff: mapping.mapping("strike_off").map {
                StrikeOff(unexcusedAbsences: $0.whole("unexcused") ?? 0, text: $0.localized("text"))
            },
            certificateAttendancePercent: mapping.whole("certificate_percent"),
            teachers: mapping.texts("teachers"),
            goal: mapping.whole("goal")
        )
    }

    private func groups() -> [Group] {
        let mappings = mapping.mappings("groups")
        draft.checkUnique(mappings)
        return mappings.map { group in
            let capacity = group.whole("capacity") ?? 0
            let minimum = group.whole("min")
            if let minimum, minimum > capacity, let place = group["min"]?.place {
                draft.add(.quotaMinOverMax, at: place, subject: String(minimum), detail: String(capacity))
            }
            return Group(
                id: group.text("id") ?? "",
                title: group.localized("title"),
                capacity: capacity,
                minimum: minimum
            )
        }
    }

    private func cohort() -> Activity.Cohort? {
        guard let cohort = mapping.mapping("cohort"),
            let from = draft.reference("from", of: cohort, to: .activity)
        else { return nil }
        if let place = cohort["from"]?.place { draft.cohorts.append((mapping.text("id") ?? "", place)) }
        return Activity.Cohort(from: from, refillsFromReserve: cohort.text("refill") == "reserve")
    }

    private func fee() -> Fee? {
        guard let fee = mapping.mapping("fee"), let amount = fee.decimal("amount") else { return nil }
        return Fee(amount: amount, currency: fee.text("currency") ?? "PLN", dueDays: fee.whole("due_days") ?? 0)
    }

    private func selection(_ capacity: Int?) -> SelectionRules? {
        guard let selection = mapping.mapping("selection") else { return nil }
        return SelectionBuilder(draft: draft, mapping: selection, scope: .activity(id), capacity: capacity).rules()
    }
}
