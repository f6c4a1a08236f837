import FormModel

extension Machine {
    func apply(_ filter: Filter, to value: DataValue, _ arguments: Values) throws(EvaluationError) -> DataValue {
        if value.isUndefined, !filter.acceptsUndefined, !options.isCompatible { return value }
        switch filter {
        case .default:
            let isReplaced = value.isUndefined || (arguments.flag(1, "boolean") ?? false && !value.isTrue)
            return isReplaced ? arguments.get(0, "default_value") ?? .string("") : value
        case .abs, .int, .float, .round, .filesizeformat, .format: return try numberFilter(filter, value, arguments)
        case .picture:
            guard let number = amount(value) else { return value }
            return .string(NumberPicture(arguments.text(0, "picture") ?? "0").text(number))
        case .date, .daterange, .hours, .money, .nbsp, .number, .pair, .phone, .plural, .qr, .vocative, .weekday,
            .words:
            return try houseFilter(filter, value, arguments)
        case .attr: return try member(arguments.text(0, "name") ?? "", of: value)
        case .escape, .forceescape, .safe, .string:
            // Values are escaped when they are written, whatever the template says; see `docs/templates.md`.
            return isRich(value) ? value : .string(print.text(value))
        case .capitalize, .center, .firstcap, .indent, .lower, .upper, .replace, .striptags, .title, .trim, .truncate,
            .urlencode,
            .urlize, .wordcount, .wordwrap, .pprint, .tojson, .xmlattr:
            return textFilter(filter, value, arguments)
        case .length:
            if case .array(let elements) = value.storage { return .integer(elements.count) }
            return .integer(try elements(of: value).count)
        default: return try listFilter(filter, value, arguments)
        }
    }

    func isRich(_ value: DataValue) -> Bool {
        value.members?.keys.first?.utf8.first == UInt8(ascii: "$")
    }

    private func textFilter(_ filter: Filter, _ value: DataValue, _ arguments: Values) -> DataValue {
        let text = print.text(value)
        switch filter {
        case .capitalize: return .string(capitalized(text))
        case .firstcap: return .string(text.prefix(1).uppercased() + text.dropFirst())
        case .center: return .string(padded(text, arguments, place: .center))
        case .lower: return .string(text.lowercased())
        case .upper: return .string(text.uppercased())
        case .title: return .string(titled(text))
        case .trim: return .string(trimmed(text, arguments.text(0, "chars")))
        case .replace:
            let old = arguments.get(0, "old").map(print.text) ?? ""
            let new = arguments.get(1, "new").map(print.text) ?? ""
            return .string(replaced(text, old, new, count: arguments.integer(2, "count")))
        case .striptags: return .string(withoutTags(text))
        case .truncate: return .string(truncated(text, arguments))
        case .urlencode: return .string(percentEncoded(text))
        case .wordcount: return .integer(text.split { !$0.isLetter && !$0.isNumber && $0 != "_" }.count)
        case .wordwrap: return .string(wrapped(text, width: max(1, arguments.integer(0, "width") ?? 79)))
        case .indent: return .string(indented(text, arguments))
        case .pprint: return .string(print.literal(value))
        case .tojson: return .string(JSONPrinter.text(value))
        case .xmlattr:
            let pairs = value.members.map { zip($0.keys, $0.values).map { "\($0)=\"\(print.text($1))\"" } } ?? []
            return .string(pairs.joined(separator: " "))
        default: return .string(text)
        }
    }

    private func withoutTags(_ text: String) -> String {
        var result = ""
        var isInside = false
        for character in text {
            if character == "<" {
                isInside = true
            } else if character == ">", isInside {
                isInside = false
            } else if !isInside {
                result.append(character)
            }
        }
        return result.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    private func truncated(_ text: String, _ arguments: Values) -> String {
        let length = max(0, arguments.integer(0, "length") ?? 255)
        let end = arguments.text(2, "end") ?? "..."
        let leeway = arguments.integer(3, "leeway") ?? 5
        let scalars = Array(text)
        guard scalars.count > length + leeway else { return text }
        let cut = String(scalars[..<max(0, length - end.count)])
        if arguments.flag(1, "killwords") ?? false { return cut + end }
        guard let space = cut.lastIndex(of: " ") else { return cut + end }
        return cut[..<space] + end
    }

    /// Percent-encoding of everything but unreserved characters and `/` (RFC 3986, 2.3).
    private func percentEncoded(_ text: String) -> String {
        let digits = Array("0123456789ABCDEF")
        var result = ""
        for byte in text.utf8 {
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E, 0x2F:
                result.unicodeScalars.append(Unicode.Scalar(byte))
            default:
                result += "%"
                result.append(digits[Int(byte >> 4)])
                result.append(digits[Int(byte & 15)])
            }
        }
        return result
    }

    private func wrapped(_ text: String, width: Int) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            var lines: [String] = []
            var current = ""
            for word in line.split(separator: " ") {
                if !current.isEmpty, current.count + 1 + word.count > width {
                    lines.append(current)
                    current = ""
                }
                current += (current.isEmpty ? "" : " ") + word
            }
            return (lines + [current]).joined(separator: "\n")
        }.joined(separator: "\n")
    }

    private func indented(_ text: String, _ arguments: Values) -> String {
        let indent =
            arguments.text(0, "width") ?? String(repeating: " ", count: min(arguments.integer(0, "width") ?? 4, 200))
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        return lines.enumerated().map { place, line in
            let isIndented =
                place > 0 ? !line.isEmpty || arguments.flag(2, "blank") ?? false : arguments.flag(1, "first") ?? false
            return isIndented ? indent + line : String(line)
        }.joined(separator: "\n")
    }
}
