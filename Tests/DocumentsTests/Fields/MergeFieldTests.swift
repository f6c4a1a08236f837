import Documents
import OfficePackage
import Testing

struct MergeFieldTests {
    /// A complex field as Word writes it, its instruction cut in two.
    static func field(_ instruction: String, result: String? = "«x»", format: String = "") -> String {
        let half = instruction.index(instruction.startIndex, offsetBy: instruction.count / 2)
        func text(_ part: some StringProtocol) -> String {
            "<w:r><w:instrText xml:space=\"preserve\">\(XMLEscape.text(String(part)))</w:instrText></w:r>"
        }
        let shown = result.map {
            "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r>\(format)<w:t>\($0)</w:t></w:r>"
        }
        return "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>" + text(instruction[..<half])
            + text(instruction[half...])
            + (shown ?? "") + "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"
    }

    private func file(_ runs: String...) -> WordFile {
        WordFile(runs.map { .object([("xml", .string("<w:p>\($0)</w:p>"))]) })
    }

    @Test(arguments: [
        (" MERGEFIELD name ", "Anna & Ewa"), (" MERGEFIELD \"full name\" \\* MERGEFORMAT ", "Anna Testowa"),
        (" MERGEFIELD person.city ", "Toruń"), (" MERGEFIELD name \\* Upper ", "ANNA & EWA"),
        (" MERGEFIELD name \\* lower", "anna & ewa"), (" MERGEFIELD amount \\# \"# ##0,00 zł\" ", "1\u{A0}250,50 zł"),
        (" MERGEFIELD amount \\# 0.0 ", "1250.5"), (" MERGEFIELD amount \\# \"#,##0.00\" ", "1,250.50"),
        (" MERGEFIELD day \\@ \"dd.MM.yyyy\" ", "14.12.2023"),
        (" MERGEFIELD day \\@ \"d MMMM yyyy\" ", "14 grudnia 2023"),
        (" MERGEFIELD name \\b \"(\" \\f \")\" ", "(Anna & Ewa)"), (" MERGEFIELD empty \\b \"(\" \\f \")\" ", ""),
        (" IF { } ", "«x»"), (" PAGE ", "«x»"),
    ])
    func instructionIsFilled(_ instruction: String, _ expected: String) throws {
        let data = try DataValue.json(
            #"""
            {"name": "Anna & Ewa", "full name": "Anna Testowa", "person": {"city": "Toruń"}, "amount": 1250.5,
             "day": "2023-12-14", "empty": ""}
            """#
        )
        if instruction.contains("IF") {
            #expect(throws: TemplateErrors.self) { try Template(bytes: file(Self.field(instruction)).bytes()) }
            return
        }
        #expect(
            try rendered(file("<w:r><w:t>a </w:t></w:r>" + Self.field(instruction)), data).blocks() == ["a " + expected]
        )
    }

    @Test func simpleFieldLosesItsFrame() throws {
        let xml =
            "<w:fldSimple w:instr=\" MERGEFIELD name \"><w:r><w:rPr><w:b/></w:rPr><w:t>«name»</w:t></w:r></w:fldSimple>"
        let text = try rendered(file(xml), ["name": "Anna"])
        #expect(try text.blocks() == ["Anna"])
        let result = try text.part("word/document.xml")
        #expect(!result.contains("fldSimple"))
        #expect(result.contains("<w:b/>"))
    }

    @Test func fieldWithoutResultIsFilled() throws {
        #expect(try rendered(file(Self.field(" MERGEFIELD name ", result: nil)), ["name": "Anna"]).blocks() == ["Anna"])
    }

    @Test func resultKeepsItsFormat() throws {
        let text = try rendered(
            file(Self.field(" MERGEFIELD name ", format: "<w:rPr><w:i/></w:rPr>")),
            ["name": "Anna"]
        )
        #expect(
            try text.part("word/document.xml").contains("<w:rPr><w:i/></w:rPr><w:t xml:space=\"preserve\">Anna</w:t>")
        )
        #expect(try !text.part("word/document.xml").contains("fldChar"))
    }

    @Test(arguments: [
        ("pani", "Szanowna Pani"), ("pan", "Szanowny Panie"), ("PANI", "Szanowny Panie"),
    ])
    func conditionIsEvaluated(_ form: String, _ expected: String) throws {
        let inner = Self.field(" MERGEFIELD form ", result: nil)
        let xml =
            "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> IF </w:instrText></w:r>" + inner
            + "<w:r><w:instrText> = \"pani\" \"Szanowna Pani\" \"Szanowny Panie\" </w:instrText></w:r>"
            + "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>old</w:t></w:r>"
            + "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"
        #expect(try rendered(file(xml), ["form": .string(form)]).blocks() == [expected])
    }

    @Test func listInAFieldRepeatsItsRow() throws {
        let cells = [" MERGEFIELD no ", " MERGEFIELD name "].map { instruction -> DataValue in
            .object([("xml", .string("<w:p>\(Self.field(instruction))</w:p>"))])
        }
        let file = WordFile([["table": [["No", "Name"], .array(cells)]], "end"])
        let rows = try DataValue.json(#"{"no": [{"no": 1, "name": "A"}, {"no": 2, "name": "B"}]}"#)
        #expect(try rendered(file, rows).blocks() == ["[No | Name] [1 | A] [2 | B]", "end"])
        #expect(try rendered(file, ["no": 7, "name": "C"]).blocks() == ["[No | Name] [7 | C]", "end"])
        #expect(try rendered(file, ["no": [], "name": "C"]).blocks() == ["[No | Name]", "end"])
    }

    @Test func regionRepeatsItsRow() throws {
        let first = Self.field(" MERGEFIELD TableStart:rows ") + Self.field(" MERGEFIELD no ")
        let last = Self.field(" MERGEFIELD title ") + Self.field(" MERGEFIELD TableEnd:rows ")
        let cells = [first, last].map { xml -> DataValue in .object([("xml", .string("<w:p>\(xml)</w:p>"))]) }
        let data = try DataValue.json(#"{"title": "T", "rows": [{"no": 1}, {"no": 2, "title": "own"}]}"#)
        #expect(try rendered(WordFile([["table": [.array(cells)]]]), data).blocks() == ["[1 | T] [2 | own]"])
    }

    @Test func missingFieldIsNamed() throws {
        let template = try Template(bytes: file(Self.field(" MERGEFIELD Nazwisko ")).bytes())
        let error = #expect(throws: RenderError.self) { try template.render([:]) }
        #expect(error?.names == ["Nazwisko"])
        #expect(template.variables.names == ["Nazwisko"])
    }

    @Test(arguments: [
        "INCLUDETEXT \"/etc/passwd\"", "INCLUDEPICTURE \"http://example.org/x\"", "DDEAUTO excel", "DATABASE x",
    ])
    func fieldThatReadsOtherFilesIsRefused(_ instruction: String) throws {
        let error = #expect(throws: TemplateErrors.self) {
            try Template(bytes: file(Self.field(" \(instruction) ")).bytes())
        }
        #expect(error?.faults.map(\.code) == [.packageRefused])
    }

    @Test func dialectsMix() throws {
        let text = try rendered(
            file(
                "<w:r><w:t>{{ a|upper }} </w:t></w:r>" + Self.field(" MERGEFIELD b ")
                    + "<w:r><w:t>{% if c %}!{% endif %}</w:t></w:r>"
            ),
            ["a": "x", "b": "y", "c": 1]
        )
        #expect(try text.blocks() == ["X y!"])
    }

    /// Word keeps what the inner field showed when the template was saved, as text or as a piece of the instruction.
    @Test(arguments: ["w:t", "w:instrText"]) func innerResultIsNoText(_ element: String) throws {
        func mark(_ kind: String) -> String { "<w:r><w:fldChar w:fldCharType=\"\(kind)\"/></w:r>" }
        func code(_ text: String) -> String { "<w:r><w:instrText xml:space=\"preserve\">\(text)</w:instrText></w:r>" }
        let inner =
            mark("begin") + code(" MERGEFIELD sex ") + mark("separate")
            + "<w:r><\(element)>M \"x\"</\(element)></w:r>" + mark("end")
        let xml =
            mark("begin") + code(" IF ") + inner + code(" = \"K\" \"Pani\" \"Pan\" ") + mark("separate")
            + "<w:r><w:t>Pan</w:t></w:r>" + mark("end")
        #expect(try rendered(file("<w:r><w:t>a </w:t></w:r>" + xml), ["sex": "K"]).blocks() == ["a Pani"])
    }
}
