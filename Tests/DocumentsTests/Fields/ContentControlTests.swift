import Documents
import OfficePackage
import Testing

struct ContentControlTests {
    private func control(_ properties: String, _ content: String) -> String {
        "<w:sdt><w:sdtPr>\(properties)</w:sdtPr><w:sdtContent>\(content)</w:sdtContent></w:sdt>"
    }

    private func blocks(_ xml: String, _ data: DataValue) throws -> (text: [String], xml: String) {
        let text = try rendered(WordFile([.object([("xml", .string(xml))])]), data)
        return (try text.blocks(), try text.part("word/document.xml"))
    }

    private let run = "<w:r><w:rPr><w:b/></w:rPr><w:t>click here</w:t></w:r>"

    @Test func controlInALineIsFilledByItsTag() throws {
        let xml = "<w:p>\(control("<w:tag w:val=\"person.name\"/><w:showingPlcHdr/>", run))</w:p>"
        let filled = try blocks(xml, ["person": ["name": "Anna & co"]])
        #expect(filled.text == ["Anna & co"])
        #expect(!filled.xml.contains("showingPlcHdr"))
        #expect(filled.xml.contains("<w:b/>"))
    }

    @Test func controlWithoutValueStaysAsItIs() throws {
        let result = try blocks("<w:p>\(control("<w:tag w:val=\"other\"/><w:showingPlcHdr/>", run))</w:p>", ["a": 1])
        #expect(result.text == ["click here"])
        #expect(result.xml.contains("showingPlcHdr"))
    }

    @Test func controlAroundAParagraphIsFilled() throws {
        let xml = control(
            "<w:tag w:val=\"a\"/>",
            "<w:p><w:pPr><w:jc w:val=\"right\"/></w:pPr>\(run)</w:p><w:p>\(run)</w:p>"
        )
        let result = try blocks(xml, ["a": "x"])
        #expect(result.text == ["x"])
        #expect(result.xml.contains("<w:jc w:val=\"right\"/>"))
    }

    @Test func bindingNamesTheValueAndGoes() throws {
        let properties = "<w:dataBinding w:xpath=\"/ns0:root[1]/ns0:person[1]/ns0:city[1]\" w:storeItemID=\"{X}\"/>"
        let result = try blocks("<w:p>\(control(properties, run))</w:p>", ["person": ["city": "Toruń"]])
        #expect(result.text == ["Toruń"])
        #expect(!result.xml.contains("dataBinding"))
    }

    @Test func choicePrintsItsText() throws {
        let list = "<w:dropDownList><w:listItem w:displayText=\"Fundacja\" w:value=\"f\"/></w:dropDownList>"
        #expect(
            try blocks("<w:p>\(control("<w:tag w:val=\"kind\"/>" + list, run))</w:p>", ["kind": "f"]).text == [
                "Fundacja"
            ]
        )
    }

    @Test func datePrintsItsPattern() throws {
        let date = "<w:date><w:dateFormat w:val=\"dd.MM.yyyy\"/></w:date>"
        let xml = "<w:p>\(control("<w:tag w:val=\"day\"/>" + date, run))</w:p>"
        #expect(try blocks(xml, ["day": "2023-12-14"]).text == ["14.12.2023"])
    }

    @Test(arguments: [(true, "☒", "1"), (false, "☐", "0")]) func boxIsTicked(
        _ flag: Bool,
        _ glyph: String,
        _ state: String
    ) throws {
        let box =
            "<w14:checkbox><w14:checked w14:val=\"0\"/><w14:checkedState w14:val=\"2612\"/><w14:uncheckedState w14:val=\"2610\"/>"
            + "</w14:checkbox>"
        let xml = "<w:p>\(control("<w:tag w:val=\"ok\"/>" + box, "<w:r><w:t>☐</w:t></w:r>"))</w:p>"
        let result = try blocks(xml, ["ok": .bool(flag)])
        #expect(result.text == [glyph])
        #expect(result.xml.contains("<w14:checked w14:val=\"\(state)\"/>"))
    }

    @Test func sectionIsRepeated() throws {
        let w15 = "xmlns:w15=\"http://schemas.microsoft.com/office/word/2012/wordml\""
        let item = control(
            "<w15:repeatingSectionItem \(w15)/>",
            "<w:p>\(control("<w:id w:val=\"7\"/><w:tag w:val=\"name\"/>", run))</w:p>"
        )
        let xml = control("<w:tag w:val=\"people\"/><w15:repeatingSection \(w15)/>", item + item)
        let data = try DataValue.json(#"{"people": [{"name": "A"}, {"name": "B"}, {"name": "C"}]}"#)
        #expect(try blocks(xml, data).text == ["A", "B", "C"])
    }
}
