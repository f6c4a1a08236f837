import FormModel

/// The tags that make one statement: `if` … `elif` … `else` … `endif`, or a lone `set`.
struct TemplateStatement {
    var keyword: String
    /// Indexes of the tags, in order.
    var tags: [Int]
}

/// Where the instructions of a statement's tag go.
enum TagPlacement: Equatable {
    /// Between runs, where the tag stands.
    case inline
    /// In the place of an element that is left out: the paragraph, the row or the cell.
    case instead(of: Int)
    case before(Int)
    case after(Int)

    var isInline: Bool { self == .inline }
}

extension PartCompiler {
    static let blockEnds = ["if": "endif", "for": "endfor", "with": "endwith"]
    static let single: Set<String> = ["set", "colspan", "cellbg", "hm", "vm", "do"]
    /// What the fields NEXT, NEXTIF and SKIPIF are turned into; no tag is called so.
    private static let recordWords: Set<String> = ["next", "skip"]
    private static let keywords =
        ["if", "elif", "else", "endif", "for", "endfor", "set", "with", "endwith", "raw", "endraw"]
        + ["colspan", "cellbg", "hm", "vm"]

    /// Pairs beginnings and ends; what does not pair is a fault and takes part in nothing.
    func matchStatements() {
        var open: [TemplateStatement] = []
        for index in tags.indices where tags[index].kind == .statement {
            let tag = tags[index]
            let keyword = tag.keyword
            if Self.blockEnds[keyword] != nil {
                open.append(TemplateStatement(keyword: keyword, tags: [index]))
            } else if keyword == "else" || keyword == "elif" {
                continueBlock(&open, index, keyword)
            } else if let begin = Self.blockEnds.first(where: { $0.value == keyword })?.key {
                endBlock(&open, index, begin)
            } else if Self.single.contains(keyword) || (tag.field != nil && Self.recordWords.contains(keyword)) {
                statements.append(TemplateStatement(keyword: keyword, tags: [index]))
            } else {
                reportUnknown(tag)
            }
        }
        for statement in open { reportUnclosed(statement) }
        // A statement is put in the place of its first tag, so that outer ones come before inner ones.
        statements.sort { $0.tags[0] < $1.tags[0] }
        pairedTags = Set(statements.flatMap(\.tags))
    }

    /// Whether the tag belongs to a statement that begins and ends.
    func isPaired(_ tag: Int) -> Bool { pairedTags.contains(tag) }

    private func continueBlock(_ open: inout [TemplateStatement], _ index: Int, _ keyword: String) {
        let isFitting = open.last.map { $0.keyword == "if" || ($0.keyword == "for" && keyword == "else") } ?? false
        guard isFitting else {
            return report(
                SyntaxFault(
                    .blockUnopened,
                    pl: "„\(keyword)” stoi poza warunkiem. Dopisz przed nim „{% if … %}” albo usuń ten znacznik.",
                    en: "“\(keyword)” stands outside of a condition. Put “{% if … %}” before it or remove the tag."
                ),
                tag: tags[index]
            )
        }
        open[open.count - 1].tags.append(index)
    }

    private func endBlock(_ open: inout [TemplateStatement], _ index: Int, _ begin: String) {
        guard let place = open.lastIndex(where: { $0.keyword == begin }) else {
            return report(
                SyntaxFault(
                    .blockUnopened,
                    pl: "„end\(begin)” nie ma swojego „\(begin)”. Dopisz początek albo usuń ten znacznik.",
                    en: "“end\(begin)” has no “\(begin)”. Add the beginning or remove the tag."
                ),
                tag: tags[index]
            )
        }
        for crossed in open[(place + 1)...] { reportUnclosed(crossed) }
        var statement = open[place]
        open.removeSubrange(place...)
        statement.tags.append(index)
        statements.append(statement)
    }

    private func reportUnclosed(_ statement: TemplateStatement) {
        let end = Self.blockEnds[statement.keyword] ?? ""
        report(
            SyntaxFault(
                .blockUnclosed,
                pl: "„\(statement.keyword)” nie ma końca. Dopisz „{% \(end) %}”.",
                en: "“\(statement.keyword)” has no end. Add “{% \(end) %}”."
            ),
            tag: tags[statement.tags[0]]
        )
    }

    private func reportUnknown(_ tag: TemplateTag) {
        let word = tag.keyword
        let refused = [
            "include", "import", "from", "extends", "block", "macro", "call", "filter", "endblock", "endmacro",
        ]
        if refused.contains(word) {
            return report(
                SyntaxFault(
                    .tagUnknown,
                    pl: "„\(word)” nie działa w szablonach Worda. Wpisz tekst wprost albo użyj poddokumentu.",
                    en: "“\(word)” does not work in Word templates. Write the text itself or use a sub-document."
                ),
                tag: tag
            )
        }
        report(
            SyntaxFault(
                tag.inner.isEmpty ? .tagEmpty : .tagUnknown,
                pl: "Nieznane polecenie „\(word)”. Są: if, elif, else, endif, for, endfor, set.",
                en: "Unknown instruction “\(word)”. There are: if, elif, else, endif, for, endfor, set.",
                suggestion: Spelling.nearest(to: word, among: Self.keywords)
            ),
            tag: tag
        )
    }
}
