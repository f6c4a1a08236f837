import EventFiles
import Foundation
import Testing

/// Committed files that are made from the shapes. `RECORD_SNAPSHOTS=1` renews them; a run that records also fails.
struct GeneratedFilesTests {
    static let sections: [(file: String, name: String, text: String)] = [
        ("docs/event-file.md", "keys", EventReference.eventFile),
        ("docs/event-file.md", "faults", EventReference.faults),
        ("docs/selection-rules.md", "keys", EventReference.selectionRules),
    ]

    @Test func committedSchemaIsTheGeneratedOne() throws {
        try compare("docs/event.schema.json", try? Repository.text("docs/event.schema.json"), EventSchema.json)
    }

    @Test func schemaIsJSON() throws {
        let object = try JSONSerialization.jsonObject(with: Data(EventSchema.json.utf8)) as? [String: Any]
        let properties = object?["properties"] as? [String: Any]
        #expect(properties?["activities"] != nil)
        #expect(object?["additionalProperties"] as? Bool == false)
    }

    @Test(arguments: 0..<3)
    func referenceSectionIsTheGeneratedOne(_ index: Int) throws {
        let section = Self.sections[index]
        let document = try Repository.text(section.file)
        let begin = "<!-- generated: \(section.name) -->\n"
        let end = "<!-- end of \(section.name) -->"
        let start = try #require(document.range(of: begin))
        let stop = try #require(document.range(of: end))
        let renewed = document[..<start.upperBound] + section.text + document[stop.lowerBound...]
        try compare(section.file, document, String(renewed))
    }

    private func compare(_ path: String, _ committed: String?, _ generated: String) throws {
        guard committed != generated else { return }
        if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
            try generated.write(to: Repository.root.appending(path: path), atomically: true, encoding: .utf8)
        }
        Issue.record("\(path) differs from what the shapes give; renew it with RECORD_SNAPSHOTS=1 and read the change")
    }
}
