import FormModel
import OfficePackage

/// Changes that keep the file right whatever the data are: pictures, tables, containers.
extension PartCompiler {
    /// Alt texts: one tag alone stands for the picture itself, others are filled in.
    func editDrawings() {
        for node in tree.nodes.indices
        where tree.nodes[node].name == .docPr && tree.nodes[node].space == .word2006Drawing {
            for name in ["descr", "title"] {
                guard let attribute = tree.attribute(node, name) else { continue }
                let tags = plainTags(attribute.value, node: node)
                guard !tags.isEmpty else { continue }
                if tags.count == 1, isWhole(tags[0].tag, attribute.value), let drawing = tree.ancestor(node, .drawing),
                    placePicture(drawing, docPr: node, alternative: attribute, tag: tags[0].tag)
                {
                    break
                }
                insertPlain(tags, node)
            }
        }
    }

    /// Tags in a stretch of plain text, with their places in the part.
    func plainTags(_ range: Range<Int>, node: Int) -> [(tag: TemplateTag, source: Range<Int>)] {
        var text: [UInt8] = []
        var places: [Int] = []
        XMLText.forEach(tree.bytes, range) { characters, source in
            text.append(contentsOf: characters)
            for _ in characters { places.append(source.lowerBound) }
        }
        guard text.contains(UInt8(ascii: "{")) else { return [] }
        places.append(range.upperBound)
        var lexer = TagLexer(text, paragraph: -1, isRaw: false)
        return lexer.run().tags.filter { $0.kind == .value }.map { tag in
            (tag, places[tag.range.lowerBound]..<places[tag.range.upperBound])
        }
    }

    private func isWhole(_ tag: TemplateTag, _ range: Range<Int>) -> Bool {
        let text = String(decoding: XMLText.decoded(tree.bytes, range), as: UTF8.self)
        return text.filter { !$0.isWhitespace } == tag.source.filter { !$0.isWhitespace }
    }

    func insertPlain(_ tags: [(tag: TemplateTag, source: Range<Int>)], _ node: Int) {
        for (tag, source) in tags {
            edits.remove(source)
            edits.insert(.plain(EditList.PlainTag(node: node, tag: tag)), at: source.lowerBound, order: 0)
        }
    }

    /// False for a drawing that holds no picture.
    private func placePicture(
        _ drawing: Int,
        docPr: Int,
        alternative: PartTree.Attribute,
        tag: TemplateTag
    ) -> Bool {
        let inside = tree.nodes.indices.filter { tree.isInside($0, drawing) }
        guard let blip = inside.first(where: { tree.nodes[$0].name == .blip }),
            let embed = tree.attribute(blip, "embed"),
            let extent = inside.first(where: { tree.nodes[$0].name == .extent }),
            let width = tree.value(extent, "cx").flatMap(Int.init),
            let height = tree.value(extent, "cy").flatMap(Int.init),
            width > 0, height > 0
        else { return false }
        edits.insert(
            .imageBegin(EditList.PlainTag(node: docPr, tag: tag), width: width, height: height),
            at: tree.nodes[drawing].start,
            order: EditList.beginning
        )
        edits.insert(.imageEnd, at: tree.nodes[drawing].end, order: EditList.ending)
        replace(embed.value, .operation(.imageRelationship))
        replace(alternative.value, .operation(.imageText))
        for node in inside where node == extent || localName(node) == "ext" {
            if let value = tree.attribute(node, "cx")?.value { replace(value, .operation(.imageWidth)) }
            if let value = tree.attribute(node, "cy")?.value { replace(value, .operation(.imageHeight)) }
        }
        // What stands inside of the blip belongs to the placeholder's own picture, such as its SVG form.
        let node = tree.nodes[blip]
        let end = node.isEmptyTag ? node.end - 2 : node.contentStart - 1
        let nameEnd = tree.bytes[(node.start + 1)..<end].firstIndex { $0 <= 0x20 } ?? end
        edits.remove(end..<node.end)
        edits.insert(.operation(.blipEnd(start: Int32(node.start + 1), end: Int32(nameEnd))), at: end, order: 0)
        return true
    }

    private func replace(_ range: Range<Int>, _ insertion: EditList.Insertion) {
        edits.remove(range)
        edits.insert(insertion, at: range.lowerBound, order: 0)
    }

    /// The name without prefix, for names that nobody else asks for.
    func localName(_ node: Int) -> String {
        var position = tree.nodes[node].start + 1
        var start = position
        while position < tree.nodes[node].end {
            let byte = tree.bytes[position]
            if byte == UInt8(ascii: ":") { start = position + 1 }
            if byte == UInt8(ascii: " ") || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/") || byte < 0x20 {
                break
            }
            position += 1
        }
        return String(decoding: tree.bytes[start..<position], as: UTF8.self)
    }
}
