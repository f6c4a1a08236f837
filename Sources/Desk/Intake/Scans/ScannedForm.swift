import FormModel
import ReaderProtocol

/// The sheets that make one person's form, as a reading of their own.
struct ScannedForm {
    var reading: Reading
    var crops: [FieldCrop]
    /// Numbers of its sheets.
    var sheets: [Int]
    /// Its first page is not among them, so that nobody knows whose it is.
    var isLoose: Bool
    /// For sheets that wait for the rest of their form.
    let loose: Finding
}

/// What the sheets of a file, or of the pictures of a mail, amount to.
struct ScannedForms {
    private(set) var forms: [ScannedForm] = []
    /// Sheets whose first page is missing: they wait for it.
    private(set) var loose: [ScannedForm] = []
    /// About sheets that belong to nobody's form.
    private(set) var findings: [Finding] = []

    /// - Parameter groups: numbers of sheets that a person put together; nil leaves it to their page numbers.
    init(_ read: [ReadSheets], unread: [ScannedSheet], isFeeder: Bool, groups: [[Int]]? = nil) {
        for sheets in read {
            let sorting = SheetSorting(sheets, isFeeder: isFeeder, hasUnread: !unread.isEmpty, groups: groups)
            guard !sorting.isUnclear else {
                findings.append(Self.unclear(sheets.sheets, sheets.map))
                continue
            }
            if !sorting.left.isEmpty { findings.append(Self.unclear(sorting.left, sheets.map)) }
            for form in sorting.forms { add(form, of: sheets, twice: sorting.twice) }
        }
        findings += unread.map { Finding(Self.code($0), place: Self.place($0.number), parameters: Self.reason($0)) }
        // The only form of a file is the one that an unread sheet may belong to.
        guard forms.count == 1, loose.isEmpty else { return }
        // Those whose corners are not found are told from the sheets themselves.
        forms[0].reading.warnings += unread.filter { $0.problem != .notRegistered }.map(Self.warning)
        forms[0].reading.sheets += unread
    }

    private mutating func add(_ sheets: [ScannedSheet], of read: ReadSheets, twice: [ScannedSheet]) {
        let numbers = Set(sheets.map(\.number))
        let pages = Set(sheets.compactMap(\.formPage))
        let missing = (1...read.map.pages.count).filter { !pages.contains($0) }
        var reading = read.reading
        reading.sheets = sheets
        reading.answers = reading.answers.filter { numbers.contains($0.sheet) }
        reading.warnings += missing.map { page in
            ReadingWarning(
                .scanPageMissing,
                place: "page[\(page)]",
                parameters: ["page": String(page), "version": read.map.version]
            )
        }
        reading.warnings += twice.filter { $0.formPage.map(pages.contains) ?? false }.map { sheet in
            let page = sheet.formPage.map(String.init) ?? ""
            return ReadingWarning(.scanPageTwice, place: Self.place(sheet.number), parameters: ["page": page])
        }
        let form = ScannedForm(
            reading: reading,
            crops: read.crops.filter { numbers.contains($0.sheet) },
            sheets: sheets.map(\.number),
            isLoose: !pages.contains(1),
            loose: Self.alone(pages, numbers, read.map)
        )
        if form.isLoose { loose.append(form) } else { forms.append(form) }
    }

    // MARK: Findings

    private static func place(_ number: Int) -> String { "sheet[\(number)]" }

    private static func code(_ sheet: ScannedSheet) -> FindingCode { .sourceNotYetReadable }

    private static func reason(_ sheet: ScannedSheet) -> [String: String] {
        ["reason": sheet.problem?.rawValue ?? "", "sheet": String(sheet.number)]
    }

    private static func warning(_ sheet: ScannedSheet) -> ReadingWarning {
        ReadingWarning(code(sheet), place: place(sheet.number), parameters: reason(sheet))
    }

    private static func alone(_ pages: Set<Int>, _ numbers: Set<Int>, _ map: FormMap) -> Finding {
        Finding(
            .scanPageAlone,
            parameters: [
                "event": map.event, "form": map.form, "version": map.version,
                "pages": pages.sorted().map(String.init).joined(separator: ", "), "count": String(map.pages.count),
                "sheets": numbers.sorted().map(String.init).joined(separator: "+"),
            ]
        )
    }

    /// Says which page of the form each sheet is.
    private static func unclear(_ sheets: [ScannedSheet], _ map: FormMap) -> Finding {
        let order = sheets.map { "\($0.number): \($0.formPage.map(String.init) ?? "?")" }
        return Finding(
            .scanSheetsUnclear,
            parameters: [
                "event": map.event, "order": order.joined(separator: ", "), "count": String(map.pages.count),
                "proposal": proposal(sheets),
            ]
        )
    }

    /// As if everybody's first page came in the order of their second ones: `1+3,2+4` for the pages 1, 1, 2, 2.
    private static func proposal(_ sheets: [ScannedSheet]) -> String {
        var forms: [[ScannedSheet]] = []
        for sheet in sheets {
            if let index = forms.firstIndex(where: { form in !form.contains { $0.formPage == sheet.formPage } }) {
                forms[index].append(sheet)
            } else {
                forms.append([sheet])
            }
        }
        return forms.map { form in
            form.sorted { ($0.formPage ?? 0) < ($1.formPage ?? 0) }.map { String($0.number) }.joined(separator: "+")
        }.joined(separator: ",")
    }
}
