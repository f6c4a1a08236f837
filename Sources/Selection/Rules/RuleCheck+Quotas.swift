import FormModel

extension RuleCheck {
    mutating func checkQuotas(_ quotas: [Quota], path: String, seats: SeatRange) {
        if quotas.count > Self.quotaCountMax {
            add("quotas.tooMany", path, "Za dużo kwot.", "Too many quotas.")
        }
        var seen: Set<String> = []
        for (index, quota) in quotas.enumerated() {
            let place = "\(path)[\(index)]"
            if quota.id.isEmpty || !seen.insert(quota.id).inserted {
                add(
                    "quota.idTwice",
                    place + ".id",
                    "Nazwa kwoty „\(quota.id)” jest pusta lub się powtarza.",
                    "The id of the quota “\(quota.id)” is empty or repeats."
                )
            }
            switch quota.subject {
            case .condition(let source):
                checkExpression(source, path: place + ".where")
                checkBounds(quota.bounds, base: quota.base, seats: seats, path: place)
                if quota.bounds == Quota.Bounds() { addEmpty(place) }
            case .attributes(let names):
                checkCells(quota, names: names, seats: seats, path: place)
            }
        }
    }

    private mutating func addEmpty(_ path: String) {
        add(
            "quota.empty",
            path,
            "Kwota nie ma żadnej granicy; podaj min lub max.",
            "The quota has no bound; give min or max."
        )
    }

    private mutating func checkCells(_ quota: Quota, names: [String], seats: SeatRange, path: String) {
        checkNames(names, path: path)
        if quota.values.isEmpty, quota.each == nil { addEmpty(path) }
        var seen: Set<String> = []
        var minimumSum = 0
        for value in quota.values {
            let place = "\(path).values.\(value.value)"
            if !seen.insert(value.value).inserted {
                add(
                    "quota.valueTwice",
                    place,
                    "Wartość „\(value.value)” występuje dwa razy.",
                    "The value “\(value.value)” occurs twice."
                )
            }
            checkValue(value.value, names: names, path: place)
            checkBounds(value.bounds, base: quota.base, seats: seats, path: place)
            minimumSum += BoundResolution.minimum(value.bounds, seats: seats.maximum)
        }
        if let each = quota.each { checkBounds(each, base: quota.base, seats: seats, path: path + ".each") }
        if quota.base == .seats, !quota.isSoft { checkSums(quota, names, minimumSum, seats, path) }
    }

    private mutating func checkNames(_ names: [String], path: String) {
        if names.isEmpty {
            add("quota.byEmpty", path + ".by", "Podaj, co liczyć.", "Say what to count by.")
        }
        guard let known = context.attributes else { return }
        for name in names where known[name] == nil && !Self.ownNames.contains(name) {
            let suggestion = NearestWord.nearest(to: name, among: known.keys.sorted())
            add(
                "quota.attributeUnknown",
                path + ".by",
                "Nie ma cechy „\(name)”.",
                "There is no attribute “\(name)”.",
                suggestion: suggestion
            )
        }
    }

    private mutating func checkValue(_ value: String, names: [String], path: String) {
        let parts = CrossingKey.parts(of: value)
        if names.count > 1, parts.count != names.count {
            add(
                "quota.crossingParts",
                path,
                "Przecięcie „\(value)” powinno mieć \(names.count) części łączone znakiem +.",
                "The crossing “\(value)” should have \(names.count) parts joined by +."
            )
            return
        }
        guard let known = context.attributes else { return }
        for (name, part) in zip(names, names.count > 1 ? parts : [value]) {
            guard let values = known[name], !values.isEmpty, !values.contains(part), part != CrossingKey.unknown else {
                continue
            }
            add(
                "quota.valueUnknown",
                path,
                "Cecha „\(name)” nie ma wartości „\(part)”.",
                "The attribute “\(name)” has no value “\(part)”.",
                suggestion: NearestWord.nearest(to: part, among: values.sorted())
            )
        }
    }

    private mutating func checkBounds(_ bounds: Quota.Bounds, base: Quota.Base, seats: SeatRange, path: String) {
        for bound in [bounds.minimum, bounds.maximum] {
            switch bound {
            case .count(let count) where count < 0 || count > Self.seatsMax:
                add("quota.outOfRange", path, "Liczba \(count) jest niemożliwa.", "The number \(count) is impossible.")
                return
            case .share(let points) where points < 0 || points > 10_000:
                add("quota.outOfRange", path, "Udział musi być od 0% do 100%.", "A share must be from 0% to 100%.")
                return
            default: break
            }
        }
        let low = BoundResolution.minimum(bounds, seats: seats.maximum)
        guard let high = BoundResolution.maximum(bounds, seats: seats.maximum), low > high else { return }
        add(
            "quota.minOverMax",
            path,
            "Minimum (\(low)) przekracza maksimum (\(high)).",
            "The minimum (\(low)) is above the maximum (\(high))."
        )
    }

    private mutating func checkSums(
        _ quota: Quota,
        _ names: [String],
        _ minimumSum: Int,
        _ seats: SeatRange,
        _ path: String
    ) {
        if minimumSum > seats.maximum {
            add(
                "quota.sumOfMinima",
                path,
                "Suma minimów (\(minimumSum)) przekracza liczbę miejsc (\(seats.maximum)).",
                "The minima add up to \(minimumSum), more than the \(seats.maximum) seats."
            )
        }
        // Values nobody named are free, so maxima bind the whole only where every value is named.
        guard names.count == 1, quota.each == nil, let known = context.attributes?[names[0]], !known.isEmpty,
            known.isSubset(of: Set(quota.values.map(\.value)))
        else { return }
        let maxima = quota.values.map { BoundResolution.maximum($0.bounds, seats: seats.maximum) }
        guard !maxima.contains(nil) else { return }
        let sum = maxima.reduce(0) { $0 + ($1 ?? 0) }
        if sum < seats.minimum {
            add(
                "quota.sumOfMaxima",
                path,
                "Suma maksimów (\(sum)) nie wystarcza na liczbę miejsc (\(seats.minimum)).",
                "The maxima add up to \(sum), fewer than the \(seats.minimum) seats."
            )
        }
    }
}
