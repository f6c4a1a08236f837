/// The checks that look at the package as a whole: content types and relationships; the parts' own are `DocxPartCheck`.
struct DocxPackageCheck {
    let archive: ZipArchive
    private(set) var faults: [DocxFault] = []

    init(archive: ZipArchive) { self.archive = archive }

    mutating func run() {
        checkContentTypes()
        for member in archive.members where member.name.hasSuffix(".rels") { checkRelationships(member.name) }
        checkMainPart()
        var ids = DocxPackageIDs()
        for member in archive.members where isWordXML(member.name) { checkPart(member.name, &ids) }
    }

    private func isWordXML(_ name: String) -> Bool { name.hasPrefix("word/") && name.hasSuffix(".xml") }

    // MARK: Content types (ISO 29500-2, 10.1.2)

    private mutating func checkContentTypes() {
        guard let root = tree("[Content_Types].xml") else {
            return report(.contentType, "[Content_Types].xml", "is missing or broken")
        }
        var extensions: Set<String> = []
        for node in root.children(.Default) {
            let name = node.attribute("Extension")?.lowercased() ?? ""
            if !extensions.insert(name).inserted {
                report(.contentType, "[Content_Types].xml", "two defaults for \(name)")
            }
            if node.attribute("ContentType") == nil {
                report(.attribute, "[Content_Types].xml", "default without type")
            }
        }
        var overrides: Set<String> = []
        for node in root.children(.Override) {
            let name = node.attribute("PartName") ?? ""
            if !name.hasPrefix("/") || archive.member(named: String(name.dropFirst())) == nil {
                report(.contentType, "[Content_Types].xml", "override for a part that is not there: \(name)")
            }
            if !overrides.insert(name.lowercased()).inserted {
                report(.contentType, "[Content_Types].xml", "two overrides for \(name)")
            }
        }
        for member in archive.members where member.name != "[Content_Types].xml" {
            let ending = member.name.split(separator: ".").last.map { $0.lowercased() } ?? ""
            if !extensions.contains(ending), !overrides.contains("/" + member.name.lowercased()) {
                report(.contentType, member.name, "has no content type")
            }
        }
    }

    // MARK: Relationships (ISO 29500-2, 9.3)

    private mutating func checkRelationships(_ name: String) {
        guard let root = tree(name) else { return report(.xml, name, "is broken") }
        let owner = Self.owner(of: name)
        if !owner.isEmpty, archive.member(named: owner) == nil {
            report(.relationship, name, "belongs to a part that is not there")
        }
        var ids: Set<String> = []
        for node in root.children(.Relationship) {
            guard let id = node.attribute("Id"), let target = node.attribute("Target"), node.attribute("Type") != nil
            else {
                report(.attribute, name, "a relationship lacks Id, Type or Target")
                continue
            }
            if !ids.insert(id).inserted { report(.duplicateID, name, "relationship \(id) occurs twice") }
            if node.attribute("TargetMode") == "External" { continue }
            let part = Relationships.resolve(target, from: Relationships.folder(of: owner))
            if archive.member(named: part) == nil {
                report(.relationship, name, "\(id) leads to \(part), which is not there")
            }
        }
    }

    /// `word/_rels/document.xml.rels` -> `word/document.xml`; empty for the package.
    private static func owner(of name: String) -> String {
        let steps = name.split(separator: "/")
        let file = steps.last?.dropLast(5) ?? ""
        return (steps.dropLast(2) + [file]).joined(separator: "/")
    }

    private mutating func checkMainPart() {
        let package = try? Relationships(of: "", in: archive)
        if package?.first(ofType: "officeDocument")?.part == nil {
            report(.relationship, "_rels/.rels", "no relationship leads to the document")
        }
    }

    // MARK: Parts

    private mutating func checkPart(_ name: String, _ ids: inout DocxPackageIDs) {
        let relationships = try? Relationships(of: name, in: archive)
        let check = DocxPartCheck(part: name, ids: ids, relationships: relationships)
        do throws(PackageError) {
            try XMLScanner.scan(try archive.part(named: name) ?? [], handler: check)
        } catch {
            report(.xml, name, "\(error.code.rawValue) \(error.subject)")
        }
        faults += check.finished()
        ids = check.ids
    }

    private func tree(_ name: String) -> XMLNode? {
        guard let bytes = try? archive.part(named: name) else { return nil }
        return try? XMLNode.parse(bytes)
    }

    private mutating func report(_ code: DocxFault.Code, _ part: String, _ detail: String) {
        faults.append(DocxFault(code, part: part, detail))
    }
}

/// Ids that must be unique over all parts of a document.
struct DocxPackageIDs {
    var drawings: Set<String> = []
    var controls: Set<String> = []
}
