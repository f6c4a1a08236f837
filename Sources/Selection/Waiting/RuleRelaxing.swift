public import FormModel

/// Rules after a change that their owner allowed beforehand.
public enum RuleRelaxing {
    /// The rules with the bounds moved; nil where a bound is not one that `relax` of its quota covers.
    public static func apply(_ changes: [RuleChange], to rules: SelectionRules) -> SelectionRules? {
        var rules = rules
        for change in changes {
            let parts = change.rule.split(separator: ":", maxSplits: 1).map(String.init)
            guard let quota = rules.quotas.firstIndex(where: { $0.id == parts[0] }),
                let relaxation = rules.quotas[quota].relaxation, allows(relaxation, change, rules)
            else { return nil }
            let value = parts.count > 1 ? parts[1] : nil
            guard move(&rules.quotas[quota], value: value, change) else { return nil }
        }
        return rules
    }

    private static func allows(_ relaxation: Quota.Relaxation, _ change: RuleChange, _ rules: SelectionRules) -> Bool {
        switch change.side {
        case .minimum:
            guard relaxation.bounds.minimum != nil else { return false }
            return change.to >= BoundResolution.minimum(relaxation.bounds, seats: rules.seats.maximum)
        case .maximum:
            guard let most = BoundResolution.maximum(relaxation.bounds, seats: rules.seats.maximum) else {
                return false
            }
            return change.to <= most
        }
    }

    private static func move(_ quota: inout Quota, value: String?, _ change: RuleChange) -> Bool {
        func moved(_ bounds: Quota.Bounds) -> Quota.Bounds {
            var bounds = bounds
            if change.side == .minimum {
                bounds.minimum = .count(change.to)
            } else {
                bounds.maximum = .count(change.to)
            }
            return bounds
        }
        guard let value else {
            quota.bounds = moved(quota.bounds)
            return true
        }
        if let index = quota.values.firstIndex(where: { $0.value == value }) {
            quota.values[index].bounds = moved(quota.values[index].bounds)
            return true
        }
        guard let each = quota.each else { return false }
        quota.values.append(Quota.ValueBounds(value: value, bounds: moved(each)))
        return true
    }
}
