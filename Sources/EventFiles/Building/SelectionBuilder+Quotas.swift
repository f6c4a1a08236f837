import FormModel

/// Quotas.
extension SelectionBuilder {
    func quotas(of mapping: CheckedMapping, _ seats: SeatRange) -> [Quota] {
        let quotas = mapping.mappings("quotas")
        draft.checkUnique(quotas)
        return quotas.compactMap { quota($0, seats) }
    }

    private func quota(_ mapping: CheckedMapping, _ seats: SeatRange) -> Quota? {
        let id = mapping.text("id") ?? ""
        guard let subject = subject(of: mapping) else {
            draft.add(.quotaSubject, at: mapping.place, subject: id)
            return nil
        }
        let quota = Quota(
            id: id,
            subject: subject,
            values: values(of: mapping),
            each: mapping.mapping("each").map(Self.bounds),
            bounds: Self.bounds(mapping),
            base: mapping.word("of") ?? .seats,
            isSoft: mapping.text("kind") == "soft",
            order: mapping.whole("order") ?? 0,
            relaxation: mapping.mapping("relax").map {
                Quota.Relaxation(order: $0.whole("order") ?? 0, bounds: Self.bounds($0))
            },
            isSensitive: mapping.flag("sensitive")
        )
        draft.quotas.append(Draft.QuotaUse(mapping: mapping, quota: quota, seats: seats, scope: scope))
        return quota
    }

    private func subject(of mapping: CheckedMapping) -> Quota.Subject? {
        switch (mapping["by"], mapping.has("where")) {
        case (let by?, false):
            let names =
                by.text.map { [(name: $0, place: by.place)] } ?? by.list.map { (name: $0.text ?? "", place: $0.place) }
            for (name, place) in names where !["organisation", "address"].contains(name) && scope != .pool {
                draft.references.append(.init(target: .field, name: name, place: place, scope: scope))
            }
            return names.isEmpty ? nil : .attributes(names.map(\.name))
        case (nil, true): return draft.expression("where", of: mapping, scope).map(Quota.Subject.condition)
        default: return nil
        }
    }

    private func values(of mapping: CheckedMapping) -> [Quota.ValueBounds] {
        (mapping["values"]?.map ?? []).map { entry in
            let bounds: Quota.Bounds
            switch entry.value.value {
            // A bare number is exact: neither fewer nor more.
            case .bound(let bound): bounds = Quota.Bounds(minimum: bound, maximum: bound)
            case .mapping(let inner): bounds = Self.bounds(inner)
            default: bounds = Quota.Bounds()
            }
            return Quota.ValueBounds(value: entry.key, bounds: bounds)
        }
    }

    private static func bounds(_ mapping: CheckedMapping) -> Quota.Bounds {
        Quota.Bounds(minimum: mapping.bound("min"), maximum: mapping.bound("max"))
    }
}
