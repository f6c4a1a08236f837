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
        self.layout = compared?.layout ?? layout
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
