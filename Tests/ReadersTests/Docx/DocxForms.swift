/// Word forms written by hand, each around one way people and programs make and fill forms.
enum DocxForms {
    static let all: [(name: String, fixture: DocxFixture)] = [
        ("content-controls", contentControls), ("legacy-fields", legacyFields), ("label-table", labelTable),
        ("dotted-lines", dottedLines), ("struck-options", struckOptions), ("symbol-boxes", symbolBoxes),
        ("text-boxes", textBoxes), ("stories", stories), ("tracked-changes", trackedChanges),
        ("data-binding", dataBinding), ("strict-odd-prefix", strict), ("inline-oddities", inlineOddities),
    ]

    private static let contentControls: DocxFixture = {
        let text = control("<w:alias w:val=\"Imię\"/><w:tag w:val=\"given\"/><w:text/>", run("Zażółć &amp; Gęślą"))
        let empty = control("<w:tag w:val=\"phone\"/><w:showingPlcHdr/><w:text/>", run("Kliknij, aby wpisać"))
        let date = control(
            "<w:tag w:val=\"born\"/><w:date w:fullDate=\"1990-02-28T00:00:00Z\"/>",
            run("28 lutego 1990")
        )
        let list = "<w:listItem w:displayText=\"Tak\" w:value=\"yes\"/><w:listItem w:value=\"no\"/>"
        let drop = control("<w:tag w:val=\"car\"/><w:dropDownList>\(list)</w:dropDownList>", run("Tak"))
        let combo = control("<w:tag w:val=\"diet\"/><w:comboBox>\(list)</w:comboBox>", run("wegańska"))
        let state = "<w14:checkedState w14:val=\"0058\" w14:font=\"Arial\"/>"
        let box = control(
            "<w:tag w:val=\"rodo\"/><w14:checkbox><w14:checked w14:val=\"1\"/>\(state)</w14:checkbox>",
            run("X")
        )
        let blank = control(
            "<w:tag w:val=\"photo\"/><w14:checkbox><w14:checked w14:val=\"0\"/></w14:checkbox>",
            run("☐")
        )
        let block = control(
            "<w:tag w:val=\"why\"/>",
            paragraph(run("Pierwszy akapit")) + paragraph(run("Drugi ") + text)
        )
        let cells = control("<w:tag w:val=\"cellLevel\"/><w:text/>", cell(paragraph(run("w komórce"))))
        let item = control("<w15:repeatingSectionItem/>", "<w:tr>\(cell(paragraph(run("delegat"))))\(cells)</w:tr>")
        let rows = control("<w:tag w:val=\"delegates\"/><w15:repeatingSection/>", item)
        let grid = "<w:tblGrid><w:gridCol w:w=\"1\"/><w:gridCol w:w=\"1\"/></w:tblGrid>"
        return DocxFixture(
            paragraph(run("Imię: ") + text) + paragraph(run("Telefon: ") + empty) + paragraph(date + drop + combo)
                + paragraph(box + run(" zgoda ") + blank) + block + "<w:tbl><w:tblPr/>\(grid)\(rows)</w:tbl>"
                + paragraph("")
        )
    }()

    private static func field(_ data: String, instruction: [String], result: String?) -> String {
        let instructions = instruction.map { "<w:r><w:instrText xml:space=\"preserve\">\($0)</w:instrText></w:r>" }
            .joined()
        let middle = result.map { "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>\($0)" } ?? ""
        return "<w:r><w:fldChar w:fldCharType=\"begin\"><w:ffData>\(data)</w:ffData></w:fldChar></w:r>"
            + instructions + middle + "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"
    }

    private static let legacyFields: DocxFixture = {
        let filled = field(
            "<w:name w:val=\"Tekst1\"/><w:enabled/><w:textInput/>",
            instruction: [" FORM", "TEXT "],
            result: run("Jan ") + run("Nowak", "<w:b/>")
        )
        let five = run("\u{2002}\u{2002}\u{2002}\u{2002}\u{2002}")
        let empty = field("<w:name w:val=\"Tekst2\"/><w:textInput/>", instruction: [" FORMTEXT "], result: five)
        let box = field(
            "<w:name w:val=\"Wybor1\"/><w:checkBox><w:sizeAuto/><w:default w:val=\"0\"/><w:checked/></w:checkBox>",
            instruction: [" FORMCHECKBOX "],
            result: nil
        )
        let blank = field(
            "<w:name w:val=\"Wybor2\"/><w:checkBox><w:sizeAuto/><w:default w:val=\"0\"/></w:checkBox>",
            instruction: [" FORMCHECKBOX "],
            result: ""
        )
        let drop = field(
            "<w:name w:val=\"Lista1\"/><w:ddList><w:result w:val=\"1\"/><w:listEntry w:val=\"Warszawa\"/><w:listEntry w:val=\"Kraków\"/></w:ddList>",
            instruction: [" FORMDROPDOWN "],
            result: nil
        )
        return DocxFixture(
            paragraph(run("Nazwisko: ") + filled) + paragraph(run("Ulica: ") + empty)
                + paragraph(box + run(" tak ") + blank + run(" nie"))
                + paragraph(run("Miasto: ") + drop)
        )
    }()

    private static let labelTable = DocxFixture(
        table([
            cell(paragraph(run("Dane osobowe", "<w:b/>")), "<w:gridSpan w:val=\"2\"/>"),
            cell(paragraph(run("1. Imię i nazwisko*:"))) + cell(paragraph(run("Anna Nowak"))),
            cell(paragraph(run("Adres")), "<w:vMerge w:val=\"restart\"/>") + cell(paragraph(run("ul. Długa 1"))),
            cell(paragraph(""), "<w:vMerge/>") + cell(paragraph(run("00-001 Warszawa"))),
            "<w:trPr><w:gridBefore w:val=\"1\"/></w:trPr>" + cell(paragraph(run("sam prawy"))),
            cell(table([cell(paragraph(run("TAK"))) + cell(paragraph(run("NIE")))]) + paragraph(""))
                + cell(paragraph("")),
        ]) + paragraph("")
    )

    private static let dottedLines: DocxFixture = {
        var fixture = DocxFixture(
            paragraph(
                run("Imię:") + "<w:r><w:tab/></w:r>",
                "<w:tabs><w:tab w:val=\"right\" w:leader=\"dot\" w:pos=\"9000\"/></w:tabs>"
            )
                + paragraph(
                    run("Miasto:") + "<w:r><w:tab/></w:r>" + run("Łódź") + "<w:r><w:tab/></w:r>",
                    "<w:pStyle w:val=\"Linia\"/>"
                )
                + paragraph(run("Kod: ........00-950........")) + paragraph(run("Tel.: ____________"))
                + paragraph("<w:r><w:tab/></w:r>" + run("bez linii"))
        )
        fixture.styles =
            "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"N\"><w:rPr><w:lang w:val=\"pl-PL\"/></w:rPr></w:style><w:style w:type=\"paragraph\" w:styleId=\"Linia\"><w:basedOn w:val=\"Baza\"/></w:style><w:style w:type=\"paragraph\" w:styleId=\"Baza\"><w:pPr><w:tabs><w:tab w:val=\"left\" w:pos=\"2000\"/><w:tab w:val=\"right\" w:leader=\"underscore\" w:pos=\"9000\"/></w:tabs></w:pPr></w:style>"
        return fixture
    }()

    private static let struckOptions: DocxFixture = {
        var fixture = DocxFixture(
            paragraph(run("TAK") + run(" / ") + run("NIE", "<w:strike/>"))
                + paragraph(run("TAK", "<w:dstrike/>") + run(" / NIE"))
                + paragraph(run("TAK", "<w:highlight w:val=\"yellow\"/>") + run(" / NIE"))
                + paragraph(run("TAK", "<w:shd w:val=\"clear\" w:fill=\"FFFF00\"/>") + run(" / NIE"))
                + paragraph(run("TAK", "<w:u w:val=\"single\"/>") + run(" / NIE", "<w:u w:val=\"none\"/>"))
                + paragraph(
                    run("TAK", "<w:rStyle w:val=\"Skreslony\"/>")
                        + run(" / NIE", "<w:rStyle w:val=\"Skreslony\"/><w:strike w:val=\"0\"/>")
                )
                + paragraph(
                    run("gruby i znów", "<w:rStyle w:val=\"Gruby\"/>") + run(" zwykły w grubym"),
                    "<w:pStyle w:val=\"GrubyAkapit\"/>"
                )
                + paragraph(run("ukryte", "<w:vanish/>") + run("widoczne"))
        )
        fixture.styles =
            "<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val=\"en-GB\"/></w:rPr></w:rPrDefault></w:docDefaults><w:style w:type=\"character\" w:styleId=\"Skreslony\"><w:rPr><w:strike/></w:rPr></w:style><w:style w:type=\"character\" w:styleId=\"Gruby\"><w:rPr><w:b/></w:rPr></w:style><w:style w:type=\"paragraph\" w:styleId=\"GrubyAkapit\"><w:rPr><w:b/></w:rPr></w:style>"
        return fixture
    }()

    private static let symbolBoxes = DocxFixture(
        paragraph(
            "<w:r><w:sym w:font=\"Wingdings\" w:char=\"F0A8\"/></w:r>" + run(" nie ")
                + "<w:r><w:sym w:font=\"Wingdings\" w:char=\"F0FE\"/></w:r>" + run(" tak")
        )
            + paragraph(
                "<w:r><w:sym w:font=\"Wingdings 2\" w:char=\"F052\"/></w:r>"
                    + "<w:r><w:sym w:font=\"Wingdings\" w:char=\"F0FC\"/></w:r>"
            )
            + paragraph(run("o", "<w:rFonts w:ascii=\"Wingdings\" w:hAnsi=\"Wingdings\"/>") + run(" opcja"))
            + paragraph(run("\u{F078} wybrane")) + paragraph(run("☐ A  ☒ B  [x] C  (X) D"))
    )

    private static let textBoxes: DocxFixture = {
        let inside = "<w:txbxContent>\(paragraph(run("Kod: ") + run("ABC", "<w:b/>")))</w:txbxContent>"
        let choice =
            "<mc:Choice Requires=\"wps\"><w:drawing><wps:wsp><wps:txbx>\(inside)</wps:txbx></wps:wsp></w:drawing></mc:Choice>"
        let fallback = "<mc:Fallback><w:pict><v:shape><v:textbox>\(inside)</v:textbox></v:shape></w:pict></mc:Fallback>"
        let unknown =
            "<mc:AlternateContent xmlns:zz=\"urn:zz\"><mc:Choice Requires=\"zz\">\(run("nowe"))</mc:Choice><mc:Fallback>\(run("stare"))</mc:Fallback></mc:AlternateContent>"
        return DocxFixture(
            paragraph(
                run("przed ") + "<w:r><mc:AlternateContent>\(choice)\(fallback)</mc:AlternateContent></w:r>" + run("po")
            )
                + paragraph(unknown)
                + paragraph("<w:r><w:pict><v:shape><v:textbox>\(inside)</v:textbox></v:shape></w:pict></w:r>")
        )
    }()

    private static let stories: DocxFixture = {
        var fixture = DocxFixture(
            paragraph(
                run("E-mail") + "<w:r><w:footnoteReference w:id=\"2\"/></w:r>" + run(": ")
                    + "<w:r><w:endnoteReference w:id=\"3\"/></w:r>"
            )
                + paragraph("", "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"rIdP0\"/></w:sectPr>")
                + "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"rIdP0\"/><w:footerReference w:type=\"first\" r:id=\"rIdP1\"/></w:sectPr>"
        )
        let note = { (id: Int, text: String) in
            "<w:footnote w:id=\"\(id)\">\(paragraph("<w:r><w:footnoteRef/></w:r>" + run(text)))</w:footnote>"
        }
        fixture.parts = [
            ("word/header1.xml", "header", DocxFixture.part("w:hdr", paragraph(run("Formularz zgłoszeniowy")))),
            (
                "word/footer1.xml", "footer",
                DocxFixture.part(
                    "w:ftr",
                    table(
                        [cell(paragraph(run("Strona ") + "<w:fldSimple w:instr=\"PAGE\">\(run("1"))</w:fldSimple>"))],
                        columns: 1
                    )
                )
            ),
            (
                "word/footnotes.xml", "footnotes",
                DocxFixture.part(
                    "w:footnotes",
                    "<w:footnote w:type=\"separator\" w:id=\"-1\">\(paragraph(run("---")))</w:footnote>"
                        + note(2, " nieobowiązkowe")
                )
            ),
            (
                "word/endnotes.xml", "endnotes",
                DocxFixture.part("w:endnotes", "<w:endnote w:id=\"3\">\(paragraph(run("koniec")))</w:endnote>")
            ),
        ]
        return fixture
    }()

    private static let trackedChanges: DocxFixture = {
        let who = "w:id=\"1\" w:author=\"A\""
        return DocxFixture(
            paragraph(
                run("Imię: ")
                    + "<w:del \(who)><w:r><w:delText>Anna</w:delText></w:r></w:del><w:ins \(who)>\(run("Joanna"))</w:ins>"
            )
                + paragraph(run("sklejony "), "<w:rPr><w:del \(who)/></w:rPr>") + paragraph(run("akapit"))
                + paragraph("<w:moveFrom \(who)>\(run("stąd"))</w:moveFrom><w:moveTo \(who)>\(run("tu"))</w:moveTo>")
                + paragraph(
                    "<w:r><w:rPr><w:b/><w:rPrChange \(who)><w:rPr><w:strike/></w:rPr></w:rPrChange></w:rPr><w:t>gruby</w:t></w:r>"
                )
                + table(
                    [
                        "<w:trPr><w:del \(who)/></w:trPr>" + cell(paragraph(run("usunięty"))),
                        "<w:trPr><w:ins \(who)/></w:trPr>" + cell(paragraph(run("dodany"))),
                    ],
                    columns: 1
                )
                + paragraph(
                    run("komentarz") + "<w:commentRangeStart w:id=\"0\"/><w:r><w:commentReference w:id=\"0\"/></w:r>"
                )
        )
    }()

    private static let dataBinding: DocxFixture = {
        let store = "{11111111-2222-3333-4444-555555555555}"
        let bind = { (path: String) in
            "<w:dataBinding w:prefixMappings=\"xmlns:ns0='urn:form'\" w:xpath=\"\(path)\" w:storeItemID=\"\(store)\"/>"
        }
        var fixture = DocxFixture(
            paragraph(control("<w:tag w:val=\"a\"/>\(bind("/ns0:form[1]/ns0:name[1]"))<w:text/>", run("stary tekst")))
                + paragraph(
                    control(
                        "<w:tag w:val=\"b\"/>\(bind("/ns0:form[1]/ns0:name[2]"))<w:showingPlcHdr/><w:text/>",
                        run("wpisz")
                    )
                )
                + paragraph(
                    control(
                        "<w:tag w:val=\"c\"/>\(bind("/ns0:form[1]/@ok"))<w14:checkbox><w14:checked w14:val=\"0\"/></w14:checkbox>",
                        run("☐")
                    )
                )
                + paragraph(control("<w:tag w:val=\"d\"/>\(bind("/ns0:form[1]/ns0:none[1]"))<w:text/>", run("zostaje")))
        )
        fixture.documentRelationships = DocxFixture.relationship("rIdX", "customXml", "../customXml/item1.xml")
        fixture.extraMembers = [
            (
                "customXml/item1.xml",
                Array("<form xmlns=\"urn:form\" ok=\"true\"><name>Nowa wartość</name><name>druga</name></form>".utf8)
            ),
            (
                "customXml/itemProps1.xml",
                Array(
                    "<ds:datastoreItem ds:itemID=\"\(store)\" xmlns:ds=\"http://schemas.openxmlformats.org/officeDocument/2006/customXml\"/>"
                        .utf8
                )
            ),
            (
                "customXml/_rels/item1.xml.rels",
                Array(
                    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\(DocxFixture.relationship("rId1", "customXmlProps", "itemProps1.xml"))</Relationships>"
                        .utf8
                )
            ),
        ]
        return fixture
    }()

    private static let strict: DocxFixture = {
        let body =
            "<q:p><q:r><q:rPr><q:strike q:val=\"true\"/></q:rPr><q:t>TAK</q:t></q:r><q:r><q:t xml:space=\"preserve\"> NIE</q:t></q:r></q:p>"
        var fixture = DocxFixture("")
        fixture.document = Array(
            "<q:document xmlns:q=\"http://purl.oclc.org/ooxml/wordprocessingml/main\"><q:body>\(body)</q:body></q:document>"
                .utf8
        )
        return fixture
    }()

    private static let inlineOddities: DocxFixture = {
        let link = "<w:hyperlink r:id=\"rIdH\">\(run("anna@example.org", "<w:u w:val=\"single\"/>"))</w:hyperlink>"
        let complex =
            "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>HYPER</w:instrText></w:r><w:r><w:instrText>LINK \"x\"</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>\(run("strona"))<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"
        let ruby = "<w:r><w:ruby><w:rt>\(run("nad"))</w:rt><w:rubyBase>\(run("pod"))</w:rubyBase></w:ruby></w:r>"
        var fixture = DocxFixture(
            paragraph(link + run(" ") + complex)
                + paragraph(
                    "<w:smartTag w:element=\"x\">\(run("00"))</w:smartTag><w:r><w:noBreakHyphen/></w:r><w:customXml>\(run("950"))</w:customXml>"
                )
                + paragraph(
                    run("prze") + "<w:r><w:softHyphen/></w:r>" + run("nośnik") + "<w:r><w:br/></w:r>"
                        + run("druga linia") + "<w:r><w:cr/></w:r>"
                )
                + paragraph(ruby) + paragraph("<m:oMath><m:r><m:t>x+1</m:t></m:r></m:oMath>")
                + paragraph(
                    "<w:r><w:object><o:OLEObject/></w:object></w:r><w:r><w:object><w:control r:id=\"rIdC\"/></w:object></w:r>"
                )
                + "<w:altChunk r:id=\"rIdA\"/>"
        )
        fixture.documentRelationships =
            DocxFixture.relationship("rIdH", "hyperlink", "mailto:anna@example.org", isExternal: true)
            + DocxFixture.relationship("rIdT", "attachedTemplate", "http://example.org/x.dotm", isExternal: true)
        fixture.packageRelationships = DocxFixture.relationship("rId9", "custom-properties", "docProps/custom.xml")
        fixture.extraMembers = [
            ("word/vbaProject.bin", [1, 2, 3]),
            (
                "docProps/custom.xml",
                Array(
                    "<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/custom-properties\" xmlns:vt=\"http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes\"><property fmtid=\"{D5CDD505-2E9C-101B-9397-08002B2CF9AE}\" pid=\"2\" name=\"nabor:event\"><vt:lpwstr>lato</vt:lpwstr></property></Properties>"
                        .utf8
                )
            ),
        ]
        return fixture
    }()
}
