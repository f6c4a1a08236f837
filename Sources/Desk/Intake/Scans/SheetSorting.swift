import FormModel

/// Tells whose sheets belong together: of a pile out of a feeder, or of the photographs in a mail.
///
/// Goes by the numbers of the form's pages alone, in the order in which the sheets lie. Whatever is not clear by them is
/// left to a person.
struct SheetSorting {
    /// The sheets of each form.
    private(set) var forms: [[ScannedSheet]] = []
    /// Sheets that show again what another one showed.
    private(set) var twice: [ScannedSheet] = []
    /// Sheets that a person named in no group: they wait on.
    private(set) var left: [ScannedSheet] = []
    /// Nobody but a person can tell.
    private(set) var isUnclear = false

    /// Of the answers on both sheets so many must be the same.
    private static let sameShareMin = 0.8
    /// Fewer written answers tell nobody from anybody else.
    private static let sameCountMin = 2

    /// - Parameters:
    ///   - isFeeder: sheets of one file, which were put into a feeder one after the other; false for photographs.
    ///   - hasUnread: others of the same file or mail could not be read: any sheet may be somebody's of whom nothing else
    ///     is seen.
    ///   - groups: numbers of sheets that a person put together; nil leaves it to this.
    init(_ read: ReadSheets, isFeeder: Bool, hasUnread: Bool = false, groups: [[Int]]? = nil) {
        let sheets = read.sheets
        if let groups {
            forms = groups.map { group in group.compactMap { number in sheets.first { $0.number == number } } }
                .filter { !$0.isEmpty }
            left = sheets.filter { sheet in !groups.contains { $0.contains(sheet.number) } }
            return
        }
        forms = Self.runs(sheets)
        // Two people may have the same answers on a page; where everybody's form is whole nothing is a repetition.
        if forms.allSatisfy({ $0.count == read.map.pages.count }) { return }
        if !hasUnread { forms = Self.runs(withoutRepetitions(sheets, read.reading)) }
        isUnclear = !Self.isClear(forms, pageCount: read.map.pages.count, isFeeder: isFeeder)
    }

    /// Each form ends where a page comes that it has already.
    private static func runs(_ sheets: [ScannedSheet]) -> [[ScannedSheet]] {
        var runs: [[ScannedSheet]] = []
        for sheet in sheets {
            let isNew = runs.last?.contains { $0.formPage == sheet.formPage } ?? true
            if isNew { runs.append([]) }
            runs[runs.count - 1].append(sheet)
        }
        return runs
    }

    /// One form alone is clear, complete ones are; in a feeder also one that begins with its first page and goes upwards.
    private static func isClear(_ forms: [[ScannedSheet]], pageCount: Int, isFeeder: Bool) -> Bool {
        guard forms.count > 1 else { return true }
        return forms.allSatisfy { form in
            let pages = form.compactMap(\.formPage)
            return pages.count == pageCount || isFeeder && pages.first == 1 && pages == pages.sorted()
        }
    }

    // MARK: Repetitions

    private mutating func withoutRepetitions(_ sheets: [ScannedSheet], _ reading: Reading) -> [ScannedSheet] {
        let answers = Dictionary(grouping: reading.answers, by: \.sheet)
        var kept: [ScannedSheet] = []
        // Of the form that lies on top: pages of forms before it were somebody else's.
        var start = 0
        for sheet in sheets {
            let own = kept[start...].firstIndex { $0.formPage == sheet.formPage }
            let same = own.flatMap { index in
                Self.areSame(answers[kept[index].number] ?? [], answers[sheet.number] ?? []) ? index : nil
            }
            guard let same else {
                if own != nil { start = kept.count }
                kept.append(sheet)
                continue
            }
            // Of two pictures of one page the one that was read more surely counts.
            let isSurer = Self.certainty(answers[sheet.number]) > Self.certainty(answers[kept[same].number])
            twice.append(isSurer ? kept[same] : sheet)
            if isSurer { kept[same] = sheet }
        }
        return kept
    }

    private static func areSame(_ one: [PageAnswer], _ other: [PageAnswer]) -> Bool {
        let (first, second) = (texts(one), texts(other))
        guard first.count >= sameCountMin, second.count >= sameCountMin else { return false }
        let names = Set(first.keys).union(second.keys)
        let same = names.count { first[$0] == second[$0] }
        return Double(same) >= sameShareMin * Double(names.count) && marks(one) == marks(other)
    }

    private static func texts(_ answers: [PageAnswer]) -> [String: String] {
        var texts: [String: String] = [:]
        for answer in answers {
            guard let text = answer.text?.text, !text.isEmpty else { continue }
            texts[answer.name] = text.lowercased().filter { !$0.isWhitespace }
        }
        return texts
    }

    private static func marks(_ answers: [PageAnswer]) -> Set<String> {
        Set(answers.flatMap { answer in answer.ticks.filter(\.isTicked).map { answer.name + "=" + $0.option } })
    }

    private static func certainty(_ answers: [PageAnswer]?) -> Double {
        (answers ?? []).reduce(0) { $0 + ($1.text?.confidence ?? 0) }
    }
}
