import FormModel

/// Checks what a reading says about itself: every reference must lead somewhere, and no control may enclose itself.
enum ReadingCheck {
    static func check(_ reading: Reading) throws(WireFault) {
        try checkParents(of: reading.controls)
        try checkSpans(of: reading.blocks, controlCount: reading.controls.count)
        for story in reading.stories { try checkSpans(of: story.blocks, controlCount: reading.controls.count) }
    }

    private static func checkParents(of controls: [FormControl]) throws(WireFault) {
        // A control is settled once its way up is known to end; each is walked once, so this is linear.
        var isSettled = [Bool](repeating: false, count: controls.count)
        for start in controls.indices where !isSettled[start] {
            var way: Set<Int> = []
            var current: Int? = start
            while let index = current, controls.indices.contains(index), !isSettled[index] {
                guard way.insert(index).inserted else { throw WireFault(.inconsistent, "parent") }
                current = controls[index].parent
            }
            if let index = current, !controls.indices.contains(index) { throw WireFault(.inconsistent, "parent") }
            for index in way { isSettled[index] = true }
        }
    }

    /// Recursion is bounded: the blocks came through `ReaderLimits.blockDepthMax`.
    private static func checkSpans(of blocks: [Block], controlCount: Int) throws(WireFault) {
        for block in blocks {
            switch block {
            case .paragraph(let paragraph):
                for span in paragraph.spans {
                    guard (span.control ?? 0) < max(controlCount, 1), span.control == nil || controlCount > 0
                    else { throw WireFault(.inconsistent, "control") }
                }
            case .table(let table):
                for row in table.rows {
                    for cell in row.cells { try checkSpans(of: cell.blocks, controlCount: controlCount) }
                }
            }
        }
    }
}
