/// What a template fills in. Keys without a value are absent, so that a section about them is left out.
struct PageValues {
    private(set) var byName: [String: Any] = [:]

    init() {}

    init(_ texts: [String: String]) {
        byName = texts
    }

    subscript(name: String) -> String? {
        get { byName[name] as? String }
        set { byName[name] = newValue.flatMap { $0.isEmpty ? nil : $0 } }
    }

    mutating func set(_ name: String, _ flag: Bool) { byName[name] = flag }
    mutating func set(_ name: String, _ number: Int) { byName[name] = String(number) }
    mutating func set(_ name: String, _ values: PageValues?) { byName[name] = values?.byName }

    /// A list; beside it `has-…` says whether anything is in it, for headings that stand only above something.
    mutating func set(_ name: String, _ list: [PageValues]) {
        byName[name] = list.map(\.byName)
        byName["has-" + name] = !list.isEmpty
    }

    mutating func merge(_ other: PageValues) { byName.merge(other.byName) { _, new in new } }
}
