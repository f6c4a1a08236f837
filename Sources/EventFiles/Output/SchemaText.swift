/// JSON with its keys in the order they are given, so that a generated file changes only where the shapes do.
indirect enum SchemaText {
    case text(String)
    case whole(Int)
    case flag(Bool)
    case list([SchemaText])
    case object([(String, SchemaText)])

    /// Two spaces an indent, short lists on one line.
    func written(indent: Int = 0) -> String {
        let pad = String(repeating: " ", count: indent + 2)
        let end = "\n" + String(repeating: " ", count: indent)
        switch self {
        case .text(let text): return Self.quoted(text)
        case .whole(let number): return String(number)
        case .flag(let flag): return flag ? "true" : "false"
        case .list(let elements):
            if elements.allSatisfy(\.isScalar) {
                return "[" + elements.map { $0.written() }.joined(separator: ", ") + "]"
            }
            return "[\n" + elements.map { pad + $0.written(indent: indent + 2) }.joined(separator: ",\n") + end + "]"
        case .object(let members):
            let lines = members.map { pad + Self.quoted($0.0) + ": " + $0.1.written(indent: indent + 2) }
            return lines.isEmpty ? "{}" : "{\n" + lines.joined(separator: ",\n") + end + "}"
        }
    }

    private var isScalar: Bool {
        switch self {
        case .text, .whole, .flag: true
        case .list, .object: false
        }
    }

    private static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case "\n": quoted += "\\n"
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }
}
