import FormModel
import OfficePackage

/// Links whose address holds tags, and the two forms of a text box.
///
/// Word keeps addresses apart from the text, in the part's relationships, with `{` as `%7B`. Such a relationship is left
/// out of every document; each link gets one of its own, to an address that was checked, or none.
extension PartCompiler {
    func editLinks() {
        guard !linkTargets.isEmpty else { return }
        var uses: [String: Int] = [:]
        for node in tree.nodes.indices where isLink(node) {
            for attribute in tree.attributes(node) where attribute.name == "id" && !attribute.prefix.isEmpty {
                let id = String(decoding: XMLText.decoded(tree.bytes, attribute.value), as: UTF8.self)
                guard let target = linkTargets[id] else { continue }
                uses[id, default: 0] += 1
                edits.remove(attribute.range)
                edits.insert(
                    .link(attribute: attribute.prefix + ":id", target: target, node: node),
                    at: attribute.range.lowerBound,
                    order: 0,
                    isAttached: true
                )
            }
        }
        let text = String(decoding: tree.bytes, as: UTF8.self)
        replacedLinks = Set(
            linkTargets.keys.filter { id in
                let count = text.split(separator: "\"\(id)\"", omittingEmptySubsequences: false).count - 1
                return count == uses[id, default: 0]
            }
        )
    }

    private func isLink(_ node: Int) -> Bool {
        if tree.is(node, .hyperlink) { return true }
        return tree.nodes[node].space == .drawing && ["hlinkClick", "hlinkHover"].contains(localName(node))
    }

    /// A text box stands in the file twice; what its tags set is set once.
    func editChoices() {
        var slot: Int32 = 0
        for node in tree.nodes.indices
        where tree.nodes[node].name == .AlternateContent && tree.nodes[node].space == .compatibility {
            let children = Array(tree.children(node))
            guard let choice = children.first(where: { tree.nodes[$0].name == .Choice }),
                let fallback = children.first(where: { tree.nodes[$0].name == .Fallback }),
                tags.contains(where: { holds($0, fallback) }), tags.contains(where: { holds($0, choice) })
            else { continue }
            for (part, operation) in [
                (choice, Operation.choiceBegin(slot: slot)), (fallback, Operation.fallbackBegin(slot: slot)),
            ] {
                edits.insert(.operation(operation), at: tree.nodes[part].contentStart, order: EditList.ending)
            }
            slot += 1
        }
    }

    private func holds(_ tag: TemplateTag, _ node: Int) -> Bool {
        tree.isInside(paragraphs[tag.paragraph].node, node)
    }
}

/// An address with tags, as it stands in a relationship.
enum LinkTarget {
    /// `%7B%7B%20code%20%7D%7D` -> `{{%20code%20}}`; nil without a tag.
    static func opened(_ target: String) -> String? {
        let text = target.replacing("%7B", with: "{").replacing("%7b", with: "{").replacing("%7D", with: "}")
            .replacing("%7d", with: "}")
        return text.contains("{{") && text.contains("}}") ? text : nil
    }

    /// What percent signs stand for; text that is no UTF-8 behind them is left as it is.
    static func decoded(_ text: String) -> String {
        var bytes: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            let digits = String(decoding: rest.prefix(2), as: UTF8.self)
            if byte == UInt8(ascii: "%"), digits.utf8.count == 2, let value = UInt8(digits, radix: 16) {
                bytes.append(value)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return String(validating: bytes, as: UTF8.self) ?? text
    }
}

extension CodeGenerator {
    /// The address of a link: text with tags, and the merge fields of a HYPERLINK field.
    mutating func link(_ attribute: String, _ address: [WordField.Part], _ node: Int) {
        var pieces: [PartProgram.Link.Piece] = []
        var shown = ""
        for part in address {
            switch part {
            case .text(let text):
                shown += text
                pieces += linkPieces(text, node)
            case .field(let field):
                let name = FieldInstruction(field).arguments.first?.text ?? ""
                shown += "«\(name)»"
                pieces += linkPieces(field, name, node)
            }
        }
        program.operations.append(.link(Int32(program.links.count)))
        program.links.append(
            PartProgram.Link(
                attribute: attribute,
                pieces: pieces,
                tag: shown,
                place: ElementPlace.text(of: node, in: compiler.tree)
            )
        )
    }

    private mutating func linkPieces(_ target: String, _ node: Int) -> [PartProgram.Link.Piece] {
        let text = Array(target.utf8)
        var lexer = TagLexer(text, paragraph: -1, isRaw: false)
        let found = lexer.run()
        var pieces: [PartProgram.Link.Piece] = []
        var position = 0
        for tag in found.tags {
            var tag = tag
            tag.inner = LinkTarget.decoded(tag.inner)
            let plain = EditList.PlainTag(node: node, tag: tag)
            noteSite(plain)
            do throws(SyntaxFault) {
                guard tag.kind == .value else { throw Self.onlyValues }
                pieces.append(.text(String(decoding: text[position..<tag.range.lowerBound], as: UTF8.self)))
                pieces.append(.value(try expression(tag.inner)))
                position = tag.range.upperBound
            } catch {
                report(error, plain)
            }
        }
        pieces.append(.text(String(decoding: text[position...], as: UTF8.self)))
        return pieces
    }

    private mutating func linkPieces(_ field: WordField, _ name: String, _ node: Int) -> [PartProgram.Link.Piece] {
        let tag = TemplateTag(
            kind: .value,
            reach: .none,
            source: "«\(name)»",
            inner: name,
            paragraph: -1,
            range: 0..<0
        )
        let plain = EditList.PlainTag(node: node, tag: tag)
        noteSite(plain)
        do throws(SyntaxFault) {
            guard let value = try FieldExpression(scope: scope).expression(of: field) else { throw Self.onlyValues }
            variables.use(value)
            return [.value(value)]
        } catch {
            report(error, plain)
            return []
        }
    }

    private static let onlyValues = SyntaxFault(
        .tagMisplaced,
        pl: "W adresie odsyłacza mogą stać tylko wartości {{ … }} i pola MERGEFIELD.",
        en: "Only values {{ … }} and the field MERGEFIELD can stand in the address of a link."
    )
}
