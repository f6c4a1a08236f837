import FormModel
import OfficePackage

/// Puts rendered parts and unchanged members together into a .docx file.
struct PackageWriter {
    let package: TemplatePackage
    let document: DocumentState

    func write(_ parts: [[UInt8]], level: Int) throws(PackageError) -> [UInt8] {
        let writer = ZipWriter(level: level)
        for member in package.members {
            switch member {
            case .copy(let raw): try writer.add(raw)
            case .program(let index): try writer.add(package.programs[index].name, parts[index])
            case .relationships(let raw, let bytes, let part):
                if let added = document.relationships[part] {
                    try writer.add(raw.name, Self.inserted(Self.relationships(added), into: bytes))
                } else {
                    try writer.add(raw)
                }
            case .contentTypes(let raw, let bytes):
                let added = missingTypes(bytes)
                if added.isEmpty {
                    try writer.add(raw)
                } else {
                    try writer.add(raw.name, Self.inserted(added, into: bytes))
                }
            }
        }
        for part in package.partsWithoutRelationships {
            guard let added = document.relationships[part] else { continue }
            let head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
            let space = "http://schemas.openxmlformats.org/package/2006/relationships"
            let text = head + "<Relationships xmlns=\"\(space)\">" + Self.relationships(added) + "</Relationships>"
            try writer.add(Relationships.partName(of: part), text)
        }
        for media in document.media { try writer.add(media.name, media.picture.bytes, isStored: true) }
        return try writer.finish()
    }

    private static func relationships(_ added: [DocumentState.NewRelationship]) -> String {
        var output = Output()
        for relationship in added {
            output.append(
                "<Relationship Id=\"\(relationship.id)\" Type=\"\(DocumentState.relationshipSpace)/\(relationship.kind)\" Target=\""
            )
            output.appendEscaped(relationship.target, breaks: nil)
            output.append(relationship.isExternal ? "\" TargetMode=\"External\"/>" : "\"/>")
        }
        return String(decoding: output.bytes, as: UTF8.self)
    }

    /// Content types of new pictures that the template does not name yet.
    private func missingTypes(_ bytes: [UInt8]) -> String {
        let text = document.media.isEmpty ? "" : String(decoding: bytes, as: UTF8.self).lowercased()
        var result = ""
        for format in [Picture.Format.png, .jpeg] where document.media.contains(where: { $0.picture.format == format })
        {
            guard !text.contains("extension=\"\(format.rawValue)\"") else { continue }
            result += "<Default Extension=\"\(format.rawValue)\" ContentType=\"image/\(format.rawValue)\"/>"
        }
        return result
    }

    /// Puts elements before the closing tag of the root. A `Default` may stand behind an `Override` (ISO 29500-2, 10.1.2.2).
    private static func inserted(_ text: String, into bytes: [UInt8]) -> [UInt8] {
        guard let close = bytes.lastIndex(of: UInt8(ascii: "<")), close + 1 < bytes.count else { return bytes }
        if bytes[close + 1] == UInt8(ascii: "/") { return bytes[..<close] + Array(text.utf8) + bytes[close...] }
        // An empty root: `<Relationships xmlns="…"/>`.
        guard let slash = bytes.lastIndex(of: UInt8(ascii: "/")) else { return bytes }
        let name = bytes[(close + 1)...].prefix { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "/") }
        return bytes[..<slash] + [UInt8(ascii: ">")] + Array(text.utf8) + Array("</".utf8) + name + [UInt8(ascii: ">")]
    }
}
