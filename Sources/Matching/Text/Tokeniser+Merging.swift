/// Puts signs together that mean one thing: dotted lines, and check boxes written with brackets.
extension Tokeniser {
    /// Three dots or more, two underscores or more, also with spaces between them, are a leader.
    static func mergeLeaders(_ tokens: inout [Token], from start: Int) {
        var write = start
        var read = start
        while read < tokens.count {
            let end = leaderEnd(tokens, from: read)
            if end > read {
                var leader = tokens[read]
                leader.kind = .leader
                leader.end = tokens[end - 1].end
                tokens[write] = leader
                read = end
            } else {
                tokens[write] = tokens[read]
                read += 1
            }
            write += 1
        }
        tokens.removeSubrange(write...)
    }

    private static func leaderEnd(_ tokens: [Token], from start: Int) -> Int {
        var weight = 0
        var index = start
        while index < tokens.count, index == start || tokens[index].gap != .wide {
            let token = tokens[index]
            if token.kind == .leader {
                weight += 3
            } else if token.kind == .punctuation {
                switch token.sign {
                case UInt8(ascii: "."): weight += 1
                case UInt8(ascii: "_"): weight += 2
                case Token.ellipsis: weight += 3
                case UInt8(ascii: "-") where index == start || token.gap == .none: weight += 1
                default: return weight >= 3 ? index : start
                }
            } else {
                break
            }
            index += 1
        }
        return weight >= 3 ? index : start
    }

    /// `[ ]`, `[x]`, `( )`, `(X)`, `[✓]`, `[__]`: a box of brackets. `☐x`, `☐ ✓`: a box with a tick beside it.
    static func mergeBracketMarks(_ layout: inout Layout, from start: Int) {
        var write = start
        var read = start
        while read < layout.tokens.count {
            if let (mark, length) = bracketMark(layout, at: read) ?? tickedBox(layout, at: read) {
                layout.tokens[write] = mark
                read += length
            } else {
                layout.tokens[write] = layout.tokens[read]
                read += 1
            }
            write += 1
        }
        layout.tokens.removeSubrange(write...)
    }

    private static func bracketMark(_ layout: Layout, at index: Int) -> (Token, Int)? {
        let tokens = layout.tokens
        let open = tokens[index]
        guard open.kind == .punctuation, open.sign == UInt8(ascii: "[") || open.sign == UInt8(ascii: "(") else {
            return nil
        }
        let close = open.sign == UInt8(ascii: "[") ? UInt8(ascii: "]") : UInt8(ascii: ")")
        var mark = open
        mark.kind = .mark
        if index + 1 < tokens.count, tokens[index + 1].kind == .punctuation, tokens[index + 1].sign == close {
            mark.end = tokens[index + 1].end
            return (mark, 2)
        }
        guard index + 2 < tokens.count, tokens[index + 2].kind == .punctuation, tokens[index + 2].sign == close else {
            return nil
        }
        let inside = tokens[index + 1]
        switch inside.kind {
        case .word where MarkGlyph.isCross(layout.fold(inside)): mark.isChecked = true
        case .mark: mark.isChecked = inside.isChecked
        case .punctuation where inside.sign == UInt8(ascii: "+"): mark.isChecked = true
        case .punctuation where inside.sign == UInt8(ascii: "_"): mark.isChecked = false
        case .leader where close == UInt8(ascii: "]") && inside.end - inside.start <= 4: mark.isChecked = false
        default: return nil
        }
        mark.end = tokens[index + 2].end
        return (mark, 3)
    }

    private static func tickedBox(_ layout: Layout, at index: Int) -> (Token, Int)? {
        let tokens = layout.tokens
        guard tokens[index].kind == .mark, !tokens[index].isChecked, index + 1 < tokens.count else { return nil }
        let next = tokens[index + 1]
        let isCross = next.kind == .word && MarkGlyph.isCross(layout.fold(next)) && next.gap != .wide
        // A tick glyph right behind an empty box; another full box would be the next option's.
        let isTick = next.kind == .mark && next.isChecked && next.gap == .none && next.end - next.start <= 3
        guard isCross || isTick, tokens[index].control < 0 || next.control == tokens[index].control else { return nil }
        guard isCross || MarkGlyph.state(of: layout.scalar(at: Int(next.start))) == .tick else { return nil }
        var mark = tokens[index]
        mark.isChecked = true
        mark.end = next.end
        return (mark, 2)
    }
}
