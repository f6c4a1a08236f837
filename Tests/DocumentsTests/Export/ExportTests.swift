import Documents
import Foundation
import FormModel
import OfficePackage
import Testing

struct ExportTests {
    private let columns = [
        TableExport.Column(key: "surname", title: "Nazwisko"),
        TableExport.Column(key: "phone", title: "Telefon"),
        TableExport.Column(key: "points", title: "Punkty", kind: .number),
        TableExport.Column(key: "born", title: "Data urodzenia", kind: .date),
        TableExport.Column(key: "received", title: "Wpłynęło", kind: .dateTime),
        TableExport.Column(key: "consent", title: "Zgoda", kind: .flag),
    ]

    private func table(_ rows: [[TableExport.Cell]]) -> TableExport {
        TableExport(sheet: TableExport.Sheet(name: "Uczestnicy", columns: columns, rows: rows))
    }

    private func day(_ text: String) throws -> CalendarDate { try #require(CalendarDate(iso: text)) }

    private func row() throws -> [TableExport.Cell] {
        [
            .text("Żak; \"Ćma\""), .text("+48990000001"), .number(try #require(DecimalNumber("12.5"))),
            .date(try day("1901-02-03")),
            .dateTime(try day("2023-12-14"), hour: 9, minute: 5, second: 7), .flag(true),
        ]
    }

    @Test func csvIsWhatPolishSpreadsheetsOpen() throws {
        let text = String(decoding: CSVExport().bytes(table([try row(), [.empty, .text("a\nb")]])), as: UTF8.self)
        let expected =
            "\u{FEFF}Nazwisko;Telefon;Punkty;Data urodzenia;Wpłynęło;Zgoda\r\n"
            + "\"Żak; \"\"Ćma\"\"\";+48 990-000-001;12,5;1901-02-03;2023-12-14 09:05:07;tak\r\n" + ";\"a\nb\"\r\n"
        #expect(text.unicodeScalars.elementsEqual(expected.unicodeScalars))
    }

    @Test(arguments: [
        ("=1+1", "'=1+1"), ("+cmd|' /C calc'!A0", "'+cmd|' /C calc'!A0"), ("-2", "'-2"), ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"), ("\r=1", "'\r=1"), ("plain", "plain"), ("a=1", "a=1"), ("+48990000001", "+48 990-000-001"),
        ("+380100000003", "+380 100-000-003"), ("+375100000003", "+375 100-000-003"),
        ("+12025550123", "+1 2-025-550-123"),
        ("+0123456789", "'+0123456789"), ("+48", "'+48"), ("+48 990", "'+48 990"), ("", ""),
    ])
    func formulaLookingTextIsHarmless(_ text: String, _ expected: String) {
        #expect(SpreadsheetText.harmless(text) == expected)
    }

    @Test func jsonNamesMembersByKey() throws {
        let text = String(decoding: JSONExport().bytes(table([try row(), [.empty, .text("=x\n\"")]])), as: UTF8.self)
        let expected =
            "[\n{\"surname\":\"Żak; \\\"Ćma\\\"\",\"phone\":\"+48990000001\",\"points\":12.5,\"born\":\"1901-02-03\","
            + "\"received\":\"2023-12-14T09:05:07\",\"consent\":true},\n{\"phone\":\"=x\\n\\\"\"}\n]\n"
        #expect(text == expected)
    }

    @Test func jsonWithFurtherSheetsIsAnObject() throws {
        var export = table([])
        export.furtherSheets = [
            TableExport.Sheet(
                name: "Delegaci",
                columns: [TableExport.Column(key: "n", title: "N")],
                rows: [[.text("x")]]
            )
        ]
        #expect(
            String(decoding: JSONExport().bytes(export), as: UTF8.self)
                == "{\"Uczestnicy\":[\n],\n\"Delegaci\":[\n{\"n\":\"x\"}\n]}\n"
        )
    }

    @Test func workbookHoldsDatesTextsAndFrozenHeader() throws {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("nabor-\(UUID().uuidString).xlsx").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        var export = table([try row(), [.text("=1+1"), .text("0012"), .empty]])
        export.furtherSheets = [
            TableExport.Sheet(name: "A/B", columns: [TableExport.Column(key: "n", title: "N")], rows: [[.text("x")]])
        ]
        try XLSXExport().write(export, path: path)
        let archive = try ZipArchive(Array(try Data(contentsOf: URL(fileURLWithPath: path))))
        let sheet = String(decoding: try archive.part(named: "xl/worksheets/sheet1.xml") ?? [], as: UTF8.self)
        #expect(!sheet.contains("<f>"))
        #expect(sheet.contains("state=\"frozen\""))
        #expect(sheet.contains("<autoFilter ref=\"A1:F3\"/>"))
        #expect(sheet.contains("<v>400</v>"))
        #expect(sheet.contains("<t>=1+1</t>"))
        #expect(sheet.contains("<t>0012</t>"))
        let book = String(decoding: try archive.part(named: "xl/workbook.xml") ?? [], as: UTF8.self)
        #expect(book.contains("name=\"Uczestnicy\""))
        #expect(book.contains("name=\"AB\""))
    }

    @Test func workbookThatCannotBeWrittenIsReported() throws {
        let error = #expect(throws: ExportError.self) {
            try XLSXExport().write(table([]), path: "/nowhere/at/all.xlsx")
        }
        #expect(error?.code == .fileUnwritable)
    }
}
