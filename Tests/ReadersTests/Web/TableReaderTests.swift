import FormModel
import OfficePackage
import ReaderProtocol
import Readers
import Testing

struct TableReaderTests {
    /// Everything that reading these bytes sends.
    static func replies(_ bytes: [UInt8], hint: SourceFormat?) throws -> [ReaderReply] {
        var replies: [ReaderReply] = []
        try bytes.withUnsafeBytes { raw in
            try DocumentReader.read(raw, hint: hint) { (reply) throws(WireFault) in
                // Encoding shows that the record can be sent.
                _ = try reply.encoded()
                replies.append(reply)
            }
        }
        return replies
    }

    /// Rows as `number: name=value|…`, faults as `number! reason`; the last record behind them.
    static func digest(_ bytes: [UInt8], hint: SourceFormat?) throws -> [String] {
        try replies(bytes, hint: hint).map { reply in
            switch reply {
            case .row(let row):
                let fields = row.reading?.fields.map { "\($0.name)=\($0.value)" }.joined(separator: "|")
                return fields.map { "\(row.number): \($0)" }
                    ?? "\(row.number)! \(row.fault?.parameters["reason"] ?? "")"
            case .failure(let failure): return "failure \(failure.code.rawValue)"
            case .end: return "end"
            default: return "other"
            }
        }
    }

    @Test(arguments: [
        ("a;b\n1;2\n", ["2: a=1|b=2", "end"]),
        ("a,b\r\n1,2\r\n", ["2: a=1|b=2", "end"]),
        ("a\tb\r1\t2", ["2: a=1|b=2", "end"]),
        ("sep=;\na;b\n\"x;y\";2", ["2: a=x;y|b=2", "end"]),
        ("a,b;c\n1,2;3\n", ["2: a,b=1,2|c=3", "end"]),
        ("a,b\n\"two\nlines\",\"say \"\"yes\"\"\"\n", ["2: a=two\nlines|b=say \"yes\"", "end"]),
        ("a,b\n\n1,\n,\n,2\n", ["3: a=1", "5: b=2", "end"]),
        ("a,b\n1,2,3\n4\n5,6\n", ["2! columns", "3! columns", "4: a=5|b=6", "end"]),
        ("a,b\n\"open,2\n3,4\n", ["2! quote", "3: a=3|b=4", "end"]),
        ("a,b\n\"x\"y,2\n3,4\n", ["2! quote", "3: a=3|b=4", "end"]),
        ("a,,b\n1,2,3\n", ["2: a=1|column[2]=2|b=3", "end"]),
        ("a,b\n", ["failure source.empty"]),
    ])
    func commaSeparatedRowsAreRead(text: String, expected: [String]) throws {
        #expect(try Self.digest(Array(text.utf8), hint: .csv) == expected)
    }

    @Test func encodingsAreTold() throws {
        let text = "imię;miasto\nŁucja;Łódź\n"
        let narrow: [UInt8] = [0x69, 0x6D, 0x69, 0xEA, 0x3B, 0x78, 0x0A, 0xA3, 0x75, 0x3B, 0xF3, 0x9F, 0x0A]
        let little = text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        let big = text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
        let expected = ["2: imię=Łucja|miasto=Łódź", "end"]
        for bytes in [
            Array(text.utf8), [0xEF, 0xBB, 0xBF] + Array(text.utf8), [0xFF, 0xFE] + little, [0xFE, 0xFF] + big, little,
        ] {
            #expect(try Self.digest(bytes, hint: .csv) == expected)
        }
        #expect(try Self.digest(narrow, hint: .csv) == ["2: imię=Łu|x=óź", "end"])
    }

    @Test func rowsCarryTheirPlaces() throws {
        let replies = try Self.replies(Array("a,b\n,2\n".utf8), hint: .csv)
        let field = NamedField(name: "b", value: "2", place: "row[2]/column[2]")
        #expect(replies == [.row(TableRow(number: 2, reading: Reading(format: .csv, fields: [field]))), .end])
    }

    @Test func tablesHaveALimitAndSaySo() throws {
        var text = "a,b\n"
        for number in 0...ReaderLimits.tableRowCountMax { text += "\(number),x\n" }
        let replies = try Self.replies(Array(text.utf8), hint: .csv)
        #expect(replies.count == ReaderLimits.tableRowCountMax + 1)
        guard case .failure(let failure) = replies.last else {
            Issue.record("no failure")
            return
        }
        #expect(failure.code == .sourceLimit)
        #expect(failure.parameters["limit"] == "tableRowCountMax")
    }

    @Test(arguments: [
        ("{\"a\":\"x\",\"n\":1.50,\"f\":true,\"z\":null,\"e\":\"\"}", ["1: a=x|n=1.50|f=true", "end"]),
        ("{\"tags\":[\"x\",\"y\",2],\"none\":[]}", ["1: tags=x; y; 2", "end"]),
        (
            "{\"d\":[{\"email\":\"a\"},{\"email\":\"b\"}],\"o\":{\"city\":\"Łódź\"}}",
            ["1: d[1].email=a|d[2].email=b|o.city=Łódź", "end"]
        ),
        ("{\"a\":1}\r\n\n{\"a\"\n[1]\n{\"a\":2}", ["1: a=1", "3! json", "4! json", "5: a=2", "end"]),
    ])
    func jsonLinesAreFlattened(text: String, expected: [String]) throws {
        #expect(try Self.digest(Array(text.utf8), hint: .jsonl) == expected)
    }

    @Test func deepJSONIsAFaultAndTheRestGoesOn() throws {
        let deep = String(repeating: "{\"a\":", count: 40) + "1" + String(repeating: "}", count: 40)
        let replies = try Self.replies(Array((deep + "\n{\"a\":1}").utf8), hint: .jsonl)
        guard case .row(let row) = replies.first else {
            Issue.record("no row")
            return
        }
        #expect(row.fault?.parameters == ["limit": "jsonDepthMax"])
        #expect(replies.count == 3)
    }

    @Test func spreadsheetRowsKeepTheirNumbers() throws {
        let replies = try Self.digest(try Self.workbook(), hint: .xlsx)
        #expect(replies == ["3: imię=Łucja|wiek=17", "5: imię=Jan", "end"])
    }

    /// Head in row 1, row 2 empty, row 4 missing.
    private static func workbook() throws -> [UInt8] {
        let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
        let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        let package = "http://schemas.openxmlformats.org/package/2006"
        let sheetType = "application/vnd.openxmlformats-officedocument.spreadsheetml"
        func text(_ place: String, _ value: String) -> String {
            "<c r=\"\(place)\" t=\"inlineStr\"><is><t>\(value)</t></is></c>"
        }
        let rows = """
            <row r="1">\(text("A1", "imię"))\(text("B1", "wiek"))</row><row r="2"/>\
            <row r="3">\(text("A3", "Łucja"))<c r="B3"><v>17</v></c></row><row r="5">\(text("A5", "Jan"))</row>
            """
        let writer = ZipWriter()
        try writer.add(
            "[Content_Types].xml",
            """
            <Types xmlns="\(package)/content-types"><Default Extension="rels" \
            ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
            <Override PartName="/xl/workbook.xml" ContentType="\(sheetType).sheet.main+xml"/>\
            <Override PartName="/xl/worksheets/sheet1.xml" ContentType="\(sheetType).worksheet+xml"/></Types>
            """
        )
        try writer.add(
            "_rels/.rels",
            """
            <Relationships xmlns="\(package)/relationships"><Relationship Id="r1" Type="\(office)/officeDocument" \
            Target="xl/workbook.xml"/></Relationships>
            """
        )
        try writer.add(
            "xl/workbook.xml",
            """
            <workbook xmlns="\(main)" xmlns:r="\(office)"><sheets><sheet name="A" sheetId="1" r:id="r1"/></sheets>\
            </workbook>
            """
        )
        try writer.add(
            "xl/_rels/workbook.xml.rels",
            """
            <Relationships xmlns="\(package)/relationships"><Relationship Id="r1" Type="\(office)/worksheet" \
            Target="worksheets/sheet1.xml"/></Relationships>
            """
        )
        try writer.add(
            "xl/worksheets/sheet1.xml",
            "<worksheet xmlns=\"\(main)\"><sheetData>\(rows)</sheetData></worksheet>"
        )
        return try writer.finish()
    }
}
