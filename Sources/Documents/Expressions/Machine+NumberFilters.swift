import FieldKinds
import FormModel
import Foundation

extension Machine {
    func numberFilter(_ filter: Filter, _ value: DataValue, _ arguments: Values) throws(EvaluationError) -> DataValue {
        switch filter {
        case .abs:
            guard let number = value.numeric else { throw .unsuitable(value.kindName, for: "abs") }
            return number.double < 0 ? try arithmetic(.subtract, .integer(0), value) : value
        case .int: return integer(value, otherwise: arguments.get(0, "default") ?? .integer(0))
        case .float:
            if let number = numeric(value) { return DataValue(.double(number.double)) }
            return arguments.get(0, "default") ?? DataValue(.double(0))
        case .round: return try rounded(value, arguments)
        case .filesizeformat:
            return .string(fileSize(numeric(value)?.double ?? 0, arguments.flag(0, "binary") ?? false))
        default: return .string(formatted(print.text(value), arguments.positional))
        }
    }

    /// The number of a number or of a text that looks like one.
    func numeric(_ value: DataValue) -> Numeric? {
        if let text = value.text { return DataValue.numeric(trimmed(text, nil)) }
        return value.numeric
    }

    private func integer(_ value: DataValue, otherwise: DataValue) -> DataValue {
        switch numeric(value) {
        case .integer(let number): return .integer(number)
        case .some(let number):
            return Int(exactly: number.double.rounded(.towardZero)).map { .integer($0) } ?? otherwise
        case nil: return otherwise
        }
    }

    private func rounded(_ value: DataValue, _ arguments: Values) throws(EvaluationError) -> DataValue {
        guard let number = value.numeric else { throw .unsuitable(value.kindName, for: "round") }
        let places = max(-15, min(15, arguments.integer(0, "precision") ?? 0))
        let scale = pow(10, Double(places))
        let scaled = number.double * scale
        let result: Double
        switch arguments.text(1, "method") ?? "common" {
        case "ceil": result = scaled.rounded(.up) / scale
        case "floor": result = scaled.rounded(.down) / scale
        default:
            if options.isCompatible {
                if case .integer = number { return value }
                result = pythonRound(number.double, places)
            } else {
                result = commercialRound(number, places)
            }
        }
        return DataValue(.double(result))
    }

    /// Python rounds halves to even, by the binary value.
    private func pythonRound(_ number: Double, _ places: Int) -> Double {
        if places <= 0 { return (number * pow(10, Double(places))).rounded(.toNearestOrEven) / pow(10, Double(places)) }
        return Double(String(format: "%.\(places)f", number)) ?? number
    }

    /// People round halves away from zero, by the digits they see: 2.675 to two places is 2.68.
    private func commercialRound(_ number: Numeric, _ places: Int) -> Double {
        guard places >= 0, let decimal = number.decimal, decimal.scale > places else {
            let scale = pow(10, Double(places))
            return (number.double * scale).rounded() / scale
        }
        var divisor: Int64 = 1
        for _ in places..<decimal.scale { divisor *= 10 }
        let half = decimal.unscaled < 0 ? -divisor / 2 : divisor / 2
        return DecimalNumber(unscaled: (decimal.unscaled + half) / divisor, scale: places)?.doubleValue ?? number.double
    }

    private func fileSize(_ bytes: Double, _ isBinary: Bool) -> String {
        let base: Double = isBinary ? 1024 : 1000
        if bytes == 1 { return "1 Byte" }
        if bytes < base { return "\(Int(bytes)) Bytes" }
        let units = isBinary ? ["KiB", "MiB", "GiB", "TiB", "PiB"] : ["kB", "MB", "GB", "TB", "PB"]
        var unit = base * base
        for name in units {
            if bytes < unit || name == units[units.count - 1] {
                return String(format: "%.1f ", base * bytes / unit) + name
            }
            unit *= base
        }
        return "\(Int(bytes)) Bytes"
    }

    /// `"%s – %05.2f"|format(…)`, with the conversions that texts and numbers need.
    func formatted(_ format: String, _ values: [DataValue]) -> String {
        var result = ""
        var rest = format[...]
        var place = 0
        while let percent = rest.firstIndex(of: "%") {
            result += rest[..<percent]
            rest = rest[rest.index(after: percent)...]
            if rest.first == "%" {
                result += "%"
                rest = rest.dropFirst()
                continue
            }
            let flags = rest.prefix { "+-0 .123456789".contains($0) }
            guard flags.count <= 8, let conversion = rest.dropFirst(flags.count).first else {
                result += "%"
                continue
            }
            let value = place < values.count ? values[place] : .string("")
            place += 1
            result += converted(value, conversion, String(flags))
            rest = rest.dropFirst(flags.count + 1)
        }
        return result + rest
    }

    private func converted(_ value: DataValue, _ conversion: Character, _ flags: String) -> String {
        let width = Int(flags.split(separator: ".").first?.filter(\.isNumber) ?? "") ?? 0
        guard width <= 1000 else { return print.text(value) }
        switch conversion {
        case "d", "i": return String(format: "%\(flags)ld", Int(numeric(value)?.double ?? 0))
        case "f", "F": return String(format: "%\(flags)f", numeric(value)?.double ?? 0)
        case "e": return String(format: "%\(flags)e", numeric(value)?.double ?? 0)
        case "g": return String(format: "%\(flags)g", numeric(value)?.double ?? 0)
        case "x": return String(format: "%\(flags)lx", Int(numeric(value)?.double ?? 0))
        default:
            let text = print.text(value)
            let padding = String(repeating: " ", count: max(0, width - text.count))
            return flags.hasPrefix("-") ? text + padding : padding + text
        }
    }
}
