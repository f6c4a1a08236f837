import OfficePackage
import Synchronization

/// What a template already has of styles, lists and notes, for putting more beside it; worked out when first needed.
struct PackageOutline: Sendable {
    /// A kind of part that may get more, or come to be.
    enum Kind: String, CaseIterable, Sendable {
        case styles, numbering, footnotes, endnotes
    }

    /// Ids of styles by kind and name, both in lower case: Word's own styles have the same name in all languages, not
    /// the same id.
    var styles: [String: String] = [:]
    var styleIDs: Set<String> = []
    var listMax = 0
    var abstractListMax = 0
    var noteMax: [NoteKind: Int] = [.footnotes: 0, .endnotes: 0]
    /// Namespaces of the document's root by prefix.
    var spaces: [String: String] = [:]
    /// Namespaces of the other parts' roots; a part that will be made declares Word's own.
    var partSpaces: [Kind: [String: String]] = [:]
    var bytes: [Kind: [UInt8]] = [:]
    /// Lists that count, and the styles that bring them along.
    var lists = BookLists()

    static func key(_ type: String, _ name: String) -> String { type + "\n" + name.lowercased() }

    init(_ package: TemplatePackage) {
        guard let archive = try? ZipArchive(package.source) else { return }
        if let bytes = try? archive.part(named: package.mainPart), let tree = try? PartTree(name: "", bytes: bytes) {
            spaces = tree.rootSpaces
        }
        lists = (try? BookLists(package.sharedParts, archive)) ?? BookLists()
        for (kind, name) in package.sharedParts {
            guard let bytes = try? archive.part(named: name), let tree = try? PartTree(name: name, bytes: bytes) else {
                continue
            }
            self.bytes[kind] = bytes
            partSpaces[kind] = tree.rootSpaces
            for node in tree.nodes.indices { note(node, tree) }
        }
    }

    private mutating func note(_ node: Int, _ tree: PartTree) {
        func number(_ name: String) -> Int { tree.value(node, name).flatMap { Int($0) } ?? 0 }
        guard tree.nodes[node].space == .word else { return }
        switch tree.nodes[node].name {
        case .style:
            guard let id = tree.value(node, "styleId") else { return }
            styleIDs.insert(id)
            let name = tree.child(node, .name).flatMap { tree.value($0, "val") } ?? id
            styles[Self.key(tree.value(node, "type") ?? "paragraph", name)] = id
        case .num: listMax = max(listMax, number("numId"))
        case .abstractNum: abstractListMax = max(abstractListMax, number("abstractNumId"))
        case .footnote: noteMax[.footnotes] = max(noteMax[.footnotes] ?? 0, number("id"))
        case .endnote: noteMax[.endnotes] = max(noteMax[.endnotes] ?? 0, number("id"))
        default: break
        }
    }
}

/// Holds the outline of a template once it was asked for.
final class PackageOutlineBox: Sendable {
    private let outline = Mutex<PackageOutline?>(nil)

    func outline(of package: TemplatePackage) -> PackageOutline {
        outline.withLock { known in
            let outline = known ?? PackageOutline(package)
            known = outline
            return outline
        }
    }
}
