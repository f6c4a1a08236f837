import FormModel

/// Finds the boxes to tick among small frames, and whether they are ticked.
///
/// Handled: square and round frames with a cross, a tick or a blot drawn into them, or a letter x or a tick sign set into
/// them; filled squares with a white tick, as browsers draw them. Left to the tables: frames in a row that touch each other, one sign a cell. Left out: frames that hold words, and
/// those under a form field, which speaks for itself.
struct BoxFinder {
    private(set) var boxes: [PageWord] = []
    /// Words that are not part of a box.
    private(set) var words: [PageWord]
    /// Frames that turned out to be cells.
    private(set) var cells: [PageRect] = []

    /// Frames closer than this belong together.
    private static let touching = 2.5
    /// How far a cross may reach beyond its box, as a share of the box.
    private static let overhang = 0.4
    private static let frameCountMax = 5_000

    init(words: [PageWord], drawing: PageDrawing, fields: [PageRect]) {
        self.words = words
        let frames = Self.distinct(drawing.frames.prefix(Self.frameCountMax)).filter { frame in
            !fields.contains { Self.share(of: frame, in: $0) > 0.5 }
        }
        cells = frames.filter { frame in frames.contains { $0 != frame && Self.touch(frame, $0) } }
        let lonely = frames.filter { !cells.contains($0) }
        let ink = drawing.strokes + drawing.blots
        for frame in lonely { add(frame, ink) }
        for blot in Self.distinct(drawing.blots.prefix(Self.frameCountMax)) where Self.isFilledBox(blot, drawing) {
            guard !frames.contains(where: { Self.share(of: blot, in: $0.grown(by: 1)) > 0.5 }) else { continue }
            boxes.append(PageWord(text: "☒", rect: blot, fontSize: blot.height, isBox: true))
        }
    }

    /// A browser draws a ticked box as a filled square with the tick left white.
    private static func isFilledBox(_ blot: PageRect, _ drawing: PageDrawing) -> Bool {
        guard PathSorter.frameSides.contains(blot.width), PathSorter.frameSides.contains(blot.height),
            abs(blot.width - blot.height) <= 0.2 * max(blot.width, blot.height)
        else { return false }
        return drawing.lights.contains { light in
            blot.contains(light, by: 0) && (0.25...0.9).contains(light.width / blot.width)
        }
    }

    private mutating func add(_ frame: PageRect, _ ink: [PageRect]) {
        let inside = words.indices.filter { index in
            frame.contains(x: words[index].rect.middleX, y: words[index].rect.middleY)
        }
        let signs = inside.filter { Self.isTick(words[$0].text) }
        guard signs.count == inside.count else { return }
        let around = frame.grown(by: max(frame.width, frame.height) * Self.overhang)
        let isInked = ink.contains { stroke in
            around.contains(stroke, by: 0) && max(stroke.width, stroke.height) >= frame.width * 0.3
                && frame.contains(x: stroke.middleX, y: stroke.middleY)
        }
        let isTicked = isInked || !signs.isEmpty
        for index in signs.sorted(by: >) { words.remove(at: index) }
        boxes.append(PageWord(text: isTicked ? "☒" : "☐", rect: frame, fontSize: frame.height, isBox: true))
    }

    /// A cross or tick as people and programs set it.
    private static func isTick(_ text: String) -> Bool {
        ["x", "X", "v", "V", "×", "✓", "✔", "✗", "✘", "✕", "✖", "Х", "х", "+", "\u{F0FC}", "\u{F0FB}", "■", "●"]
            .contains(text)
    }

    /// The same frame drawn twice, as outline and as area, counts once.
    private static func distinct(_ frames: some Sequence<PageRect>) -> [PageRect] {
        var kept: [PageRect] = []
        for frame in frames where !kept.contains(where: { share(of: frame, in: $0) > 0.6 }) { kept.append(frame) }
        return kept
    }

    /// How much of the rectangle the other one covers.
    static func share(of rect: PageRect, in other: PageRect) -> Double {
        let width = min(rect.right, other.right) - max(rect.left, other.left)
        let height = rect.sharedHeight(with: other)
        return width > 0 && height > 0 && rect.area > 0 ? width * height / rect.area : 0
    }

    /// Side by side, of one height.
    private static func touch(_ one: PageRect, _ other: PageRect) -> Bool {
        abs(one.top - other.top) < touching && abs(one.bottom - other.bottom) < touching
            && min(abs(one.right - other.left), abs(other.right - one.left)) < touching
    }
}
