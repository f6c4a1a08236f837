/// The relationships of a package or of one of its parts (ISO 29500-2, 9.3): who points where, never followed outside.
public struct Relationships: Sendable {
    public struct Target: Hashable, Sendable {
        public var id: String
        /// The last step of the type's URI: `officeDocument`, `header`, `styles`; equal in Strict and Transitional.
        public var kind: String
        /// As written.
        public var target: String
        /// Name of the part it leads to; nil for an external one.
        public var part: String?
        public var isExternal: Bool { part == nil }
    }

    /// In the order of the part.
    public let targets: [Target]

    /// Reads the relationships of a part, or of the whole package for the empty name; none when it has none.
    public init(
        of part: String,
        in archive: ZipArchive,
        limits: PackageLimits = PackageLimits()
    ) throws(PackageError) {
        guard let bytes = try archive.part(named: Self.partName(of: part)) else {
            targets = []
            return
        }
        let collector = RelationshipCollector(folder: Self.folder(of: part))
        try XMLScanner.scan(bytes, handler: collector, limits: limits)
        targets = collector.targets
    }

    /// The relationship with this id.
    public subscript(_ id: String) -> Target? { targets.first { $0.id == id } }

    /// The first one of a kind.
    public func first(ofType kind: String) -> Target? { targets.first { $0.kind == kind } }

    /// `word/document.xml` -> `word/_rels/document.xml.rels`.
    public static func partName(of part: String) -> String {
        let folder = folder(of: part)
        return folder + "_rels/" + part.dropFirst(folder.count) + ".rels"
    }

    /// Everything up to and with the last slash; empty at the top.
    static func folder(of part: String) -> String {
        guard let slash = part.lastIndex(of: "/") else { return "" }
        return String(part[...slash])
    }

    /// The part a target leads to, seen from a folder; `..` never leads out of the package.
    static func resolve(_ target: String, from folder: String) -> String {
        let start = target.hasPrefix("/") ? "" : folder
        var steps: [Substring] = []
        for step in (start + target).split(separator: "/") {
            if step == ".." { _ = steps.popLast() } else if step != "." { steps.append(step) }
        }
        return steps.joined(separator: "/")
    }
}

private final class RelationshipCollector: XMLHandler {
    private let folder: String
    private(set) var targets: [Relationships.Target] = []
    private static let countMax = 10_000

    init(folder: String) { self.folder = folder }

    override func start(_ element: XMLElement) {
        guard element.is(.Relationship, .packageRelationships), let id = element[.Id], let target = element[.Target]
        else { return }
        guard targets.count < Self.countMax else { return stop(PackageError(.limit, "relationships")) }
        let type = element[.typeURI] ?? ""
        let isExternal = element.bytes(.TargetMode)?.matches("External") ?? false
        targets.append(
            Relationships.Target(
                id: id,
                kind: String(type.split(separator: "/").last ?? ""),
                target: target,
                part: isExternal ? nil : Relationships.resolve(target, from: folder)
            )
        )
    }
}
