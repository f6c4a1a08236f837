import FormModel

/// Gives words the formatting that a page draws beside them: strokes through them, lines under them, colour behind them.
struct LineStyles {
    /// How far an underline may miss the edges of its words, in points.
    private static let edgeSlack = 2.5
    private static let coverMin = 0.7

    static func apply(lines: [PageDrawing.Segment], tints: [PageDrawing.Tint], to words: inout [PageWord]) {
        for line in lines {
            let touched = words.indices.filter { covers(line, words[$0].rect) }
            let crossed = touched.filter { isThrough(line, words[$0].rect) }
            for index in crossed { words[index].style.insert(.struck) }
            let above = touched.filter { isUnder(line, words[$0].rect) }
            // A line that goes on beyond the words is a place to write on.
            guard let left = above.map({ words[$0].rect.left }).min(),
                let right = above.map({ words[$0].rect.right }).max(),
                abs(left - line.start) <= edgeSlack, abs(right - line.end) <= edgeSlack
            else { continue }
            for index in above { words[index].style.insert(.underlined) }
        }
        for tint in tints {
            for index in words.indices
            where tint.rect.contains(x: words[index].rect.middleX, y: words[index].rect.middleY)
                && tint.rect.height < words[index].rect.height * 1.8
            {
                words[index].style.insert(.highlighted)
            }
        }
    }

    private static func covers(_ line: PageDrawing.Segment, _ rect: PageRect) -> Bool {
        min(line.end, rect.right) - max(line.start, rect.left) >= rect.width * coverMin
            && line.position > rect.top && line.position < rect.bottom + rect.height * 0.3
    }

    private static func isThrough(_ line: PageDrawing.Segment, _ rect: PageRect) -> Bool {
        let depth = (line.position - rect.top) / max(1, rect.height)
        return (0.3...0.72).contains(depth)
    }

    private static func isUnder(_ line: PageDrawing.Segment, _ rect: PageRect) -> Bool {
        let depth = (line.position - rect.top) / max(1, rect.height)
        return (0.74...1.3).contains(depth)
    }
}
