import FormModel
import OfficePackage

/// The XML data stores of a package, for controls that are bound to them (ISO 29500-1, 15.2.5 and 22.5).
///
/// Word fills a bound control from its store whenever it opens the file, so the store's value is the newer one. Paths are
/// read as child steps with a position and a last attribute, which is all that Word writes; other paths find nothing.
struct DocxDataStore {
    private var rootByID: [String: XMLNode] = [:]

    private static let storeCountMax = 32
    private static let stepCountMax = 32
    /// Fixed ids of stores that are document properties (MS-OI29500, 2.1.592).
    private static let coreProperties = "{6C3C8BC8-F283-45AE-878A-BAB7291924A1}"
    private static let extendedProperties = "{6668398D-A668-4E3E-A5EB-62B293D839F1}"

    /// Opens the stores that the main part and the package name; a broken store is as if it were not there.
    init(package: Relationships, main: Relationships, archive: ZipArchive, limits: PackageLimits) {
        let stores = main.targets.filter { $0.kind == "customXml" }.compactMap(\.part).prefix(Self.storeCountMax)
        for part in stores {
            guard let id = Self.id(of: part, archive, limits) else { continue }
            rootByID[id] = Self.tree(part, archive, limits)
        }
        for (kind, id) in [("core-properties", Self.coreProperties), ("extended-properties", Self.extendedProperties)] {
            rootByID[id] = package.first(ofType: kind)?.part.flatMap { Self.tree($0, archive, limits) }
        }
    }

    /// The value a path leads to; nil when it leads nowhere.
    func value(_ binding: DocxBinding) -> String? {
        guard let root = rootByID[binding.storeItemID.uppercased()] else { return nil }
        let steps = binding.path.split(separator: "/").map(String.init)
        guard !steps.isEmpty, steps.count <= Self.stepCountMax else { return nil }
        let prefixes = Self.prefixes(binding.prefixMappings)
        guard let first = Step(steps[0], prefixes), first.fits(root), first.position == 1 else { return nil }
        var node = root
        for (offset, text) in steps.dropFirst().enumerated() {
            if text.hasPrefix("@") {
                return offset == steps.count - 2
                    ? node.attribute(String(text.split(separator: ":").last ?? "").name) : nil
            }
            if text == "text()" { break }
            guard let step = Step(text, prefixes) else { return nil }
            let fitting = node.children.filter(step.fits)
            guard fitting.indices.contains(step.position - 1) else { return nil }
            node = fitting[step.position - 1]
        }
        return node.text
    }

    /// `ns0:name[2]`.
    private struct Step {
        var name: String
        /// nil fits any namespace.
        var uri: String?
        var position = 1

        init?(_ text: String, _ prefixes: [String: String]) {
            var rest = text[...]
            if let open = rest.firstIndex(of: "[") {
                guard rest.last == "]", let number = Int(rest[rest.index(after: open)...].dropLast()), number > 0 else {
                    return nil
                }
                position = number
                rest = rest[..<open]
            }
            let parts = rest.split(separator: ":", maxSplits: 1).map(String.init)
            guard let last = parts.last, !last.isEmpty else { return nil }
            name = last
            uri = parts.count == 2 ? prefixes[parts[0]] : nil
        }

        func fits(_ node: XMLNode) -> Bool { node.localName == name && (uri == nil || uri == node.uri) }
    }

    /// `xmlns:ns0='urn:a' xmlns:b="urn:b"`.
    private static func prefixes(_ mappings: String) -> [String: String] {
        var prefixes: [String: String] = [:]
        for mapping in mappings.split(separator: " ") where mapping.hasPrefix("xmlns:") {
            let parts = mapping.dropFirst(6).split(separator: "=", maxSplits: 1)
            guard parts.count == 2, parts[1].count >= 2 else { continue }
            prefixes[String(parts[0])] = String(parts[1].dropFirst().dropLast())
        }
        return prefixes
    }

    private static func id(of part: String, _ archive: ZipArchive, _ limits: PackageLimits) -> String? {
        guard let relationships = try? Relationships(of: part, in: archive, limits: limits),
            let properties = relationships.first(ofType: "customXmlProps")?.part
        else { return nil }
        return tree(properties, archive, limits)?.attribute("itemID")?.uppercased()
    }

    private static func tree(_ part: String, _ archive: ZipArchive, _ limits: PackageLimits) -> XMLNode? {
        guard let bytes = try? archive.part(named: part) else { return nil }
        return try? XMLNode.parse(bytes, limits: limits)
    }
}

extension String {
    /// An attribute step without its `@`.
    fileprivate var name: String { hasPrefix("@") ? String(dropFirst()) : self }
}
