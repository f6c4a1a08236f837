import FormModel
import Foundation

/// The files out of which sheets came: one alone, or the pictures of a mail, whose sheets are counted through.
struct SheetPieces {
    struct Piece {
        /// `part[2]`; empty for a source that is no mail.
        var place: String
        var sha256: String
        var sheets: ClosedRange<Int>
    }

    private(set) var pieces: [Piece] = []

    var sheetCount: Int { pieces.last?.sheets.upperBound ?? 0 }

    mutating func append(place: String, sha256: String, sheetCount count: Int) {
        let first = sheetCount + 1
        pieces.append(Piece(place: place, sha256: sha256, sheets: first...first + max(1, count) - 1))
    }

    /// Where the sheets of one form stand: `part[1]+part[2]`, `sheet[3]+sheet[4]`, `part[1]/sheet[2]`; empty for the whole.
    func place(of sheets: [Int], isOnlyForm: Bool) -> String {
        let named = pieces.flatMap { piece -> [String] in
            let own = sheets.filter(piece.sheets.contains).sorted()
            if own.isEmpty { return [] }
            if isOnlyForm || own.count == piece.sheets.count { return [piece.place] }
            let head = piece.place.isEmpty ? "" : piece.place + "/"
            return own.map { head + "sheet[\($0 - piece.sheets.lowerBound + 1)]" }
        }
        return named.joined(separator: "+")
    }

    /// The number that stands in a place in brackets: 2 after `sheet` in `part[1]/sheet[2]`.
    static func number(_ name: String, in place: some StringProtocol) -> Int? {
        place.range(of: name + "[").flatMap { Int(place[$0.upperBound...].prefix { $0 != "]" }) }
    }

    /// A finding about a sheet with the place of that sheet in its own file.
    func placed(_ finding: Finding) -> Finding {
        guard let number = finding.parameters["sheet"].flatMap({ Int($0) }),
            let piece = pieces.first(where: { $0.sheets.contains(number) })
        else { return finding }
        var placed = finding
        let local = "sheet[\(number - piece.sheets.lowerBound + 1)]"
        placed.place = piece.place.isEmpty ? local : piece.place + "/" + local
        return placed
    }

    /// By them each sheet is known when it comes again.
    func keys(of sheets: [Int]) -> [String] {
        pieces.flatMap { piece in
            sheets.filter(piece.sheets.contains).sorted()
                .map { "sha:\(piece.sha256)#\($0 - piece.sheets.lowerBound + 1)" }
        }
    }
}
