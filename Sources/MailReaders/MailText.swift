import Readers
import FormModel
import OfficePackage

/// Makes the typed text of a mail a reading: one paragraph a line, without what was quoted and without the signature.
enum MailText {
    /// The text of all parts, the mail's own first, then those of enclosed messages; nil when nothing was typed.
    static func reading(of texts: [MailTree.Text]) -> Reading? {
        let ordered = texts.enumerated().sorted {
            ($0.element.messageDepth, $0.offset) < ($1.element.messageDepth, $1.offset)
        }
        let lines = ordered.flatMap { typedLines(of: $0.element) }.filter { !$0.isEmpty }
        guard !lines.isEmpty else { return nil }
        return Reading(format: .text, blocks: TextReader.blocks(lines))
    }

    /// HTML as a person would see it.
    static func plain(fromHTML html: String) -> String {
        HTMLText.plainText(of: Array(html.utf8), encoding: "UTF-8")
    }

    static func typedLines(of text: MailTree.Text) -> [String] {
        var lines = TextReader.lines(of: text.plain)
        if text.isFlowed { lines = FlowedText.unfolded(lines, deletesSpace: text.deletesSpace) }
        return QuotedText.removed(from: lines)
    }
}
