import FormModel

/// Selection rules of their own or of an activity.
struct SelectionBuilder {
    let draft: Draft
    let mapping: CheckedMapping
    let scope: Draft.Scope
    /// Seats when the rules name none.
    let capacity: Int?

    func rules() -> SelectionRules {
        let seats = seats()
        return SelectionRules(
            version: mapping.whole("selection") ?? 1,
            seats: seats,
            eligible: needs(),
            method: mapping.word("method") ?? .curated,
            fairness: mapping.word("fairness") ?? .order,
            ranking: mapping.mapping("ranking").map(ranking),
            ties: ties(),
            quotas: quotas(of: mapping, seats),
            sessions: sessions() + AppointmentBuilder(draft: draft, rows: mapping.mappings("appointments")).sessions(),
            wishes: mapping.mapping("wishes").map {
                WishRules(
                    ranked: $0.whole("ranked") ?? 1,
                    otherwise: $0.word("else") ?? .none,
                    perPerson: $0.whole("per_person") ?? 1,
                    field: wishField($0)
                )
            },
            assign: mapping.mapping("assign").map {
                AssignRules(how: $0.word("how") ?? .deferred, belowMinimum: $0.word("below_min") ?? .ask)
            },
            reserve: mapping.mapping("reserve").map(reserve) ?? ReserveRules(),
            seed: mapping.mapping("seed").map(seed),
            publish: mapping.word("publish") ?? .pseudonyms
        )
    }

    private func seats() -> SeatRange {
        guard let checked = mapping["seats"], case .seats(let seats) = checked.value else {
            if capacity == nil, scope != .pool { draft.add(.keyMissing, at: mapping.place, subject: "seats") }
            return SeatRange(capacity ?? 1)
        }
        if let capacity, seats.maximum > capacity {
            draft.add(.seatsOverCapacity, at: checked.place, subject: String(seats.maximum), detail: String(capacity))
        }
        return seats
    }

    private func needs() -> [SelectionNeed] {
        let needs = mapping.mappings("eligible")
        draft.checkUnique(needs)
        return needs.map { need in
            SelectionNeed(
                id: need.text("id") ?? "",
                need: draft.expression("need", of: need, scope) ?? "",
                reason: need.localized("reason")
            )
        }
    }

    private func ranking(_ ranking: CheckedMapping) -> RankingRules {
        let weights = (ranking["criteria"]?.map ?? []).compactMap { entry -> RankingRules.Weight? in
            draft.references.append(.init(target: .criterion, name: entry.key, place: entry.place, scope: scope))
            guard case .whole(let weight) = entry.value.value else { return nil }
            return RankingRules.Weight(criterion: entry.key, weight: weight)
        }
        return RankingRules(
            criteria: weights,
            combine: ranking.word("combine") ?? .mean,
            dropsExtremes: ranking.flag("drop_extremes"),
            minimumReviews: ranking.whole("min_reviews") ?? 0,
            thirdReviewIfApart: ranking.whole("third_review_if_apart"),
            threshold: ranking.whole("threshold")
        )
    }

    private func ties() -> [String] {
        mapping.list("ties").compactMap { tie in
            guard let name = tie.text else { return nil }
            if name.hasPrefix("criterion.") {
                let criterion = String(name.dropFirst("criterion.".count))
                draft.references.append(.init(target: .criterion, name: criterion, place: tie.place, scope: scope))
            } else if !["score", "submitted", "lottery"].contains(name) {
                let words = "score, submitted, criterion.NAME, lottery"
                draft.add(.valueUnknown, at: tie.place, subject: name, detail: words)
            }
            return name
        }
    }

    private func sessions() -> [SelectionSession] {
        let sessions = mapping.mappings("sessions")
        draft.checkUnique(sessions)
        let ids = Set(sessions.compactMap { $0.text("id") })
        return sessions.map { session in
            var seats = SeatRange(1)
            if case .seats(let range)? = session["seats"]?.value { seats = range }
            for overlap in session.list("overlaps") where !ids.contains(overlap.text ?? "") {
                draft.add(.referenceUnknown, at: overlap.place, subject: overlap.text ?? "", detail: "session")
            }
            return SelectionSession(
                id: session.text("id") ?? "",
                seats: seats,
                need: draft.expression("need", of: session, scope),
                overlaps: session.texts("overlaps"),
                quotas: quotas(of: session, seats),
                prefer: preferences(of: session),
                rankBy: criteria(of: session),
                mergeInto: mergeTarget(of: session, ids)
            )
        }
    }

    // MARK: Own orders of sessions

    /// Nil where the key is absent, so that older records keep their hashes.
    private func preferences(of session: CheckedMapping) -> [String]? {
        guard session.has("prefer") else { return nil }
        return session.list("prefer").compactMap { entry in
            guard let source = entry.text else { return nil }
            draft.expressions.append(.init(source: source, place: entry.place, inset: entry.inset, scope: scope))
            return source
        }
    }

    private func criteria(of session: CheckedMapping) -> [String]? {
        guard session.has("rank_by") else { return nil }
        return session.list("rank_by").compactMap { entry in
            guard let name = entry.text else { return nil }
            draft.references.append(.init(target: .criterion, name: name, place: entry.place, scope: scope))
            return name
        }
    }

    private func mergeTarget(of session: CheckedMapping, _ ids: Set<String>) -> String? {
        guard let checked = session["merge_into"], let name = checked.text else { return nil }
        if !ids.contains(name) || name == session.text("id") {
            draft.add(.referenceUnknown, at: checked.place, subject: name, detail: "session")
        }
        return name
    }

    private func wishField(_ wishes: CheckedMapping) -> String? {
        guard let checked = wishes["field"], let name = checked.text else { return nil }
        if scope != .pool {
            draft.expressions.append(
                .init(source: name, place: checked.place, inset: checked.inset, scope: scope)
            )
        }
        return name
    }

    private func reserve(_ reserve: CheckedMapping) -> ReserveRules {
        ReserveRules(
            size: reserve.whole("size"),
            offerHours: reserve.whole("offer_hours") ?? 48,
            stop: draft.expression("stop", of: reserve, scope),
            party: reserve.word("party") ?? .skip,
            unfillable: reserve.word("unfillable") ?? .ask
        )
    }

    private func seed(_ seed: CheckedMapping) -> SeedRules {
        SeedRules(
            source: seed.text("source") ?? "",
            after: seed.moment("after")?.first(in: draft.zone),
            fallback: seed.texts("fallback")
        )
    }
}
