import FormModel
import ReaderProtocol
import Testing

@testable import Desk

struct ScannedFormsTests {
    /// What is proposed for sheets in disorder: a form has each page once, first pages with second ones in turn.
    @Test(arguments: [
        ([1, 1, 2, 2], "1+3,2+4"), ([2, 2, 1, 1], "3+1,4+2"), ([1, 1, 1, 2], "1+4,2,3"),
    ])
    func disorderGetsALikelyProposal(pages: [Int], proposal: String) throws {
        let page = FormPage(width: 595, height: 842)
        let map = FormMap(event: "x", version: "K7WQ3M9T", language: .polish, origin: .own, pages: [page, page])
        var reading = Reading(format: .jpeg)
        reading.sheets = pages.enumerated().map { ScannedSheet(number: $0.offset + 1, formPage: $0.element) }
        let forms = ScannedForms([ReadSheets(map: map, reading: reading, crops: [])], unread: [], isFeeder: false)
        let finding = try #require(forms.findings.first { $0.code == .scanSheetsUnclear })
        #expect(finding.parameters["proposal"] == proposal)
    }
}
