/// Walks one part of a Word document and notes what Word would not accept.
final class DocxPartCheck: XMLHandler {
    private let part: String
    private let relationships: Relationships?
    var ids: DocxPackageIDs
    private var faults: [DocxFault] = []

    private var parents: [(name: XMLName, space: XMLSpace)] = []
    private var tables: [TableState] = []
    private var fieldDepth = 0
    private var bookmarks: Set<String> = []
    private var bookmarkNames: Set<String> = []
    private var paragraphIDs: Set<String> = []
    private var styleIDs: Set<String> = []
    private var definitions: Set<String> = []
    /// Fallback content repeats the ids of the choice it stands for.
    private var fallbackDepth = 0

    private struct TableState {
        var gridColumnCount = 0
        var hasGrid = false
        var rowCount = 0
        var columnCount = 0
        var cellCount = 0
        var cellEnds: [XMLName?] = []
    }

    init(part: String, ids: DocxPackageIDs, relationships: Relationships?) {
        self.part = part
        self.ids = ids
        self.relationships = relationships
    }

    /// Faults found, with those that only the end of the part shows.
    func finished() -> [DocxFault] {
        if fieldDepth != 0 { report(.unpaired, "\(fieldDepth) field(s) begin and do not end") }
        for id in bookmarks.sorted() { report(.unpaired, "bookmark \(id) begins and does not end") }
        return faults
    }

    // MARK: Events

    override func start(_ element: XMLElement) {
        checkReferences(element)
        if element.is(.Fallback, .compatibility) { fallbackDepth += 1 }
        if element.space == .word { startWord(element) }
        if element.is(.docPr, .word2006Drawing), fallbackDepth == 0 { checkDrawing(element) }
        noteChild(element)
        parents.append((element.name, element.space))
    }

    override func end(_ name: XMLName, _ space: XMLSpace) {
        parents.removeLast()
        if name == .Fallback, space == .compatibility { fallbackDepth -= 1 }
        guard space == .word else { return }
        switch name {
        case .tc: endCell()
        case .tr: endRow()
        case .tbl: endTable()
        default: break
        }
    }

    private func startWord(_ element: XMLElement) {
        switch element.name {
        case .p: checkParagraph(element)
        case .tbl: tables.append(TableState())
        case .tr, .tc, .tblGrid, .gridCol, .gridSpan, .gridBefore, .gridAfter: startTable(element)
        case .bookmarkStart, .bookmarkEnd: checkBookmark(element)
        case .fldChar: checkField(element)
        case .style: checkStyle(element)
        case .footnote, .endnote, .comment: checkDefinition(element, element[.id])
        case .num: checkDefinition(element, element[.numId])
        case .abstractNum where parents.count == 1: checkDefinition(element, element[.abstractNumId])
        case .id where parents.last?.name == .sdtPr: checkControl(element)
        case .r, .hyperlink: checkPlace(element)
        default: break
        }
    }

    // MARK: Ids, references, ranges

    private func checkReferences(_ element: XMLElement) {
        for attribute in element.attributes where attribute.space == .relationships {
            if relationships?[attribute.value] == nil, !attribute.value.isEmpty {
                report(
                    .relationship,
                    "\(element.localName) names \(attribute.value), which is no relationship of the part"
                )
            }
        }
    }

    private func checkParagraph(_ element: XMLElement) {
        if parents.last?.name == .p, parents.last?.space == .word {
            report(.structure, "a paragraph inside a paragraph")
        }
        guard fallbackDepth == 0, let id = element[.paraId, .word2010] else { return }
        if !paragraphIDs.insert(id).inserted { report(.duplicateID, "paraId \(id) occurs twice") }
        if let value = UInt32(id, radix: 16), value == 0 || value >= 0x8000_0000 {
            report(.attribute, "paraId \(id) is outside of 1 to 7FFFFFFF")
        }
    }

    private func checkPlace(_ element: XMLElement) {
        guard let parent = parents.last, parent.space == .word else { return }
        let containers: Set<XMLName> = [.body, .tc, .hdr, .ftr, .tbl, .tr, .txbxContent, .footnote, .endnote]
        if containers.contains(parent.name) {
            report(.structure, "\(element.localName) directly in \(parent.name.rawValue)")
        }
    }

    private func checkDrawing(_ element: XMLElement) {
        guard let id = element[.id], element[.name] != nil else {
            return report(.attribute, "docPr lacks id or name")
        }
        if !ids.drawings.insert(id).inserted { report(.duplicateID, "docPr \(id) occurs twice") }
    }

    private func checkControl(_ element: XMLElement) {
        guard fallbackDepth == 0, let id = element[.val] else { return }
        if !ids.controls.insert(id).inserted { report(.duplicateID, "content control \(id) occurs twice") }
    }

    private func checkBookmark(_ element: XMLElement) {
        guard fallbackDepth == 0 else { return }
        guard let id = element[.id] else { return report(.attribute, "\(element.localName) lacks id") }
        if element.name == .bookmarkEnd {
            if bookmarks.remove(id) == nil { report(.unpaired, "bookmark \(id) ends and does not begin") }
            return
        }
        if !bookmarks.insert(id).inserted { report(.duplicateID, "bookmark \(id) occurs twice") }
        guard let name = element[.name] else { return report(.attribute, "bookmark \(id) lacks a name") }
        if !bookmarkNames.insert(name.asciiFolded).inserted {
            report(.duplicateID, "bookmark name \(name) occurs twice")
        }
    }

    private func checkField(_ element: XMLElement) {
        guard let type = element[.fldCharType] else { return report(.attribute, "fldChar lacks fldCharType") }
        switch type {
        case "begin": fieldDepth += 1
        case "end" where fieldDepth == 0: report(.unpaired, "a field ends and does not begin")
        case "end": fieldDepth -= 1
        default: if fieldDepth == 0 { report(.unpaired, "a field separator outside of a field") }
        }
    }

    private func checkStyle(_ element: XMLElement) {
        guard let id = element[.styleId] else { return report(.attribute, "a style lacks styleId") }
        if !styleIDs.insert(id).inserted { report(.duplicateID, "style \(id) occurs twice") }
    }

    /// Notes, comments and lists are found by their ids.
    private func checkDefinition(_ element: XMLElement, _ id: String?) {
        guard let id else { return report(.attribute, "\(element.localName) lacks its id") }
        if !definitions.insert("\(element.name.rawValue) \(id)").inserted {
            report(.duplicateID, "\(element.localName) \(id) occurs twice")
        }
    }

    // MARK: Tables

    /// Remembers the last block child of each open cell: ISO 29500-1, 17.4.65 wants a paragraph there.
    private func noteChild(_ element: XMLElement) {
        guard element.space == .word else { return }
        // A nested table was opened just now, so the cell around it belongs to the table before.
        let owner = tables.count - (element.name == .tbl ? 2 : 1)
        guard tables.indices.contains(owner), !tables[owner].cellEnds.isEmpty else { return }
        let isDirect = parents.last?.name == .tc && parents.last?.space == .word
        let isBlock = element.name == .p || element.name == .sdt || element.name == .altChunk
        if element.name == .tbl || (isBlock && isDirect) {
            tables[owner].cellEnds[tables[owner].cellEnds.count - 1] = element.name
        }
    }

    private func startTable(_ element: XMLElement) {
        guard let last = tables.indices.last else {
            return report(.structure, "\(element.localName) outside of a table")
        }
        switch element.name {
        case .tr:
            tables[last].rowCount += 1
            tables[last].columnCount = 0
            tables[last].cellCount = 0
        case .tc:
            tables[last].cellCount += 1
            tables[last].columnCount += 1
            tables[last].cellEnds.append(nil)
        case .tblGrid: if parents.last?.name == .tbl { tables[last].hasGrid = true }
        case .gridCol: if parents.last?.name == .tblGrid, !isInChange { tables[last].gridColumnCount += 1 }
        case .gridSpan: if !isInChange { tables[last].columnCount += (element.integer(.val) ?? 1) - 1 }
        default: if !isInChange { tables[last].columnCount += element.integer(.val) ?? 0 }
        }
    }

    /// Properties as they were before a tracked change count for nothing.
    private var isInChange: Bool {
        parents.contains { $0.name == .tblGridChange || $0.name == .tcPrChange || $0.name == .trPrChange }
    }

    private func endCell() {
        guard let last = tables.indices.last, let end = tables[last].cellEnds.popLast() else { return }
        // A content control around the last paragraph closes the cell as well.
        if end != .p, end != .sdt { report(.cellEnd, "cell \(tables[last].cellCount) of row \(tables[last].rowCount)") }
    }

    private func endRow() {
        guard let table = tables.last else { return }
        if table.cellCount == 0 { report(.grid, "row \(table.rowCount) has no cell") }
        if table.hasGrid, table.columnCount > table.gridColumnCount {
            report(.grid, "row \(table.rowCount) has \(table.columnCount) columns, the grid \(table.gridColumnCount)")
        }
    }

    private func endTable() {
        guard let table = tables.popLast() else { return }
        if !table.hasGrid { report(.grid, "a table has no tblGrid") }
        if table.rowCount == 0 { report(.grid, "a table has no row") }
    }

    private func report(_ code: DocxFault.Code, _ detail: String) {
        guard faults.count < DocxValidator.faultCountMax else { return }
        faults.append(DocxFault(code, part: part, detail))
    }
}
