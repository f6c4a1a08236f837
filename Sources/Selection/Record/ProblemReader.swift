import FormModel

/// Reads the rows, types and items of a record; anything out of range makes it unreadable.
struct ProblemReader {
    static let countMax = 1 << 30

    let json: JSONValue

    init(_ json: JSONValue) {
        self.json = json
    }

    func problem() -> SelectionProblem? {
        guard let rows = all(json["rows"], row), !rows.isEmpty,
            let types = all(json["types"], { type($0, rowCount: rows.count) }),
            let items = all(json["items"], { item($0, rowCount: rows.count, typeCount: types.count) }),
            let fillsFirst = json["fillsFirst"]?.flag, let softCount = json["softCount"]?.integer,
            (0...RuleCheck.quotaCountMax).contains(softCount),
            let sessions = all(json["sessions"], \.text)
        else { return nil }
        guard rows.allSatisfy({ $0.soft.map { (0..<softCount).contains($0) } ?? true }), rows.count > sessions.count,
            types.allSatisfy({ $0.options.allSatisfy { Int($0.session) < sessions.count } })
        else { return nil }
        return SelectionProblem(
            rows: rows,
            types: types,
            items: items,
            fillsFirst: fillsFirst,
            softCount: softCount,
            sessionIDs: sessions
        )
    }

    private func all<Value>(_ json: JSONValue?, _ read: (JSONValue) -> Value?) -> [Value]? {
        guard let elements = json?.elements else { return nil }
        var values: [Value] = []
        for element in elements {
            guard let value = read(element) else { return nil }
            values.append(value)
        }
        return values
    }

    private func bounded(_ value: JSONValue?) -> Int? {
        guard let number = value?.integer, abs(number) <= Self.countMax else { return nil }
        return number
    }

    private func row(_ json: JSONValue) -> QuotaRow? {
        guard let kind = json["kind"]?.text.flatMap(QuotaRow.Kind.init), let label = json["label"]?.text,
            let partition = bounded(json["partition"]), (-1...10_000).contains(partition),
            let scale = bounded(json["scale"]), scale > 0, let held = bounded(json["held"])
        else { return nil }
        let lower = json["min"].map(bounded) ?? -QuotaRow.unlimited
        let upper = json["max"].map(bounded) ?? QuotaRow.unlimited
        guard let lower, let upper else { return nil }
        return QuotaRow(
            kind: kind,
            label: label,
            quota: "",
            value: "",
            lower: lower,
            upper: upper,
            writtenLower: lower,
            writtenUpper: upper,
            held: held,
            partition: partition,
            soft: json["soft"]?.integer,
            isSensitive: false,
            scale: scale
        )
    }

    private func uses(_ json: JSONValue?, rowCount: Int) -> [RowUse]? {
        all(json) { pair in
            guard let numbers = pair.elements, numbers.count == 2, let row = bounded(numbers[0]),
                (0..<rowCount).contains(row), let count = bounded(numbers[1])
            else { return nil }
            return RowUse(row, count)
        }
    }

    private func type(_ json: JSONValue, rowCount: Int) -> ItemType? {
        guard let seats = bounded(json["seats"]), seats > 0, let isGuaranteed = json["guaranteed"]?.flag,
            let options = all(
                json["options"],
                { option -> ItemType.Option? in
                    guard let session = bounded(option["session"]), session >= -1,
                        let uses = uses(option["uses"], rowCount: rowCount)
                    else { return nil }
                    return ItemType.Option(session: Int32(session), uses: uses)
                }
            )
        else { return nil }
        return ItemType(options: options, seats: seats, isGuaranteed: isGuaranteed)
    }

    private func item(_ json: JSONValue, rowCount: Int, typeCount: Int) -> SelectionItem? {
        guard let type = bounded(json["type"]), (0..<typeCount).contains(type), let ids = json["ids"]?.elements,
            !ids.isEmpty, ids.allSatisfy({ $0.text != nil })
        else { return nil }
        let caps = json["caps"].map { uses($0, rowCount: rowCount) } ?? []
        guard let caps else { return nil }
        return SelectionItem(members: Array(ids.indices), type: type, caps: caps)
    }
}
