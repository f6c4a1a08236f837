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
        var picture: Picture
    }

    var stepCount = 0
    private(set) var warnings: [RenderWarning] = []
    private(set) var media: [NewMedia] = []
    /// By part.
    private(set) var relationships: [String: [NewRelationship]] = [:]
    private var knownIDs: [String: String] = [:]
    private var drawingNumber: Int
    private var bookmarkNumber: Int
    let freePrefix: String

    /// The numbers begin behind those of the template; `freePrefix` begins no name in it.
    init(drawingNumber: Int, bookmarkNumber: Int, freePrefix: String) {
        self.drawingNumber = drawingNumber
        self.bookmarkNumber = bookmarkNumber
        self.freePrefix = freePrefix
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

    /// Id of the relationship that leads from a part to a picture; equal pictures are stored once.
    func relationship(to picture: Picture, from part: String) -> String {
        let name: String
        if let known = media.first(where: { $0.picture.bytes == picture.bytes }) {
            name = known.name
        } else {
            name = "word/media/\(freePrefix)\(media.count + 1).\(picture.format.rawValue)"
            media.append(NewMedia(name: name, picture: picture))
        }
        return relationship(kind: "image", target: "/" + name, isExternal: false, from: part)
    }

    private static let schemes = ["http://", "https://", "mailto:", "tel:"]

    /// Id of the relationship to an address; nil for addresses that a letter has no business to open.
    func relationship(toAddress address: String, from part: String) -> String? {
        guard Self.schemes.contains(where: { address.lowercased().hasPrefix($0) }),
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
        let key = [part, kind, target].joined(separator: "\n")
        if !isNew, let known = knownIDs[key] { return known }
        let id = "\(freePrefix)\(relationships[part, default: []].count + 1)"
        relationships[part, default: []].append(
            NewRelationship(id: id, kind: kind, target: target, isExternal: isExternal)
        )
        if !isNew { knownIDs[key] = id }
        return id
    }
}
