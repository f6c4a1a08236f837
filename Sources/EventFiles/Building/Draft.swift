import Foundation
import FormModel

/// What building notes on the way, to be verified when everything is known: who names whom, and which expressions read
/// which fields.
final class Draft {
    /// Whose fields an expression or a name may use.
    enum Scope: Hashable {
        case form(String)
        /// Inside a repeating group: its inner fields first.
        case group(form: String, field: String)
        /// The fields of every form that leads to the activity.
        case activity(String)
        case event
        /// Selection rules of their own: the pool's columns are not known here.
        case pool
    }

    enum Target: String {
        case activity, field, retention, group, criterion
        case column
    }

    struct Reference {
        var target: Target
        var name: String
        var place: SourcePlace
        var scope: Scope
    }

    struct ExpressionUse {
        var source: String
        var place: SourcePlace
        var inset: Int?
        var scope: Scope
    }

    struct QuotaUse {
        var mapping: CheckedMapping
        var quota: Quota
        var seats: SeatRange
        var scope: Scope
    }

    struct FileUse {
        var path: String
        var place: SourcePlace
    }

    var faults: [FileFault] = []
    var references: [Reference] = []
    var expressions: [ExpressionUse] = []
    var quotas: [QuotaUse] = []
    var files: [FileUse] = []
    /// Where each activity names the one its participants come from.
    var cohorts: [(activity: String, place: SourcePlace)] = []
    var zone = TimeZone(identifier: "Europe/Warsaw") ?? .gmt

    func add(
        _ code: FaultCode,
        at place: SourcePlace,
        subject: String = "",
        detail: String = "",
        suggestion: String? = nil
    ) {
        faults.append(code.fault(at: place, subject: subject, detail: detail, suggestion: suggestion))
    }

    /// The expression of a key, noted for verification.
    func expression(_ key: String, of mapping: CheckedMapping, _ scope: Scope) -> String? {
        guard let checked = mapping[key], let source = checked.text else { return nil }
        expressions.append(ExpressionUse(source: source, place: checked.place, inset: checked.inset, scope: scope))
        return source
    }

    /// The name behind a key, noted for verification.
    func reference(_ key: String, of mapping: CheckedMapping, to target: Target, _ scope: Scope = .event) -> String? {
        guard let checked = mapping[key], let name = checked.text else { return nil }
        references.append(Reference(target: target, name: name, place: checked.place, scope: scope))
        return name
    }

    /// The names of a list, noted for verification.
    func references(_ key: String, of mapping: CheckedMapping, to target: Target, _ scope: Scope = .event) -> [String] {
        mapping.list(key).compactMap { element in
            guard let name = element.text else { return nil }
            references.append(Reference(target: target, name: name, place: element.place, scope: scope))
            return name
        }
    }

    /// Notes every id that stands twice among mappings of one kind.
    func checkUnique(_ mappings: [CheckedMapping], by key: String = "id") {
        var lines: [String: Int] = [:]
        for mapping in mappings {
            guard let checked = mapping[key], let id = checked.text else { continue }
            if let line = lines[id] {
                add(.idDuplicate, at: checked.place, subject: id, detail: String(line))
            } else {
                lines[id] = checked.place.line
            }
        }
    }
}
