public import FormModel

/// Makes the map of an organiser's own blank: every field's label, answer place and check boxes, as far as they are
/// found; a person adds the rest in the map's file.
///
/// Handled: labels beside, above or inside of table cells; dotted and low lines behind a label and on the lines below it;
/// ballot boxes with their words behind or before them; options without boxes, to be underlined or struck out; cells with a
/// hint in them; free room behind a label. Labels and their other names may stand in any of the event's languages.
public struct BlankMapper {
    private let blank: BlankWords
    private let hits: [BlankLabels.Hit]
    /// Words that belong to some label, by unit.
    private let labelWords: [Int: [Range<Int>]]
    private let pages: [Page]

    /// - Parameter version: eight signs that name the blank's bytes.
    public static func map(
        of pages: [Page],
        event: String,
        form: FormDefinition,
        language: InterfaceLanguage,
        version: String
    ) -> FormMap {
        let mapper = BlankMapper(pages, form)
        var map = FormMap(
            event: event,
            form: form.id,
            version: version,
            language: language,
            origin: .blank,
            pages: pages.map(Self.page),
            fields: mapper.fields
        )
        map.signings = mapper.signings
        return map.withoutOverlaps
    }

    private init(_ pages: [Page], _ form: FormDefinition) {
        self.pages = pages
        blank = BlankWords(pages)
        hits = BlankLabels.hits(form, in: blank)
        labelWords = Dictionary(grouping: hits, by: \.unit).mapValues { $0.map(\.words) }
    }

    private static func page(_ page: Page) -> FormPage {
        // Leaders say nothing about where the page lies, and the drawing shows where one writes.
        let words = page.words.filter { word in
            !BlankWords.Word(text: word.text, box: word.box, fold: "").isLeader
        }
        return FormPage(
            width: page.width,
            height: page.height,
            words: words.map { FormPage.Word(text: $0.text, box: $0.box.rounded) }
        )
    }

    private var fields: [FormMapField] {
        hits.compactMap { hit in
            let places = options(of: hit.field).isEmpty ? textPlaces(hit) : optionPlaces(hit)
            guard !places.isEmpty else { return nil }
            let unit = blank.units[hit.unit]
            let label = unit.words[hit.words]
            let box = label.dropFirst().reduce(label.first?.box ?? unit.words[0].box) { $0.union($1.box) }
            return FormMapField(
                name: hit.name,
                kind: hit.field.kind,
                label: label.map(\.text).joined(separator: " "),
                labelPlace: FormMapField.LabelPlace(page: unit.page, box: box.rounded),
                places: places,
                takesOne: hit.field.kind != .choices
            )
        }
    }

    // MARK: Places to write

    private func textPlaces(_ hit: BlankLabels.Hit) -> [FormPlace] {
        let unit = blank.units[hit.unit]
        if leader(hit) == nil, let below = leadersBelow(hit) {
            return [FormPlace(page: unit.page, box: below.box.rounded, role: .text(lines: below.lines))]
        }
        if let box = leader(hit) ?? cellAnswer(hit) ?? freeRoom(hit) {
            let lines = max(1, Int((box.height / 24).rounded(.down)))
            return [FormPlace(page: unit.page, box: box.rounded, role: .text(lines: min(lines, 200)))]
        }
        return []
    }

    private static let lineCountMax = 40

    /// Lines of nothing but dots right below the line that the label stands in.
    private func leadersBelow(_ hit: BlankLabels.Hit) -> (box: PageBox, lines: Int)? {
        let own = blank.units[hit.unit]
        guard own.cell == nil, nextLabel(in: hit.unit, after: hit.words.upperBound) == nil else { return nil }
        let below = blank.units[(hit.unit + 1)...].prefix(Self.lineCountMax).prefix { unit in
            unit.page == own.page && unit.cell == nil && unit.words.allSatisfy(\.isLeader)
        }
        let lines = below.compactMap { unit in
            unit.words.dropFirst().reduce(unit.words.first?.box) { $0?.union($1.box) }
        }
        guard let first = lines.first, let last = lines.last,
            first.y - (own.words.last?.box.maxY ?? first.y) < 2 * first.height
        else { return nil }
        let all = lines.reduce(first) { $0.union($1) }
        return (
            PageBox(x: all.x, y: first.maxY - 19, width: all.width, height: last.maxY - first.maxY + 20), lines.count
        )
    }

    /// Dots or low lines behind the label, up to the next label.
    private func leader(_ hit: BlankLabels.Hit) -> PageBox? {
        let words = blank.units[hit.unit].words
        let end = nextLabel(in: hit.unit, after: hit.words.upperBound) ?? words.count
        let leaders = words[hit.words.upperBound..<end].filter(\.isLeader)
        guard let first = leaders.first else { return nil }
        let line = leaders.filter { abs($0.box.middleY - first.box.middleY) < 4 }.reduce(first.box) { $0.union($1.box) }
        // People write on the line: above the dots, a little below.
        return PageBox(x: line.x, y: line.maxY - 19, width: line.width, height: 20)
    }

    private func nextLabel(in unit: Int, after word: Int) -> Int? {
        labelWords[unit]?.map(\.lowerBound).filter { $0 >= word }.min()
    }

    /// The empty cell at the right, else the one below, else the one at the right with a hint in it («np. 12-345»), else the
    /// room below the label in its own cell.
    private func cellAnswer(_ hit: BlankLabels.Hit) -> PageBox? {
        guard let cell = blank.units[hit.unit].cell else { return nil }
        let others = blank.units.enumerated().filter { index, unit in
            unit.page == blank.units[hit.unit].page && unit.cell?.table == cell.table && labelWords[index] == nil
        }
        let emptyCells = others.filter { _, unit in unit.words.allSatisfy(\.fold.isEmpty) }.compactMap(\.element.cell)
        let right = emptyCells.filter { $0.row == cell.row && $0.box.x >= cell.box.maxX - 2 }.min {
            $0.box.x < $1.box.x
        }
        if let right, right.box.x - cell.box.maxX < 4 { return right.box.inside(1.5) }
        if let below = emptyCells.first(where: {
            $0.rowNumber == cell.rowNumber + 1 && abs($0.box.x - cell.box.x) < 3
                && abs($0.box.width - cell.box.width) < 3
        }) {
            return below.box.inside(1.5)
        }
        let hinted = others.compactMap { _, unit in unit.words.contains(where: \.isBox) ? nil : unit.cell }.first {
            $0.row == cell.row && abs($0.box.x - cell.box.maxX) < 4
        }
        if let hinted { return hinted.box.inside(1.5) }
        let bottom = blank.units[hit.unit].words.map(\.box.maxY).max() ?? cell.box.y
        guard cell.box.maxY - bottom > 14 else { return nil }
        return PageBox(x: cell.box.x, y: bottom, width: cell.box.width, height: cell.box.maxY - bottom).inside(1.5)
    }

    /// From the end of the label to the next word or the right margin.
    private func freeRoom(_ hit: BlankLabels.Hit) -> PageBox? {
        let unit = blank.units[hit.unit]
        guard let last = unit.words[hit.words].last else { return nil }
        let others = unit.words[hit.words.upperBound...].filter { !$0.fold.isEmpty || $0.isBox }.map(\.box.x)
        let limit = unit.cell?.box.maxX ?? pages[unit.page - 1].width - 50
        let right = min(limit, others.min() ?? limit) - 3
        let left = last.box.maxX + 6
        guard right - left > 60 else { return nil }
        return PageBox(x: left, y: last.box.maxY - 18, width: right - left, height: 19)
    }

    // MARK: Places to tick

    /// Options with the words by which they may be printed.
    private func options(of field: FieldDefinition) -> [(key: String, texts: [[String]])] {
        switch field.kind {
        case .choice, .choices:
            return field.options.map { option in
                (option.key, (option.label.all.map(\.text) + option.aliases).map(BlankWords.folds))
            }
        case .addressForm:
            return (0..<3).map { index in
                let all = InterfaceLanguage.allCases.map { FormWording.addressForms($0)[index] }
                return (all[0].key, all.map { BlankWords.folds($0.label) })
            }
        case .yesNo: return yesAndNo
        case .consent: return yesAndNo
        default: return []
        }
    }

    private var yesAndNo: [(key: String, texts: [[String]])] {
        [("true", FormWording.Word.yes), ("false", .no)].map { key, word in
            (key, InterfaceLanguage.allCases.map { BlankWords.folds(FormWording(language: $0)[word]) })
        }
    }

    private struct Box {
        var page: Int
        var word: BlankWords.Word
        /// What stands behind the box, up to the next.
        var behind: [String]
        var label: String
        /// What stands before the box, from the one before it.
        var before: [String]
    }

    /// Boxes; else words to underline or strike out; else a place to write the option in.
    private func optionPlaces(_ hit: BlankLabels.Hit) -> [FormPlace] {
        let boxes = boxes(near: hit)
        let behind = checkPlaces(hit, boxes) { box, name in box.behind.starts(with: name) }
        let before = checkPlaces(hit, boxes) { box, name in box.before.suffix(name.count) == name[...] }
        let checks = before.count > behind.count ? before : behind
        if !checks.isEmpty { return checks }
        let words = wordPlaces(hit)
        guard words.isEmpty, boxes.isEmpty, hit.field.kind != .consent, leader(hit) != nil || cellAnswer(hit) != nil
        else {
            return words
        }
        return textPlaces(hit)
    }

    /// Units behind the label's own in which its options may stand: the cell beside it, the line below it.
    private static let wordUnitCountMax = 2

    private func wordPlaces(_ hit: BlankLabels.Hit) -> [FormPlace] {
        let own = blank.units[hit.unit]
        let end = nextLabel(in: hit.unit, after: hit.words.upperBound)
        var candidates = [Array(own.words[hit.words.upperBound..<(end ?? own.words.count)])]
        if end == nil {
            let next = blank.units.indices.dropFirst(hit.unit + 1).prefix(Self.wordUnitCountMax)
            candidates += next.prefix { labelWords[$0] == nil && blank.units[$0].page == own.page }.map {
                blank.units[$0].words
            }
        }
        let found = candidates.lazy.map { OptionWords.found(options(of: hit.field), in: $0) }.first { !$0.isEmpty }
        return (found ?? []).map { option in
            FormPlace(page: own.page, box: option.box.rounded, role: .word(option: option.key), label: option.label)
        }
    }

    private func checkPlaces(
        _ hit: BlankLabels.Hit,
        _ boxes: [Box],
        names: (Box, [String]) -> Bool
    ) -> [FormPlace] {
        let options = options(of: hit.field)
        var places: [FormPlace] = []
        for (key, texts) in options {
            let box = boxes.first { box in texts.contains { !$0.isEmpty && names(box, $0) } }
            guard let box,
                !places.contains(where: { $0.box == Self.square(box.word.box).rounded && $0.page == box.page })
            else {
                continue
            }
            places.append(place(box, key))
        }
        // A consent has one box, whatever stands beside it.
        if places.isEmpty, hit.field.kind == .consent, let box = boxes.first { places = [place(box, "true")] }
        return places
    }

    private func place(_ box: Box, _ option: String) -> FormPlace {
        FormPlace(
            page: box.page,
            box: Self.square(box.word.box).rounded,
            role: .check(option: option),
            label: box.label
        )
    }

    /// The square inside of a ballot box that is a sign of a font, whose own box is as tall as a line; a drawn frame as it is.
    private static func square(_ box: PageBox) -> PageBox {
        guard box.height > box.width * 1.2 else { return box }
        let side = box.width * 0.72
        return PageBox(x: box.x + box.width * 0.12, y: box.y + box.height * 0.2, width: side, height: side)
    }

    private static let unitsFollowedMax = 12

    /// Boxes before the label in its own unit, behind it, and in the units that follow up to the next label.
    private func boxes(near hit: BlankLabels.Hit) -> [Box] {
        var found = boxes(in: hit.unit, from: hit.words.upperBound)
        if found.isEmpty, hit.field.kind == .consent { found = boxes(in: hit.unit, from: 0) }
        var unit = hit.unit + 1
        while nextLabel(in: hit.unit, after: hit.words.upperBound) == nil, unit < blank.units.count,
            unit - hit.unit <= Self.unitsFollowedMax
        {
            let stops = labelWords[unit] != nil
            found += boxes(in: unit, from: 0, to: nextLabel(in: unit, after: 0))
            if stops { break }
            unit += 1
        }
        return found
    }

    private func boxes(in unit: Int, from start: Int, to end: Int? = nil) -> [Box] {
        let words = blank.units[unit].words
        let limit = end ?? nextLabel(in: unit, after: max(start, 0)) ?? words.count
        guard start < limit else { return [] }
        let positions = (start..<limit).filter { words[$0].isBox }
        return positions.enumerated().map { index, position in
            let stop = index + 1 < positions.count ? positions[index + 1] : limit
            let behind = words[(position + 1)..<stop]
            let before = words[(index > 0 ? positions[index - 1] + 1 : start)..<position]
            return Box(
                page: blank.units[unit].page,
                word: words[position],
                behind: behind.flatMap { BlankWords.folds($0.text) },
                label: behind.map(\.text).joined(separator: " "),
                before: before.flatMap { BlankWords.folds($0.text) }
            )
        }
    }

    // MARK: Signature

    private static let signatureWords = ["podpis", "signature", "підпис", "подпись", "подпіс"]

    /// The line or the free room beside the last word for a signature.
    private var signings: [FormSigning] {
        for (index, unit) in blank.units.enumerated().reversed() {
            guard let word = unit.words.lastIndex(where: { Self.signatureWords.contains($0.fold) }) else { continue }
            let hit = BlankLabels.Hit(
                field: FieldDefinition(key: "signature", kind: .text, label: ""),
                name: FormFieldName("signature"),
                unit: index,
                words: word..<(word + 1)
            )
            guard let box = leader(hit) ?? cellAnswer(hit) ?? freeRoom(hit) else { continue }
            return [FormSigning(role: .signature, page: unit.page, box: box.rounded)]
        }
        return []
    }
}

extension FormMap {
    /// Where two places would cover each other, the upper one gives way at its lower edge; nothing reaches off its page.
    fileprivate var withoutOverlaps: FormMap {
        var map = self
        var lowered: [(page: Int, box: PageBox)] = []
        for field in map.fields.indices {
            for place in map.fields[field].places.indices {
                let page = map.fields[field].places[place].page
                var box = map.fields[field].places[place].box
                for other in lowered where other.page == page && other.box.overlaps(box) {
                    let top = min(box.maxY - 1, max(box.y, other.box.maxY))
                    box = PageBox(x: box.x, y: top, width: box.width, height: box.maxY - top)
                }
                let sheet = map.pages[page - 1]
                let (left, top) = (max(0, box.x), max(0, box.y))
                box =
                    PageBox(
                        x: left,
                        y: top,
                        width: max(0.1, min(sheet.width, box.maxX) - left),
                        height: max(0.1, min(sheet.height, box.maxY) - top)
                    ).rounded
                map.fields[field].places[place].box = box
                lowered.append((page, box))
            }
        }
        return map
    }
}
