import Documents
import OfficePackage
import Testing
import WrittenDocuments

/// Reads the text of a Word file back for comparing: paragraphs as texts, tables as rows of cells.
struct WordText {
    let archive: ZipArchive

    /// Opens a file that a test wrote; one that Word would repair or refuse is a fault of the test, whatever it looks at.
    init(_ bytes: [UInt8], location: SourceLocation = #_sourceLocation) throws {
        archive = try ZipArchive(bytes)
        let origin = "\(location.fileName) \(location.line)"
        #expect(try WrittenDocuments.faults(in: bytes, origin: origin) == [], sourceLocation: location)
    }

    func part(_ name: String) throws -> String {
        String(decoding: try archive.part(named: name) ?? [], as: UTF8.self)
    }

    /// The blocks of a part: a paragraph is its text, a table a list of rows, each a list of cells, each the texts of its
    /// blocks joined by `¶`.
    func blocks(_ name: String = "word/document.xml") throws -> [String] {
        guard let bytes = try archive.part(named: name) else { return [] }
        var root = try XMLNode.parse(bytes)
        if let body = root.children(.body).first { root = body }
        return Self.blocks(root)
    }

    /// The texts of all paragraphs of the body, those in tables too, in their order.
    func lines() throws -> [String] {
        guard let bytes = try archive.part(named: "word/document.xml") else { return [] }
        return Self.lines(try XMLNode.parse(bytes))
    }

    /// The words of the body in their order.
    func words() throws -> [Substring] {
        try lines().joined(separator: "\n").split(whereSeparator: \.isWhitespace)
    }

    private static func lines(_ node: XMLNode) -> [String] {
        node.name == .p ? [paragraph(node).replacing("⏎", with: "\n")] : node.children.flatMap(lines)
    }

    private static func blocks(_ parent: XMLNode) -> [String] {
        var result: [String] = []
        for child in parent.children {
            switch child.name {
            case .p: result.append(paragraph(child))
            case .tbl: result.append(table(child))
            case .sdt: result += child.children(.sdtContent).flatMap(blocks)
            case .footnote, .endnote, .comment: result += blocks(child)
            default: break
            }
        }
        return result
    }

    private static func table(_ node: XMLNode) -> String {
        let rows = rows(node).map { row in
            let cells = cells(row).map { blocks($0).joined(separator: "¶") }
            return "[" + cells.joined(separator: " | ") + "]"
        }
        return rows.joined(separator: " ")
    }

    private static func rows(_ node: XMLNode) -> [XMLNode] {
        node.children.flatMap { child in
            child.name == .tr ? [child] : child.name == .sdt ? child.children(.sdtContent).flatMap(rows) : []
        }
    }

    private static func cells(_ node: XMLNode) -> [XMLNode] {
        node.children.flatMap { child in
            child.name == .tc ? [child] : child.name == .sdt ? child.children(.sdtContent).flatMap(cells) : []
        }
    }

    private static func paragraph(_ node: XMLNode) -> String {
        var text = ""
        for child in node.children {
            switch child.name {
            case .t: text += child.text
            case .tab: text += "\t"
            case .br, .cr: text += child.attribute("type") == "page" ? "⏎" : "\n"
            case .drawing: text += "▣"
            case .pPr, .rPr, .instrText, .del, .delText: break
            default: text += paragraph(child)
            }
        }
        return text
    }
}
