import FormModel

extension PartRenderer {
    /// Looking back for the paragraph that a sub-document replaces.
    private static let lookBackByteCountMax = 32 << 10

    /// Puts a sub-document in the place of a paragraph, or between the two halves of one.
    mutating func write(_ source: Subdocument, _ site: PartProgram.Site) throws(RenderError) {
        if case .paragraph = site.kind {
            writeBlocks(source, site)
            if !endsWithParagraph { output.bytes.append(contentsOf: snippets.emptyParagraph) }
            return
        }
        guard case .text = site.kind else {
            throw failure(.unsuitable("subdocument", for: "{{ }}"), tag: site.tag, place: site.place)
        }
        let isReplaced = site.isAlone && takeBackParagraph()
        if !isReplaced { output.bytes.append(contentsOf: snippets.runEnd + snippets.paragraphClose) }
        let start = output.bytes.count
        writeBlocks(source, site)
        // The template closes a text, a run and a paragraph behind the tag; the last paragraph takes these ends.
        if isReplaced, output.bytes.count > start, output.ends(with: snippets.paragraphClose) {
            output.bytes.removeLast(snippets.paragraphClose.count)
        } else {
            output.bytes.append(contentsOf: snippets.paragraphBegin)
            literal(site.paragraphProperties)
        }
        reopen(site)
    }

    private mutating func writeBlocks(_ source: Subdocument, _ site: PartProgram.Site) {
        let (blocks, hasDropped) = document.blocks(of: source, for: program.name)
        for block in blocks { output.bytes.append(contentsOf: block) }
        if hasDropped { document.warn(.subdocumentDrawingDropped, site.tag) }
    }

    /// Takes back what was written of the present paragraph.
    private mutating func takeBackParagraph() -> Bool {
        let opening = Array(snippets.paragraphBegin.dropLast())
        let first = max(0, output.bytes.count - Self.lookBackByteCountMax)
        var position = output.bytes.count - opening.count - 1
        while position >= first {
            let next = output.bytes[position + opening.count]
            if next == UInt8(ascii: ">") || next == 0x20,
                output.bytes[position..<position + opening.count].elementsEqual(opening)
            {
                output.bytes.removeLast(output.bytes.count - position)
                return true
            }
            position -= 1
        }
        return false
    }
}
