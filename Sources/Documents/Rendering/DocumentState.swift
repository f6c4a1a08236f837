/// What the parts of one document share while it is made: numbers, pictures, links, warnings.
final class DocumentState {
    static let relationshipSpace = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

    struct NewRelationship {
        var id: String
        /// The last step of the type.
        var kind: String
        var target: String
        var isExternal: Bool
    }

    struct NewMedia {
        /// Name of the part.
        var name: String
        var bytes: [UInt8]
        var format: MediaFormat
    }

    var stepCount = 0
    private(set) var warnings: [RenderWarning] = []
    private(set) var media: [NewMedia] = []
    /// By part.
    private(set) var relationships: [String: [NewRelationship]] = [:]
    private var knownIDs: [String: String] = [:]
    private var mediaNames: [[UInt8]: String] = [:]
    private var drawingNumber: Int
    private var bookmarkNumber: Int
    private let package: TemplatePackage
    /// What goes into styles, lists and notes besides the template's own.
    var additions = PackageAdditions()
    var addedStyles: Set<String> = []
    private(set) var subdocumentCount = 0
    private var subdocuments: [ObjectIdentifier: SubdocumentWriter] = [:]
    private var listNumber = 0
    private var abstractListNumber = 0
    private var noteNumbers: [NoteKind: Int] = [:]
    /// Ids of notes that the letters of a book take.
    var reservedNoteCount = 0
    /// Letters of a book.
    var letterCount = 1
    /// The notes that the text refers to, in this order.
    private(set) var noteOrders: [NoteKind: NoteOrder] = [:]
    /// Lists of the present letter of a book, by the template's.
    private var letterLists: (letter: Int, numbers: [Int: Int]) = (0, [:])

    var freePrefix: String { package.freePrefix }

    /// The numbers begin behind those of the template; `freePrefix` begins no name in it.
    init(_ package: TemplatePackage) {
        self.package = package
        drawingNumber = package.drawingNumberMax
        bookmarkNumber = package.bookmarkNumberMax
    }

    // MARK: Sub-documents and books

    /// The blocks of a sub-document for a part, and whether something in it was left out.
    func blocks(of source: Subdocument, for part: String) -> (blocks: [[UInt8]], hasDropped: Bool) {
        subdocumentCount += 1
        let writer = subdocuments[ObjectIdentifier(source)] ?? SubdocumentWriter(source, self, package)
        subdocuments[ObjectIdentifier(source)] = writer
        return (writer.blocks(for: part), writer.hasDropped)
    }

    /// The part of this kind: the template's, or the one that will be made.
    func partName(_ kind: PackageOutline.Kind) -> String {
        package.sharedParts[kind] ?? "word/\(freePrefix)\(kind.rawValue).xml"
    }

    func nextListNumber(_ outline: PackageOutline) -> Int {
        listNumber = max(listNumber, outline.listMax) + 1
        return listNumber
    }

    func nextAbstractListNumber(_ outline: PackageOutline) -> Int {
        abstractListNumber = max(abstractListNumber, outline.abstractListMax) + 1
        return abstractListNumber
    }

    func nextNoteNumber(_ kind: NoteKind, _ outline: PackageOutline) -> Int {
        let number = (noteNumbers[kind] ?? (outline.noteMax[kind] ?? 0) + reservedNoteCount) + 1
        noteNumbers[kind] = number
        return number
    }

    /// Notes besides the template's own.
    func addedNoteCount(_ kind: NoteKind) -> Int {
        noteOrders[kind]?.entries.count { $0.id > (package.outline.noteMax[kind] ?? 0) + reservedNoteCount } ?? 0
    }

    /// Notes that the text refers to; the id that the reference has. What a loop repeats refers to a copy of the note.
    func refer(to note: Int, _ kind: NoteKind) -> Int {
        var order = noteOrders[kind] ?? NoteOrder()
        let id = order.holds(note) ? nextNoteNumber(kind, package.outline) : note
        order.add(id, of: note)
        noteOrders[kind] = order
        return id
    }

    /// The list that a letter of a book has in the place of the template's, so that it counts from the start.
    func list(_ list: Int, ofLetter letter: Int) -> Int {
        guard letter > 0, let restart = package.bookLists?.restarts[list] else { return list }
        if letterLists.letter != letter { letterLists = (letter, [:]) }
        if let known = letterLists.numbers[list] { return known }
        let number = nextListNumber(package.outline)
        letterLists.numbers[list] = number
        additions.markup[.numbering, default: []] += restart.written(number)
        return number
    }

    func nextDrawingNumber() -> Int {
        drawingNumber += 1
        return drawingNumber
    }

    func nextBookmarkNumber() -> Int {
        bookmarkNumber += 1
        return bookmarkNumber
    }

    /// Notes each kind of warning of a tag once.
    func warn(_ code: RenderWarning.Code, _ tag: String) {
        let warning = RenderWarning(code: code, tag: tag)
        if !warnings.contains(warning) { warnings.append(warning) }
    }

    /// Id of the relationship that leads from a part to a picture.
    func relationship(to picture: Picture, from part: String) -> String {
        relationship(toMedia: picture.bytes, picture.format == .png ? .png : .jpeg, from: part)
    }

    /// Id of the relationship to the SVG form of a picture; nil for one that has none.
    func relationship(toVectorOf picture: Picture, from part: String) -> String? {
        picture.vector.map { relationship(toMedia: $0, .svg, from: part) }
    }

    /// Id of the relationship that leads from a part to the bytes of a picture; equal ones are stored once.
    func relationship(toMedia bytes: [UInt8], _ format: MediaFormat, from part: String) -> String {
        let name = mediaNames[bytes] ?? "word/media/\(freePrefix)\(media.count + 1).\(format.rawValue)"
        if mediaNames.updateValue(name, forKey: bytes) == nil {
            media.append(NewMedia(name: name, bytes: bytes, format: format))
        }
        return relationship(kind: "image", target: "/" + name, isExternal: false, from: part)
    }

    private static let schemes = ["http://", "https://", "mailto:", "tel:"]
    private static let addressByteCountMax = 2_048

    /// Id of the relationship to an address; nil for addresses that a letter has no business to open.
    func relationship(toAddress address: String, from part: String) -> String? {
        guard Self.schemes.contains(where: { address.lowercased().hasPrefix($0) }),
            address.utf8.count <= Self.addressByteCountMax,
            address.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x22 && $0 != 0x3C && $0 != 0x3E && $0 != 0x7F })
        else { return nil }
        return relationship(kind: "hyperlink", target: address, isExternal: true, from: part)
    }

    /// Id of the relationship to a part that the template does not have.
    func relationship(toPart name: String, kind: String, from part: String) -> String {
        relationship(kind: kind, target: "/" + name, isExternal: false, from: part, isNew: true)
    }

    private func relationship(kind: String, target: String, isExternal: Bool, from part: String, isNew: Bool = false)
        -> String
    {
        let key = isNew ? "" : [part, kind, target].joined(separator: "\n")
        if !isNew, let known = knownIDs[key] { return known }
        let id = "\(freePrefix)\(relationships[part, default: []].count + 1)"
        relationships[part, default: []].append(
            NewRelationship(id: id, kind: kind, target: target, isExternal: isExternal)
        )
        if !isNew { knownIDs[key] = id }
        return id
    }
}
