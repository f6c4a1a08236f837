import FormModel

/// `FIELD=VALUE` as typed by staff; `delegates[2].email=…` reaches into a repeating group, an empty value takes the
/// answer away.
public struct FieldAssignment: Hashable, Sendable {
    public var field: String
    /// Entry of a repeating group, counted from 1, and the key inside of it.
    public var entry: Int?
    public var inner: String?
    public var text: String

    /// Nil when there is no `=` or no field before it.
    public init?(_ typed: String) {
        guard let equals = typed.firstIndex(of: "="), equals > typed.startIndex else { return nil }
        let path = typed[..<equals]
        text = String(typed[typed.index(after: equals)...])
        guard let bracket = path.firstIndex(of: "[") else {
            field = String(path)
            return
        }
        field = String(path[..<bracket])
        let rest = path[path.index(after: bracket)...]
        guard let close = rest.firstIndex(of: "]"), let number = Int(rest[..<close]), number >= 1 else { return nil }
        let tail = rest[rest.index(after: close)...]
        guard tail.first == ".", tail.count > 1 else { return nil }
        entry = number
        inner = String(tail.dropFirst())
    }
}
