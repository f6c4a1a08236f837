import FormModel
import OfficePackage
import Synchronization

/// A Word document that is put into another: its body without the settings of its pages.
///
/// Taken over: paragraphs, tables, formats, styles that the template does not have by name, lists (counted anew at each
/// insertion), pictures, links, footnotes and endnotes, bookmarks under new names. Left out: headers and footers,
/// comments, charts and diagrams. Tags inside stay text. What a template may not hold, a sub-document may not either.
final class Subdocument: Sendable {
    /// A part of it with what stands in it.
    struct Part: Sendable {
        let tree: PartTree
        /// Prefixes of the root with their namespaces.
        let spaces: [String: String]
        let targets: [String: Relationships.Target]
        /// Prefixes of markup that older programs may pass over.
        let ignorable: Set<String>

        init(name: String, in archive: ZipArchive) throws(PackageError) {
            tree = try PartTree(name: name, bytes: try archive.part(named: name) ?? [])
            spaces = tree.rootSpaces
            let passedOver = tree.nodes.isEmpty ? nil : tree.value(0, "Ignorable")
            ignorable = Set((passedOver ?? "").split(separator: " ").map { String($0) })
            let all = try Relationships(of: name, in: archive).targets
            targets = Dictionary(all.map { ($0.id, $0) }) { first, _ in first }
        }
    }

    struct Style: Sendable {
        var node: Int
        /// `paragraph`, `character`, `table`, `numbering`.
        var type: String
        var name: String
    }

    let body: Part
    /// The blocks of the body, in order.
    let blocks: [SubdocumentBlock]
    let stylesPart: Part?
    let numberingPart: Part?
    let notes: [NoteKind: Part]
    let styles: [String: Style]
    /// `w:num` and `w:abstractNum` by id, and the latter's id by the former's.
    let lists: [String: (node: Int, abstract: String)]
    let abstractLists: [String: Int]
    /// Lists and levels that styles bring along.
    let listsByStyle: [String: (list: Int, level: Int)]
    /// Pictures by the name of their part.
    let media: [String: [UInt8]]

    private static let known = Mutex<[[UInt8]: Subdocument]>([:])
    private static let cacheCountMax = 8

    /// The document of these bytes; a batch puts the same one into each letter.
    static func of(_ bytes: [UInt8]) throws(EvaluationError) -> Subdocument {
        if let document = known.withLock({ $0[bytes] }) { return document }
        let document: Subdocument
        do throws(PackageError) {
            document = try Subdocument(ZipArchive(bytes))
        } catch {
            throw EvaluationError(
                .subdocumentUnsuitable,
                pl: "Poddokumentu nie da się wstawić (\(error.code.rawValue) \(error.subject)). Podaj plik .docx bez "
                    + "makr, obiektów i wstawek z sieci.",
                en: "The sub-document cannot be put in (\(error.code.rawValue) \(error.subject)). Give a .docx file "
                    + "without macros, objects and insertions of the network."
            )
        }
        known.withLock { documents in
            if documents.count >= cacheCountMax { documents.removeAll() }
            documents[bytes] = document
        }
        return document
    }

    private init(_ archive: ZipArchive) throws(PackageError) {
        guard let main = try Relationships(of: "", in: archive).first(ofType: "officeDocument")?.part,
            archive.member(named: main) != nil
        else { throw PackageError(.missingPart, "officeDocument") }
        if let refused = try PackageRefusal.all(in: archive).first { throw PackageError(.damaged, refused.english) }
        let body = try Part(name: main, in: archive)
        guard let root = body.tree.nodes.indices.first(where: { body.tree.is($0, .body) }) else {
            throw PackageError(.missingPart, "body")
        }
        self.body = body
        var cutter = SubdocumentCutter(body)
        var blocks: [SubdocumentBlock] = []
        for child in body.tree.children(root) where !body.tree.is(child, .sectPr) { blocks.append(cutter.block(child)) }
        self.blocks = blocks
        func part(_ kind: String) throws(PackageError) -> Part? {
            guard let name = body.targets.values.first(where: { $0.kind == kind })?.part,
                archive.member(named: name) != nil
            else { return nil }
            return try Part(name: name, in: archive)
        }
        stylesPart = try part("styles")
        numberingPart = try part("numbering")
        var notes: [NoteKind: Part] = [:]
        for kind in NoteKind.allCases { notes[kind] = try part(kind.rawValue) }
        self.notes = notes
        styles = stylesPart.map(Self.styles) ?? [:]
        (lists, abstractLists) = numberingPart.map(Self.lists) ?? ([:], [:])
        listsByStyle = BookLists(numbering: numberingPart?.tree, styles: stylesPart?.tree).byStyle
        var media: [String: [UInt8]] = [:]
        let targets = [body.targets] + notes.values.map(\.targets)
        for target in targets.flatMap(\.values) where target.kind == "image" {
            if let name = target.part { media[name] = try archive.part(named: name) }
        }
        self.media = media
    }

    private static func styles(_ part: Part) -> [String: Style] {
        var result: [String: Style] = [:]
        for node in part.tree.nodes.indices where part.tree.is(node, .style) {
            guard let id = part.tree.value(node, "styleId") else { continue }
            let name = part.tree.child(node, .name).flatMap { part.tree.value($0, "val") } ?? id
            result[id] = Style(node: node, type: part.tree.value(node, "type") ?? "paragraph", name: name)
        }
        return result
    }

    private static func lists(
        _ part: Part
    ) -> (lists: [String: (node: Int, abstract: String)], abstract: [String: Int]) {
        var lists: [String: (node: Int, abstract: String)] = [:]
        var abstract: [String: Int] = [:]
        for node in part.tree.nodes.indices {
            if part.tree.is(node, .abstractNum), let id = part.tree.value(node, "abstractNumId") { abstract[id] = node }
            if part.tree.is(node, .num), let id = part.tree.value(node, "numId"),
                let base = part.tree.child(node, .abstractNumId).flatMap({ part.tree.value($0, "val") })
            {
                lists[id] = (node, base)
            }
        }
        return (lists, abstract)
    }
}

/// Notes at the foot of the page or at the end; the raw value is the kind of the part.
enum NoteKind: String, CaseIterable, Sendable {
    case footnotes, endnotes

    /// Name of one note and of its reference.
    var element: XMLName { self == .footnotes ? .footnote : .endnote }
    var reference: XMLName { self == .footnotes ? .footnoteReference : .endnoteReference }
}

extension PartTree {
    /// The namespaces that the root declares, by prefix.
    var rootSpaces: [String: String] {
        guard !nodes.isEmpty else { return [:] }
        var result: [String: String] = [:]
        for attribute in attributes(0) where attribute.prefix == "xmlns" {
            result[attribute.name] = String(decoding: XMLText.decoded(bytes, attribute.value), as: UTF8.self)
        }
        if let plain = attributes(0).first(where: { $0.prefix.isEmpty && $0.name == "xmlns" }) {
            result[""] = String(decoding: XMLText.decoded(bytes, plain.value), as: UTF8.self)
        }
        return result
    }
}
