import FormModel

/// Takes lines that stand at the head or foot of several pages out of the text: they part what goes on from page to page.
struct RunningHeads {
    /// Share of the page's height that heads and feet lie in.
    private static let margin = 0.13
    /// Points by which their height may differ from page to page.
    private static let slack = 4.0

    private struct Line {
        var text: String
        var top: Double
        var isHead: Bool
    }

    /// Blocks of the pages without running heads and feet, and these once each.
    static func split(_ pages: [[Block]], _ layouts: [Page]) -> (blocks: [Block], stories: [Story]) {
        var boxes: [String: (top: Double, bottom: Double, height: Double)] = [:]
        for page in layouts {
            for region in page.regions {
                boxes[region.place] = (region.box.y, region.box.y + region.box.height, page.height)
            }
        }
        let lines = pages.map { blocks in blocks.map { line($0, boxes) } }
        var blocks: [Block] = []
        var stories: [Story] = []
        var told: Set<String> = []
        for (index, page) in pages.enumerated() {
            for (position, block) in page.enumerated() {
                guard let line = lines[index][position], isRepeated(line, index, lines) else {
                    blocks.append(block)
                    continue
                }
                if told.insert(line.text).inserted {
                    stories.append(Story(kind: line.isHead ? .header : .footer, blocks: [block]))
                }
            }
        }
        return (blocks, stories)
    }

    private static func line(_ block: Block, _ boxes: [String: (top: Double, bottom: Double, height: Double)]) -> Line?
    {
        guard case .paragraph(let paragraph) = block, let box = boxes[paragraph.place],
            paragraph.spans.allSatisfy({ $0.control == nil })
        else { return nil }
        let isHead = box.bottom <= box.height * margin
        guard isHead || box.top >= box.height * (1 - margin) else { return nil }
        return Line(text: folded(paragraph.text), top: box.top, isHead: isHead)
    }

    /// Page numbers change from page to page.
    private static func folded(_ text: String) -> String {
        String(text.unicodeScalars.filter { !("0"..."9").contains($0) }.map(Character.init))
    }

    private static func isRepeated(_ line: Line, _ page: Int, _ lines: [[Line?]]) -> Bool {
        lines.indices.contains { other in
            other != page
                && lines[other].contains { $0.map { $0.text == line.text && abs($0.top - line.top) < slack } ?? false }
        }
    }
}
