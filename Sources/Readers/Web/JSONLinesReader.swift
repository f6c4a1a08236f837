import FormModel
import ReaderProtocol

/// Reads JSON Lines: one object a line is one submission.
///
/// Members become fields under their names. Objects inside join names with a dot (`address.city`), arrays of objects
/// count from 1 (`delegates[1].email`), arrays of plain values become one value joined by `; ` as in a CSV export. Null
/// and empty texts give no field; true and false, and numbers with their own digits, become text.
struct JSONLinesReader {
    private var fields: [NamedField] = []
    private let number: Int

    /// Hands the rows to `table`; a line that is no object becomes a fault, and the rest goes on.
    static func read(_ untrusted: UnsafeRawBufferPointer, into table: TableWriter) throws(WireFault) {
        var start = untrusted.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        var number = 0
        while start < untrusted.count, !table.isFull {
            let end = untrusted[start...].firstIndex(of: 0x0A) ?? untrusted.count
            number += 1
            try line(UnsafeRawBufferPointer(rebasing: untrusted[start..<end]), number, into: table)
            start = end + 1
        }
    }

    private static func line(
        _ bytes: UnsafeRawBufferPointer,
        _ number: Int,
        into table: TableWriter
    ) throws(WireFault) {
        guard bytes.contains(where: { $0 > 0x20 }) else { return }
        guard bytes.count <= ReaderLimits.recordByteCountMax else {
            return try table.fault(number, limit: "recordByteCountMax")
        }
        guard let value = try? JSONParser.parse(bytes), case .object(let members) = value else {
            return try table.fault(number, reason: "json")
        }
        var reader = JSONLinesReader(number: number)
        guard reader.add(members, under: "", depth: 0) else { return try table.fault(number, limit: "jsonDepthMax") }
        guard reader.fields.count <= ReaderLimits.tableColumnCountMax else {
            return try table.fault(number, limit: "tableColumnCountMax")
        }
        if !reader.fields.isEmpty { try table.row(number, reader.fields) }
    }

    private init(number: Int) {
        self.number = number
    }

    private mutating func add(_ members: [JSONValue.Member], under prefix: String, depth: Int) -> Bool {
        guard depth < ReaderLimits.jsonDepthMax else { return false }
        for member in members {
            let name = prefix.isEmpty ? member.key : prefix + "." + member.key
            guard add(member.value, name: name, depth: depth) else { return false }
        }
        return true
    }

    private mutating func add(_ value: JSONValue, name: String, depth: Int) -> Bool {
        switch value {
        case .object(let members): return add(members, under: name, depth: depth + 1)
        case .array(let elements): return add(elements, name: name, depth: depth + 1)
        default:
            append(name, Self.text(value))
            return true
        }
    }

    private mutating func add(_ elements: [JSONValue], name: String, depth: Int) -> Bool {
        guard depth < ReaderLimits.jsonDepthMax else { return false }
        let texts = elements.map(Self.text)
        if elements.allSatisfy(Self.isPlain) {
            append(name, texts.filter { !$0.isEmpty }.joined(separator: "; "))
            return true
        }
        for (index, element) in elements.enumerated() {
            guard add(element, name: "\(name)[\(index + 1)]", depth: depth) else { return false }
        }
        return true
    }

    private mutating func append(_ name: String, _ value: String) {
        guard !value.isEmpty, fields.count <= ReaderLimits.tableColumnCountMax else { return }
        fields.append(NamedField(name: name, value: value, place: "row[\(number)]/\(name)"))
    }

    private static func isPlain(_ value: JSONValue) -> Bool {
        switch value {
        case .object, .array: false
        default: true
        }
    }

    private static func text(_ value: JSONValue) -> String {
        switch value {
        case .string(let text), .number(let text): text
        case .bool(let flag): flag ? "true" : "false"
        case .null, .object, .array: ""
        }
    }
}
