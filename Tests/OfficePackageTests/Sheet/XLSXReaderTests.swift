import OfficePackage
import Testing

@Suite struct XLSXReaderTests {
    private static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    private static let package = "http://schemas.openxmlformats.org/package/2006/relationships"

    private func links(_ links: [(id: String, kind: String, target: String)]) -> String {
        let inside = links.map { link in
            "<Relationship Id=\"\(link.id)\" Type=\"\(Self.office)/\(link.kind)\" Target=\"\(link.target)\"/>"
        }
        return "<Relationships xmlns=\"\(Self.package)\">\(inside.joined())</Relationships>"
    }

    private func sheet(_ rows: String) -> String {
        "<worksheet xmlns=\"\(Self.main)\"><sheetData>\(rows)</sheetData></worksheet>"
    }

    private func workbook(_ rows: String, date1904: Bool = false) throws -> [UInt8] {
        let writer = ZipWriter()
        try writer.add("_rels/.rels", links([("r", "officeDocument", "xl/workbook.xml")]))
        let sheets =
            "<sheet name=\"Formularze\" sheetId=\"1\" r:id=\"a\"/><sheet name=\"Inne\" sheetId=\"2\" r:id=\"b\"/>"
        try writer.add(
            "xl/workbook.xml",
            "<workbook xmlns=\"\(Self.main)\" xmlns:r=\"\(Self.office)\"><workbookPr date1904=\"\(date1904)\"/>"
                + "<sheets>\(sheets)</sheets></workbook>"
        )
        try writer.add(
            "xl/_rels/workbook.xml.rels",
            links([
                ("a", "worksheet", "worksheets/sheet1.xml"), ("b", "worksheet", "/xl/worksheets/sheet2.xml"),
                ("s", "sharedStrings", "sharedStrings.xml"), ("t", "styles", "styles.xml"),
            ])
        )
        try writer.add("xl/worksheets/sheet1.xml", sheet(rows))
        try writer.add("xl/worksheets/sheet2.xml", sheet("<row><c><v>7</v></c></row>"))
        try writer.add(
            "xl/sharedStrings.xml",
            "<sst xmlns=\"\(Self.main)\"><si><t>Name</t></si><si><r><t>An</t></r><r><t xml:space=\"preserve\">na </t></r>"
                + "<rPh><t>x</t></rPh></si><si><t>a_x000A_b_x_</t></si></sst>"
        )
        let formats =
            "<numFmt numFmtId=\"164\" formatCode=\"[$-415]dd\\-mm\\-yyyy;@\"/><numFmt numFmtId=\"165\" formatCode=\"0&quot;d&quot;\"/>"
        let cells = [0, 14, 164, 165].map { "<xf numFmtId=\"\($0)\"/>" }.joined()
        try writer.add(
            "xl/styles.xml",
            "<styleSheet xmlns=\"\(Self.main)\"><numFmts>\(formats)</numFmts><cellXfs>\(cells)</cellXfs></styleSheet>"
        )
        return try writer.finish()
    }

    private func rows(_ bytes: [UInt8], sheet: String? = nil) throws -> [[XLSXReader.Value]] {
        var rows: [[XLSXReader.Value]] = []
        try XLSXReader(bytes).forEachRow(sheet: sheet) { _, cells in
            rows.append(cells)
            return true
        }
        return rows
    }

    @Test func textsNumbersAndSwitchesAreRead() throws {
        let cells =
            "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"C1\" t=\"s\"><v>1</v></c><c t=\"s\"><v>2</v></c></row>"
            + "<row r=\"3\"><c r=\"A3\" t=\"inlineStr\"><is><t>typed</t></is></c><c r=\"B3\" t=\"b\"><v>1</v></c>"
            + "<c r=\"C3\"><v>12.50</v></c><c r=\"D3\" t=\"e\"><v>#N/A</v></c>"
            + "<c r=\"E3\" t=\"str\"><f>A1</f><v>result</v></c><c r=\"F3\" s=\"1\"/></row>"
        let first: [XLSXReader.Value] = [.text("Name"), .empty, .text("Anna "), .text("a\nb_x_")]
        let second: [XLSXReader.Value] = [
            .text("typed"), .boolean(true), .number("12.50"), .error("#N/A"), .text("result"),
        ]
        #expect(try rows(workbook(cells)) == [first, second])
    }

    @Test(arguments: [
        ("1", "46082", XLSXReader.Value.date("2026-03-01")), ("2", "46082.5", .date("2026-03-01T12:00:00")),
        ("3", "5", .number("5")), ("1", "0.25", .date("06:00:00")), ("1", "59", .date("1900-02-28")),
        ("1", "61", .date("1900-03-01")), ("0", "46082", .number("46082")), ("1", "-1", .number("-1")),
    ])
    func datesAreToldByTheirStyle(_ style: String, _ number: String, _ value: XLSXReader.Value) throws {
        #expect(try rows(workbook("<row><c s=\"\(style)\"><v>\(number)</v></c></row>")) == [[value]])
    }

    @Test func datesFrom1904AreRead() throws {
        let cells = "<row><c s=\"1\"><v>0</v></c><c s=\"1\"><v>44620</v></c></row>"
        #expect(try rows(workbook(cells, date1904: true)) == [[.date("1904-01-01"), .date("2026-03-01")]])
    }

    @Test func aSheetIsFoundByName() throws {
        let bytes = try workbook("")
        #expect(try rows(bytes, sheet: "Inne") == [[.number("7")]])
        #expect(try XLSXReader(bytes).sheetNames == ["Formularze", "Inne"])
        #expect(throws: PackageError(.missingPart, "worksheet")) { try rows(bytes, sheet: "None") }
    }

    @Test func readingEndsWhenTheCallerHasEnough() throws {
        let bytes = try workbook("<row/><row/><row/>")
        var count = 0
        try XLSXReader(bytes).forEachRow { _, _ in
            count += 1
            return count < 2
        }
        #expect(count == 2)
    }

    @Test func rowsAreBounded() throws {
        var limits = PackageLimits()
        limits.rowCountMax = 2
        let reader = try XLSXReader(workbook("<row/><row/><row/>"), limits: limits)
        #expect(throws: PackageError(.limit, "rows")) { try reader.forEachRow { _, _ in true } }
    }
}
