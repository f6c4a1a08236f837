import FormModel

/// Finds the boxes to tick among small frames, and whether they are ticked.
///
/// Handled: square and round frames with a cross, a tick or a blot drawn into them, or a letter x or a tick sign set into
/// them; filled squares with a white tick, as browsers draw them; boxes that are signs of a font, with something drawn or
/// set over them. Left to the tables: frames in a row that touch each other, one sign a cell. Left out: frames that hold words, and
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
        tickSigns(ink)
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

    // MARK: Boxes that are signs

    /// Empty boxes as Unicode has them, and as the symbol fonts of office programs do.
    private static let signs: Set<Unicode.Scalar> = [
        "☐", "□", "❏", "❑", "❒", "▢", "◻", "◯", "○", "\u{F0A8}", "\u{F06F}", "\u{F071}", "\u{F0A1}",
    ]

    /// A PDF program that types over a blank leaves the blank's sign where it is and lays a cross over it.
    private mutating func tickSigns(_ ink: [PageRect]) {
        for index in words.indices {
            guard let first = words[index].text.unicodeScalars.first, Self.signs.contains(first) else { continue }
            let sign = Self.square(of: words[index])
            let isInked = ink.contains { stroke in
                sign.grown(by: sign.width * Self.overhang).contains(stroke, by: 0)
                    && sign.contains(x: stroke.middleX, y: stroke.middleY)
                    && max(stroke.width, stroke.height) >= sign.width * 0.3
            }
            if isInked { tick(index) }
        }
        var set: Set<Int> = []
        for index in words.indices where Self.isTick(words[index].text) {
            let place = words[index].rect
            let under = words.indices.first { other in
                guard other != index, let first = words[other].text.unicodeScalars.first else { return false }
                return (Self.signs.contains(first) || first == "☒")
                    && Self.square(of: words[other]).contains(x: place.middleX, y: place.middleY)
            }
            guard let under else { continue }
            tick(under)
            set.insert(index)
        }
        words = words.indices.filter { !set.contains($0) }.map { words[$0] }
    }

    private mutating func tick(_ index: Int) {
        words[index].text = "☒" + words[index].text.unicodeScalars.dropFirst().map(String.init).joined()
    }

    /// Where a sign's box is drawn: as wide as the sign, amid the line.
    private static func square(of word: PageWord) -> PageRect {
        let count = Double(max(1, word.text.unicodeScalars.count))
        let width = count > 1 ? min(word.rect.height, word.rect.width / count * 1.4) : word.rect.width
        let side = min(width, word.rect.height)
        return PageRect(
            left: word.rect.left,
            top: word.rect.middleY - side / 2 - 1,
            right: word.rect.left + width,
            bottom: word.rect.middleY + side / 2 + 1
        )
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
