import FormModel

/// A pool as columns of small numbers: what an order and its quotas read of people who apply one by one.
///
/// Applications that no rule tells apart share a type. Texts are compared once, when they are numbered; everything after
/// that walks arrays of numbers. Only rules of the usual kinds are put into columns (`ColumnPlan`); others take the
/// general way, which knows all of them.
struct PoolColumns {
    /// Type of each application, numbered as they come.
    var type: [Int32]
    /// Index into the pool of one application of each type.
    var representative: [Int]
    var seats: [Int32]
    /// For every upper bound on each value, the value's number; -1 for those without one.
    var caps: [[Int32]]
    var capValueCount: [Int]
    /// Orders like the keys of the method.
    var key: [UInt64]

    /// Nil where something in the pool asks for the general way.
    init?(_ pool: [Candidate], plan: ColumnPlan) throws(SelectionError) {
        var builder = Builder(plan: plan, count: pool.count)
        let isPlain = pool.withUnsafeBufferPointer { pool in
            for index in pool.indices { if !builder.add(pool[index], index) { return false } }
            return true
        }
        if let faulty = builder.faulty {
            throw pool[faulty].id.isEmpty
                ? SelectionError(.idEmpty) : SelectionError(.candidateInvalid, subject: pool[faulty].id)
        }
        guard isPlain, let key = builder.order.keys() else { return nil }
        if let duplicate = TextHeaps(builder.ids).duplicate() {
            throw SelectionError(.idDuplicate, subject: pool[duplicate].id)
        }
        type = builder.type
        representative = builder.representative
        seats = builder.seats
        let coded = builder.caps.map { TextHeaps($0).codes() }
        caps = coded.map(\.codes)
        capValueCount = coded.map(\.count)
        self.key = key
    }

    /// Fills the columns in one pass.
    private struct Builder {
        let plan: ColumnPlan
        var packer = TextPacker()
        var ids: [PackedText] = []
        var type: [Int32] = []
        var seats: [Int32] = []
        var caps: [[PackedText]]
        var representative: [Int] = []
        var order: KeyColumns
        /// An application with an impossible id, number of seats or points.
        var faulty: Int?
        private let names: [PackedText]
        private let unknown: PackedText
        private var valueCodes: [TextCodes]
        private var cells: [Int32]
        private var typeCodes = TextCodes(expecting: 4_096)

        init(plan: ColumnPlan, count: Int) {
            self.plan = plan
            order = KeyColumns(plan.keys, count: count)
            caps = plan.caps.map { _ in [] }
            names = plan.attributes.map { [packer] in
                var packer = packer
                return packer.pack($0)
            }
            unknown = packer.pack(CrossingKey.unknown)
            valueCodes = plan.attributes.map { _ in TextCodes() }
            cells = Array(repeating: 0, count: plan.attributes.count)
            ids.reserveCapacity(count)
            type.reserveCapacity(count)
            seats.reserveCapacity(count)
            for index in caps.indices { caps[index].reserveCapacity(count) }
        }

        /// False where the application asks for the general way or is faulty.
        mutating func add(_ candidate: borrowing Candidate, _ index: Int) -> Bool {
            let id = packer.pack(candidate.id)
            guard id.high != 0 || id.low != 0, (1...PoolCheck.seatsOfOneMax).contains(candidate.seats),
                (candidate.score ?? 0).magnitude <= Scoring.pointsMax.magnitude
            else {
                faulty = index
                return false
            }
            guard candidate.party == nil, candidate.guest == nil, candidate.reviews.isEmpty, order.add(candidate) else {
                return false
            }
            ids.append(id)
            seats.append(Int32(candidate.seats))
            readAttributes(candidate)
            addCaps(candidate)
            // The type is a text of its own: values, seats and whether the place is guaranteed.
            var code: UInt64 = candidate.guaranteed == nil ? 0 : 1
            for (place, cell) in cells.enumerated() {
                let range = UInt64(plan.cellMax[place])
                guard UInt64(cell) < range else { return false }
                code = code * range + UInt64(cell)
            }
            let own = typeCodes.code(of: PackedText(low: code, high: UInt64(candidate.seats)))
            if Int(own) == representative.count { representative.append(index) }
            type.append(own)
            return true
        }

        private mutating func readAttributes(_ candidate: borrowing Candidate) {
            if cells.isEmpty { return }
            for place in cells.indices { cells[place] = -1 }
            for (name, value) in candidate.attributes where !value.isEmpty {
                let key = packer.pack(name)
                for place in names.indices where names[place] == key {
                    cells[place] = valueCodes[place].code(of: packer.pack(value))
                }
            }
            for place in cells.indices {
                switch plan.attributes[place] {
                case "organisation", "address": break
                default: if cells[place] < 0 { cells[place] = valueCodes[place].code(of: unknown) }
                }
            }
        }

        private mutating func addCaps(_ candidate: borrowing Candidate) {
            for (place, cap) in plan.caps.enumerated() {
                let value = cap.isOrganisation ? candidate.organisation : candidate.address
                caps[place].append(value.flatMap { $0.isEmpty ? nil : packer.pack($0) } ?? .absent)
            }
        }
    }
}
