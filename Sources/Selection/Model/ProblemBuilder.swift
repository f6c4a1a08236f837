import Expressions
import FormModel

/// Turns rules, candidates and those who hold seats already into rows and types.
struct ProblemBuilder {
    let compiled: CompiledRules
    let pool: [Candidate]
    let kept: [Participant]
    private(set) var rows: [QuotaRow] = []
    private var counters: [QuotaCounter] = []
    private var capCounters: [Int] = []
    /// Rows of shares of the filled places, which everybody in their scope uses.
    private var filledRows: [(row: Int, points: Int, session: Int)] = []
    private let needsContext: Bool

    /// `units`: indices into the pool that come together; single applications are units of one.
    static func problem(
        _ compiled: CompiledRules,
        pool: [Candidate],
        units: [[Int]],
        kept: [Participant],
        capacity: Int? = nil
    ) -> SelectionProblem {
        var builder = ProblemBuilder(compiled, pool: pool, kept: kept)
        builder.makeRows(members: units.flatMap { $0 }, capacity: capacity)
        builder.countHeld()
        return builder.assemble(units)
    }

    private init(_ compiled: CompiledRules, pool: [Candidate], kept: [Participant]) {
        self.compiled = compiled
        self.pool = pool
        self.kept = kept
        needsContext =
            compiled.conditions.contains { $0 != nil }
            || compiled.sessionConditions.contains { $0.contains { $0 != nil } }
    }

    // MARK: - Rows

    private mutating func makeRows(members: [Int], capacity: Int?) {
        let rules = compiled.rules
        addRow(.seats, "seats", lower: 0, upper: capacity ?? rules.seats.maximum)
        for session in rules.sessions {
            addRow(.session, "session:\(session.id)", value: session.id, lower: 0, upper: session.seats.maximum)
        }
        var softs: [(order: Int, place: Int)] = []
        let all =
            rules.quotas.enumerated().map { ($1, compiled.conditions[$0], -1, rules.seats.maximum) }
            + rules.sessions.enumerated().flatMap { index, session in
                session.quotas.enumerated().map {
                    ($1, compiled.sessionConditions[index][$0], index, session.seats.maximum)
                }
            }
        for (place, entry) in all.enumerated() where entry.0.isSoft { softs.append((entry.0.order, place)) }
        softs.sort { ($0.order, $0.place) < ($1.order, $1.place) }
        for (place, (quota, expression, session, seats)) in all.enumerated() {
            let counter = QuotaCounter(
                quota: quota,
                expression: expression,
                session: session,
                seats: seats,
                partition: place + 1,
                soft: softs.firstIndex { $0.place == place }
            )
            add(counter, members: members)
        }
    }

    @discardableResult
    private mutating func addRow(
        _ kind: QuotaRow.Kind,
        _ label: String,
        quota: String = "",
        value: String = "",
        lower: Int,
        upper: Int,
        partition: Int = 0,
        soft: Int? = nil,
        isSensitive: Bool = false,
        scale: Int = 1
    ) -> Int {
        rows.append(
            QuotaRow(
                kind: kind,
                label: label,
                quota: quota,
                value: value,
                lower: lower,
                upper: upper,
                writtenLower: lower,
                writtenUpper: upper,
                held: 0,
                partition: partition,
                soft: soft,
                isSensitive: isSensitive,
                scale: scale
            )
        )
        return rows.count - 1
    }

    private mutating func add(_ counter: QuotaCounter, members: [Int]) {
        var counter = counter
        switch counter.quota.subject {
        case .condition: counter.cells[""] = makeCell("", counter.quota.bounds, counter)
        case .attributes:
            for value in counter.quota.values {
                counter.cells[value.value] = makeCell(value.value, value.bounds, counter)
            }
            if let each = counter.quota.each { addEach(each, to: &counter, members: members) }
        }
        if counter.isCap && counter.session < 0 { capCounters.append(counters.count) }
        counters.append(counter)
    }

    /// Rows for the values that occur; an upper bound that cannot bite gets none.
    private mutating func addEach(_ each: Quota.Bounds, to counter: inout QuotaCounter, members: [Int]) {
        var places: [String: Int] = [:]
        func count(_ candidate: Candidate) {
            guard let cell = counter.cell(of: candidate, in: nil), counter.cells[cell] == nil else { return }
            places[cell, default: 0] += candidate.seats
        }
        for member in members { count(pool[member]) }
        for participant in kept { count(participant.candidate) }
        let maximum = BoundResolution.maximum(each, seats: counter.seats) ?? Int.max
        let isPlain = each.minimum == nil && counter.quota.base == .seats
        let values = places.filter { !isPlain || $0.value > maximum }.map(\.key)
        for value in values.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
            counter.cells[value] = makeCell(value, each, counter)
        }
    }

    private mutating func makeCell(
        _ value: String,
        _ bounds: Quota.Bounds,
        _ counter: QuotaCounter
    ) -> QuotaCounter.CellRows {
        var cell = QuotaCounter.CellRows()
        let quota = counter.quota
        let scope = counter.session < 0 ? "" : compiled.rules.sessions[counter.session].id + "/"
        let label = scope + (value.isEmpty ? quota.id : "\(quota.id):\(value)")
        let isFilled = quota.base == .filled
        var plain = Quota.Bounds()
        for (bound, isMinimum) in [(bounds.minimum, true), (bounds.maximum, false)] {
            guard let bound else { continue }
            if isFilled, case .share(let points) = bound {
                let row = addRow(
                    .quota,
                    label,
                    quota: quota.id,
                    value: value,
                    lower: isMinimum ? 0 : -QuotaRow.unlimited,
                    upper: isMinimum ? QuotaRow.unlimited : 0,
                    partition: -1,
                    soft: counter.soft,
                    isSensitive: quota.isSensitive,
                    scale: 10_000
                )
                cell.filled.append((row, points))
                filledRows.append((row, points, counter.session))
            } else if isMinimum {
                plain.minimum = bound
            } else {
                plain.maximum = bound
            }
        }
        if plain != Quota.Bounds() {
            cell.plain = addRow(
                counter.isCap && counter.session < 0 ? .cap : .quota,
                label,
                quota: quota.id,
                value: value,
                lower: BoundResolution.minimum(plain, seats: counter.seats),
                upper: BoundResolution.maximum(plain, seats: counter.seats) ?? QuotaRow.unlimited,
                partition: counter.partition,
                soft: counter.soft,
                isSensitive: quota.isSensitive
            )
        }
        return cell
    }

    // MARK: - Uses

    private mutating func countHeld() {
        for participant in kept {
            let session = participant.session.flatMap { id in compiled.rules.sessions.firstIndex { $0.id == id } } ?? -1
            var uses: [Int: Int] = [:]
            addUses(of: participant.candidate, session: session, wantsCaps: false, to: &uses)
            addUses(of: participant.candidate, session: session, wantsCaps: true, to: &uses)
            for (row, count) in uses { rows[row].held += count }
        }
        for row in rows.indices {
            let held = rows[row].held
            if rows[row].lower > -QuotaRow.unlimited { rows[row].lower -= held }
            if rows[row].upper < QuotaRow.unlimited { rows[row].upper -= held }
            if rows[row].scale == 1 {
                rows[row].lower = max(0, rows[row].lower)
                // Seats given beyond a bound by somebody's override are not taken back; nobody more gets one.
                rows[row].upper = max(0, rows[row].upper)
            }
        }
    }

    private func addUses(of candidate: Candidate, session: Int, wantsCaps: Bool, to uses: inout [Int: Int]) {
        if !wantsCaps {
            uses[0, default: 0] += candidate.seats
            if session >= 0 { uses[1 + session, default: 0] += candidate.seats }
            for (row, points, scope) in filledRows where scope < 0 || scope == session {
                uses[row, default: 0] -= points * candidate.seats
            }
        }
        let context = needsContext && !wantsCaps ? compiled.attributes(of: candidate) : nil
        for counter in counters where counter.session < 0 || counter.session == session {
            guard (counter.isCap && counter.session < 0) == wantsCaps, !counter.cells.isEmpty,
                let cell = counter.cell(of: candidate, in: context), let cellRows = counter.cells[cell]
            else { continue }
            if let plain = cellRows.plain { uses[plain, default: 0] += candidate.seats }
            for (row, _) in cellRows.filled { uses[row, default: 0] += 10_000 * candidate.seats }
        }
    }

    private func sorted(_ uses: [Int: Int]) -> [RowUse] {
        uses.filter { $0.value != 0 }.map { RowUse($0.key, $0.value) }.sorted { $0.row < $1.row }
    }

    // MARK: - Types

    private func assemble(_ units: [[Int]]) -> SelectionProblem {
        var types: [ItemType] = []
        var known: [ItemType: Int] = [:]
        var items: [SelectionItem] = []
        items.reserveCapacity(units.count)
        for unit in units {
            let type = self.type(of: unit)
            let index =
                known[type]
                ?? {
                    known[type] = types.count
                    types.append(type)
                    return types.count - 1
                }()
            items.append(SelectionItem(members: unit, type: index, caps: caps(of: unit)))
        }
        return SelectionProblem(
            rows: rows,
            types: types,
            items: items,
            fillsFirst: compiled.rules.wishes == nil,
            softCount: counters.filter { $0.soft != nil }.count,
            sessionIDs: compiled.rules.sessions.map(\.id)
        )
    }

    private func type(of unit: [Int]) -> ItemType {
        var sessions: [Int] = [-1]
        if !compiled.rules.sessions.isEmpty {
            sessions = compiled.sessions(for: pool[unit[0]])
            for member in unit.dropFirst() {
                let others = compiled.sessions(for: pool[member])
                sessions.removeAll { !others.contains($0) }
            }
        }
        let options = sessions.map { session in
            var uses: [Int: Int] = [:]
            for member in unit { addUses(of: pool[member], session: session, wantsCaps: false, to: &uses) }
            return ItemType.Option(session: Int32(session), uses: sorted(uses))
        }
        return ItemType(
            options: options,
            seats: unit.reduce(0) { $0 + pool[$1].seats },
            isGuaranteed: unit.contains { pool[$0].guaranteed != nil }
        )
    }

    private func caps(of unit: [Int]) -> [RowUse] {
        if capCounters.isEmpty { return [] }
        var uses: [Int: Int] = [:]
        for member in unit { addUses(of: pool[member], session: -1, wantsCaps: true, to: &uses) }
        return uses.isEmpty ? [] : sorted(uses)
    }
}
