import FormModel
import OfficePackage

/// Puts rendered parts and unchanged members together into a .docx file.
///
/// Parts usually wait until all are rendered, because only then it is known whether pictures have to be declared. A long
/// part is packed while it is written; then everything that might be needed is declared beforehand.
final class PackageWriter {
    private let package: TemplatePackage
    let document: DocumentState
    private let archive: ZipWriter
    private var parts: [[UInt8]?]
    private var isStarted = false
    private var streamedPart: Int?
    /// Parts that the template does not have.
    private var addedParts: [(name: String, kind: String, bytes: [UInt8], like: String)] = []

    /// Parts that sub-documents need; their relationships are known by `key`.
    private var madeParts: [(name: String, key: String, kind: PackageOutline.Kind, bytes: [UInt8])] = []

    init(_ package: TemplatePackage, _ document: DocumentState, _ archive: ZipWriter) {
        self.package = package
        self.document = document
        self.archive = archive
        parts = Array(repeating: nil, count: package.programs.count)
    }

    /// Takes a finished part.
    func keep(_ bytes: [UInt8], of program: Int) {
        parts[program] = bytes
    }

    /// Takes the next piece of a part that is still being written.
    func append(_ bytes: UnsafeRawBufferPointer, of program: Int) throws(RenderError) {
        try guarded { () throws(PackageError) in
            if streamedPart != program {
                try start()
                try archive.beginPart(package.programs[program].name)
                streamedPart = program
            }
            try archive.append(bytes)
        }
    }

    /// Takes a header or footer that was made for one letter of a book; gives the relationship that leads to it.
    func addPart(_ bytes: [UInt8], like name: String, program: Int, letter: Int) -> String {
        let kind = name.contains("header") ? "header" : "footer"
        let made = "word/\(document.freePrefix)\(letter + 1)-\(program).xml"
        addedParts.append((made, kind, bytes, name))
        return document.relationship(toPart: made, kind: kind, from: mainPart)
    }

    private var mainPart: String { package.programs.first(where: \.isBook)?.name ?? "" }

    func endPart() throws(RenderError) {
        streamedPart = nil
        try guarded { () throws(PackageError) in try archive.endPart() }
    }

    /// Writes everything that is not written yet and gives the file.
    func finish() throws(RenderError) -> [UInt8] {
        try guarded { () throws(PackageError) -> [UInt8] in
            try addSharedParts()
            for member in package.members { try write(member) }
            try writeAdded()
            return try archive.finish()
        }
    }

    private func guarded<Result>(_ body: () throws(PackageError) -> Result) throws(RenderError) -> Result {
        do throws(PackageError) {
            return try body()
        } catch {
            guard error.code == .sinkFailed else { throw PartRenderer.limit(.outputLimit, error.subject) }
            throw RenderError(
                code: .outputFailed,
                names: [],
                part: "",
                place: "",
                tag: "",
                message: LocalizedText([
                    .polish: "Dokumentu nie da się zapisać. Sprawdź miejsce na dysku i prawa do pliku.",
                    .english: "The document cannot be written. Check the space on the disk and the rights to the file.",
                ])
            )
        }
    }

    private func start() throws(PackageError) {
        guard !isStarted else { return }
        isStarted = true
        for case .contentTypes(let raw, let bytes) in package.members {
            // A book's headers are not known yet: its types come last.
            if !isBook { try writeTypes(raw, bytes, MediaFormat.allCases, isEarly: true) }
        }
    }

    /// Makes the parts that sub-documents need and the template does not have.
    private func addSharedParts() throws(PackageError) {
        for kind in PackageOutline.Kind.allCases where package.sharedParts[kind] == nil {
            guard document.additions.has(kind) else { continue }
            let bytes = document.additions.applied(to: PackageAdditions.newPart(kind), kind)
            let key = document.partName(kind)
            // When the types have left already, the ending says what the part is.
            let name = hasEarlyTypes ? "word/\(document.freePrefix).\(ending(kind))" : key
            madeParts.append((name, key, kind, bytes))
            _ = document.relationship(toPart: name, kind: kind.rawValue, from: package.mainPart)
        }
    }

    private var isBook: Bool { package.programs.contains(where: \.isBook) }

    /// Whether the content types were written before anybody knew which parts there will be.
    private var hasEarlyTypes: Bool { isStarted && !isBook }

    /// An ending that no part of the template has.
    private func ending(_ kind: PackageOutline.Kind) -> String { document.freePrefix + kind.rawValue }

    /// The part with what sub-documents and letters added to it; nil when nothing was.
    private func grown(_ name: String, _ bytes: [UInt8]?) -> [UInt8]? {
        guard !document.additions.isEmpty,
            let kind = package.sharedParts.first(where: { $0.value == name })?.key, document.additions.has(kind),
            let bytes = bytes ?? package.outline.bytes[kind]
        else { return nil }
        return document.additions.applied(to: bytes, kind)
    }

    /// A part of notes in the order in which the text refers to them; nil when it has that order already.
    private func arranged(_ name: String, _ bytes: [UInt8]?) -> [UInt8]? {
        guard !package.noteCounts.isEmpty else { return nil }
        for kind in NoteKind.allCases {
            let part: PackageOutline.Kind = kind == .footnotes ? .footnotes : .endnotes
            guard package.sharedParts[part] == name else { continue }
            let own = (package.noteCounts[kind] ?? 0) * document.letterCount
            let order = document.noteOrders[kind] ?? NoteOrder()
            // Notes that nothing ever referred to are left alone: no program shows them.
            guard own > 0, package.referredNotes.contains(kind) || !order.entries.isEmpty,
                !order.isNatural(count: own + document.addedNoteCount(kind))
            else { return nil }
            return (bytes ?? package.outline.bytes[part]).map { order.arranged($0, kind) }
        }
        return nil
    }

    private func write(_ member: TemplatePackage.Member) throws(PackageError) {
        switch member {
        case .copy(let raw):
            let bytes = grown(raw.name, nil)
            if let bytes = arranged(raw.name, bytes) ?? bytes {
                try archive.add(raw.name, bytes)
            } else {
                try archive.add(raw)
            }
        case .program(let index):
            let name = package.programs[index].name
            guard let bytes = parts[index] else { return }
            let whole = grown(name, bytes) ?? bytes
            try archive.add(name, arranged(name, whole) ?? whole)
        case .relationships(let raw, let bytes, let part):
            guard let added = document.relationships[part] else { return try archive.add(raw) }
            try archive.add(raw.name, Self.inserted(Self.relationships(added), into: bytes))
        case .contentTypes(let raw, let bytes):
            guard !hasEarlyTypes else { return }
            try writeTypes(raw, bytes, document.media.map(\.format))
        }
    }

    private func writeTypes(
        _ raw: ZipArchive.RawMember,
        _ bytes: [UInt8],
        _ formats: [MediaFormat],
        isEarly: Bool = false
    ) throws(PackageError) {
        let added = missingTypes(bytes, formats) + (isEarly ? possibleTypes : addedTypes)
        if added.isEmpty { try archive.add(raw) } else { try archive.add(raw.name, Self.inserted(added, into: bytes)) }
    }

    /// Pictures, and relationships of parts that had none.
    private func writeAdded() throws(PackageError) {
        for part in package.partsWithoutRelationships {
            guard let added = document.relationships[part] else { continue }
            try archive.add(Relationships.partName(of: part), Self.newRelationships(added))
        }
        try writeLetterParts()
        for part in madeParts {
            try archive.add(part.name, part.bytes)
            guard let added = document.relationships[part.key] else { continue }
            try archive.add(Relationships.partName(of: part.name), Self.newRelationships(added))
        }
        for media in document.media { try archive.add(media.name, media.bytes, isStored: media.format.isPacked) }
    }

    private static func newRelationships(_ added: [DocumentState.NewRelationship]) -> String {
        let head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
        let space = "http://schemas.openxmlformats.org/package/2006/relationships"
        return head + "<Relationships xmlns=\"\(space)\">" + relationships(added) + "</Relationships>"
    }

    /// Headers and footers of a book's letters.
    private func writeLetterParts() throws(PackageError) {
        guard !addedParts.isEmpty else { return }
        var shared: [String: ZipArchive.RawMember] = [:]
        for part in package.partsWithoutRelationships {
            guard let added = document.relationships[part] else { continue }
            shared[part] = ZipArchive.RawMember(name: "", stored: Array(Self.newRelationships(added).utf8))
        }
        for case .relationships(let raw, let bytes, let owner) in package.members {
            // All letters' copies of a header have the same relationships: they are put together once.
            shared[owner] =
                document.relationships[owner].map { added in
                    ZipArchive.RawMember(name: "", stored: Self.inserted(Self.relationships(added), into: bytes))
                } ?? raw
        }
        for part in addedParts {
            try archive.add(part.name, part.bytes)
            guard var relationships = shared[part.like] else { continue }
            relationships.name = Relationships.partName(of: part.name)
            try archive.add(relationships)
        }
    }

    private static let wordType = "application/vnd.openxmlformats-officedocument.wordprocessingml"

    /// Types of the parts that a sub-document may yet need; a default may stand for no part at all.
    private var possibleTypes: String {
        PackageOutline.Kind.allCases.filter { package.sharedParts[$0] == nil }.map { kind in
            "<Default Extension=\"\(ending(kind))\" ContentType=\"\(Self.wordType).\(kind.rawValue)+xml\"/>"
        }.joined()
    }

    private var addedTypes: String {
        var named = addedParts.map { (name: $0.name, kind: $0.kind) }
        for part in madeParts { named.append((name: part.name, kind: part.kind.rawValue)) }
        return named.map { "<Override PartName=\"/\($0.name)\" ContentType=\"\(Self.wordType).\($0.kind)+xml\"/>" }
            .joined()
    }

    private static func relationships(_ added: [DocumentState.NewRelationship]) -> String {
        var output = Output()
        for relationship in added {
            let type = "\(DocumentState.relationshipSpace)/\(relationship.kind)"
            output.append("<Relationship Id=\"\(relationship.id)\" Type=\"\(type)\" Target=\"")
            output.appendEscaped(relationship.target, breaks: nil)
            output.append(relationship.isExternal ? "\" TargetMode=\"External\"/>" : "\"/>")
        }
        return String(decoding: output.bytes, as: UTF8.self)
    }

    /// Content types of new pictures that the template does not name yet.
    private func missingTypes(_ bytes: [UInt8], _ formats: [MediaFormat]) -> String {
        let text = formats.isEmpty ? "" : String(decoding: bytes, as: UTF8.self).lowercased()
        var result = ""
        for format in MediaFormat.allCases where formats.contains(format) {
            guard !text.contains("extension=\"\(format.rawValue)\"") else { continue }
            result += "<Default Extension=\"\(format.rawValue)\" ContentType=\"\(format.contentType)\"/>"
        }
        return result
    }

    /// Puts elements before the closing tag of the root; a `Default` may stand behind an `Override` (ISO 29500-2, 10.1.2.2).
    private static func inserted(_ text: String, into bytes: [UInt8]) -> [UInt8] {
        guard let close = bytes.lastIndex(of: UInt8(ascii: "<")), close + 1 < bytes.count else { return bytes }
        if bytes[close + 1] == UInt8(ascii: "/") { return bytes[..<close] + Array(text.utf8) + bytes[close...] }
        // An empty root: `<Relationships xmlns="…"/>`.
        guard let slash = bytes.lastIndex(of: UInt8(ascii: "/")) else { return bytes }
        let name = bytes[(close + 1)...].prefix { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "/") }
        return bytes[..<slash] + [UInt8(ascii: ">")] + Array(text.utf8) + Array("</".utf8) + name + [UInt8(ascii: ">")]
    }
}
