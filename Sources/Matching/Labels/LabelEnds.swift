/// The places where the label at the beginning of a line may end.
struct LabelEnds {
    struct End {
        var ending: LabelHit.Ending
        /// Index of the last word before it.
        var lastWord: Int
        /// Index of the first token behind the label: behind the colon, behind the hint in brackets.
        var labelEnd: Int
        /// Hash of the words with those in brackets.
        var key: UInt64
        /// Hash of the words without those in brackets and without a number at the end.
        var bareKey: UInt64
        var wordCount: Int
        /// The number at the end of «E-mail delegata 2».
        var trailingNumber: Int?
    }

    let start: Int
    private(set) var all: [End] = []
    /// The first end that something marks; the end of the line when nothing does.
    private(set) var firm: End?

    private static let endCountMax = 8

    init(layout: Layout, line: Int, start: Int, isCompared: Bool) {
        self.start = start
        let range = layout.lines[line].tokens
        var key = LabelFold.seed
        var bare = LabelFold.seed
        var shorter = bare
        var number: Int?
        var words = 0
        var lastWord = start
        var depth = 0
        var position = start

        // Behind a firm end stands the answer: a number or a bracket there is no hint.
        func end(_ ending: LabelHit.Ending, at labelEnd: Int) -> End {
            End(
                ending: ending,
                lastWord: lastWord,
                labelEnd: labelEnd,
                key: key,
                bareKey: firm != nil ? key : number == nil ? bare : shorter,
                wordCount: words,
                trailingNumber: firm == nil ? number : nil
            )
        }

        while position < range.upperBound, all.count < Self.endCountMax, words <= LabelIndex.wordCountMax {
            let token = layout.tokens[position]
            if words > 0, depth == 0, let ending = Self.ending(layout, position, lastWord: lastWord, isCompared),
                ending != .none || firm == nil
            {
                let isSign = ending == .colon || ending == .question
                var labelEnd = isSign ? position + 1 : position
                if ending == .question, labelEnd < range.upperBound, layout.tokens[labelEnd].isColon { labelEnd += 1 }
                if ending == .none { labelEnd = Self.hintEnd(layout, position, range.upperBound) }
                all.append(end(ending, at: labelEnd))
                if ending.isFirm, firm == nil { firm = all.last }
            }
            switch token.kind {
            case .word:
                key = LabelFold.hash(layout.fold(token), from: key)
                words += 1
                lastWord = position
                if depth == 0 {
                    number = words > 1 ? Self.number(layout.fold(token)) : nil
                    shorter = bare
                    bare = LabelFold.hash(layout.fold(token), from: bare)
                } else if let inside = Self.number(layout.fold(token)), words > 1 {
                    shorter = bare
                    number = inside
                }
            case .punctuation where token.sign == UInt8(ascii: "("): depth += 1
            case .punctuation where token.sign == UInt8(ascii: ")"): depth = max(0, depth - 1)
            default: break
            }
            position += 1
        }
        if position == range.upperBound, words > 0 {
            let isCell = layout.lines[line].cell >= 0
            all.append(end(isCell ? .cellEnd : .lineEnd, at: position))
            if firm == nil { firm = all.last }
        }
    }

    private static func ending(
        _ layout: Layout,
        _ position: Int,
        lastWord: Int,
        _ isCompared: Bool
    ) -> LabelHit.Ending? {
        let token = layout.tokens[position]
        switch token.kind {
        case .leader: return .leader
        case .mark: return .mark
        case .punctuation:
            switch token.sign {
            case UInt8(ascii: ":"): return .colon
            case UInt8(ascii: "?"):
                // «Як звертатися? / Jak się zwracać?»: the label goes on in another language.
                let next = position + 1
                return next < layout.tokens.count && layout.tokens[next].sign == UInt8(ascii: "/") ? nil : .question
            case UInt8(ascii: "-") where token.gap != .none: return .dash
            case UInt8(ascii: "="): return .dash
            case UInt8(ascii: "("): return LabelHit.Ending.none
            default: return token.gap == .wide ? .gap : nil
            }
        case .word:
            if isCompared, !token.isPrinted, layout.tokens[lastWord].isPrinted { return .ink }
            return token.gap == .wide ? .gap : nil
        }
    }

    /// Behind a hint in brackets and the colon after it; a bracket that begins with a digit is an answer.
    private static func hintEnd(_ layout: Layout, _ open: Int, _ limit: Int) -> Int {
        guard open + 1 < limit, let first = layout.fold(layout.tokens[open + 1]).first, !(0x30...0x39).contains(first)
        else { return open }
        for position in open..<limit where layout.tokens[position].sign == UInt8(ascii: ")") {
            let next = position + 1
            return next < limit && layout.tokens[next].isColon ? next + 1 : next
        }
        return open
    }

    private static func number(_ fold: ArraySlice<UInt8>) -> Int? {
        guard let first = fold.first, (0x30...0x39).contains(first), fold.count <= 2 else { return nil }
        return Numbering.value(fold)
    }
}
