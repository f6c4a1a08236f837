import OfficePackage

/// What has no business in a template or a sub-document: nothing in them may run or fetch anything.
struct PackageRefusal {
    var part: String
    var polish: String
    var english: String

    static func all(in archive: ZipArchive) throws(PackageError) -> [PackageRefusal] {
        var result: [PackageRefusal] = []
        for member in archive.members {
            let name = member.name.lowercased()
            if name.hasSuffix("vbaproject.bin") || name.contains("activex") || name.contains("/embeddings/") {
                result.append(
                    PackageRefusal(part: member.name, polish: "makra i obiekty OLE", english: "macros and OLE objects")
                )
            }
            guard name.hasSuffix(".rels") else { continue }
            let owner = owner(ofRelationships: member.name)
            for target in try Relationships(of: owner, in: archive).targets {
                if target.kind == "aFChunk" || target.kind == "subDocument" {
                    result.append(
                        PackageRefusal(
                            part: owner,
                            polish: "wstawki z innych plików",
                            english: "insertions of other files"
                        )
                    )
                }
                if target.isExternal, ["image", "attachedTemplate", "oleObject", "frame"].contains(target.kind) {
                    result.append(
                        PackageRefusal(
                            part: owner,
                            polish: "szablony i obrazy z sieci",
                            english: "templates and pictures of the network"
                        )
                    )
                }
            }
        }
        return result
    }

    /// `word/_rels/document.xml.rels` -> `word/document.xml`.
    static func owner(ofRelationships name: String) -> String {
        name.replacing("_rels/", with: "").replacing(".rels", with: "")
    }
}
