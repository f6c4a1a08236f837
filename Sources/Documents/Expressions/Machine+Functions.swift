import FormModel

extension Machine {
    /// Numbers that `range` may give.
    private static let rangeCountMax = 100_000

    func call(_ function: Function, _ arguments: Values) throws(EvaluationError) -> DataValue {
        switch function {
        case .dict: return .object(members(of: arguments))
        case .namespace: return DataValue(.namespace(NamespaceBox(members(of: arguments))))
        case .range: return try range(arguments)
        }
    }

    private func members(of arguments: Values) -> DataObject {
        var object = arguments.positional.first?.members ?? DataObject()
        for (name, value) in arguments.named { object[name] = value }
        return object
    }

    private func range(_ arguments: Values) throws(EvaluationError) -> DataValue {
        let numbers = arguments.positional.indices.compactMap { arguments.integer($0, "") }
        guard numbers.count == arguments.positional.count, (1...3).contains(numbers.count) else {
            throw EvaluationError(
                pl: "range() bierze od jednej do trzech liczb całkowitych.",
                en: "range() takes one to three whole numbers."
            )
        }
        let start = numbers.count == 1 ? 0 : numbers[0]
        let end = numbers.count == 1 ? numbers[0] : numbers[1]
        let step = numbers.count == 3 ? numbers[2] : 1
        guard step != 0 else { throw .unsuitable("0", for: "range") }
        let count = step > 0 ? (end - start + step - 1) / step : (start - end - step - 1) / -step
        guard count <= Self.rangeCountMax else {
            throw EvaluationError(
                .stepLimit,
                pl: "range() daje najwyżej \(Self.rangeCountMax) liczb.",
                en: "range() gives \(Self.rangeCountMax) numbers at most."
            )
        }
        return .array(stride(from: start, to: end, by: step).map { .integer($0) })
    }

    func slice(
        _ value: DataValue,
        start: DataValue?,
        end: DataValue?,
        step: DataValue?
    ) throws(EvaluationError) -> DataValue {
        if value.isUndefined { return value }
        let places = [start, end, step].map { $0?.numeric.map { Int($0.double) } }
        if case .string(let text) = value.storage {
            let scalars = Array(text.unicodeScalars)
            let chosen = indices(of: scalars.count, places).map { scalars[$0] }
            return .string(String(String.UnicodeScalarView(chosen)))
        }
        let all = try elements(of: value)
        return .array(indices(of: all.count, places).map { all[$0] })
    }

    /// The places a slice takes, by Python's rules.
    private func indices(of count: Int, _ places: [Int??]) -> [Int] {
        let given = places.map { $0 ?? nil }
        let step = given[2] == 0 ? 1 : given[2] ?? 1
        func bounded(_ place: Int, _ low: Int, _ high: Int) -> Int {
            min(max(place < 0 ? place + count : place, low), high)
        }
        if step > 0 {
            let start = given[0].map { bounded($0, 0, count) } ?? 0
            return Array(stride(from: start, to: given[1].map { bounded($0, 0, count) } ?? count, by: step))
        }
        let start = given[0].map { bounded($0, -1, count - 1) } ?? count - 1
        return Array(stride(from: start, to: given[1].map { bounded($0, -1, count - 1) } ?? -1, by: step))
    }
}
