import FormModel

/// Puts the blocks, controls and stories of one document together while its parts are read from top to bottom.
///
/// Serves the Word and the OpenDocument reader alike: they say what begins and ends, this keeps places, spans, and the
/// text of the controls around them.
final class BlockBuilder {
    var controls: [FormControl] = []
    var stories: [Story] = []
    var warnings: [ReadingWarning] = []
    var frame = Frame()
    /// Frames of the stories around the present one: a text box stands inside a paragraph of another story.
    private var outerFrames: [Frame] = []
    private var storyCounts: [String: Int] = [:]

    var openControls: [OpenControl] = []
    /// Text inside the open controls, outermost first; each knows where its own part begins.
    var controlText: [UInt8] = []
    /// Controls that began between blocks and take the place of whatever begins next.
    var controlsWithoutPlace: [Int] = []
    /// How many of the open controls show a placeholder; text inside is no text of the form then.
    var placeholderDepth = 0

    /// Blocks, cells and controls so far. A document with more than `itemCountMax` is no form: limit `items`.
    var itemCount = 0
    static let itemCountMax = 200_000
    var isOverfull: Bool { itemCount > Self.itemCountMax }

    struct OpenControl {
        let index: Int
        let textStart: Int
        let isInsideParagraph: Bool
        let isPlaceholder: Bool
    }

    /// The open containers of one story.
    struct Frame {
        var path: [UInt8] = []
        var containers: [Container] = []
        var tables: [OpenTable] = []
        var paragraph: OpenParagraph?
        /// Spans of a paragraph whose mark was deleted: they begin the next one.
        var carried: OpenParagraph?
    }

    struct Container {
        var blocks: [Block] = []
        var paragraphCount = 0
        var tableCount = 0
    }

    struct OpenTable {
        let place: String
        let pathCount: Int
        var rows: [Table.Row] = []
        var cells: [Table.Cell] = []
        var rowPathCount = 0
        var cellPathCount = 0
        var cellCount = 0
        var cellPlace = ""
        var rowCount = 0
    }

    var place: String { String(decoding: frame.path, as: UTF8.self) }

    // MARK: Stories

    /// Begins the body or a story; `name` is the first step of its places (`body`, `header`, numbered but for the body).
    func beginStory(_ name: String, isNumbered: Bool = true) {
        outerFrames.append(frame)
        frame = Frame()
        frame.path = Array(name.utf8)
        if isNumbered {
            let number = storyCounts[name, default: 0] + 1
            storyCounts[name] = number
            appendNumber(number)
        }
        frame.containers = [Container()]
    }

    /// Ends the present story and returns its blocks; whatever was left open in it is closed.
    func endStory() -> [Block] {
        while !frame.tables.isEmpty { closeTableFully() }
        endParagraph()
        flushCarried()
        let blocks = frame.containers.first?.blocks ?? []
        frame = outerFrames.popLast() ?? Frame()
        return blocks
    }

    private func closeTableFully() {
        if frame.containers.count > frame.tables.count { endCell() }
        endRow()
        endTable()
    }

    // MARK: Tables

    func beginTable() {
        flushCarried()
        guard !frame.containers.isEmpty else { return }
        frame.containers[frame.containers.count - 1].tableCount += 1
        let pathCount = frame.path.count
        appendStep("/table", frame.containers[frame.containers.count - 1].tableCount)
        givePlace()
        frame.tables.append(OpenTable(place: place, pathCount: pathCount))
    }

    func endTable() {
        guard let table = frame.tables.popLast() else { return }
        frame.path.removeSubrange(table.pathCount...)
        append(.table(Table(place: table.place, rows: table.rows)))
    }

    func beginRow() {
        guard !frame.tables.isEmpty else { return }
        let last = frame.tables.count - 1
        frame.tables[last].rowCount += 1
        frame.tables[last].rowPathCount = frame.path.count
        frame.tables[last].cellCount = 0
        frame.tables[last].cells = []
        appendStep("/row", frame.tables[last].rowCount)
        givePlace()
    }

    /// Ends the row; a row whose deletion is accepted is dropped but keeps its number.
    func endRow(isDropped: Bool = false) {
        guard let last = frame.tables.indices.last, frame.tables[last].rowPathCount > 0 else { return }
        frame.path.removeSubrange(frame.tables[last].rowPathCount...)
        frame.tables[last].rowPathCount = 0
        if !isDropped { frame.tables[last].rows.append(Table.Row(cells: frame.tables[last].cells)) }
        frame.tables[last].cells = []
    }

    /// Columns of the grid without a cell at the row's beginning or end; they keep later cells in their columns.
    func addGap(columns: Int) {
        guard let last = frame.tables.indices.last, columns > 0 else { return }
        let gap = Table.Cell(place: place + "/gap", blocks: [], columnSpan: columns)
        frame.tables[last].cells.append(gap)
    }

    func beginCell() {
        guard let last = frame.tables.indices.last else { return }
        frame.tables[last].cellCount += 1
        frame.tables[last].cellPathCount = frame.path.count
        appendStep("/cell", frame.tables[last].cellCount)
        givePlace()
        frame.tables[last].cellPlace = place
        frame.containers.append(Container())
    }

    func endCell(columnSpan: Int = 1, continuesAbove: Bool = false, isDropped: Bool = false) {
        guard let last = frame.tables.indices.last, frame.containers.count > 1 else { return }
        endParagraph()
        flushCarried()
        let container = frame.containers.removeLast()
        frame.path.removeSubrange(frame.tables[last].cellPathCount...)
        itemCount += 1
        if isDropped { return }
        let isEmpty = continuesAbove && !container.blocks.contains(where: \.hasText)
        frame.tables[last].cells.append(
            Table.Cell(
                place: frame.tables[last].cellPlace,
                blocks: isEmpty ? [] : container.blocks,
                columnSpan: max(columnSpan, 1),
                continuesAbove: continuesAbove
            )
        )
    }

    /// Makes the last cell wider: a cell merged into the one to its left.
    func widenLastCell(by columns: Int) {
        guard let last = frame.tables.indices.last, let cell = frame.tables[last].cells.indices.last else { return }
        frame.tables[last].cells[cell].columnSpan += columns
    }

    // MARK: Places

    func append(_ block: Block) {
        itemCount += 1
        guard let last = frame.containers.indices.last else { return }
        frame.containers[last].blocks.append(block)
    }

    func appendStep(_ step: StaticString, _ number: Int) {
        step.withUTF8Buffer { frame.path.append(contentsOf: $0) }
        appendNumber(number)
    }

    private func appendNumber(_ number: Int) {
        frame.path.append(UInt8(ascii: "["))
        if number < 10 {
            frame.path.append(0x30 + UInt8(number))
        } else {
            frame.path.append(contentsOf: String(number).utf8)
        }
        frame.path.append(UInt8(ascii: "]"))
    }

    func givePlace() {
        guard !controlsWithoutPlace.isEmpty else { return }
        let place = place
        for index in controlsWithoutPlace { controls[index].place = place }
        controlsWithoutPlace.removeAll(keepingCapacity: true)
    }
}

extension Block {
    fileprivate var hasText: Bool {
        switch self {
        case .paragraph(let paragraph): paragraph.spans.contains { !$0.text.isEmpty || $0.control != nil }
        case .table: true
        }
    }
}
