import FormModel

/// What of a pool the columns hold for given rules; nil for rules that need the general way.
///
/// Columns serve orders (receipt, points, lots) with quotas on attributes and at most so many from one organisation or
/// address, without sessions, eligibility by expressions or reviews: the runs that get large.
struct ColumnPlan {
    struct Cap {
        var quota: Int
        var isOrganisation: Bool
        var maximum: Int
    }

    /// Attributes that quotas read, each once.
    let attributes: [String]
    /// Most values of each that fit into a type's number.
    let cellMax: [Int]
    let caps: [Cap]
    let keys: [TieKey]

    private static let attributesMax = 10

    init?(_ compiled: CompiledRules) {
        let rules = compiled.rules
        guard rules.method != .curated, rules.method != .lottery || rules.fairness == .order, rules.sessions.isEmpty,
            rules.wishes == nil, rules.eligible.isEmpty, rules.ranking?.threshold == nil,
            (rules.ranking?.minimumReviews ?? 0) <= 0
        else { return nil }
        keys = ApplicantOrder(rules: rules, seed: nil).keys
        for key in keys { if case .criterion = key { return nil } }
        var attributes: [String] = []
        var caps: [Cap] = []
        for (index, quota) in rules.quotas.enumerated() {
            guard case .attributes(let names) = quota.subject else { return nil }
            guard let each = quota.each else {
                for name in names where !attributes.contains(name) { attributes.append(name) }
                continue
            }
            guard names.count == 1, ["organisation", "address"].contains(names[0]), quota.values.isEmpty,
                each.minimum == nil, !quota.isSoft, quota.base == .seats,
                let maximum = BoundResolution.maximum(each, seats: rules.seats.maximum)
            else { return nil }
            caps.append(Cap(quota: index, isOrganisation: names[0] == "organisation", maximum: maximum))
        }
        guard attributes.count <= Self.attributesMax, !attributes.contains("organisation"),
            !attributes.contains("address")
        else { return nil }
        self.attributes = attributes
        self.caps = caps
        cellMax = attributes.map { _ in 1 << min(20, 62 / attributes.count) }
    }
}
