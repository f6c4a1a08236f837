import Documents

/// The paths that values have, for telling whether a template asks for something that exists.
struct ValuePaths {
    let root: DataValue

    /// What became of looking for a path.
    enum Outcome: Equatable {
        case known
        /// The part of the path that is not there, and the nearest path that is.
        case unknown(name: String, suggestion: String?)
    }

    /// Values inside each other that are listed for suggestions.
    private static let depthMax = 8

    /// Looks a path up; `[]` stands for any element of a list. What an empty list would hold cannot be known.
    func find(_ path: String) -> Outcome {
        var value = root
        var walked: [String] = []
        for step in Self.steps(path) {
            if step == Self.element {
                // A member by a name that is worked out, or an element of an empty list.
                guard let first = value.elements?.first else { return .known }
                value = first
                walked.append(step)
                continue
            }
            guard let members = value.members else {
                return value.elements == nil ? unknown(step, walked, [], path) : .known
            }
            guard let next = members[step] else { return unknown(step, walked, members.keys, path) }
            value = next
            walked.append(step)
        }
        return .known
    }

    /// The same for a merge field in a repeated row, whose name may belong to an element of any list.
    func findInRegion(_ path: String) -> Outcome {
        let direct = find(path)
        guard direct != .known else { return .known }
        return all.contains { $0.hasSuffix("[]." + path) } ? .known : direct
    }

    private static let element = "[]"

    /// `rows[].points[]` -> `rows`, `[]`, `points`, `[]`.
    private static func steps(_ path: String) -> [String] {
        path.split(separator: ".").flatMap { part -> [String] in
            var name = String(part)
            var brackets = 0
            while name.hasSuffix(element) {
                name.removeLast(2)
                brackets += 1
            }
            return (name.isEmpty ? [] : [name]) + Array(repeating: element, count: brackets)
        }
    }

    private func unknown(_ step: String, _ walked: [String], _ siblings: [String], _ path: String) -> Outcome {
        let stem = Self.path(walked)
        let near = Spelling.nearest(to: step, among: siblings).map { stem.isEmpty ? $0 : stem + "." + $0 }
        return .unknown(name: Self.path(walked + [step]), suggestion: near ?? elsewhere(step, path))
    }

    /// A path that ends in the same name, the shortest first: `name` was meant to be `person.name`.
    private func elsewhere(_ step: String, _ path: String) -> String? {
        let wanted = step.lowercased()
        let same = all.filter { Self.steps($0).last?.lowercased() == wanted }
        let shortest = same.min { ($0.utf8.count, $0) < ($1.utf8.count, $1) }
        return shortest ?? Spelling.nearest(to: path, among: all)
    }

    /// Every path, sorted.
    var all: [String] {
        var found: Set<String> = []
        collect(root, [], &found)
        return found.sorted()
    }

    private func collect(_ value: DataValue, _ walked: [String], _ found: inout Set<String>) {
        guard walked.count <= Self.depthMax else { return }
        if !walked.isEmpty { found.insert(Self.path(walked)) }
        if let first = value.elements?.first { collect(first, walked + [Self.element], &found) }
        guard let members = value.members else { return }
        for (key, member) in zip(members.keys, members.values) where !key.hasPrefix("$") {
            collect(member, walked + [key], &found)
        }
    }

    private static func path(_ steps: [String]) -> String {
        steps.reduce(into: "") { path, step in
            path += step == element || path.isEmpty ? step : "." + step
        }
    }
}
