import FormModel

/// Words that stand on one line, from left to right.
struct TextLine {
    var words: [PageWord]
    var rect: PageRect

    private static let lineCountMax = 20_000
    /// Words share a line when they share so much of the lower one's height.
    private static let sharedMin = 0.5
    /// A gap this wide, in letter heights, parts columns.
    private static let wideGap = 1.6

    /// Puts words into lines, from top to bottom.
    static func lines(of words: [PageWord]) -> [TextLine] {
        var lines: [TextLine] = []
        // Where the line's words stand on average: by all their edges together, lines that nearly touch would become one.
        var bands: [PageRect] = []
        // Small words first would tear a line apart; what begins highest leads.
        for word in words.sorted(by: { ($0.lineRect.middleY, $0.rect.left) < ($1.lineRect.middleY, $1.rect.left) }) {
            let rect = word.lineRect
            let fitting = bands.indices.suffix(6).last { index in
                bands[index].sharedHeight(with: rect) >= min(bands[index].height, rect.height) * sharedMin
                    && !lines[index].words.contains { $0.covers(word) }
            }
            if let fitting {
                lines[fitting].words.append(word)
                lines[fitting].rect = lines[fitting].rect.union(rect)
                let count = Double(lines[fitting].words.count)
                bands[fitting].top += (rect.top - bands[fitting].top) / count
                bands[fitting].bottom += (rect.bottom - bands[fitting].bottom) / count
            } else if lines.count < lineCountMax {
                lines.append(TextLine(words: [word], rect: rect))
                bands.append(rect)
            }
        }
        for index in lines.indices { lines[index].words.sort { $0.rect.left < $1.rect.left } }
        return lines.sorted { $0.rect.middleY < $1.rect.middleY }
    }

    /// Where the words are, fields left out: where a line of running text ends.
    var textEnd: Double { words.last { $0.control == nil }?.rect.right ?? rect.left }
    var fontSize: Double { words.map(\.fontSize).max() ?? 10 }

    /// What stands between a word and the next one.
    static func separator(_ word: PageWord, _ next: PageWord) -> String {
        let gap = next.rect.left - word.rect.right
        let size = min(word.fontSize, next.fontSize)
        if gap > size * wideGap { return "\t" }
        // Only a change of look parts these two: they are one word.
        return gap < size * 0.08 && word.control == nil && next.control == nil && !word.isBox && !next.isBox ? "" : " "
    }
}

extension PageWord {
    /// Whether one was set over the other: typed over print. A mark in a box is no such thing, nor are dots under a word.
    fileprivate func covers(_ other: PageWord) -> Bool {
        let shared = min(rect.right, other.rect.right) - max(rect.left, other.rect.left)
        let shortest = min(rect.width, other.rect.width)
        guard shortest > 0, shared > shortest * 0.4, !isBox, !other.isBox, control == nil, other.control == nil else {
            return false
        }
        return !isLeader && !other.isLeader
    }

    private var isLeader: Bool {
        text.unicodeScalars.count > 2 && text.unicodeScalars.allSatisfy { "._…".unicodeScalars.contains($0) }
    }

    /// A form field higher than this has several lines; its text begins at its top.
    private static var fieldHeightMax: Double { 24 }
    private static var lineHeight: Double { 16 }

    /// The part of it that decides on its line.
    fileprivate var lineRect: PageRect {
        guard control != nil, rect.height > Self.fieldHeightMax else { return rect }
        return PageRect(left: rect.left, top: rect.top, right: rect.right, bottom: rect.top + Self.lineHeight)
    }
}
