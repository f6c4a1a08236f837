import OfficePackage

/// What is put into the styles, lists and notes of one document besides what the template has.
struct PackageAdditions {
    /// Markup to be put before the end of the part's root.
    var markup: [PackageOutline.Kind: [UInt8]] = [:]
    /// Definitions of lists, which stand before the lists.
    var abstractLists: [UInt8] = []

    var isEmpty: Bool { markup.isEmpty && abstractLists.isEmpty }

    func has(_ kind: PackageOutline.Kind) -> Bool {
        markup[kind] != nil || (kind == .numbering && !abstractLists.isEmpty)
    }

    static let word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    private static let head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"

    /// A part that the template does not have.
    static func newPart(_ kind: PackageOutline.Kind) -> [UInt8] {
        var content = ""
        if kind == .footnotes || kind == .endnotes {
            let name = kind.rawValue.dropLast()
            for (id, type) in [(-1, "separator"), (0, "continuationSeparator")] {
                content += "<w:\(name) w:type=\"\(type)\" w:id=\"\(id)\"><w:p><w:r><w:\(type)/></w:r></w:p></w:\(name)>"
            }
        }
        return Array("\(head)<w:\(kind.rawValue) xmlns:w=\"\(word)\">\(content)</w:\(kind.rawValue)>".utf8)
    }

    /// The part with everything that was added to it.
    func applied(to bytes: [UInt8], _ kind: PackageOutline.Kind) -> [UInt8] {
        var result = bytes
        if let added = markup[kind], !added.isEmpty, let place = Self.end(of: result, kind) {
            result.insert(contentsOf: added, at: place)
        }
        if kind == .numbering, !abstractLists.isEmpty, let place = Self.firstList(in: result) {
            result.insert(contentsOf: abstractLists, at: place)
        }
        return result
    }

    /// Before the root's end tag; in `w:numbering` before `w:numIdMacAtCleanup`, which comes last (ISO 29500-1, 17.9.17).
    private static func end(of bytes: [UInt8], _ kind: PackageOutline.Kind) -> Int? {
        guard let tree = try? PartTree(name: "", bytes: bytes), let root = tree.nodes.first, !root.isEmptyTag else {
            return nil
        }
        guard kind == .numbering else { return root.contentEnd }
        let lists = tree.children(0).filter { tree.is($0, .num) || tree.is($0, .abstractNum) }
        return lists.map { tree.nodes[$0].end }.max() ?? root.contentStart
    }

    private static func firstList(in bytes: [UInt8]) -> Int? {
        guard let tree = try? PartTree(name: "", bytes: bytes), let root = tree.nodes.first else { return nil }
        return tree.children(0).first { tree.is($0, .num) }.map { tree.nodes[$0].start } ?? root.contentEnd
    }
}
