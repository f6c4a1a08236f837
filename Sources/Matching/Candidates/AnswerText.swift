import FormModel

/// The words a person wrote in a stretch of lines: without leaders, print at the edges, struck-out words and hints.
struct AnswerText {
    fileprivate(set) var lines: [String] = []
    private(set) var firstToken: Int?
    private(set) var tokenCount = 0
    /// The control that holds all of it; -1 when it stands outside of controls or in several.
    private(set) var control: Int32 = -1
    private var isControlKnown = false

    var text: String { lines.joined(separator: "\n") }
    var isEmpty: Bool { lines.isEmpty }

    /// Printed words stay inside an answer («ul. …… nr ……») but not at its edges.
    mutating func add(_ range: Range<Int>, of walk: Walk) {
        let layout = walk.layout
        let range = walk.withoutHint(range)
        guard let first = range.first(where: { isOwn(layout.tokens[$0]) && layout.tokens[$0].kind == .word }),
            let last = range.last(where: { isOwn(layout.tokens[$0]) && layout.tokens[$0].kind == .word })
        else { return }
        let start = extended(first, layout, range)
        let end = extendedEnd(last, layout, range)
        var pieces: [String] = []
        var pieceStart: Int?
        for index in start...end {
            let token = layout.tokens[index]
            let isBreak = token.kind == .leader || token.addedStyle.contains(.struck)
            if isBreak, let from = pieceStart {
                pieces.append(layout.text(from: from, to: index - 1))
                pieceStart = nil
            } else if !isBreak, pieceStart == nil {
                pieceStart = index
            }
            if token.kind == .word, isOwn(token) { note(token, index) }
        }
        if let from = pieceStart { pieces.append(layout.text(from: from, to: end)) }
        let text = pieces.joined(separator: " ")
        if !text.isEmpty { lines.append(text) }
    }

    private func isOwn(_ token: Token) -> Bool { !token.isPrinted && !token.addedStyle.contains(.struck) }

    private mutating func note(_ token: Token, _ index: Int) {
        if firstToken == nil { firstToken = index }
        tokenCount += 1
        if !isControlKnown {
            control = token.control
            isControlKnown = true
        } else if control != token.control {
            control = -1
        }
    }

    /// Signs that belong to the first word: `+48`, `„Most”`, `(22)`.
    private func extended(_ index: Int, _ layout: Layout, _ range: Range<Int>) -> Int {
        var start = index
        while start > range.lowerBound, layout.tokens[start].gap == .none {
            let before = layout.tokens[start - 1]
            guard before.kind == .punctuation, !before.isColon, before.sign != UInt8(ascii: "/"),
                before.sign != UInt8(ascii: "."), before.sign != UInt8(ascii: ","), before.sign != UInt8(ascii: ")"),
                before.sign != UInt8(ascii: "*")
            else { break }
            start -= 1
        }
        return start
    }

    private func extendedEnd(_ index: Int, _ layout: Layout, _ range: Range<Int>) -> Int {
        var end = index
        while end + 1 < range.upperBound {
            let next = layout.tokens[end + 1]
            guard next.kind == .punctuation, next.gap == .none, next.sign != UInt8(ascii: "/") else { break }
            end += 1
        }
        return end
    }
}

extension AnswerText {
    /// Puts single signs together that stood in a box each.
    mutating func join() { lines = [lines.joined()] }
}
