import Expressions
import FormModel

/// One quota while the rows are made: which rows a candidate uses.
struct QuotaCounter {
    /// The rows of one value: a plain one, and one for each bound that is a share of the filled places.
    struct CellRows {
        var plain: Int?
        /// Row and basis points.
        var filled: [(row: Int, points: Int)] = []
    }

    let quota: Quota
    let expression: Expression?
    /// Session it belongs to; -1 for the whole.
    let session: Int
    /// What shares are taken of.
    let seats: Int
    let partition: Int
    let soft: Int?
    /// By value; the empty text for a condition.
    var cells: [String: CellRows] = [:]
    /// The rows bind everybody in the same way: an upper bound for each organisation.
    var isCap: Bool { quota.each != nil && quota.values.isEmpty && quota.each?.minimum == nil && !quota.isSoft }

    /// The value a candidate counts for; nil where it counts for none.
    func cell(of candidate: Candidate, in context: AttributesContext?) -> String? {
        switch quota.subject {
        case .condition:
            guard let expression, let context else { return nil }
            return expression.isTrue(in: context) ? "" : nil
        case .attributes(let names):
            if names.count == 1 { return Self.value(names[0], of: candidate) }
            var parts: [String] = []
            for name in names {
                guard let part = Self.value(name, of: candidate) else { return nil }
                parts.append(part)
            }
            return parts.joined(separator: "+")
        }
    }

    /// Nobody without an organisation or address shares one with others; any other missing value counts as unknown.
    private static func value(_ name: String, of candidate: Candidate) -> String? {
        switch name {
        case "organisation": return candidate.organisation.flatMap { $0.isEmpty ? nil : $0 }
        case "address": return candidate.address.flatMap { $0.isEmpty ? nil : $0 }
        default:
            guard let value = candidate.attributes[name], !value.isEmpty else { return CrossingKey.unknown }
            return value
        }
    }
}
