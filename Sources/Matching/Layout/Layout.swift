import FormModel

/// A reading laid out as lines of tokens, with the tables they stand in.
struct Layout: Sendable {
    var bytes: [UInt8] = []
    var folds: [UInt8] = []
    var tokens: [Token] = []
    var lines: [Line] = []
    var cells: [Cell] = []
    var grids: [Grid] = []

    /// Tables nested deeper than this are read as running text; no form that people fill in goes beyond three.
    static let nestingMax = 12
    /// Lines beyond this are left out; the reader's own limits come first.
    static let lineCountMax = 20_000

    func text(from first: Int, to last: Int) -> String {
        guard first <= last, tokens.indices.contains(first), tokens.indices.contains(last) else { return "" }
        return text(bytes: Int(tokens[first].start)..<max(Int(tokens[first].start), Int(tokens[last].end)))
    }

    func text(_ range: Range<Int>) -> String {
        range.isEmpty ? "" : text(from: range.lowerBound, to: range.upperBound - 1)
    }

    private func text(bytes range: Range<Int>) -> String {
        String(decoding: bytes[range], as: UTF8.self)
    }

    func fold(_ token: Token) -> ArraySlice<UInt8> { folds[Int(token.foldStart)..<Int(token.foldEnd)] }

    /// The scalar whose UTF-8 begins there.
    func scalar(at offset: Int) -> UInt32 {
        guard bytes.indices.contains(offset) else { return 0 }
        return String(decoding: bytes[offset..<min(bytes.count, offset + 4)], as: UTF8.self).unicodeScalars.first!.value
    }

    /// Whether any word or tick in the range was added by the person.
    func hasInk(_ range: Range<Int>) -> Bool {
        for index in range where !tokens[index].isPrinted {
            if tokens[index].kind == .word { return true }
        }
        return false
    }

    func hasWords(_ range: Range<Int>) -> Bool { range.contains { tokens[$0].kind == .word } }

    /// The column of the line's cell; -1 outside of tables.
    func column(of line: Int) -> Int32 {
        let cell = lines[line].cell
        return cell >= 0 ? cells[Int(cell)].column : -1
    }

    func place(of line: Int) -> String {
        let cell = lines[line].cell
        return cell >= 0 ? cells[Int(cell)].place : lines[line].place
    }
}
