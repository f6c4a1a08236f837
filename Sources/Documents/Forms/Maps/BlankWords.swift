import FormModel

/// A blank's words in reading order, as units that belong together: the cells of tables, and lines outside of tables.
struct BlankWords {
    struct Word {
        var text: String
        var box: PageBox
        /// Letters and digits only, in small letters; empty for signs, boxes and leaders.
        var fold: String

        /// Dots or low lines to write on.
        var isLeader: Bool {
            text.utf8.count >= 3 && text.unicodeScalars.allSatisfy { "._…‥·-–".unicodeScalars.contains($0) }
        }

        /// An empty box to tick: as a sign, or drawn and found by the reader.
        var isBox: Bool { text.unicodeScalars.first.map { "☐□❏❑▢◯○".unicodeScalars.contains($0) } ?? false }
    }

    struct Unit {
        /// Counted from 1.
        var page: Int
        var words: [Word]
        /// Only for cells.
        var cell: Cell?
    }

    struct Cell: Hashable {
        /// `page[1]/table[1]/row[2]`.
        var row: String
        var table: String
        var rowNumber: Int
        var box: PageBox
    }

    let units: [Unit]

    init(_ pages: [Page]) {
        units = pages.enumerated().flatMap { Self.units(of: $1, number: $0 + 1) }
    }

    private static func units(of page: Page, number: Int) -> [Unit] {
        var rest = page.words.map { Word(text: $0.text, box: $0.box, fold: fold($0.text)) }
        var units: [Unit] = []
        // Inner cells first: a word belongs to the smallest cell around it.
        let cells = page.regions.compactMap(cell).sorted { $0.box.width * $0.box.height < $1.box.width * $1.box.height }
        for cell in cells {
            let inside = rest.filter { cell.box.holdsMiddle(of: $0.box) }
            rest.removeAll { cell.box.holdsMiddle(of: $0.box) }
            units.append(Unit(page: number, words: ordered(inside), cell: cell))
        }
        units += lines(rest).map { Unit(page: number, words: $0, cell: nil) }
        return units.sorted { top($0) < top($1) }
    }

    private static func top(_ unit: Unit) -> Double {
        let box = unit.cell?.box ?? unit.words[0].box
        // By rows of a table from the left to the right.
        return (box.y / 4).rounded() * 10_000 + box.x
    }

    private static func cell(_ region: Page.Region) -> Cell? {
        guard let slash = region.place.lastIndex(of: "/"), region.place[slash...].hasPrefix("/cell[") else {
            return nil
        }
        let row = String(region.place[..<slash])
        guard let open = row.lastIndex(of: "["), let number = Int(row[row.index(after: open)...].dropLast()),
            let before = row.lastIndex(of: "/")
        else { return nil }
        return Cell(row: row, table: String(row[..<before]), rowNumber: number, box: region.box)
    }

    private static func ordered(_ words: [Word]) -> [Word] { lines(words).flatMap { $0 } }

    /// Words whose heights overlap by half stand on one line.
    static func lines(_ words: [Word]) -> [[Word]] {
        var lines: [[Word]] = []
        for word in words.sorted(by: { ($0.box.middleY, $0.box.x) < ($1.box.middleY, $1.box.x) }) {
            if let last = lines.indices.last,
                abs(lines[last][0].box.middleY - word.box.middleY)
                    < max(2, min(lines[last][0].box.height, word.box.height) * 0.5)
            {
                lines[last].append(word)
            } else {
                lines.append([word])
            }
        }
        return lines.map { $0.sorted { $0.box.x < $1.box.x } }
    }

    static func fold(_ text: String) -> String {
        var fold = ""
        for scalar in text.lowercased().unicodeScalars
        where scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
            fold.unicodeScalars.append(scalar)
        }
        return fold
    }

    /// The folded words of a label.
    static func folds(_ text: String) -> [String] {
        text.split { $0 == " " || $0 == "\u{A0}" || $0 == "\n" || $0 == "/" }.map { fold(String($0)) }.filter {
            !$0.isEmpty
        }
    }
}

extension PageBox {
    var middleY: Double { y + height / 2 }
    var middleX: Double { x + width / 2 }
    var maxX: Double { x + width }
    var maxY: Double { y + height }

    func holdsMiddle(of other: PageBox) -> Bool {
        (x...maxX).contains(other.middleX) && (y...maxY).contains(other.middleY)
    }

    func union(_ other: PageBox) -> PageBox {
        let left = min(x, other.x)
        let top = min(y, other.y)
        return PageBox(x: left, y: top, width: max(maxX, other.maxX) - left, height: max(maxY, other.maxY) - top)
    }
}
