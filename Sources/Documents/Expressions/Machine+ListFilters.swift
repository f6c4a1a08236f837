import FieldKinds
import FormModel

extension Machine {
    func listFilter(_ filter: Filter, _ value: DataValue, _ arguments: Values) throws(EvaluationError) -> DataValue {
        switch filter {
        case .first: return try elements(of: value).first ?? DataValue(.undefined("first"))
        case .last: return try elements(of: value).last ?? DataValue(.undefined("last"))
        case .join: return try joined(value, arguments)
        case .list: return .array(try elements(of: value))
        case .reverse:
            if let text = value.text { return .string(String(text.reversed())) }
            return .array(try elements(of: value).reversed())
        case .sort: return .array(try sorted(value, arguments))
        case .unique: return .array(try unique(value, arguments))
        case .min, .max: return try extreme(filter, value, arguments)
        case .sum: return try sum(value, arguments)
        case .batch, .slice: return try grouped(filter, value, arguments)
        case .groupby: return try groupedBy(value, arguments)
        case .items: return try method("items", of: value, arguments)
        case .dictsort: return try dictionarySorted(value, arguments)
        case .map: return try mapped(value, arguments)
        default: return try selected(filter, value, arguments)
        }
    }

    private func attribute(_ path: String, of value: DataValue) throws(EvaluationError) -> DataValue {
        var result = value
        for name in path.split(separator: ".") {
            if let index = Int(name) {
                result = try item(result, .integer(index))
            } else {
                result = try member(String(name), of: result)
            }
        }
        return result
    }

    private func keyed(_ value: DataValue, _ arguments: Values, place: Int) throws(EvaluationError) -> [(
        DataValue, DataValue
    )] {
        let attribute = arguments.get(place, "attribute").map(print.text)
        var pairs: [(DataValue, DataValue)] = []
        for element in try elements(of: value) {
            let key =
                try attribute.map { path throws(EvaluationError) in try self.attribute(path, of: element) } ?? element
            note(key)
            pairs.append((key, element))
        }
        return pairs
    }

    private func joined(_ value: DataValue, _ arguments: Values) throws(EvaluationError) -> DataValue {
        let separator = arguments.get(0, "d").map(print.text) ?? ""
        let texts = try keyed(value, arguments, place: 1).map { print.text($0.0) }
        return .string(texts.joined(separator: separator))
    }

    /// Orders by the alphabet of Polish; in compatibility mode by code points without case.
    private func sortKey(_ value: DataValue, isCaseSensitive: Bool) -> DataValue {
        guard let text = value.text else { return value }
        if isCaseSensitive { return value }
        if options.isCompatible { return .string(text.lowercased()) }
        return .array(PolishCollation.sortKey(text).map { .integer(Int($0)) })
    }

    private func order(_ left: DataValue, _ right: DataValue) -> Int {
        DataValue.order(left, right) ?? (left.kindName < right.kindName ? -1 : left.kindName == right.kindName ? 0 : 1)
    }

    private func sorted(_ value: DataValue, _ arguments: Values) throws(EvaluationError) -> [DataValue] {
        let isReversed = arguments.flag(0, "reverse") ?? false
        let isCaseSensitive = arguments.flag(1, "case_sensitive") ?? false
        let paths = arguments.text(2, "attribute").map { $0.split(separator: ",").map(String.init) } ?? []
        var keyed: [(keys: [DataValue], element: DataValue)] = []
        for element in try elements(of: value) {
            var keys: [DataValue] = []
            for path in paths {
                let key = try attribute(trimmed(path, nil), of: element)
                note(key)
                keys.append(sortKey(key, isCaseSensitive: isCaseSensitive))
            }
            if paths.isEmpty { keys = [sortKey(element, isCaseSensitive: isCaseSensitive)] }
            keyed.append((keys, element))
        }
        let places = keyed.indices.sorted { first, second in
            for (left, right) in zip(keyed[first].keys, keyed[second].keys) {
                let order = order(left, right)
                if order != 0 { return isReversed ? order > 0 : order < 0 }
            }
            return first < second
        }
        return places.map { keyed[$0].element }
    }

    private func unique(_ value: DataValue, _ arguments: Values) throws(EvaluationError) -> [DataValue] {
        let isCaseSensitive = arguments.flag(0, "case_sensitive") ?? false
        var seen: Set<String> = []
        var result: [DataValue] = []
        for (key, element) in try keyed(value, arguments, place: 1) {
            let text = isCaseSensitive ? print.literal(key) : print.literal(key).lowercased()
            if seen.insert(text).inserted { result.append(element) }
        }
        return result
    }

    private func extreme(_ filter: Filter, _ value: DataValue, _ arguments: Values) throws(EvaluationError) -> DataValue
    {
        let isCaseSensitive = arguments.flag(0, "case_sensitive") ?? false
        var best: (key: DataValue, element: DataValue)?
        for (key, element) in try keyed(value, arguments, place: 1) {
            let key = sortKey(key, isCaseSensitive: isCaseSensitive)
            if let current = best {
                let order = order(key, current.key)
                if filter == .min ? order >= 0 : order <= 0 { continue }
            }
            best = (key, element)
        }
        return best?.element ?? DataValue(.undefined(filter.rawValue))
    }

    private func sum(_ value: DataValue, _ arguments: Values) throws(EvaluationError) -> DataValue {
        var total = arguments.get(1, "start") ?? .integer(0)
        for (key, _) in try keyed(value, arguments, place: 0) where !key.isUndefined {
            total = try arithmetic(.add, total, key)
        }
        return total
    }

    private func grouped(_ filter: Filter, _ value: DataValue, _ arguments: Values) throws(EvaluationError) -> DataValue
    {
        let all = try elements(of: value)
        let count = Swift.max(1, arguments.integer(0, "") ?? 1)
        let filling = arguments.get(1, "fill_with")
        var groups: [DataValue] = []
        if filter == .batch {
            for start in stride(from: 0, to: all.count, by: count) {
                var group = Array(all[start..<Swift.min(start + count, all.count)])
                if let filling, count <= 1000 { while group.count < count { group.append(filling) } }
                groups.append(.array(group))
            }
            return .array(groups)
        }
        let (size, extra) = all.count.quotientAndRemainder(dividingBy: count)
        var start = 0
        for place in 0..<Swift.min(count, 10_000) {
            let length = size + (place < extra ? 1 : 0)
            var group = Array(all[start..<start + length])
            start += length
            if let filling, place >= extra { group.append(filling) }
            groups.append(.array(group))
        }
        return .array(groups)
    }

    /// Groups in the order of their key; each prints as `grouper` and `list`, and unpacks into both.
    private func groupedBy(_ value: DataValue, _ arguments: Values) throws(EvaluationError) -> DataValue {
        let path = arguments.get(0, "attribute").map(print.text) ?? ""
        let fallback = arguments.get(1, "default")
        var groups: [(key: DataValue, members: [DataValue])] = []
        for element in try elements(of: value) {
            var key = try attribute(path, of: element)
            if key.isUndefined, let fallback { key = fallback }
            note(key)
            if let place = groups.firstIndex(where: { DataValue.areEqual($0.key, key) }) {
                groups[place].members.append(element)
            } else {
                groups.append((key, [element]))
            }
        }
        let keys = groups.map { sortKey($0.key, isCaseSensitive: false) }
        let places = groups.indices.sorted { order(keys[$0], keys[$1]) < 0 }
        return .array(places.map { .object([("grouper", groups[$0].key), ("list", .array(groups[$0].members))]) })
    }

    private func dictionarySorted(_ value: DataValue, _ arguments: Values) throws(EvaluationError) -> DataValue {
        guard let object = value.members else { throw .unsuitable(value.kindName, for: "dictsort") }
        let isByValue = arguments.text(1, "by") == "value"
        let isReversed = arguments.flag(2, "reverse") ?? false
        let pairs = zip(object.keys, object.values).map { (DataValue.string($0), $1) }
        let keys = pairs.map {
            sortKey(isByValue ? $0.1 : $0.0, isCaseSensitive: arguments.flag(0, "case_sensitive") ?? false)
        }
        let places = pairs.indices.sorted { isReversed ? order(keys[$0], keys[$1]) > 0 : order(keys[$0], keys[$1]) < 0 }
        return .array(places.map { .array([pairs[$0].0, pairs[$0].1]) })
    }

    private func mapped(_ value: DataValue, _ arguments: Values) throws(EvaluationError) -> DataValue {
        var result: [DataValue] = []
        let path = arguments.named.first { $0.name == "attribute" }.map { print.text($0.value) }
        let fallback = arguments.named.first { $0.name == "default" }?.value
        let rest = Values(positional: Array(arguments.positional.dropFirst()), named: arguments.named)
        for element in try elements(of: value) {
            if let path {
                let found = try attribute(path, of: element)
                result.append(found.isUndefined ? fallback ?? found : found)
            } else {
                guard let name = arguments.text(0, "filter"), let filter = Filter(name) else {
                    throw EvaluationError(
                        pl: "map() potrzebuje nazwy filtra albo attribute=…",
                        en: "map() needs the name of a filter or attribute=…"
                    )
                }
                result.append(try apply(filter, to: element, rest))
            }
        }
        return .array(result)
    }

    /// `select`, `reject` and their forms for an attribute.
    private func selected(_ filter: Filter, _ value: DataValue, _ arguments: Values) throws(EvaluationError)
        -> DataValue
    {
        let isByAttribute = filter == .selectattr || filter == .rejectattr
        let isKept = filter == .select || filter == .selectattr
        let place = isByAttribute ? 1 : 0
        let rest = Values(positional: Array(arguments.positional.dropFirst(place + 1)), named: [])
        let name = arguments.positional.count > place ? print.text(arguments.positional[place]) : nil
        var result: [DataValue] = []
        for element in try elements(of: value) {
            let subject = isByAttribute ? try attribute(arguments.text(0, "") ?? "", of: element) : element
            let holds: Bool
            if let name {
                guard let test = Test(name) else {
                    throw EvaluationError(pl: "Nie ma sprawdzenia „\(name)”.", en: "There is no test “\(name)”.")
                }
                holds = try check(test, subject, rest)
            } else {
                holds = subject.isTrue
            }
            if holds == isKept { result.append(element) }
        }
        return .array(result)
    }
}
