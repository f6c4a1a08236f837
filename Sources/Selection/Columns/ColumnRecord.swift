import FormModel

/// Writes the record of a run in columns: the same bytes as `RecordWriter`, without a tree and without the words of reasons.
struct ColumnRecord {
    let run: ColumnRun
    let decisions: ColumnDecisions
    /// As drawn; the commitment changes what it becomes, not what is written.
    let value: Seed?
    /// Members that the run itself does not have: commitment, draw, rehearsal.
    let more: [JSONValue.Member]

    /// The rows of the general way: those of the columns with the bounds per organisation put back in their places.
    private struct Rows {
        var all: [QuotaRow] = []
        /// New number of each row of the columns' problem.
        var number: [Int] = []
        /// By bound and value: the number of its row, -1 where it cannot bite.
        var capRow: [[Int32]]
    }

    func record() -> SelectionRecord {
        let rows = rows()
        var writer = RecordWriter(run.compiled, pool: run.pool, kept: [], seed: value, problem: problem(rows))
        writer.leavesOutPeople = true
        let small = (writer.record(outcome: nil, decisions: [], more: more).json.members ?? [])
            .filter { $0.key != RecordSeal.key }
        var text = CanonicalText(reserving: run.pool.count * 200)
        let keys = small.map(\.key) + ["decisions", "items", "list", RecordSeal.key]
        var seal = 0..<0
        let values = Dictionary(uniqueKeysWithValues: small.map { ($0.key, $0.value) })
        for (place, key) in keys.sorted(by: { $0.utf16.lexicographicallyPrecedes($1.utf16) }).enumerated() {
            text.raw(place == 0 ? "{" : ",")
            let start = text.bytes.count
            text.text(key)
            text.raw(":")
            switch key {
            case RecordSeal.key:
                text.text(String(repeating: "0", count: 64))
                // With the comma that follows: the seed always stands after it.
                seal = start..<(text.bytes.count + 1)
            case "decisions": decisions.write(to: &text)
            case "items": writeItems(rows, to: &text)
            case "list": writeList(to: &text)
            default: text.value(values[key] ?? .null)
            }
        }
        text.raw("}")
        return SelectionRecord(canonical: Self.sealed(text.bytes, at: seal), publication: run.compiled.rules.publish)
    }

    private static func sealed(_ bytes: [UInt8], at range: Range<Int>) -> [UInt8] {
        let hash = bytes.withUnsafeBufferPointer { RecordSeal.hash(of: $0, without: range) }
        var bytes = bytes
        // Before the comma stands a quotation mark, before that the 64 digits.
        let digits = (range.upperBound - 66)..<(range.upperBound - 2)
        bytes.replaceSubrange(digits, with: hash.utf8)
        return bytes
    }

    // MARK: - Rows

    private func rows() -> Rows {
        var rows = Rows(capRow: run.columns.capValueCount.map { Array(repeating: -1, count: $0) })
        var next = 0
        func takeOver(while condition: (QuotaRow) -> Bool, partition: Int) {
            while next < run.problem.rows.count, condition(run.problem.rows[next]) {
                rows.number.append(rows.all.count)
                var row = run.problem.rows[next]
                if row.partition > 0 { row.partition = partition }
                rows.all.append(row)
                next += 1
            }
        }
        takeOver(while: { $0.kind != .quota }, partition: 0)
        for (index, quota) in run.compiled.rules.quotas.enumerated() {
            if let cap = run.plan.caps.firstIndex(where: { $0.quota == index }) {
                addCap(cap, quota, partition: index + 1, to: &rows)
            } else {
                takeOver(while: { $0.quota == quota.id }, partition: index + 1)
            }
        }
        return rows
    }

    /// Rows of the values more people have than the bound allows, by the bytes of the values.
    private func addCap(_ cap: Int, _ quota: Quota, partition: Int, to rows: inout Rows) {
        let maximum = run.plan.caps[cap].maximum
        var places = [Int](repeating: 0, count: run.columns.capValueCount[cap])
        var first = [Int32](repeating: -1, count: places.count)
        for person in run.order {
            let value = Int(run.columns.caps[cap][Int(person)])
            guard value >= 0 else { continue }
            places[value] += Int(run.columns.seats[Int(person)])
            if first[value] < 0 { first[value] = person }
        }
        let isOrganisation = run.plan.caps[cap].isOrganisation
        var named: [(name: String, value: Int)] = []
        for value in places.indices where places[value] > maximum {
            let person = run.pool[Int(first[value])]
            named.append(((isOrganisation ? person.organisation : person.address) ?? "", value))
        }
        named.sort { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
        for (name, value) in named {
            rows.capRow[cap][value] = Int32(rows.all.count)
            rows.all.append(
                QuotaRow(
                    kind: .cap,
                    label: "\(quota.id):\(name)",
                    quota: quota.id,
                    value: name,
                    lower: 0,
                    upper: maximum,
                    writtenLower: 0,
                    writtenUpper: maximum,
                    held: 0,
                    partition: partition,
                    soft: nil,
                    isSensitive: quota.isSensitive,
                    scale: 1
                )
            )
        }
    }

    private func problem(_ rows: Rows) -> SelectionProblem {
        var problem = run.problem
        problem.rows = rows.all
        for type in problem.types.indices {
            for option in problem.types[type].options.indices {
                problem.types[type].options[option].uses = problem.types[type].options[option].uses.map {
                    RowUse(rows.number[Int($0.row)], Int($0.count))
                }
            }
        }
        return problem
    }

    // MARK: - People

    /// `{"caps":[[4,1]],"ids":["p1"],"type":0}`
    private func writeItems(_ rows: Rows, to text: inout CanonicalText) {
        text.raw("[")
        for (position, person) in run.order.enumerated() {
            text.raw(position == 0 ? "{" : ",{")
            var hasCaps = false
            for cap in rows.capRow.indices {
                let value = Int(run.columns.caps[cap][Int(person)])
                guard value >= 0, rows.capRow[cap][value] >= 0 else { continue }
                text.raw(hasCaps ? ",[" : "\"caps\":[[")
                hasCaps = true
                text.number(Int(rows.capRow[cap][value]))
                text.raw(",")
                text.number(Int(run.columns.seats[Int(person)]))
                text.raw("]")
            }
            if hasCaps { text.raw("],") }
            text.raw("\"ids\":[")
            text.text(run.pool[Int(person)].id)
            text.raw("],\"type\":")
            text.number(Int(run.types[position]))
            text.raw("}")
        }
        text.raw("]")
    }

    private func writeList(to text: inout CanonicalText) {
        let seats = run.problem.types.map(\.seats)
        var filled = 0
        for (position, cause) in decisions.outcome.cause.enumerated() where cause == ColumnOutcome.taken {
            filled += seats[Int(run.types[position])]
        }
        text.raw("{\"filled\":")
        text.number(filled)
        text.raw(",\"options\":[")
        for (position, cause) in decisions.outcome.cause.enumerated() {
            if position > 0 { text.raw(",") }
            text.number(cause == ColumnOutcome.taken ? 0 : -1)
        }
        text.raw("],\"soft\":[]}")
    }
}

extension ColumnRun {
    enum Finding {
        case result(SelectionResult)
        /// No list meets the hard rules; the general way says why.
        case noList
        case unknown
    }

    /// What `OrderedRun` finds, from columns.
    func finding(value: Seed?, draw: DrawOrder) -> Finding {
        // Misses of soft quotas are the general way's matter.
        guard problem.softCount == 0 else { return .unknown }
        do throws(ListFailure) {
            guard let outcome = try outcome() else { return .unknown }
            return .result(result(outcome, value: value, draw: draw))
        } catch {
            return error == .infeasible ? .noList : .unknown
        }
    }

    private func result(_ outcome: ColumnOutcome, value: Seed?, draw: DrawOrder) -> SelectionResult {
        let decisions = ColumnDecisions(self, outcome)
        var warnings = PoolRemarks.absentValues(problem, compiled.rules, pool: pool, kept: [])
        if compiled.rules.method == .lottery, draw.commitment == nil { warnings.append(StaffWording.rehearsal) }
        let seats = problem.types.map(\.seats)
        let filled = outcome.cause.indices.reduce(0) { sum, position in
            outcome.cause[position] == ColumnOutcome.taken ? sum + seats[Int(types[position])] : sum
        }
        return SelectionResult(
            decisions: DecisionColumns(source: .columns(decisions)),
            record: ColumnRecord(run: self, decisions: decisions, value: value, more: draw.recordMembers).record(),
            unmet: PoolRemarks.unfilled(
                filled: filled,
                seats: compiled.rules.seats,
                eligible: pool.count,
                isSomebodyOut: decisions.selectedCount < pool.count
            ),
            warnings: warnings
        )
    }
}
