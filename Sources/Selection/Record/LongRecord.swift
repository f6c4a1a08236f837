import FormModel

/// Verifies the record of an order over many people from its numbers, in one walk over the bytes and without a tree.
///
/// It only ever says "all of it is right": that the bytes are canonical, the list is the best one and the decisions are
/// those of the list. Where anything is different or unusual it says nothing, and the general way finds what.
struct LongRecord {
    /// Records shorter than this are read the general way at once.
    static let bytesMin = 1 << 20

    /// Everything but the long members, checked to be canonical.
    private var members: [JSONValue.Member] = []
    private var rows: [JSONValue] = []
    /// Number of each row among those that are no caps; -1 for caps.
    private var plainRow: [Int32] = []
    private var capMaximum: [Int32] = []
    private var capPartition: [Int32] = []
    private var types: [Int32] = []
    private var caps: [(partition: Int32, column: [Int32])] = []
    private var ids: [PackedText] = []
    private var options: [Int32] = []
    private var filled = -1
    private var decided: [(id: PackedText, isSelected: Bool)] = []
    private var packer = TextPacker()
    /// Where the seal stands, with the comma after it.
    private var seal = 0..<0

    static func isRight(_ bytes: [UInt8]) -> Bool {
        bytes.withUnsafeBufferPointer { buffer in
            var record = LongRecord()
            var cursor = CanonicalCursor(buffer)
            return record.read(&cursor) && record.isSealed(buffer) && record.isRight()
        }
    }

    // MARK: - Reading

    private mutating func read(_ cursor: inout CanonicalCursor) -> Bool {
        guard cursor.take(UInt8(ascii: "{")) else { return false }
        var last = ""
        while true {
            let start = cursor.position
            guard let name = cursor.plainText(), cursor.take(UInt8(ascii: ":")) else { return false }
            let key = String(decoding: name, as: UTF8.self)
            // ASCII sorts alike in UTF-8 and UTF-16.
            guard last.utf8.lexicographicallyPrecedes(key.utf8) || last.isEmpty else { return false }
            last = key
            guard readMember(key, &cursor) else { return false }
            if cursor.take(UInt8(ascii: "}")) { return cursor.isAtEnd }
            guard cursor.take(UInt8(ascii: ",")) else { return false }
            if key == RecordSeal.key { seal = start..<cursor.position }
        }
    }

    private func isSealed(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard !seal.isEmpty, let known = members.first(where: { $0.key == RecordSeal.key })?.value.text else {
            return false
        }
        return RecordSeal.hash(of: bytes, without: seal) == known
    }

    private mutating func readMember(_ key: String, _ cursor: inout CanonicalCursor) -> Bool {
        switch key {
        case "items": return readAll(&cursor) { $0.readItem(&$1) }
        case "decisions": return readAll(&cursor) { $0.readDecision(&$1) }
        case "list": return readList(&cursor)
        case "rows": return readAll(&cursor) { $0.readRow(&$1) }
        default:
            guard let value = Self.canonicalValue(&cursor) else { return false }
            members.append(.init(key, value))
            return true
        }
    }

    /// Any value whose bytes are canonical.
    private static func canonicalValue(_ cursor: inout CanonicalCursor) -> JSONValue? {
        let start = cursor.position
        guard cursor.skipValue(), let value = try? JSONParser.parse(cursor.slice(from: start)),
            CanonicalJSON.bytes(of: value).elementsEqual(cursor.slice(from: start))
        else { return nil }
        return value
    }

    private mutating func readAll(
        _ cursor: inout CanonicalCursor,
        _ read: (inout LongRecord, inout CanonicalCursor) -> Bool
    ) -> Bool {
        guard cursor.take(UInt8(ascii: "[")) else { return false }
        if cursor.take(UInt8(ascii: "]")) { return true }
        while true {
            guard read(&self, &cursor) else { return false }
            if cursor.take(UInt8(ascii: "]")) { return true }
            guard cursor.take(UInt8(ascii: ",")) else { return false }
        }
    }

    private mutating func readRow(_ cursor: inout CanonicalCursor) -> Bool {
        let start = cursor
        if cursor.take("{\"held\":0,\"kind\":\"cap\",\"label\":"), cursor.plainText() != nil, cursor.take(",\"max\":"),
            let maximum = cursor.number(), maximum >= 0, cursor.take(",\"min\":0,\"partition\":"),
            let partition = cursor.number(), partition > 0, cursor.take(",\"scale\":1}")
        {
            guard maximum <= ProblemReader.countMax, partition <= 10_000 else { return false }
            plainRow.append(-1)
            capMaximum.append(Int32(maximum))
            capPartition.append(Int32(partition))
            return true
        }
        cursor = start
        guard let value = Self.canonicalValue(&cursor), value["kind"]?.text != QuotaRow.Kind.cap.rawValue else {
            return false
        }
        plainRow.append(Int32(rows.count))
        capMaximum.append(0)
        capPartition.append(0)
        rows.append(value)
        return true
    }

    /// `{"caps":[[4,1]],"ids":["p1"],"type":0}`; parties and unusual ids are for the general way. Items come before rows,
    /// so what they refer to is checked later.
    private mutating func readItem(_ cursor: inout CanonicalCursor) -> Bool {
        guard cursor.take(UInt8(ascii: "{")) else { return false }
        let item = types.count
        if cursor.take("\"caps\":[") {
            while true {
                guard cursor.take(UInt8(ascii: "[")), let row = cursor.number(), row > 0,
                    cursor.take(UInt8(ascii: ",")),
                    let count = cursor.number(), count > 0, cursor.take(UInt8(ascii: "]"))
                else { return false }
                capUses.append((Int32(item), Int32(truncatingIfNeeded: row), Int32(truncatingIfNeeded: count)))
                if cursor.take(UInt8(ascii: "]")) { break }
                guard cursor.take(UInt8(ascii: ",")) else { return false }
            }
            guard cursor.take(UInt8(ascii: ",")) else { return false }
        }
        guard cursor.take("\"ids\":["), let id = packedText(&cursor), cursor.take("],\"type\":"),
            let type = cursor.number(), type >= 0, cursor.take(UInt8(ascii: "}"))
        else { return false }
        ids.append(id)
        types.append(Int32(truncatingIfNeeded: type))
        return true
    }

    private var capUses: [(item: Int32, row: Int32, count: Int32)] = []

    private mutating func packedText(_ cursor: inout CanonicalCursor) -> PackedText? {
        guard let text = cursor.plainText() else { return nil }
        return packer.pack(text)
    }

    /// `{"id":"p1","outcome":"waitlisted","parameters":{"last":"3","r":"4"},"rank":1,"reason":"full"}`
    private mutating func readDecision(_ cursor: inout CanonicalCursor) -> Bool {
        guard cursor.take("{\"id\":"), let id = packedText(&cursor), cursor.take(",\"outcome\":") else { return false }
        var isSelected = false
        if cursor.take("\"selected\"") {
            isSelected = true
        } else if !cursor.take("\"waitlisted\""), !cursor.take("\"notSelected\""), !cursor.take("\"ineligible\"") {
            return false
        }
        guard cursor.take(",\"parameters\":{"), skipParameters(&cursor) else { return false }
        if cursor.take(",\"rank\":"), cursor.number() == nil { return false }
        guard cursor.take(",\"reason\":"), cursor.plainText() != nil else { return false }
        if cursor.take(",\"session\":"), cursor.plainText() == nil { return false }
        guard cursor.take(UInt8(ascii: "}")) else { return false }
        decided.append((id, isSelected))
        return true
    }

    private func skipParameters(_ cursor: inout CanonicalCursor) -> Bool {
        if cursor.take(UInt8(ascii: "}")) { return true }
        var last: UnsafeBufferPointer<UInt8>?
        while true {
            guard let key = cursor.plainText(), cursor.take(UInt8(ascii: ":")), cursor.plainText() != nil,
                last.map({ $0.lexicographicallyPrecedes(key) }) ?? true
            else { return false }
            last = key
            if cursor.take(UInt8(ascii: "}")) { return true }
            guard cursor.take(UInt8(ascii: ",")) else { return false }
        }
    }

    private mutating func readList(_ cursor: inout CanonicalCursor) -> Bool {
        guard cursor.take("{\"filled\":"), let filled = cursor.number(), cursor.take(",\"options\":") else {
            return false
        }
        self.filled = filled
        let isRead = readAll(&cursor) { record, cursor in
            guard let option = cursor.number(), option == 0 || option == -1 else { return false }
            record.options.append(Int32(option))
            return true
        }
        return isRead && cursor.take(",\"soft\":[]}")
    }

    // MARK: - Checking

    private func isRight() -> Bool {
        let head = JSONValue.object(members)
        guard head["schema"]?.text == RecordWriter.schema, head["algorithm"]?.text == RecordWriter.algorithm,
            let rulesJSON = head["rules"], let rules = RulesJSON.rules(from: rulesJSON),
            head["rulesHash"]?.text == Digest.sha256(CanonicalJSON.bytes(of: rulesJSON)),
            rules.method == .fcfs || rules.method == .ranking, options.count == types.count,
            // Lotteries, sessions with orders of their own and several sessions for a person are the general way's.
            ["lottery", "sessionOrders", "rounds"].allSatisfy({ head[$0] == nil }),
            DrawOrder.differences(head, rules: rules).isEmpty,
            let input = scanInput(head)
        else { return false }
        var scan = ColumnScan(input)
        guard let outcome = scan.run() ?? Self.search(input) else { return false }
        var sum = 0
        for (position, cause) in outcome.cause.enumerated() {
            let isTaken = cause == ColumnOutcome.taken
            guard isTaken == (options[position] == 0) else { return false }
            if isTaken { sum += input.problem.types[Int(types[position])].seats }
        }
        return sum == filled && decisionsFit()
    }

    private static func search(_ input: ScanInput) -> ColumnOutcome? {
        guard input.caps.isEmpty, input.problem.softCount == 0 else { return nil }
        return try? TypeWalk.outcome(input.problem, types: input.types)
    }

    private func scanInput(_ head: JSONValue) -> ScanInput? {
        guard let typesJSON = head["types"]?.elements, let renumbered = Self.renumbered(typesJSON, plainRow) else {
            return nil
        }
        var small = members.filter { $0.key != "types" }
        small.append(.init("types", .array(renumbered)))
        small.append(.init("rows", .array(rows)))
        small.append(.init("items", .array([])))
        guard let problem = ProblemReader(.object(small)).problem(), problem.sessionIDs.isEmpty, problem.softCount == 0,
            problem.types.allSatisfy({ $0.options.count == 1 }), types.allSatisfy({ Int($0) < problem.types.count }),
            let columns = capColumns(problem)
        else { return nil }
        return ScanInput(
            problem: problem,
            types: types,
            order: Array(0..<Int32(types.count)),
            caps: columns,
            capMaximum: columns.map { _ in capMaximum }
        )
    }

    /// One column for each quota that bounds every value; the values are the numbers of their rows.
    private func capColumns(_ problem: SelectionProblem) -> [[Int32]]? {
        var columns: [[Int32]] = []
        var columnOf = [Int32: Int]()
        for use in capUses {
            guard Int(use.row) < plainRow.count, plainRow[Int(use.row)] < 0,
                Int(use.count) == problem.types[Int(types[Int(use.item)])].seats
            else { return nil }
            let partition = capPartition[Int(use.row)]
            let column: Int
            if let known = columnOf[partition] {
                column = known
            } else {
                column = columns.count
                columnOf[partition] = column
                columns.append(Array(repeating: -1, count: types.count))
            }
            guard columns[column][Int(use.item)] < 0 else { return nil }
            columns[column][Int(use.item)] = use.row
        }
        return columns
    }

    /// The types with the numbers that rows have when caps are left out.
    private static func renumbered(_ types: [JSONValue], _ plainRow: [Int32]) -> [JSONValue]? {
        var renumbered: [JSONValue] = []
        for type in types {
            guard let members = type.members, let options = type["options"]?.elements else { return nil }
            var changed: [JSONValue] = []
            for option in options {
                guard let uses = option["uses"]?.elements, let session = option["session"] else { return nil }
                var own: [JSONValue] = []
                for use in uses {
                    guard let pair = use.elements, pair.count == 2, let row = pair[0].integer,
                        plainRow.indices.contains(row), plainRow[row] >= 0
                    else { return nil }
                    own.append(.array([.number(String(plainRow[row])), pair[1]]))
                }
                changed.append(.object([.init("session", session), .init("uses", .array(own))]))
            }
            renumbered.append(
                .object(members.filter { $0.key != "options" } + [.init("options", .array(changed))])
            )
        }
        return renumbered
    }

    /// Selected are those on the list, everybody once.
    private func decisionsFit() -> Bool {
        var codes = TextCodes(expecting: 1_024)
        for (position, option) in options.enumerated() where option == 0 { _ = codes.code(of: ids[position]) }
        var isOpen = [Bool](repeating: true, count: codes.count)
        var open = codes.count
        for decision in decided {
            let code = codes.known(decision.id)
            guard decision.isSelected == (code != nil) else { return false }
            if let code {
                guard isOpen[Int(code)] else { return false }
                isOpen[Int(code)] = false
                open -= 1
            }
        }
        return open == 0
    }
}
