import FormModel
import OfficePackage
import Readers
import Testing

@Suite struct OdtReaderTests {
    private static let spaces = [
        "office", "text", "table", "style", "form", "meta",
    ].map { "xmlns:\($0)=\"urn:oasis:names:tc:opendocument:xmlns:\($0):1.0\"" }.joined(separator: " ")
    private static let root = """
        \(spaces) xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" \
        xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:xlink="http://www.w3.org/1999/xlink" \
        xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"
        """

    private func package(_ body: String, styles: String = "", members: [(String, String)] = []) throws -> [UInt8] {
        let writer = ZipWriter()
        try writer.add("mimetype", Array("application/vnd.oasis.opendocument.text".utf8), isStored: true)
        try writer.add(
            "content.xml",
            "<office:document-content \(Self.root)><office:automatic-styles>\(styles)</office:automatic-styles>"
                + "<office:body><office:text>\(body)</office:text></office:body></office:document-content>"
        )
        for (name, text) in members { try writer.add(name, text) }
        return try writer.finish()
    }

    private func dump(_ body: String, styles: String = "", members: [(String, String)] = []) throws -> [String] {
        let bytes = try package(body, styles: styles, members: members)
        #expect(Sniffing.format(of: bytes) == .odt)
        return ReadingDump.text(try OdtReader.read(bytes)).split(separator: "\n").dropFirst(2).map(String.init)
    }

    @Test func blanksFoldAndSpacesTabsAndBreaksAreRead() throws {
        let text = "<text:p>  Name:\n  A<text:s text:c=\"3\"/>B<text:tab/>C<text:line-break/> D</text:p>"
        #expect(try dump(text) == ["body/p[1]: [Name: A   B\\tC\\nD]"])
    }

    @Test func stylesWithParentsGiveTheFormatting() throws {
        let styles =
            "<style:style style:name=\"T1\" style:family=\"text\" style:parent-style-name=\"Base\"/>"
            + "<style:style style:name=\"Base\" style:family=\"text\"><style:text-properties "
            + "style:text-line-through-style=\"solid\"/></style:style>"
            + "<style:style style:name=\"P1\" style:family=\"paragraph\"><style:text-properties fo:font-weight=\"bold\"/></style:style>"
            + "<style:style style:name=\"T2\" style:family=\"text\"><style:text-properties "
            + "fo:font-weight=\"normal\" fo:background-color=\"#ffff00\"/></style:style>"
        let text =
            "<text:p text:style-name=\"P1\">a<text:span text:style-name=\"T1\">b</text:span>"
            + "<text:span text:style-name=\"T2\">c</text:span></text:p>"
        #expect(try dump(text, styles: styles) == ["body/p[1]: [a|b][b|sb][c|h]"])
    }

    @Test func spansAndCoveredCellsKeepTheirColumns() throws {
        func cell(_ text: String, _ attributes: String = "") -> String {
            "<table:table-cell \(attributes)><text:p>\(text)</text:p></table:table-cell>"
        }
        let covered = "<table:covered-table-cell/>"
        let rows =
            "<table:table-row>\(cell("a", "table:number-columns-spanned=\"2\" table:number-rows-spanned=\"2\""))\(covered)\(cell("b"))</table:table-row>"
            + "<table:table-row>\(covered)\(covered)\(cell("c"))</table:table-row>"
        #expect(
            try dump("<table:table>\(rows)</table:table>") == [
                "body/table[1]/row[1]/cell[1] span 2", "body/table[1]/row[1]/cell[1]/p[1]: [a]",
                "body/table[1]/row[1]/cell[2]", "body/table[1]/row[1]/cell[2]/p[1]: [b]",
                "body/table[1]/row[2]/cell[1] span 2 continues",
                "body/table[1]/row[2]/cell[2]", "body/table[1]/row[2]/cell[2]/p[1]: [c]",
            ]
        )
    }

    @Test func contentControlsAndFieldsAreRead() throws {
        let text =
            "<text:p><loext:content-control loext:checkbox=\"true\" loext:checked=\"true\">☒</loext:content-control>"
            + "<loext:content-control loext:showing-place-holder=\"true\" loext:alias=\"Imię\">wpisz</loext:content-control>"
            + "<text:drop-down text:name=\"L\"><text:label text:value=\"x\"/>"
            + "<text:label text:value=\"y\" text:current-selected=\"true\"/>y</text:drop-down>"
            + "<text:placeholder text:placeholder-type=\"text\">&lt;tu&gt;</text:placeholder></text:p>"
        #expect(
            try dump(text) == [
                "body/p[1]: [☒|#0][|#1][y|#2][|#3]",
                "control 0 contentControl checkBox at body/p[1] text=\"☒\" checked",
                "control 1 contentControl richText at body/p[1] title=Imię text=\"\" placeholder",
                "control 2 formField dropDown at body/p[1] tag=L text=\"y\" value=y choices=x=x,y=y",
                "control 3 formField text at body/p[1] text=\"\" placeholder",
            ]
        )
    }

    @Test func trackedChangesAreAcceptedAndNotesStandApart() throws {
        let changes =
            "<text:tracked-changes><text:changed-region text:id=\"i\"><text:insertion/></text:changed-region>"
            + "<text:changed-region text:id=\"d\"><text:deletion><text:p>stare</text:p></text:deletion></text:changed-region>"
            + "</text:tracked-changes>"
        let text =
            "<text:p>a<text:change text:change-id=\"d\"/><text:change-start text:change-id=\"i\"/>nowe"
            + "<text:change-end text:change-id=\"i\"/><text:note text:note-class=\"footnote\"><text:note-citation>1"
            + "</text:note-citation><text:note-body><text:p>nota</text:p></text:note-body></text:note> z</text:p>"
        #expect(
            try dump(changes + text) == [
                "body/p[1]: [a][nowe|+][ z]", "story footnote", "footnote[1]/p[1]: [nota]",
                "warning reading.trackedChanges at -",
            ]
        )
    }

    @Test func macrosAreFlaggedAndEncryptionIsRefused() throws {
        let macros = try OdtReader.read(package("<text:p/>", members: [("Basic/Standard/Module1.xml", "<x/>")]))
        #expect(macros.warnings == [ReadingWarning(.sourceMacros)])
        let manifest =
            "<m:manifest xmlns:m=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\"><m:file-entry><m:encryption-data/>"
            + "</m:file-entry></m:manifest>"
        let bytes = try package("<text:p/>", members: [("META-INF/manifest.xml", manifest)])
        #expect(throws: ReadingFailure(.sourceEncrypted)) { try OdtReader.read(bytes) }
    }
}
