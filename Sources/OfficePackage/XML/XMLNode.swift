/// A small tree of a small part: relationships, content types, a data store. Documents are scanned instead.
public final class XMLNode {
    public let name: XMLName
    public let space: XMLSpace
    public let localName: String
    public let uri: String
    /// Names as the file writes them, prefix and all.
    public let attributes: [(name: String, space: XMLSpace, value: String)]
    public internal(set) var children: [XMLNode] = []
    /// Text directly inside this element, all pieces joined.
    public internal(set) var ownText = ""

    init(_ element: XMLElement) {
        name = element.name
        space = element.space
        localName = element.localName
        uri = element.uri
        attributes = element.attributes
    }

    /// Parses a whole part into its root element.
    public static func parse(
        _ bytes: [UInt8],
        limits: PackageLimits = PackageLimits()
    ) throws(PackageError) -> XMLNode {
        let builder = XMLNodeBuilder()
        try XMLScanner.scan(bytes, handler: builder, limits: limits)
        guard let root = builder.root else { throw PackageError(.damaged, "xml") }
        return root
    }

    /// The value of an attribute by its name without prefix.
    public func attribute(_ wanted: String) -> String? {
        attributes.first { attribute in
            attribute.name == wanted || attribute.name.hasSuffix(":" + wanted)
        }?.value
    }

    /// The children of one name in any namespace.
    public func children(_ wanted: XMLName) -> [XMLNode] { children.filter { $0.name == wanted } }

    /// All text inside, in order of the elements; depth is bounded by the scanner.
    public var text: String { children.isEmpty ? ownText : ownText + children.map(\.text).joined() }
}

private final class XMLNodeBuilder: XMLHandler {
    private(set) var root: XMLNode?
    private var open: [XMLNode] = []

    override func start(_ element: XMLElement) {
        let node = XMLNode(element)
        if let parent = open.last { parent.children.append(node) } else { root = node }
        open.append(node)
    }

    override func end(_ name: XMLName, _ space: XMLSpace) {
        open.removeLast()
    }

    override func text(_ bytes: UnsafeBufferPointer<UInt8>) {
        open.last?.ownText += String(decoding: bytes, as: UTF8.self)
    }
}
