import Foundation
import Testing

@Suite struct ImportTests {
    @Test(arguments: ImportTable.rooms.keys.sorted())
    func aRoomImportsOnlyWhatTheTableAllows(room: String) {
        let allowed = ImportTable.rooms[room, default: []].union(ImportTable.foreign[room, default: []])
            .union(ImportTable.open)
        let files = SourceTree.swiftFiles(below: "Sources/" + room)
        #expect(!files.isEmpty, "room \(room) has no files")
        for (path, text) in files {
            for module in Self.imports(text) where !allowed.contains(module) {
                Issue.record("\(path) imports \(module), which the table does not allow")
            }
        }
    }

    @Test func everyFolderUnderSourcesIsARoomOrAShim() throws {
        let folders = Set(try SourceTree.names(in: "Sources"))
        #expect(folders == Set(ImportTable.rooms.keys).union(ImportTable.shims))
    }

    @Test func theTableStandsInTheArchitecture() throws {
        let lines = try SourceTree.text("ARCHITECTURE.md").split(separator: "\n")
        for (room, imports) in ImportTable.rooms {
            let cells = lines.first { $0.hasPrefix("| `\(room)` |") }?.split(separator: "|") ?? []
            guard cells.count >= 3 else {
                Issue.record("ARCHITECTURE.md has no row for \(room)")
                continue
            }
            let listed = cells[1].split(separator: ",").map { $0.filter { $0.isLetter || $0.isNumber } }
            #expect(Set(listed.filter { !$0.isEmpty }) == imports, "row \(room)")
        }
    }

    @Test func importLinesAreRecognised() {
        let text =
            "public import FormModel\nimport Foundation\n@testable import Desk\nimport struct Yams.Node\n// import X"
        #expect(Self.imports(text) == ["FormModel", "Foundation", "Desk", "Yams"])
    }

    private static func imports(_ text: String) -> [String] {
        let before: Set<Substring> = ["public", "package", "internal", "private", "@preconcurrency", "@testable"]
        let kinds: Set<Substring> = ["struct", "class", "enum", "func", "protocol", "typealias"]
        return text.split(separator: "\n").compactMap { line in
            let words = line.split(separator: " ").drop { before.contains($0) }
            guard words.first == "import" else { return nil }
            return words.dropFirst().first { !kinds.contains($0) }.map { String($0.prefix { $0 != "." }) }
        }
    }
}
