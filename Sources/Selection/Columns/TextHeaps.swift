/// Many texts dealt into heaps small enough for the nearest memory: equal texts lie in the same heap, and each heap is
/// searched on its own.
struct TextHeaps {
    private static let heapSize = 512

    private var starts: [Int]
    /// Heap after heap, with the place each text had.
    private var texts: [PackedText]
    private var places: [Int32]
    private let count: Int

    init(_ keys: [PackedText]) {
        count = keys.count
        var bits = 0
        while keys.count >> bits > Self.heapSize { bits += 1 }
        let mask = 1 << bits - 1
        var starts = [Int](repeating: 0, count: mask + 2)
        for key in keys where key != .absent { starts[Int(truncatingIfNeeded: key.mixed >> 40) & mask + 1] += 1 }
        for heap in 0...mask { starts[heap + 1] += starts[heap] }
        var texts = [PackedText](repeating: .absent, count: starts[mask + 1])
        var places = [Int32](repeating: 0, count: starts[mask + 1])
        var next = starts
        texts.withUnsafeMutableBufferPointer { texts in
            places.withUnsafeMutableBufferPointer { places in
                next.withUnsafeMutableBufferPointer { next in
                    for (place, key) in keys.enumerated() where key != .absent {
                        let heap = Int(truncatingIfNeeded: key.mixed >> 40) & mask
                        texts[next[heap]] = key
                        places[next[heap]] = Int32(truncatingIfNeeded: place)
                        next[heap] += 1
                    }
                }
            }
        }
        self.starts = starts
        self.texts = texts
        self.places = places
    }

    /// A place whose text also stands elsewhere; nil when all texts differ.
    func duplicate() -> Int? {
        var found: Int?
        forEachHeap { _, first, index in
            if first != index, found == nil { found = Int(places[index]) }
        }
        return found
    }

    /// A number for every place, equal for equal texts, -1 for no text; and how many numbers there are.
    func codes() -> (codes: [Int32], count: Int) {
        var codes = [Int32](repeating: -1, count: count)
        var codeAt = [Int32](repeating: 0, count: texts.count)
        var next: Int32 = 0
        codes.withUnsafeMutableBufferPointer { codes in
            forEachHeap { _, first, index in
                if first == index {
                    codeAt[index] = next
                    next += 1
                } else {
                    codeAt[index] = codeAt[first]
                }
                codes[Int(places[index])] = codeAt[index]
            }
        }
        return (codes, Int(next))
    }

    /// Calls with the heap, the index of the first text equal to the one at `index`, and `index`, in order.
    @inline(__always)
    private func forEachHeap(_ visit: (_ heap: Int, _ first: Int, _ index: Int) -> Void) {
        let largest = zip(starts, starts.dropFirst()).map { $1 - $0 }.max() ?? 0
        var sizeMax = 16
        while sizeMax < largest * 2 { sizeMax *= 2 }
        withUnsafeTemporaryAllocation(of: Int32.self, capacity: sizeMax) { slots in
            for heap in 0..<(starts.count - 1) {
                let range = starts[heap]..<starts[heap + 1]
                var size = 16
                while size < range.count * 2 { size *= 2 }
                for slot in 0..<size { slots[slot] = -1 }
                for index in range {
                    var slot = Int(truncatingIfNeeded: texts[index].mixed) & (size - 1)
                    while slots[slot] >= 0, texts[Int(slots[slot])] != texts[index] { slot = (slot + 1) & (size - 1) }
                    if slots[slot] < 0 { slots[slot] = Int32(truncatingIfNeeded: index) }
                    visit(heap, Int(slots[slot]), index)
                }
            }
        }
    }
}
