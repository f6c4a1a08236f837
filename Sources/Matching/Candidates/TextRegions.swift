import FormModel

/// Finds the place of a written answer for a label, and what stands there.
struct TextRegions {
    let walk: Walk

    struct Region {
        var answer: AnswerText
        var kind: Evidence.Kind
        /// 0 to 1: how surely an answer at such a place belongs to the label.
        var score: Double
        var mustBeValid = false
    }

    /// The most lines that one answer is read from.
    private static let lineCountMax = 200
    /// Of words under a label that has an empty cell beside it.
    private static let hintScore = 0.6
    /// Lines without a word (dotted ones) between a label and the answer below it.
    private static let gapLineMax = 3

    func region(for hit: LabelHit, shape: Question.Shape) -> Region? {
        let cell = Int(walk.layout.lines[hit.line].cell)
        return cell >= 0 ? inTable(hit, cell: cell, shape: shape) : inText(hit, shape: shape)
    }

    private func certainty(_ plain: Double, compared: Double) -> Double { walk.isCompared ? compared : plain }

    // MARK: Tables

    private func inTable(_ hit: LabelHit, cell: Int, shape: Question.Shape) -> Region? {
        let right = walk.cellsToTheRight(of: cell)
        if walk.hitOfCell[cell].map({ walk.hits[$0].line }) == hit.line, hit.isFirst,
            let answer = toTheRight(right, of: cell)
        {
            return Region(answer: answer, kind: .tableCell, score: certainty(0.95, compared: 0.98))
        }
        let isRightTaken = right.contains { walk.hasTokens(cell: $0) }
        if let region = inSameCell(hit, cell: cell, hasRight: !right.isEmpty, shape: shape),
            !isRightTaken || walk.isCompared || region.score > Self.hintScore
        {
            return region
        }
        guard right.isEmpty, walk.isLabelOnly(cell), let answer = below(cell) else { return nil }
        return Region(answer: answer, kind: .tableCell, score: certainty(0.9, compared: 0.97))
    }

    private func toTheRight(_ cells: [Int], of label: Int) -> AnswerText? {
        guard let first = cells.first(where: { walk.hasAnswer(cell: $0) }) else { return nil }
        var answer = AnswerText()
        if let comb = comb(cells) { return comb }
        add(cell: first, to: &answer)
        // A label merged over several rows has its answer in each of them.
        var row = walk.layout.cells[label].row + 1
        let grid = walk.layout.cells[label].grid
        while let below = walk.cell(grid: grid, row: row, column: walk.layout.cells[label].column),
            walk.layout.cells[below].continuesAbove,
            let value = walk.cell(grid: grid, row: row, column: walk.layout.cells[first].column), value != below
        {
            if walk.hitOfCell[value] == nil { add(cell: value, to: &answer) }
            row += 1
        }
        return answer.isEmpty ? nil : answer
    }

    /// A box for each sign: the signs are put together.
    private func comb(_ cells: [Int]) -> AnswerText? {
        let texts = cells.map { cell -> String in
            var answer = AnswerText()
            add(cell: cell, to: &answer)
            return answer.text
        }
        guard texts.count >= 5, texts.allSatisfy({ $0.unicodeScalars.count <= 1 }) else { return nil }
        var answer = AnswerText()
        for cell in cells { add(cell: cell, to: &answer) }
        answer.join()
        return answer.isEmpty ? nil : answer
    }

    func add(cell: Int, to answer: inout AnswerText) {
        for line in walk.layout.cells[cell].lines.prefix(Self.lineCountMax) {
            answer.add(walk.layout.lines[line].tokens, of: walk)
        }
    }

    private func inSameCell(_ hit: LabelHit, cell: Int, hasRight: Bool, shape: Question.Shape) -> Region? {
        var answer = AnswerText()
        answer.add(walk.rest(of: hit), of: walk)
        let isBeside = !answer.isEmpty
        for line in walk.layout.cells[cell].lines where line > hit.line {
            if walk.startsWithLabel(line) { break }
            if isBeside, shape == .telling { break }
            answer.add(walk.layout.lines[line].tokens, of: walk)
        }
        guard !answer.isEmpty else { return nil }
        if walk.isCompared { return Region(answer: answer, kind: .tableCell, score: 0.97) }
        if isBeside { return besideLabel(hit, answer, kind: .tableCell) }
        // Under the label and with an empty cell beside it: a hint as likely as an answer.
        if hasRight {
            let mustBeValid = shape == .telling
            return Region(answer: answer, kind: .tableCell, score: Self.hintScore, mustBeValid: mustBeValid)
        }
        return Region(answer: answer, kind: .tableCell, score: 0.9)
    }

    private func besideLabel(_ hit: LabelHit, _ answer: AnswerText, kind: Evidence.Kind) -> Region {
        switch hit.ending {
        case .colon, .ink: Region(answer: answer, kind: kind, score: certainty(0.94, compared: 0.97))
        case .leader: Region(answer: answer, kind: kind, score: certainty(0.93, compared: 0.97))
        case .gap, .question: Region(answer: answer, kind: kind, score: certainty(0.9, compared: 0.97))
        case .dash: Region(answer: answer, kind: kind, score: certainty(0.86, compared: 0.95))
        default: Region(answer: answer, kind: kind, score: 0.82, mustBeValid: true)
        }
    }

    private func below(_ cell: Int) -> AnswerText? {
        let here = walk.layout.cells[cell]
        guard let under = walk.cell(grid: here.grid, row: here.row + 1, column: here.column),
            walk.layout.cells[under].column == here.column, walk.hitOfCell[under] == nil
        else { return nil }
        var answer = AnswerText()
        add(cell: under, to: &answer)
        return answer.isEmpty ? nil : answer
    }

    // MARK: Running text

    private func inText(_ hit: LabelHit, shape: Question.Shape) -> Region? {
        var answer = AnswerText()
        answer.add(walk.rest(of: hit), of: walk)
        let isLast = walk.rest(of: hit).upperBound == walk.layout.lines[hit.line].tokens.upperBound
        if !answer.isEmpty {
            if isLast, shape == .longText || (walk.isCompared && shape == .words) {
                addFollowing(hit.line + 1, to: &answer, isLong: shape == .longText)
            }
            return besideLabel(hit, answer, kind: .labelLine)
        }
        guard isLast, hit.ending != .none else { return nil }
        // A dotted line that was left alone is an empty answer; what follows is something else.
        let rest = walk.rest(of: hit)
        if !walk.isCompared, rest.contains(where: { walk.layout.tokens[$0].kind == .leader }) { return nil }
        addFollowing(hit.line + 1, to: &answer, isLong: shape == .longText)
        guard !answer.isEmpty else { return nil }
        let plain = hit.ending == .lineEnd ? 0.82 : 0.87
        return Region(answer: answer, kind: .labelLine, score: certainty(plain, compared: 0.96))
    }

    private func addFollowing(_ first: Int, to answer: inout AnswerText, isLong: Bool) {
        let layout = walk.layout
        var empty = 0
        var taken = 0
        for line in first..<min(layout.lines.count, first + Self.lineCountMax) {
            guard layout.lines[line].cell < 0, !layout.lines[line].isMarginal else { return }
            if layout.lines[line].wordCount == 0 {
                empty += 1
                if empty > Self.gapLineMax { return }
                continue
            }
            if walk.startsWithLabel(line) || isEndOfText(line) { return }
            if walk.isCompared {
                guard layout.hasInk(layout.lines[line].tokens) else { return }
                if layout.lines[line].blankLine >= 0, isMostlyPrint(line) { return }
            } else if !isLong, taken > 0 || looksLikeLabel(line) {
                return
            }
            answer.add(layout.lines[line].tokens, of: walk)
            taken += 1
            empty = 0
        }
    }

    private func isMostlyPrint(_ line: Int) -> Bool {
        let words = walk.layout.lines[line].tokens.filter { walk.layout.tokens[$0].kind == .word }
        return words.filter { walk.layout.tokens[$0].isPrinted }.count * 2 > words.count
    }

    /// Some other question, one that this form definition does not know.
    private func looksLikeLabel(_ line: Int) -> Bool {
        let tokens = walk.layout.lines[line].tokens
        guard let last = tokens.last(where: { walk.layout.tokens[$0].kind != .leader }) else { return false }
        if walk.layout.tokens[last].isColon || walk.layout.tokens[tokens.lowerBound].sign == UInt8(ascii: "*") {
            return true
        }
        let colon = tokens.first { walk.layout.tokens[$0].isColon }
        return colon.map { $0 - tokens.lowerBound <= 5 } ?? (walk.layout.tokens[tokens.lowerBound].kind == .mark)
    }

    /// A closing formula or a signature ends what a person wrote in a mail.
    private func isEndOfText(_ line: Int) -> Bool {
        guard !walk.isCompared,
            let first = walk.layout.lines[line].tokens.first(where: { walk.layout.tokens[$0].kind == .word })
        else { return false }
        return Self.closings.contains(walk.layout.tokens[first].hash) && walk.layout.lines[line].wordCount <= 6
    }

    private static let closings: Set<UInt64> = Set(
        ["pozdrawiam", "pozdrowienia", "regards", "sincerely", "kind", "best", "powazaniem", "повагою", "уважением"].map
        {
            WordList.words(of: $0, withoutHints: false).key
        }
    )
}
