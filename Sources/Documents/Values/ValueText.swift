/// Prints values: as people write them, or as Python prints them where docxtpl's ways are asked for.
struct ValueText {
    let isCompatible: Bool

    /// The value as it is printed by a tag.
    func text(_ value: DataValue) -> String {
        switch value.storage {
        case .string(let text): text
        case .integer(let number): String(number)
        case .number(let digits): isCompatible ? pythonNumber(digits) : digits
        case .double(let number): isCompatible ? Self.pythonDouble(number) : Self.plainDouble(number)
        case .undefined: ""
        case .null: isCompatible ? "None" : ""
        case .bool(let flag): isCompatible ? (flag ? "True" : "False") : (flag ? "true" : "false")
        case .array(let elements):
            isCompatible ? literal(value) : elements.map(text).filter { !$0.isEmpty }.joined(separator: ", ")
        case .object(let object):
            isCompatible ? literal(value) : object.values.map(text).filter { !$0.isEmpty }.joined(separator: ", ")
        case .namespace(let box): text(.object(box.members))
        case .bytes, .stream: ""
        }
    }

    /// The value as Python writes it inside of a list.
    func literal(_ value: DataValue) -> String {
        switch value.storage {
        case .string(let text): quoted(text)
        case .array(let elements): "[" + elements.map(literal).joined(separator: ", ") + "]"
        case .object(let object):
            "{" + zip(object.keys, object.values).map { quoted($0) + ": " + literal($1) }.joined(separator: ", ") + "}"
        case .null, .undefined: "None"
        default: text(value)
        }
    }

    private func quoted(_ text: String) -> String {
        let quote = text.contains("'") && !text.contains("\"") ? "\"" : "'"
        var result = quote
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\t": result += "\\t"
            case "\r": result += "\\r"
            case "'" where quote == "'": result += "\\'"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + quote
    }

    private func pythonNumber(_ digits: String) -> String {
        let isWhole = digits.utf8.allSatisfy { $0 != UInt8(ascii: ".") && $0 | 0x20 != UInt8(ascii: "e") }
        return isWhole ? digits : Double(digits).map(Self.pythonDouble) ?? digits
    }

    /// The shortest digits that give this number again; whole numbers without a point.
    static func plainDouble(_ number: Double) -> String {
        if let whole = Int(exactly: number), abs(number) < 1e15 { return String(whole) }
        return pythonDouble(number)
    }

    /// Python's `repr` of a float: like Swift's, but with an exponent only from 1e16 on.
    static func pythonDouble(_ number: Double) -> String {
        if number.isNaN { return "nan" }
        if number.isInfinite { return number < 0 ? "-inf" : "inf" }
        if number == number.rounded(), abs(number) < 1e16 { return "\(Int64(number)).0" }
        return number.description
    }
}
