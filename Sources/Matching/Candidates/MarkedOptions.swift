import FormModel

/// Pairs check marks with the texts beside them.
struct MarkedOptions {
    struct Item {
        /// Tokens of the option's text.
        var text: Range<Int>
        var isChecked: Bool
        var mark: Int
    }

    /// One element of a row of boxes and texts.
    enum Element {
        case mark(token: Int, isChecked: Bool)
        case text(Range<Int>)
    }

    private let walk: Walk
    private let readsAsOption: (Range<Int>) -> Bool
    private(set) var items: [Item] = []
    /// A box at the end of a line whose text stands on the next one.
    private var pending: (token: Int, isChecked: Bool)?

    init(walk: Walk, readsAsOption: @escaping (Range<Int>) -> Bool) {
        self.walk = walk
        self.readsAsOption = readsAsOption
    }

    /// The tokens of a range as boxes and texts; a lone cross or tick is a box that is checked.
    static func elements(of range: Range<Int>, in walk: Walk) -> [Element] {
        var found: [Element] = []
        var start: Int?
        func close(_ end: Int) {
            if let from = start, walk.layout.hasWords(from..<end) { found.append(.text(from..<end)) }
            start = nil
        }
        for index in range {
            let token = walk.layout.tokens[index]
            let isCross = token.kind == .word && MarkGlyph.isCross(walk.layout.fold(token)) && !token.isPrinted
            if (token.kind == .mark && !token.isOrnament) || isCross {
                close(index)
                found.append(.mark(token: index, isChecked: isCross || token.isChecked))
            } else if token.kind == .leader {
                close(index)
            } else if start == nil {
                start = index
            }
        }
        close(range.upperBound)
        return found
    }

    /// Adds a line, or a row of cells read as one line.
    mutating func add(_ elements: [Element]) {
        guard !elements.isEmpty else { return }
        let isBefore = marksStandBefore(elements)
        var elements = elements[...]
        if let open = pending, case .text(let text)? = elements.first {
            items.append(Item(text: text, isChecked: open.isChecked, mark: open.token))
            pending = nil
            elements = elements.dropFirst()
            if elements.isEmpty { return }
        }
        var lastText: Range<Int>?
        var openMark: (token: Int, isChecked: Bool)?
        for element in elements {
            switch element {
            case .text(let text):
                if isBefore, let mark = openMark {
                    items.append(Item(text: text, isChecked: mark.isChecked, mark: mark.token))
                    openMark = nil
                }
                lastText = text
            case .mark(let token, let isChecked):
                if isBefore {
                    if openMark != nil, let last = items.indices.last, isChecked, lastText == items[last].text {
                        items[last].isChecked = true
                    }
                    openMark = (token, isChecked)
                } else if let text = lastText {
                    items.append(Item(text: text, isChecked: isChecked, mark: token))
                    lastText = nil
                }
            }
        }
        if isBefore, let mark = openMark { pending = mark }
    }

    /// `☐ TAK ☐ NIE` or `TAK ☐ NIE ☐`; a text before `☐ TAK ☐ NIE` that is no option is a lead-in.
    private func marksStandBefore(_ elements: [Element]) -> Bool {
        guard case .text(let first)? = elements.first else { return true }
        guard case .text? = elements.last else { return false }
        return !readsAsOption(first)
    }
}
