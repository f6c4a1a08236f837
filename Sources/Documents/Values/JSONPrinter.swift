/// Prints a value as JSON on one line, for the `tojson` filter.
enum JSONPrinter {
    static func text(_ value: DataValue) -> String {
        switch value.storage {
        case .string(let text): quoted(text)
        case .array(let elements): "[" + elements.map(text).joined(separator: ", ") + "]"
        case .object(let object):
            "{" + zip(object.keys, object.values).map { quoted($0) + ": " + text($1) }.joined(separator: ", ") + "}"
        case .bool(let flag): flag ? "true" : "false"
        case .integer(let number): String(number)
        case .number(let digits): digits
        case .double(let number): ValueText.pythonDouble(number)
        default: "null"
        }
    }

    private static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            case "\t": result += "\\t"
            case "\u{0}"..."\u{1F}":
                let digits = String(scalar.value, radix: 16)
                result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}
