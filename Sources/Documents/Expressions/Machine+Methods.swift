import FormModel

extension Machine {
    /// Methods of texts, lists and objects, named as in Python.
    func method(_ name: String, of value: DataValue, _ arguments: Values) throws(EvaluationError) -> DataValue {
        switch value.storage {
        case .string(let text):
            if let result = try textMethod(name, text, arguments) { return result }
        case .array(let elements):
            switch name {
            case "index":
                let wanted = arguments.get(0, "value") ?? .null
                return .integer(elements.firstIndex { DataValue.areEqual($0, wanted) } ?? -1)
            case "count":
                let wanted = arguments.get(0, "value") ?? .null
                return .integer(elements.count { DataValue.areEqual($0, wanted) })
            case "copy": return value
            default: break
            }
        case .object(let object):
            if let result = objectMethod(name, object, arguments) { return result }
        case .namespace(let box):
            if let result = objectMethod(name, box.members, arguments) { return result }
        case .undefined:
            if options.isCompatible { return try member(name, of: value) }
            return value
        default: break
        }
        throw EvaluationError(
            pl: "Wartość rodzaju „\(value.kindName)” nie zna „.\(name)()”. Użyj filtra albo popraw nazwę.",
            en: "A value of kind “\(value.kindName)” does not know “.\(name)()”. Use a filter or correct the name."
        )
    }

    private func objectMethod(_ name: String, _ object: DataObject, _ arguments: Values) -> DataValue? {
        switch name {
        case "items": .array(zip(object.keys, object.values).map { .array([.string($0), $1]) })
        case "keys": .array(object.keys.map { .string($0) })
        case "values": .array(object.values)
        case "get":
            object[print.text(arguments.get(0, "key") ?? .null)] ?? arguments.get(1, "default") ?? .null
        case "copy": .object(object)
        default: nil
        }
    }

    private func textMethod(_ name: String, _ text: String, _ arguments: Values) throws(EvaluationError) -> DataValue? {
        let first = arguments.text(0, "")
        switch name {
        case "upper": return .string(text.uppercased())
        case "lower", "casefold": return .string(text.lowercased())
        case "title": return .string(titled(text))
        case "capitalize": return .string(capitalized(text))
        case "swapcase":
            return .string(
                String(text.map { $0.isUppercase ? Character($0.lowercased()) : Character($0.uppercased()) })
            )
        case "strip": return .string(trimmed(text, first))
        case "lstrip": return .string(trimmed(text, first, trailing: false))
        case "rstrip": return .string(trimmed(text, first, leading: false))
        case "startswith": return .bool(first.map(text.hasPrefix) ?? false)
        case "endswith": return .bool(first.map(text.hasSuffix) ?? false)
        case "removeprefix":
            return .string(first.map { text.hasPrefix($0) ? String(text.dropFirst($0.count)) : text } ?? text)
        case "removesuffix":
            return .string(first.map { text.hasSuffix($0) ? String(text.dropLast($0.count)) : text } ?? text)
        case "replace":
            return .string(
                replaced(text, first ?? "", arguments.text(1, "") ?? "", count: arguments.integer(2, "count"))
            )
        case "split": return .array(split(text, first, count: arguments.integer(1, "maxsplit")).map { .string($0) })
        case "splitlines": return .array(text.split(whereSeparator: \.isNewline).map { .string(String($0)) })
        case "join":
            let parts = try elements(of: arguments.get(0, "") ?? .array([]))
            return .string(parts.map(print.text).joined(separator: text))
        case "find": return .integer(offset(of: first ?? "", in: text) ?? -1)
        case "count":
            return .integer(
                first.map { $0.isEmpty ? 0 : text.split(separator: $0, omittingEmptySubsequences: false).count - 1 }
                    ?? 0
            )
        case "format": return .string(braced(text, arguments))
        case "center": return .string(padded(text, arguments, place: .center))
        case "ljust": return .string(padded(text, arguments, place: .left))
        case "rjust": return .string(padded(text, arguments, place: .right))
        case "zfill":
            let width = min(arguments.integer(0, "width") ?? 0, 1000)
            return .string(String(repeating: "0", count: max(0, width - text.count)) + text)
        case "isdigit", "isnumeric", "isdecimal": return .bool(!text.isEmpty && text.allSatisfy(\.isNumber))
        case "isalpha": return .bool(!text.isEmpty && text.allSatisfy(\.isLetter))
        case "isalnum": return .bool(!text.isEmpty && text.allSatisfy { $0.isLetter || $0.isNumber })
        case "isupper": return .bool(text != text.lowercased() && text == text.uppercased())
        case "islower": return .bool(text != text.uppercased() && text == text.lowercased())
        case "isspace": return .bool(!text.isEmpty && text.allSatisfy(\.isWhitespace))
        default: return nil
        }
    }

    // MARK: Texts, for methods and filters alike

    enum Alignment { case left, center, right }

    func padded(_ text: String, _ arguments: Values, place: Alignment) -> String {
        let width = min(arguments.integer(0, "width") ?? 80, 10_000)
        let missing = max(0, width - text.unicodeScalars.count)
        let filling = arguments.text(1, "fillchar") ?? " "
        let left = place == .left ? 0 : place == .right ? missing : missing / 2
        return String(repeating: filling, count: left) + text + String(repeating: filling, count: missing - left)
    }

    func capitalized(_ text: String) -> String {
        text.prefix(1).uppercased() + text.dropFirst().lowercased()
    }

    /// Jinja2's title case: words begin after spaces, hyphens and opening brackets.
    func titled(_ text: String) -> String {
        var result = ""
        var isStart = true
        for character in text {
            result += isStart ? character.uppercased() : character.lowercased()
            isStart = character.isWhitespace || "-([{<".contains(character)
        }
        return result
    }

    func trimmed(_ text: String, _ characters: String?, leading: Bool = true, trailing: Bool = true) -> String {
        func isDropped(_ character: Character) -> Bool {
            characters.map { $0.contains(character) } ?? character.isWhitespace
        }
        var rest = text[...]
        if leading { rest = rest.drop(while: isDropped) }
        if trailing { while let last = rest.last, isDropped(last) { rest = rest.dropLast() } }
        return String(rest)
    }

    func replaced(_ text: String, _ old: String, _ new: String, count: Int?) -> String {
        guard !old.isEmpty else { return text }
        let parts = text.split(
            separator: old,
            maxSplits: count.map { max(0, $0) } ?? .max,
            omittingEmptySubsequences: false
        )
        return parts.joined(separator: new)
    }

    private func split(_ text: String, _ separator: String?, count: Int?) -> [String] {
        let splits = count.flatMap { $0 < 0 ? nil : $0 } ?? .max
        guard let separator, !separator.isEmpty else {
            return text.split(maxSplits: splits, whereSeparator: \.isWhitespace).map(String.init)
        }
        return text.split(separator: separator, maxSplits: splits, omittingEmptySubsequences: false).map(String.init)
    }

    private func offset(of part: String, in text: String) -> Int? {
        guard let range = text.firstRange(of: part) else { return nil }
        return text.unicodeScalars.distance(from: text.startIndex, to: range.lowerBound)
    }

    /// `"{} and {name}".format(…)`, without format specifications.
    private func braced(_ text: String, _ arguments: Values) -> String {
        var result = ""
        var rest = text[...]
        var place = 0
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            result += rest[..<open]
            let name = String(rest[rest.index(after: open)..<close])
            if name.isEmpty {
                result += arguments.get(place, "").map(print.text) ?? ""
                place += 1
            } else {
                result += arguments.get(Int(name) ?? .max, name).map(print.text) ?? ""
            }
            rest = rest[rest.index(after: close)...]
        }
        return result + rest
    }
}
