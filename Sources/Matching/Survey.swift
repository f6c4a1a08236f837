import FormModel

/// A form seen through one matcher: compared with its blank, with the labels found on it.
struct Survey {
    private let matcher: FormMatcher
    private let controls: [FormControl]
    private var layout: Layout
    private let blank: BlankForm?
    let hits: [LabelHit]
    /// 0 to 1: how much of the blank form stands on it.
    let likeness: Double

    init(matcher: FormMatcher, layout: Layout, controls: [FormControl]) {
        self.matcher = matcher
        self.controls = controls
        let compared = BlankComparison.compare(layout, with: matcher.blanks)
        var marked = compared?.layout ?? layout
        Self.markPlaceholders(in: &marked)
        self.layout = marked
        blank = compared?.blank
        likeness = compared?.likeness ?? 0
        for index in self.layout.tokens.indices where Self.isPlaceholder(self.layout.tokens[index], controls) {
            self.layout.tokens[index].isPrinted = true
        }
        var finder = LabelFinder(
            index: matcher.index,
            layout: self.layout,
            isCompared: compared != nil,
            asked: compared?.blank.asked ?? [:]
        )
        hits = finder.findAll()
    }

    /// A placeholder beside what somebody wrote into its cell is print; one that stands alone is told as such later.
    private static func markPlaceholders(in layout: inout Layout) {
        for cell in layout.cells {
            var found: [Range<Int>] = []
            var words = 0
            for line in cell.lines {
                found += StockText.placeholders(in: layout, layout.lines[line].tokens)
                words += Int(layout.lines[line].wordCount)
            }
            guard !found.isEmpty else { continue }
            for index in found.joined() where layout.tokens[index].kind == .word { words -= 1 }
            guard words > 0 else { continue }
            for index in found.joined() { layout.tokens[index].isPrinted = true }
        }
    }

    private static func isPlaceholder(_ token: Token, _ controls: [FormControl]) -> Bool {
        token.control >= 0 && controls[Int(token.control)].isPlaceholder
    }

    /// For collecting answers, with the words of controls that have given theirs counted as print.
    func walk(without consumed: Set<Int>) -> Walk {
        var layout = layout
        if !consumed.isEmpty {
            for index in layout.tokens.indices where consumed.contains(Int(layout.tokens[index].control)) {
                layout.tokens[index].isPrinted = true
                if layout.tokens[index].kind == .mark { layout.tokens[index].isOrnament = true }
            }
        }
        return Walk(
            layout: layout,
            index: matcher.index,
            hits: hits,
            isCompared: blank != nil,
            blank: blank,
            controls: controls
        )
    }
}

extension FormMatcher {
    /// The share of the form's questions that were found; a repeating group is found with any of its fields.
    func share(of seen: Set<Int>) -> Double {
        var found = 0
        var all = 0
        for question in index.questions.indices where index.questions[question].group == nil {
            guard index.questions[question].shape != .file else { continue }
            all += 1
            let isFound =
                seen.contains(question)
                || (index.questions[question].shape == .group
                    && seen.contains { index.questions[$0].group == question })
            if isFound { found += 1 }
        }
        return all == 0 ? 0 : Double(found) / Double(all)
    }
}
