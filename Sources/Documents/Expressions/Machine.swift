import FormModel

/// What is known while one part of a document is rendered: the record, the variables and the loops around the current place.
///
/// One machine serves one record on one thread.
final class Machine {
    /// A `for` that is running.
    struct Loop {
        /// Nil for a stream, whose elements come one by one.
        var elements: [DataValue]?
        var next: (() -> DataValue?)?
        var index = 0
        var previous: DataValue?
        var current: DataValue
        var upcoming: DataValue?
        /// What `loop.changed()` was last asked about.
        var changedValue: DataValue?
        /// Documents made of this template in one book or loop need names of their own; see `Bookmarks`.
        var length: Int? { elements?.count }
    }

    /// Loops inside each other.
    static let loopDepthMax = 32

    /// The record; a book gives one after the other.
    var root: DataObject
    /// The records behind it, for templates that take several at a time.
    var upcoming: ArraySlice<DataValue> = []
    /// Whether a field NEXT went beyond the last record.
    var isExhausted = false
    /// Records that the document took.
    var recordCount = 0
    /// Whether a field SKIPIF left the document out.
    var isSkipped = false
    let options: TemplateOptions
    let print: ValueText
    var slots: [DataValue] = []
    /// What the variables of loops stand for, such as `rows[]`, by place.
    var slotPaths: [Int: String] = [:]
    var loops: [Loop] = []
    /// Paths that were asked for and are not there.
    var missing: Set<String> = []

    init(root: DataValue, options: TemplateOptions) {
        self.root = root.members ?? DataObject()
        self.options = options
        print = ValueText(isCompatible: options.isCompatible)
    }

    /// Notes that a name is missing; in compatibility mode nothing is.
    func note(_ value: DataValue) {
        if !options.isCompatible, !isExhausted, case .undefined(let path) = value.storage { missing.insert(path) }
    }

    func evaluate(_ expression: Expression) throws(EvaluationError) -> DataValue {
        switch expression {
        case .constant(let value): return value
        case .global(let name): return root[name] ?? DataValue(.undefined(name))
        case .local(let slot, let name):
            let value = slots[slot]
            if case .undefined(let path) = value.storage, path.isEmpty {
                return root[name] ?? DataValue(.undefined(name))
            }
            return value
        case .loop(let depth): return try loopValue(depth)
        case .attribute(let base, let name): return named(try attribute(base, name), expression)
        case .item(let base, let key): return named(try item(evaluate(base), evaluate(key)), expression)
        case .slice(let base, let start, let end, let step):
            return try slice(
                evaluate(base),
                start: optional(start),
                end: optional(end),
                step: optional(step)
            )
        case .filter(let filter, let base, let arguments):
            return try apply(filter, to: evaluate(base), evaluated(arguments))
        case .test(let test, let base, let arguments, let isNegated):
            let value = try evaluate(base)
            if test != .defined, test != .undefined, value.isUndefined { note(value) }
            return .bool(try check(test, value, evaluated(arguments)) != isNegated)
        case .function(let function, let arguments): return try call(function, evaluated(arguments))
        case .method(let base, let name, let arguments):
            if case .loop(let depth) = base { return try loopMethod(depth, name, evaluated(arguments)) }
            return try method(name, of: evaluate(base), evaluated(arguments))
        default: return try evaluateOperator(expression)
        }
    }

    private func evaluateOperator(_ expression: Expression) throws(EvaluationError) -> DataValue {
        switch expression {
        case .negative(let base):
            return try arithmetic(.subtract, .integer(0), evaluate(base))
        case .positive(let base): return try arithmetic(.add, .integer(0), evaluate(base))
        case .not(let base): return .bool(try !evaluate(base).isTrue)
        case .and(let left, let right):
            let first = try evaluate(left)
            return first.isTrue ? try evaluate(right) : first
        case .or(let left, let right):
            let first = try evaluate(left)
            return first.isTrue ? first : try evaluate(right)
        case .conditional(let condition, let then, let otherwise):
            if try evaluate(condition).isTrue { return try evaluate(then) }
            return try otherwise.map { value throws(EvaluationError) in try evaluate(value) } ?? .string("")
        case .comparison(let first, let rest): return try comparison(first, rest)
        case .arithmetic(let operation, let left, let right):
            return try arithmetic(operation, evaluate(left), evaluate(right))
        case .concatenation(let parts):
            var text = ""
            for part in parts {
                let value = try evaluate(part)
                note(value)
                text += print.text(value)
            }
            return .string(text)
        case .list(let parts):
            var elements: [DataValue] = []
            for part in parts { elements.append(try evaluate(part)) }
            return .array(elements)
        case .dictionary(let pairs):
            var object = DataObject()
            for (key, value) in pairs { object[print.text(try evaluate(key))] = try evaluate(value) }
            return .object(object)
        case .field(let name, let regions, let path):
            for region in regions {
                if let value = slots[region][name] { return value }
            }
            if let value = root[name] { return value }
            return try evaluate(path)
        case .mergeRows(let names): return mergeRows(names)
        case .wordComparison(let left, let comparison, let right):
            return .bool(wordComparison(try evaluate(left), comparison, try evaluate(right)))
        default: return .null
        }
    }

    /// Gives a value that is not there the whole path by which it was asked for.
    private func named(_ value: DataValue, _ expression: Expression) -> DataValue {
        guard case .undefined = value.storage, let path = path(of: expression) else { return value }
        return DataValue(.undefined(path))
    }

    /// `person.address.city`, `rows[].name`; nil for what is no plain path.
    private func path(of expression: Expression) -> String? {
        switch expression {
        case .global(let name): return name
        case .local(let slot, let name): return slotPaths[slot] ?? name
        case .attribute(let base, let name): return path(of: base).map { $0 + "." + name }
        case .item(let base, .constant(let key)):
            guard let base = path(of: base) else { return nil }
            return key.text.map { base + "." + $0 } ?? base + "[" + print.text(key) + "]"
        default: return nil
        }
    }

    private func optional(_ expression: Expression?) throws(EvaluationError) -> DataValue? {
        guard let expression else { return nil }
        return try evaluate(expression)
    }

    /// Arguments of a call with their values.
    struct Values {
        var positional: [DataValue]
        var named: [(name: String, value: DataValue)]

        /// The argument at this place or of this name.
        func get(_ place: Int, _ name: String) -> DataValue? {
            if place < positional.count { return positional[place] }
            return named.first { $0.name == name }?.value
        }

        func text(_ place: Int, _ name: String) -> String? { get(place, name)?.text }

        func integer(_ place: Int, _ name: String) -> Int? {
            guard let value = get(place, name)?.numeric else { return nil }
            return Int(exactly: value.double.rounded(.towardZero))
        }

        func flag(_ place: Int, _ name: String) -> Bool? { get(place, name)?.isTrue }
    }

    private func evaluated(_ arguments: Expression.Arguments) throws(EvaluationError) -> Values {
        if arguments.isEmpty { return Values(positional: [], named: []) }
        var values = Values(positional: [], named: [])
        for argument in arguments.positional { values.positional.append(try evaluate(argument)) }
        for argument in arguments.named { values.named.append((argument.name, try evaluate(argument.value))) }
        return values
    }

    private func attribute(_ base: Expression, _ name: String) throws(EvaluationError) -> DataValue {
        if case .loop(let depth) = base { return try loopAttribute(depth, name) }
        return try member(name, of: evaluate(base))
    }

    func member(_ name: String, of value: DataValue) throws(EvaluationError) -> DataValue {
        switch value.storage {
        case .object(let object): return object[name] ?? DataValue(.undefined(name))
        case .namespace(let box): return box.members[name] ?? DataValue(.undefined(name))
        case .undefined(let path):
            if options.isCompatible {
                throw EvaluationError(
                    .missingNames,
                    pl: "„\(path)” nie ma w danych, więc nie ma też „\(path).\(name)”.",
                    en: "“\(path)” is not in the data, so “\(path).\(name)” is not either."
                )
            }
            return DataValue(.undefined(path + "." + name))
        default: return DataValue(.undefined(name))
        }
    }

    func item(_ base: DataValue, _ key: DataValue) throws(EvaluationError) -> DataValue {
        if case .string(let name) = key.storage { return try member(name, of: base) }
        guard case .integer(let index) = key.storage else {
            note(key)
            return DataValue(.undefined("[\(print.text(key))]"))
        }
        switch base.storage {
        case .array(let elements):
            let position = index < 0 ? index + elements.count : index
            return elements.indices.contains(position) ? elements[position] : DataValue(.undefined("[\(index)]"))
        case .string(let text):
            let scalars = Array(text.unicodeScalars)
            let position = index < 0 ? index + scalars.count : index
            return scalars.indices.contains(position)
                ? .string(String(scalars[position])) : DataValue(.undefined("[\(index)]"))
        case .object(let object): return object[String(index)] ?? DataValue(.undefined("[\(index)]"))
        case .undefined(let path):
            if options.isCompatible { return try member("\(index)", of: base) }
            return DataValue(.undefined("\(path)[\(index)]"))
        default: return DataValue(.undefined("[\(index)]"))
        }
    }

    private func comparison(
        _ first: Expression,
        _ rest: [(Expression.Comparison, Expression)]
    ) throws(EvaluationError) -> DataValue {
        var left = try evaluate(first)
        for (comparison, expression) in rest {
            let right = try evaluate(expression)
            note(left)
            note(right)
            guard try compare(left, comparison, right) else { return .bool(false) }
            left = right
        }
        return .bool(true)
    }

    private func compare(
        _ left: DataValue,
        _ comparison: Expression.Comparison,
        _ right: DataValue
    ) throws(EvaluationError) -> Bool {
        switch comparison {
        case .equal: return DataValue.areEqual(left, right)
        case .unequal: return !DataValue.areEqual(left, right)
        case .contained: return try contains(right, left)
        case .notContained: return try !contains(right, left)
        default: break
        }
        if !options.isCompatible, left.isUndefined || right.isUndefined { return false }
        guard let order = DataValue.order(left, right) else {
            throw .unsuitable("\(left.kindName), \(right.kindName)", for: comparison.rawValue)
        }
        switch comparison {
        case .less: return order < 0
        case .lessOrEqual: return order <= 0
        case .greater: return order > 0
        default: return order >= 0
        }
    }

    func contains(_ container: DataValue, _ value: DataValue) throws(EvaluationError) -> Bool {
        switch container.storage {
        case .array(let elements): return elements.contains { DataValue.areEqual($0, value) }
        case .string(let text):
            guard case .string(let part) = value.storage else {
                throw .unsuitable(value.kindName, for: "in")
            }
            return part.isEmpty || text.contains(part)
        case .object(let object): return object[print.text(value)] != nil
        case .namespace(let box): return box.members[print.text(value)] != nil
        case .undefined: return false
        default: throw .unsuitable(container.kindName, for: "in")
        }
    }
}
