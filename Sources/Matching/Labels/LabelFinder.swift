import FormModel

/// Finds the labels on a laid-out form, line by line.
struct LabelFinder {
    let index: LabelIndex
    let layout: Layout
    /// Whether the form has been compared with its blank: then the print is known from the person's words.
    let isCompared: Bool
    /// Questions by the lines of the blank that are their labels.
    private let asked: [Int: TagParser.Target]
    private(set) var hits: [LabelHit] = []
    private var group: Int?

    init(index: LabelIndex, layout: Layout, isCompared: Bool, asked: [Int: TagParser.Target] = [:]) {
        self.index = index
        self.layout = layout
        self.isCompared = isCompared
        self.asked = asked
    }

    mutating func findAll() -> [LabelHit] {
        var told: Set<Int32> = []
        var labelCells: Set<Int32> = []
        for line in layout.lines.indices where layout.lines[line].wordCount > 0 && !isSignature(line) {
            if let hit = known(line), told.insert(layout.lines[line].blankLine).inserted {
                hits.append(hit)
                if hit.ending == .cellEnd { labelCells.insert(layout.lines[line].cell) }
            } else if !isHint(line, in: labelCells) {
                find(in: line)
            }
        }
        return isCompared ? withoutAnswers : hits
    }

    /// Somebody whose role is «Telefon» answers a question: a cell that was written into, and holds the name of a question,
    /// is no label where that question is printed elsewhere, or where the cell has a printed label beside or above it.
    private var withoutAnswers: [LabelHit] {
        let printed = hits.filter { !$0.isTyped }
        let asked = Set(printed.flatMap { $0.match.targets.map(\.question) })
        let labelled = printed.compactMap { hit -> Cell? in
            let cell = layout.lines[hit.line].cell
            return cell >= 0 ? layout.cells[Int(cell)] : nil
        }
        return hits.filter { hit in
            let cell = Int(layout.lines[hit.line].cell)
            guard hit.isTyped, hit.ending == .cellEnd, cell >= 0 else { return true }
            let here = layout.cells[cell]
            let isLabelled = labelled.contains { label in
                label.grid == here.grid
                    && (label.row == here.row && label.column < here.column
                        || label.row < here.row && label.column == here.column && label.column > 0)
            }
            let isAsked = hit.match.targets.allSatisfy { target in
                asked.contains(target.question) && index.questions[target.question].group == nil
            }
            return !isLabelled && !isAsked
        }
    }

    /// What is printed below a known label in its own cell: «only if “…” is ticked» names another question and asks nothing.
    private func isHint(_ line: Int, in labelCells: Set<Int32>) -> Bool {
        guard labelCells.contains(layout.lines[line].cell) else { return false }
        return layout.lines[line].tokens.allSatisfy { token in
            let kind = layout.tokens[token].kind
            return kind == .punctuation || kind == .word && layout.tokens[token].isPrinted
        }
    }

    /// A line that the blank has beside a tagged control: no label has to be found in its words.
    private func known(_ line: Int) -> LabelHit? {
        let range = layout.lines[line].tokens
        guard let target = asked[Int(layout.lines[line].blankLine)],
            let first = range.first(where: { layout.tokens[$0].kind == .word }), layout.tokens[first].isPrinted
        else { return nil }
        let ink = (first..<range.upperBound).first { layout.tokens[$0].kind == .word && !layout.tokens[$0].isPrinted }
        let last = (first..<(ink ?? range.upperBound)).last { layout.tokens[$0].kind == .word } ?? first
        let end = ink == nil ? range.upperBound : last + 1
        return LabelHit(
            match: LabelMatch(targets: [.init(question: target.question, role: .whole)], score: 1),
            line: line,
            tokens: first..<end,
            ending: ink != nil ? .ink : layout.lines[line].cell >= 0 ? .cellEnd : .lineEnd,
            isTyped: false,
            entryNumber: target.entry.map { $0 + 1 },
            isFirst: true
        )
    }

    /// «miejscowość i data … podpis»: the caption of a signature asks for no answer.
    private func isSignature(_ line: Int) -> Bool {
        guard layout.lines[line].wordCount <= 10 else { return false }
        let range = layout.lines[line].tokens
        return range.contains {
            Self.signatureWords.contains(layout.tokens[$0].hash) && layout.tokens[$0].kind == .word
        }
            && !range.contains { layout.tokens[$0].isColon }
    }

    private static let signatureWords: Set<UInt64> = Set(
        ["podpis", "podpisy", "pieczęć", "signature", "підпис", "подпись", "подпіс"].map {
            WordList.words(of: $0, withoutHints: false).key
        }
    )

    private mutating func find(in line: Int) {
        let range = layout.lines[line].tokens
        let start = Numbering.end(in: layout, range)
        guard start < range.upperBound else { return }
        let ends = LabelEnds(layout: layout, line: line, start: start, isCompared: isCompared)
        var next = start
        if let hit = firstHit(ends, line: line) {
            add(hit)
            next = hit.tokens.upperBound
        }
        findInner(from: next, in: range, line: line)
    }

    /// «☐ e-mail ☐ telefon», «e-mail ☐»: words beside a box are an option, not a label.
    private func isOption(_ hit: LabelHit) -> Bool {
        guard let target = hit.match.targets.first, hit.ending != .colon else { return false }
        let shape = index.questions[target.question].shape
        guard shape != .flag, shape != .group else { return false }
        if hit.ending == .mark, shape != .options { return true }
        let line = layout.lines[hit.line].tokens.lowerBound
        return (line..<hit.tokens.lowerBound).contains { layout.tokens[$0].kind == .mark }
    }

    private mutating func add(_ hit: LabelHit) {
        guard !isOption(hit) else { return }
        hits.append(hit)
        guard let target = hit.match.targets.first else { return }
        let question = index.questions[target.question]
        if question.shape == .group {
            group = target.question
        } else if question.group == nil {
            group = nil
        }
    }

    private func firstHit(_ ends: LabelEnds, line: Int) -> LabelHit? {
        for end in ends.all.reversed() {
            for key in [end.key, end.bareKey] {
                if let match = index.exactMatch(key, group: group) { return hit(match, ends, end, line) }
            }
            let words = ends.start..<end.lastWord + 1
            guard end.labelEnd <= ends.firm?.labelEnd ?? end.labelEnd else { continue }
            if let match = compound(words) ?? bilingual(words) { return hit(match, ends, end, line) }
        }
        if let match = fuzzy(ends, line: line), let end = ends.firm { return hit(match, ends, end, line) }
        return statement(ends, line: line) ?? prefixHit(ends, line: line)
    }

    private static let statementWordMax = 12
    private static let prefixWordMax = 6

    /// «☒ Zgoda na wizerunek, nieobowiązkowe, wersja 2»: a box before the name of a statement, whatever is said behind it.
    private func statement(_ ends: LabelEnds, line: Int) -> LabelHit? {
        let range = layout.lines[line].tokens
        guard layout.tokens[range.lowerBound].kind == .mark else { return nil }
        return longestHit(ends, line, wordCountMax: Self.statementWordMax) { question, _, words in
            question.shape == .flag && (!isCompared || isMostlyPrinted(words))
        }
    }

    /// The longest run of first words that is exactly the label of a question that will do.
    private func longestHit(
        _ ends: LabelEnds,
        _ line: Int,
        wordCountMax: Int,
        accepts: (_ question: Question, _ wordCount: Int, _ words: Range<Int>) -> Bool
    ) -> LabelHit? {
        var key = LabelFold.seed
        var best: LabelHit?
        var count = 0
        for position in ends.start..<layout.lines[line].tokens.upperBound where count < wordCountMax {
            guard layout.tokens[position].kind == .word else { continue }
            key = LabelFold.hash(layout.fold(layout.tokens[position]), from: key)
            count += 1
            let words = ends.start..<position + 1
            guard let match = index.exactMatch(key, group: group), let target = match.targets.first,
                accepts(index.questions[target.question], count, words)
            else { continue }
            best = LabelHit(
                match: match,
                line: line,
                tokens: words,
                ending: .none,
                isTyped: false,
                entryNumber: nil,
                isFirst: true
            )
        }
        return best
    }

    private func hit(_ match: LabelMatch, _ ends: LabelEnds, _ last: LabelEnds.End, _ line: Int) -> LabelHit? {
        // «Co Państwo robią?*» ends with its question mark; the sign behind it changes nothing.
        let end = ends.firm.flatMap { $0.wordCount == last.wordCount ? $0 : nil } ?? last
        let tokens = ends.start..<end.labelEnd
        let isTyped = isCompared && !isMostlyPrinted(tokens)
        if isTyped, match.isFuzzy || !(end.ending == .colon || end.ending == .cellEnd) { return nil }
        return LabelHit(
            match: match,
            line: line,
            tokens: tokens,
            ending: end.ending,
            isTyped: isTyped,
            entryNumber: end.trailingNumber,
            isFirst: true
        )
    }

    private func isMostlyPrinted(_ range: Range<Int>) -> Bool {
        var printed = 0
        var all = 0
        for index in range where layout.tokens[index].kind == .word {
            all += 1
            if layout.tokens[index].isPrinted { printed += 1 }
        }
        return printed * 2 >= all
    }

    private func fuzzy(_ ends: LabelEnds, line: Int) -> LabelMatch? {
        guard let end = ends.firm, end.wordCount <= LabelIndex.wordCountMax else { return nil }
        // Running text and words behind a box are not searched for resemblances, but for a statement to agree with.
        let isBoxed = layout.tokens[layout.lines[line].tokens.lowerBound].kind == .mark
        let isProse = isBoxed || end.wordCount > 14 || (end.ending == .lineEnd && end.wordCount > 8)
        guard !isProse || index.hasStatements else { return nil }
        var words = WordList()
        var depth = 0
        for index in ends.start...end.lastWord {
            let token = layout.tokens[index]
            if token.sign == UInt8(ascii: "(") { depth += 1 }
            if token.kind == .word, depth == 0 || isProse { words.append(token, of: layout) }
            if token.sign == UInt8(ascii: ")") { depth = max(0, depth - 1) }
        }
        let isMarked = end.ending == .colon || end.ending == .leader || end.ending == .question
        let found = index.fuzzyMatch(words, group: group, isProse: isProse, isMarked: isMarked)
        guard let match = found else { return nil }
        if end.ending == .lineEnd, match.score < 0.85 { return nil }
        return match
    }

    /// «Telefon 990 000 001»: nothing parts label and answer. Only exact labels count, and only answers that show by
    /// themselves what they are, unless the label is too long to be a coincidence.
    private func prefixHit(_ ends: LabelEnds, line: Int) -> LabelHit? {
        guard !isCompared, layout.lines[line].wordCount <= 12 else { return nil }
        return longestHit(ends, line, wordCountMax: Self.prefixWordMax) { question, count, _ in
            question.shape == .telling || count >= 3 && question.shape == .words
        }
    }

    /// «kod i miejscowość», «tel./e-mail»: two or three labels side by side that share one place for their answers.
    private func compound(_ range: Range<Int>) -> LabelMatch? {
        guard range.count >= 3, range.count <= 12, range.dropFirst().contains(where: { isJoint(layout.tokens[$0]) })
        else { return nil }
        var targets: [LabelMatch.Target] = []
        var score = 0.92
        var language: InterfaceLanguage?
        var key = LabelFold.seed
        var count = 0
        for position in range.lowerBound...range.upperBound {
            let isEnd = position == range.upperBound
            if isEnd || isJoint(layout.tokens[position]) {
                guard count > 0 else { continue }
                guard let part = index.exactMatch(key, group: group), part.targets.count == 1 else { return nil }
                if !targets.contains(part.targets[0]) { targets.append(part.targets[0]) }
                score = min(score, part.score)
                language = language ?? part.language
                key = LabelFold.seed
                count = 0
            } else if layout.tokens[position].kind == .word {
                key = LabelFold.hash(layout.fold(layout.tokens[position]), from: key)
                count += 1
            }
        }
        guard !targets.isEmpty, targets.count <= 3 else { return nil }
        return LabelMatch(targets: targets, score: score, language: language)
    }

    /// «Зайняття / Zajęcia»: one part is a label, the others are wordings in another alphabet that the event file does
    /// not know.
    private func bilingual(_ range: Range<Int>) -> LabelMatch? {
        let slashes = range.filter { layout.tokens[$0].sign == UInt8(ascii: "/") && layout.tokens[$0].gap != .none }
        guard !slashes.isEmpty, slashes.count <= 3 else { return nil }
        var found: LabelMatch?
        // Alphabets of the known and of the unknown parts; true for Cyrillic.
        var known: Set<Bool> = []
        var unknown: Set<Bool> = []
        var start = range.lowerBound
        for end in slashes + [range.upperBound] {
            var key = LabelFold.seed
            for position in start..<end where layout.tokens[position].kind == .word {
                key = LabelFold.hash(layout.fold(layout.tokens[position]), from: key)
            }
            let isCyrillic = Alphabet.isCyrillic(layout.text(start..<end))
            if let part = index.exactMatch(key, group: group) {
                guard found == nil || found?.targets == part.targets else { return nil }
                known.insert(isCyrillic)
                found = part
            } else {
                unknown.insert(isCyrillic)
            }
            start = end + 1
        }
        guard var match = found, known.isDisjoint(with: unknown) else { return nil }
        if !unknown.isEmpty { match.score *= 0.96 }
        return match
    }

    private func isJoint(_ token: Token) -> Bool {
        switch token.kind {
        case .punctuation:
            switch token.sign {
            case UInt8(ascii: "/"), UInt8(ascii: ","), UInt8(ascii: "+"), UInt8(ascii: "&"), UInt8(ascii: "|"): true
            default: false
            }
        case .word: Self.joints.contains(token.hash)
        default: false
        }
    }

    private static let joints: Set<UInt64> = Set(
        ["i", "oraz", "and", "lub", "albo", "or", "та", "і", "або", "и", "или", "ці"].map {
            WordList.words(of: $0, withoutHints: false).key
        }
    )

    /// Further labels on the same line: «Telefon: …… E-mail: ……».
    private mutating func findInner(from start: Int, in range: Range<Int>, line: Int) {
        var segment = start
        var position = start
        while position < range.upperBound {
            let token = layout.tokens[position]
            if token.kind == .leader || token.isColon {
                if let hit = innerHit(segment..<position, end: position, line: line) {
                    add(hit)
                    segment = hit.tokens.upperBound
                } else if token.kind == .leader {
                    segment = position + 1
                }
            } else if token.kind == .mark || token.gap == .wide {
                segment = token.kind == .mark ? position + 1 : position
            }
            position += 1
        }
    }

    private func innerHit(_ range: Range<Int>, end: Int, line: Int) -> LabelHit? {
        let words = range.filter { layout.tokens[$0].kind == .word }.suffix(8)
        for first in words {
            var key = LabelFold.seed
            for position in first..<end where layout.tokens[position].kind == .word {
                key = LabelFold.hash(layout.fold(layout.tokens[position]), from: key)
            }
            guard let match = index.exactMatch(key, group: group) ?? compound(first..<end) else { continue }
            let isColon = layout.tokens[end].isColon
            let tokens = first..<(isColon ? end + 1 : end)
            if isCompared, !isMostlyPrinted(tokens) { return nil }
            // «Prosimy pytać w biurze, telefon: …»: in running text it is not the applicant who is meant.
            let isProse = !isCompared && words.count == 8 && range.count > 12
            return LabelHit(
                match: match,
                line: line,
                tokens: tokens,
                ending: isColon ? .colon : .leader,
                isTyped: isProse,
                entryNumber: nil,
                isFirst: false
            )
        }
        return nil
    }
}
