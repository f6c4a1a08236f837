import FormModel

/// The order of a pool in columns: by keys, and by seeded numbers among those whose keys are equal.
enum ColumnOrder {
    static func order(
        _ columns: PoolColumns,
        pool: [Candidate],
        rules: SelectionRules,
        seed: Seed?
    ) throws(SelectionError) -> [Int32] {
        let isLottery = rules.method == .lottery
        if isLottery {
            guard let seed else {
                if pool.count > 1 { throw SelectionError(.seedMissing, subject: "order") }
                return [0]
            }
            return numbered(Array(0..<Int32(pool.count)), pool, NumberMaker(.order, seed: seed))
        }
        let rows = KeySort.sorted(columns.key)
        var order = rows.map(\.index)
        var start = 0
        var maker: NumberMaker?
        for end in 1...rows.count where end == rows.count || rows[end].key != rows[start].key {
            if end - start > 1 {
                guard let seed else { throw SelectionError(.seedMissing, subject: "tie") }
                let own = maker ?? NumberMaker(.tie, seed: seed)
                maker = own
                order.replaceSubrange(start..<end, with: numbered(Array(order[start..<end]), pool, own))
            }
            start = end
        }
        return order
    }

    /// By the seeded numbers of their ids, compared as bytes.
    static func numbered(_ members: [Int32], _ pool: [Candidate], _ maker: NumberMaker) -> [Int32] {
        let rows = KeySort.sorted(members.map { maker.prefix(of: pool[Int($0)].id) })
        var order = rows.map { members[Int($0.index)] }
        // Numbers that agree in 64 bits are compared as a whole.
        for place in rows.indices.dropFirst() where rows[place].key == rows[place - 1].key {
            var first = place - 1
            while first > 0, rows[first - 1].key == rows[place].key { first -= 1 }
            let sorted = order[first...place].sorted {
                maker.number(of: pool[Int($0)].id).lexicographicallyPrecedes(maker.number(of: pool[Int($1)].id))
            }
            order.replaceSubrange(first...place, with: sorted)
        }
        return order
    }
}
