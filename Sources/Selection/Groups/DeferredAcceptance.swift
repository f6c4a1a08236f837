/// Applicant-proposing deferred acceptance (Gale and Shapley 1962): everybody asks for their most wanted session, each
/// session keeps whom it orders first and refuses the others, who ask for their next wish, until nobody is refused.
///
/// The outcome is stable: nobody could have a session they want more that would rather have them. Of all stable outcomes
/// it is the best one for every applicant at once, and no false wish helps anybody. A session may keep places for kinds of
/// people (`least`) and take at most so many of a kind (`most`); places kept for a kind that did not come are given to
/// others, so that such bounds leave no place empty.
package struct DeferredAcceptance {
    package struct Cell {
        var least: Int
        var most: Int
    }

    package struct Session {
        var capacity: Int
        /// Kinds of people with bounds of their own; empty for most sessions.
        var cells: [Cell]

        package init(capacity: Int, cells: [Cell] = []) {
            self.capacity = capacity
            self.cells = cells
        }
    }

    /// One wish of one applicant.
    package struct Wish {
        var session: Int32
        /// Place of the applicant in the session's order: smaller comes first, no two are equal.
        var place: Int32
        /// Index into the session's cells; -1 for none.
        var cell: Int32

        package init(session: Int32, place: Int32, cell: Int32 = -1) {
            self.session = session
            self.place = place
            self.cell = cell
        }
    }

    let sessions: [Session]
    /// Wishes of all applicants, most wanted first; those of applicant `i` stand at `offsets[i]..<offsets[i + 1]`.
    let wishes: [Wish]
    let offsets: [Int]

    package init(sessions: [Session], wishes: [Wish], offsets: [Int]) {
        self.sessions = sessions
        self.wishes = wishes
        self.offsets = offsets
    }

    /// For each applicant which of their wishes came true, from 0; -1 for none.
    package func run() -> [Int] {
        let count = offsets.count - 1
        var next = Array(offsets.dropLast())
        // What each session keeps: packed as place, then applicant, so that plain comparison orders by place.
        var kept = [[Int64]](repeating: [], count: sessions.count)
        var waiting = [[Int64]](repeating: [], count: sessions.count)
        var open: [Int32] = (0..<Int32(count)).reversed()
        while true {
            while let applicant = open.popLast() {
                let at = next[Int(applicant)]
                guard at < offsets[Int(applicant) + 1] else { continue }
                next[Int(applicant)] += 1
                let wish = wishes[at]
                let session = Int(wish.session)
                let packed = Int64(wish.place) << 32 | Int64(applicant)
                if sessions[session].cells.isEmpty {
                    if let refused = Self.keep(packed, in: &kept[session], capacity: sessions[session].capacity) {
                        open.append(Int32(truncatingIfNeeded: refused))
                    }
                } else {
                    waiting[session].append(packed)
                }
            }
            // Sessions with kinds of people look at all who ask at once; who is refused asks elsewhere.
            for session in sessions.indices where !waiting[session].isEmpty {
                let all = (kept[session] + waiting[session]).sorted()
                waiting[session] = []
                let (chosen, refused) = choose(all, sessions[session]) { wishes[next[$0] - 1].cell }
                kept[session] = chosen
                open += refused
            }
            if open.isEmpty { break }
        }
        var outcome = [Int](repeating: -1, count: count)
        for session in kept {
            for packed in session {
                let applicant = Int(Int32(truncatingIfNeeded: packed))
                outcome[applicant] = next[applicant] - 1 - offsets[applicant]
            }
        }
        return outcome
    }

    /// Puts one more into a heap whose first is the one to be refused next; returns whom that is now too many.
    private static func keep(_ packed: Int64, in heap: inout [Int64], capacity: Int) -> Int64? {
        if heap.count < capacity {
            heap.append(packed)
            var child = heap.count - 1
            while child > 0, heap[(child - 1) / 2] < heap[child] {
                heap.swapAt(child, (child - 1) / 2)
                child = (child - 1) / 2
            }
            return nil
        }
        guard let last = heap.first, packed < last else { return packed }
        heap[0] = packed
        var parent = 0
        while true {
            var child = 2 * parent + 1
            guard child < heap.count else { return last }
            if child + 1 < heap.count, heap[child] < heap[child + 1] { child += 1 }
            guard heap[parent] < heap[child] else { return last }
            heap.swapAt(parent, child)
            parent = child
        }
    }

    /// First the places kept for each kind, then whoever comes first while their kind is not full.
    private func choose(
        _ sorted: [Int64],
        _ session: Session,
        cell: (Int) -> Int32
    ) -> (chosen: [Int64], refused: [Int32]) {
        var have = [Int](repeating: 0, count: session.cells.count)
        var taken = [Bool](repeating: false, count: sorted.count)
        var left = session.capacity
        func applicant(_ packed: Int64) -> Int { Int(Int32(truncatingIfNeeded: packed)) }
        for isKeptPlace in [true, false] {
            for (index, packed) in sorted.enumerated() where !taken[index] && left > 0 {
                let own = Int(cell(applicant(packed)))
                if own >= 0 {
                    let limit = isKeptPlace ? session.cells[own].least : session.cells[own].most
                    if have[own] >= limit { continue }
                    have[own] += 1
                } else if isKeptPlace {
                    continue
                }
                taken[index] = true
                left -= 1
            }
        }
        var chosen: [Int64] = []
        var refused: [Int32] = []
        for (index, packed) in sorted.enumerated() {
            if taken[index] { chosen.append(packed) } else { refused.append(Int32(applicant(packed))) }
        }
        return (chosen, refused)
    }
}
