import OfficePackage

/// HYPERLINK fields whose address holds tags or merge fields (ISO 29500-1, 17.16.5.25).
///
/// A value must never reach a field code. Such a field becomes a `w:hyperlink` around what it shows, with a relationship
/// that is made when the document is.
struct FieldLink {
    var paragraph: Int
    /// Runs of the shown text.
    var runs: ClosedRange<Int>
    /// The shown text.
    var text: Range<Int>
    var address: [WordField.Part]
    /// `\l`: a place in the document it leads to.
    var anchor: String?
    /// The `w:fldSimple`, which the link takes the place of.
    var simple: Int?
}

extension PartCompiler {
    /// Takes a HYPERLINK field whose address holds tags or merge fields; false for any other field.
    func takeLink(_ field: WordField, _ instruction: FieldInstruction, paragraph index: Int) -> Bool {
        guard instruction.name == "HYPERLINK", holdsTags(field.instruction) else { return false }
        let runs = field.runs.filter { run in
            paragraphs[index].runs[run].pieces.contains { paragraphs[index].pieces[$0].text.overlaps(field.result) }
        }
        let outer = field.simple.map { tree.nodes[$0].parent } ?? paragraphs[index].node
        let isPlain = runs.allSatisfy { run in
            tree.nodes[paragraphs[index].runs[run].node].parent == (field.simple ?? paragraphs[index].node)
        }
        guard let address = instruction.arguments.first, let first = runs.first, let last = runs.last, isPlain,
            outer == paragraphs[index].node,
            !instruction.switches.contains(where: { $0.value.contains("{{") || $0.value.contains("{%") })
        else {
            let fault = SyntaxFault(
                .tagMisplaced,
                pl:
                    "Znacznik w polu HYPERLINK może stać tylko w adresie. Wstaw odsyłacz jeszcze raz: Wstawianie, Link.",
                en: "A tag in a HYPERLINK field can stand only in its address. Insert the link anew: Insert, Link."
            )
            report(fault, paragraph: index, range: field.result)
            return true
        }
        fieldLinks.append(
            FieldLink(
                paragraph: index,
                runs: first...last,
                text: field.result,
                address: address.parts,
                anchor: instruction.switches.first { $0.letter == "l" }?.value,
                simple: field.simple
            )
        )
        removeMarks(of: field, paragraph: index)
        return true
    }

    private func holdsTags(_ parts: [WordField.Part]) -> Bool {
        parts.contains { part in
            switch part {
            case .text(let text): text.contains("{{") || text.contains("{%")
            case .field: true
            }
        }
    }

    /// Which link a run became part of.
    func fieldLink(paragraph: Int, run: Int) -> Int? {
        fieldLinks.firstIndex { $0.paragraph == paragraph && $0.runs.contains(run) }
    }

    /// Opens a link before what each field showed; before the tags in it, which come later.
    func beginFieldLinks() {
        for link in fieldLinks {
            let run = paragraphs[link.paragraph].runs[link.runs.lowerBound]
            let start = tree.nodes[link.simple ?? run.node].start
            let order = firstTag(from: link.text.lowerBound, of: link.paragraph)
            let space = tree.rootSpaces.first { $0.value == DocumentState.relationshipSpace }?.key
            let declaration = space == nil ? " xmlns:r=\"\(DocumentState.relationshipSpace)\"" : ""
            let head = markup("<:hyperlink") + Array(declaration.utf8)
            edits.insert(.bytes(head), at: start, order: order, isAttached: true)
            edits.insert(.fieldLink(attribute: (space ?? "r") + ":id", link), at: start, order: order, isAttached: true)
            let anchor = link.anchor.map { markup(" :anchor=\"") + Array((XMLEscape.text($0) + "\"").utf8) } ?? []
            edits.insert(.bytes(anchor + [UInt8(ascii: ">")]), at: start, order: order, isAttached: true)
        }
    }

    func endFieldLinks() {
        for link in fieldLinks {
            let run = paragraphs[link.paragraph].runs[link.runs.upperBound]
            let end = tree.nodes[link.simple ?? run.node].end
            let order = firstTag(from: link.text.upperBound, of: link.paragraph) - 1
            edits.insert(.bytes(markup("</:hyperlink>")), at: end, order: order, isAttached: true)
        }
    }

    /// The first tag at or behind this place of a paragraph's text.
    private func firstTag(from offset: Int, of paragraph: Int) -> Int {
        tags.firstIndex { tag in
            tag.paragraph > paragraph || (tag.paragraph == paragraph && tag.range.lowerBound >= offset)
        } ?? tags.count
    }
}
