import FormModel
import ReaderProtocol
import Testing

@testable import Desk

struct SheetSortingTests {
    /// Sheets of a form of two pages: the page, who wrote on it, and how surely that was read.
    private func sheets(_ seen: [(page: Int, person: String, certainty: Double)]) -> ReadSheets {
        let page = FormPage(width: 595, height: 842)
        let map = FormMap(event: "x", version: "K7WQ3M9T", language: .polish, origin: .own, pages: [page, page])
        var reading = Reading(format: .pdf)
        let box = PageBox(x: 50, y: 50, width: 200, height: 20)
        for (index, sheet) in seen.enumerated() {
            reading.sheets.append(ScannedSheet(number: index + 1, formPage: sheet.page))
            for field in ["name", "city", "role"] {
                let text = PageAnswer.Text(
                    text: "\(sheet.person) \(field)",
                    confidence: sheet.certainty,
                    isPrint: true
                )
                reading.answers.append(
                    PageAnswer(name: "\(field)\(sheet.page)", page: sheet.page, sheet: index + 1, box: box, text: text)
                )
            }
        }
        return ReadSheets(map: map, reading: reading, crops: [])
    }

    private func sorted(_ pages: [(Int, String)], isFeeder: Bool = true) -> SheetSorting {
        SheetSorting(sheets(pages.map { (page: $0.0, person: $0.1, certainty: 0.9) }), isFeeder: isFeeder)
    }

    @Test(arguments: [
        ([(1, "a"), (2, "a")], [[1, 2]], false), ([(2, "a"), (1, "a")], [[1, 2]], false),
        ([(1, "a"), (2, "a"), (1, "b"), (2, "b")], [[1, 2], [3, 4]], false),
        ([(2, "a"), (1, "a"), (2, "b"), (1, "b")], [[1, 2], [3, 4]], false),
        // Somebody's second page is missing: each begins with its first.
        ([(1, "a"), (1, "b"), (2, "b")], [[1], [2, 3]], false),
        // Whose is the second page in front?
        ([(2, "a"), (1, "b"), (2, "b")], [[1, 2], [3]], true),
    ])
    func aFeedersSheetsAreParted(pages: [(Int, String)], forms: [[Int]], isUnclear: Bool) {
        let sorting = sorted(pages)
        #expect(sorting.forms.map { $0.map(\.number) } == forms)
        #expect(sorting.isUnclear == isUnclear)
    }

    @Test func photographsOfIncompleteFormsAreAsked() {
        #expect(sorted([(1, "a"), (1, "b")], isFeeder: false).isUnclear)
        #expect(!sorted([(2, "a"), (1, "a")], isFeeder: false).isUnclear)
    }

    @Test func ofTwoPicturesOfAPageTheSurerOneCounts() {
        let seen = sheets([(1, "a", 0.6), (1, "a", 0.9), (2, "a", 0.9)])
        let sorting = SheetSorting(seen, isFeeder: false)
        #expect(sorting.forms.map { $0.map(\.number) } == [[2, 3]])
        #expect(sorting.twice.map(\.number) == [1])
        #expect(!sorting.isUnclear)
    }

    @Test func aPersonsGroupsAreTaken() {
        let seen = sheets([(2, "a", 0.9), (1, "b", 0.9), (2, "b", 0.9), (1, "a", 0.9)])
        let sorting = SheetSorting(seen, isFeeder: true, groups: [[1, 4], [2, 3]])
        #expect(sorting.forms.map { $0.map(\.number) } == [[1, 4], [2, 3]])
        #expect(!sorting.isUnclear)
    }

    /// Two colleagues who share telephone, address and ticks: nobody's page is taken for a repetition of the other's.
    @Test func alikePagesOfWholeFormsAreNoRepetitions() {
        let seen = sheets([(1, "a", 0.9), (2, "office", 0.9), (1, "b", 0.9), (2, "office", 0.8)])
        let sorting = SheetSorting(seen, isFeeder: true)
        #expect(sorting.forms.map { $0.map(\.number) } == [[1, 2], [3, 4]])
        #expect(sorting.twice.isEmpty && !sorting.isUnclear)
    }

    /// A sheet that nobody could read may be the first page of what looks like a repetition.
    @Test func besideAnUnreadSheetNothingIsARepetition() {
        let seen = sheets([(1, "a", 0.9), (2, "office", 0.9), (2, "office", 0.8)])
        #expect(SheetSorting(seen, isFeeder: true).twice.count == 1)
        let sorting = SheetSorting(seen, isFeeder: true, hasUnread: true)
        #expect(sorting.isUnclear && sorting.twice.isEmpty)
    }

    @Test func sheetsThatNobodyNamedAreLeft() {
        let seen = sheets([(1, "a", 0.9), (1, "b", 0.9), (2, "b", 0.9), (2, "a", 0.9)])
        let sorting = SheetSorting(seen, isFeeder: true, groups: [[1, 4]])
        #expect(sorting.forms.map { $0.map(\.number) } == [[1, 4]])
        #expect(sorting.left.map(\.number) == [2, 3])
    }

    /// What a reader says about a file is foreign.
    @Test(arguments: [("3", 3), ("0", 1), ("-9", 1), ("9223372036854775807", ReaderLimits.pageCountMax), ("x", nil)])
    func countsOfSheetsAreBounded(text: String, count: Int?) {
        let failure = ReadFailure(.sourceNotYetReadable, format: .pdf, parameters: ["pages": text])
        #expect(failure.sheetCount == count)
    }
}
