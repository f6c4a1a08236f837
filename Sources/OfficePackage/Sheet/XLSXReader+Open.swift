extension XLSXReader {
    /// Opens the workbook and reads its names, strings and formats; rows are read by `forEachRow`.
    public init(_ bytes: UnsafeRawBufferPointer, limits: PackageLimits = PackageLimits()) throws(PackageError) {
        try self.init(archive: ZipArchive(bytes, limits: limits), limits: limits)
    }

    /// The same for an array.
    public init(_ bytes: [UInt8], limits: PackageLimits = PackageLimits()) throws(PackageError) {
        try self.init(archive: ZipArchive(bytes, limits: limits), limits: limits)
    }

    init(archive: ZipArchive, limits: PackageLimits) throws(PackageError) {
        self.archive = archive
        self.limits = limits
        let root = try Relationships(of: "", in: archive, limits: limits)
        guard let workbookPart = root.first(ofType: "officeDocument")?.part,
            let bytes = try archive.part(named: workbookPart)
        else { throw PackageError(.missingPart, "workbook") }
        let workbook = try XMLNode.parse(bytes, limits: limits)
        guard workbook.name == .workbook, workbook.space == .sheet else { throw PackageError(.damaged, "workbook") }
        let relationships = try Relationships(of: workbookPart, in: archive, limits: limits)
        let sheets = workbook.children(.sheets).flatMap { $0.children(.sheet) }.compactMap { sheet in
            Self.sheet(sheet, relationships)
        }
        sheetNames = sheets.map(\.name)
        sheetParts = sheets.map(\.part)
        let date1904 = workbook.children(.workbookPr).first?.attribute("date1904")
        usesDate1904 = date1904 == "1" || date1904 == "true"
        strings = try Self.strings(relationships, archive, limits)
        dateStyles = try Self.dateStyles(relationships, archive, limits)
    }

    private static func sheet(_ node: XMLNode, _ relationships: Relationships) -> (name: String, part: String)? {
        // `id` alone is the relationship; `sheetId` is another attribute.
        let id = node.attributes.first { $0.space == .relationships }?.value
        guard let name = node.attribute("name"), let id, let target = relationships[id],
            target.kind == "worksheet", let part = target.part
        else { return nil }
        return (name, part)
    }

    private static func strings(
        _ relationships: Relationships,
        _ archive: ZipArchive,
        _ limits: PackageLimits
    ) throws(PackageError) -> [String] {
        guard let part = relationships.first(ofType: "sharedStrings")?.part, let bytes = try archive.part(named: part)
        else { return [] }
        let collector = XLSXStrings()
        try XMLScanner.scan(bytes, handler: collector, limits: limits)
        return collector.strings
    }

    private static func dateStyles(
        _ relationships: Relationships,
        _ archive: ZipArchive,
        _ limits: PackageLimits
    ) throws(PackageError) -> [Bool] {
        guard let part = relationships.first(ofType: "styles")?.part, let bytes = try archive.part(named: part) else {
            return []
        }
        let styles = try XMLNode.parse(bytes, limits: limits)
        var ownFormats: [Int: Bool] = [:]
        for format in styles.children(.numFmts).flatMap({ $0.children(.numFmt) }) {
            guard let id = format.attribute("numFmtId").flatMap({ Int($0) }) else { continue }
            ownFormats[id] = XLSXDate.isDateFormat(format.attribute("formatCode") ?? "")
        }
        return styles.children(.cellXfs).flatMap { $0.children(.xf) }.map { style in
            let id = style.attribute("numFmtId").flatMap { Int($0) } ?? 0
            return ownFormats[id] ?? XLSXDate.isBuiltInDateFormat(id)
        }
    }
}
