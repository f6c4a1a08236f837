import Expressions
import FormModel

/// Whether a quota's bounds can hold at all, by arithmetic on the file alone.
struct QuotaVerifier {
    let draft: Draft
    let use: Draft.QuotaUse
    /// Fields by name; nil for rules of their own.
    let fields: [String: FieldDefinition]?

    private var quota: Quota { use.quota }

    func verify() {
        verifyOrder(quota.bounds, at: use.mapping.place)
        if let each = quota.each { verifyOrder(each, at: use.mapping["each"]?.place ?? use.mapping.place) }
        let entries = use.mapping["values"]?.map ?? []
        for (entry, value) in zip(entries, quota.values) {
            verifyOrder(value.bounds, at: entry.value.place)
            verifyValue(entry)
        }
        if let relaxation = quota.relaxation {
            verifyOrder(relaxation.bounds, at: use.mapping["relax"]?.place ?? use.mapping.place)
        }
        let bounded = quota.values.contains { !$0.bounds.isEmpty } || quota.each.map { !$0.isEmpty } ?? false
        guard bounded || !quota.bounds.isEmpty else {
            draft.add(.quotaBoundsMissing, at: use.mapping.place, subject: quota.id)
            return
        }
        verifySums(at: use.mapping["values"]?.place ?? use.mapping.place)
    }

    // MARK: Single bounds

    private func verifyOrder(_ bounds: Quota.Bounds, at place: SourcePlace) {
        guard let minimum = bounds.minimum, let maximum = bounds.maximum else { return }
        if least(minimum, of: use.seats.maximum) > most(maximum, of: use.seats.maximum) {
            draft.add(
                .quotaMinOverMax,
                at: place,
                subject: String(least(minimum, of: use.seats.maximum)),
                detail: String(most(maximum, of: use.seats.maximum))
            )
        }
    }

    /// Every part of a value that a quota names must exist in the form.
    private func verifyValue(_ entry: Checked.MapEntry) {
        guard let fields, case .attributes(let names) = quota.subject else { return }
        let parts = entry.key.split(separator: "+", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == names.count else {
            draft.add(.optionUnknown, at: entry.place, subject: entry.key, detail: names.joined(separator: "+"))
            return
        }
        for (name, part) in zip(names, parts) {
            guard let known = fields[name].flatMap(Self.knownValues), !known.contains(part), part != "unknown" else {
                continue
            }
            let suggestion = NearestName.of(part, among: known)
            draft.add(.optionUnknown, at: entry.place, subject: part, detail: name, suggestion: suggestion)
        }
    }

    /// The values a field can have, where they can be counted.
    private static func knownValues(_ field: FieldDefinition) -> [String]? {
        switch field.kind {
        case .choice, .choices: field.options.map(\.key)
        case .yesNo, .consent: ["true", "false"]
        case .addressForm: ["pani", "pan", "neutral"]
        default: nil
        }
    }

    // MARK: Sums

    private func verifySums(at place: SourcePlace) {
        guard quota.base == .seats, !quota.isSoft else { return }
        let seats = use.seats
        let minima =
            quota.values.reduce(0) { $0 + ($1.bounds.minimum.map { least($0, of: seats.minimum) } ?? 0) }
            + (quota.bounds.minimum.map { least($0, of: seats.minimum) } ?? 0)
        if minima > seats.maximum {
            draft.add(.quotaMinimaOverSeats, at: place, subject: String(minima), detail: String(seats.maximum))
        }
        guard let maxima = sumOfMaxima(), maxima < seats.minimum else { return }
        draft.add(.quotaMaximaBelowSeats, at: place, subject: String(maxima), detail: String(seats.minimum))
    }

    /// The most that all values together allow; nil while a value is free. In rules of their own nobody knows here which
    /// other values the pool has, so the run says it.
    private func sumOfMaxima() -> Int? {
        guard case .attributes(let names) = quota.subject, !quota.values.isEmpty else { return nil }
        var sum = 0
        for value in quota.values {
            guard let maximum = value.bounds.maximum else { return nil }
            sum += most(maximum, of: use.seats.maximum)
        }
        guard let fields, names.count == 1, let known = fields[names[0]].flatMap(Self.knownValues) else { return nil }
        let unnamed = Set(known).subtracting(quota.values.map(\.value)).count
        if unnamed == 0 { return sum }
        guard let each = quota.each?.maximum else { return nil }
        return sum + unnamed * most(each, of: use.seats.maximum)
    }

    // MARK: Shares

    /// A minimum rounds up.
    private func least(_ bound: Quota.Bound, of seats: Int) -> Int {
        switch bound {
        case .count(let count): count
        case .share(let basisPoints): (seats * basisPoints + 9999) / 10_000
        }
    }

    /// A maximum rounds down.
    private func most(_ bound: Quota.Bound, of seats: Int) -> Int {
        switch bound {
        case .count(let count): count
        case .share(let basisPoints): seats * basisPoints / 10_000
        }
    }
}

extension Quota.Bounds {
    fileprivate var isEmpty: Bool { minimum == nil && maximum == nil }
}
