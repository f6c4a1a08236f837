import ArgumentParser
import Desk
import FormModel

/// What is typed about sheets of paper on the command line.
enum SheetArguments {
    /// `12:1=x,y,x,y,x,y,x,y` or `12:1/2=…`, by source in the order of its first mention.
    static func corners(_ typed: [String]) throws -> [(source: Int64, sheets: [MarkedSheet])] {
        var bySource: [(source: Int64, sheets: [MarkedSheet])] = []
        for text in typed {
            let (source, sheet) = try marked(text)
            if let index = bySource.firstIndex(where: { $0.source == source }) {
                bySource[index].sheets.append(sheet)
            } else {
                bySource.append((source, [sheet]))
            }
        }
        return bySource
    }

    private static func marked(_ text: String) throws -> (Int64, MarkedSheet) {
        let halves = text.split(separator: "=", maxSplits: 1)
        let head = halves.first?.split(separator: ":") ?? []
        let place = head.last?.split(separator: "/").map { Int($0) } ?? []
        let numbers = halves.last?.split { $0 == "," || $0 == ";" || $0 == " " }.compactMap { Double($0) } ?? []
        guard halves.count == 2, head.count == 2, let source = Int64(head[0]), (1...2).contains(place.count),
            let sheet = place[0], place.allSatisfy({ $0 != nil }), numbers.count == 8,
            let corners = SheetCorners(
                stride(from: 0, to: 8, by: 2).map { SheetCorners.Point(numbers[$0] / 100, numbers[$0 + 1] / 100) }
            )
        else {
            throw ValidationError(
                say(
                    "„\(text)”: oczekiwano NUMER:KARTKA=x,y,x,y,x,y,x,y – cztery rogi w procentach, zgodnie z ruchem wskazówek zegara od lewego górnego.",
                    "“\(text)”: expected NUMBER:SHEET=x,y,x,y,x,y,x,y – four corners in per cent, clockwise from the top left."
                )
            )
        }
        return (source, MarkedSheet(sheet: sheet, formPage: place.count == 2 ? place[1] : nil, corners: corners))
    }

    /// `12=1+2,3+4`.
    static func groups(_ text: String) throws -> (Int64, [[Int]]) {
        let (source, rest) = try pair(text)
        let groups = rest.split(separator: ",").map { group in group.split(separator: "+").map { Int($0) } }
        guard !groups.isEmpty, groups.allSatisfy({ !$0.isEmpty && !$0.contains(nil) }) else {
            throw ValidationError(
                say("„\(text)” nie ma postaci NUMER=1+2,3+4.", "“\(text)” is not of the form NUMBER=1+2,3+4.")
            )
        }
        return (source, groups.map { $0.compactMap(\.self) })
    }

    /// `12=…`.
    static func pair(_ text: String) throws -> (Int64, String) {
        let parts = text.split(separator: "=", maxSplits: 1)
        guard parts.count == 2, let number = Int64(parts[0]) else {
            throw ValidationError(
                say("„\(text)” nie ma postaci NUMER=….", "“\(text)” is not of the form NUMBER=….")
            )
        }
        return (number, String(parts[1]))
    }
}
