extension Machine {
    /// Compares as the field IF does (ISO 29500-1, 17.16.5.22): `*` and `?` on the right stand for any characters.
    func wordComparison(_ left: DataValue, _ comparison: Expression.Comparison, _ right: DataValue) -> Bool {
        note(left)
        note(right)
        let first = print.text(left)
        let second = print.text(right)
        let order: Int
        if let left = numeric(.string(first)), let right = numeric(.string(second)) {
            order = Numeric.order(left, right)
        } else if comparison == .equal || comparison == .unequal {
            let isEqual = Self.matches(Array(first.unicodeScalars), Array(second.unicodeScalars))
            order = isEqual ? 0 : 1
        } else {
            order = DataValue.order(.string(first), .string(second)) ?? 0
        }
        switch comparison {
        case .equal: return order == 0
        case .unequal: return order != 0
        case .less: return order < 0
        case .lessOrEqual: return order <= 0
        case .greater: return order > 0
        default: return order >= 0
        }
    }

    /// Matches a text against a pattern in time that grows with the product of their lengths at most.
    private static func matches(_ text: [Unicode.Scalar], _ pattern: [Unicode.Scalar]) -> Bool {
        var place = 0
        var position = 0
        var star: (place: Int, position: Int)?
        while position < text.count {
            if place < pattern.count, pattern[place] == "?" || pattern[place] == text[position] {
                place += 1
                position += 1
            } else if place < pattern.count, pattern[place] == "*" {
                star = (place, position)
                place += 1
            } else if let known = star {
                place = known.place + 1
                position = known.position + 1
                star = (known.place, known.position + 1)
            } else {
                return false
            }
        }
        while place < pattern.count, pattern[place] == "*" { place += 1 }
        return place == pattern.count
    }
}
