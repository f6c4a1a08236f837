import Foundation
import Testing

/// Forms that were filled in with a word processor and sent as PDF, by the blanks of `scripts/pages/organiser_forms.py`: hints
/// in the cells for answers, tables without rulings, tables and cells that go on from page to page, columns.
@Suite("Printed forms")
struct PrintedFormTests {
    private static let folder = Product.package.appendingPathComponent("Tests/Fixtures/printed")

    private struct Expected: @unchecked Sendable {
        var shape: String
        var file: String
        /// Plain JSON values, written once and only read.
        var answers: [String: Any]
    }

    private static func expected(_ name: String = "truth.json") throws -> [Expected] {
        let data = try Data(contentsOf: folder.appendingPathComponent(name))
        let rows = try JSONSerialization.jsonObject(with: data) as? [[Any]] ?? []
        return rows.compactMap { row in
            guard row.count == 3, let shape = row[0] as? String, let file = row[1] as? String,
                let answers = row[2] as? [String: Any]
            else { return nil }
            return Expected(shape: shape, file: file, answers: answers)
        }
    }

    @Test(arguments: ["ruled", "plain", "columns", "pages"])
    func everyAnswerIsWhatWasTyped(shape: String) throws {
        let workspace = try TestWorkspace(events: [])
        let rows = try Self.expected().filter { $0.shape == shape }
        #expect(rows.count >= 2)
        let files = rows.map { Self.folder.appendingPathComponent($0.file).path }.joined(separator: " ")
        let event = Self.folder.appendingPathComponent("\(shape).yaml").path
        let outcome = try workspace.run("nabor extract \(files) --event \(event) --json")
        #expect(outcome.objects.count == rows.count, "\(outcome.errors)")
        for (row, line) in zip(rows, outcome.objects) {
            let answers = line["answers"] as? [String: Any] ?? [:]
            let read = answers.compactMapValues { Self.plain(($0 as? [String: Any])?["value"] ?? $0) }
            let typed = row.answers.compactMapValues(Self.plain)
            for key in Set(read.keys).union(typed.keys).sorted() where read[key] != typed[key] {
                Issue.record("\(row.file) \(key): typed \(typed[key] ?? "–"), read \(read[key] ?? "–")")
            }
            #expect(line["needsReview"] as? [String] == [], "\(row.file)")
        }
    }

    /// Nabór's own Word forms, filled in and printed by LibreOffice: every answer is the Word file's, or a person is asked; what
    /// was left alone stays empty.
    @Test(arguments: [
        "kompetentni-w-dialogu", "otwarte-spotkania", "porozmawiajmy-o-integracji", "restart-dolny-slask",
        "strefa-sasiedzka",
    ])
    func ownWordFormsPrintedToPDF(event: String) throws {
        let workspace = try TestWorkspace(events: [event])
        let rows = try Self.expected("own.json").filter { $0.shape == event }
        #expect(rows.count == 2)
        let files = rows.map { Self.folder.appendingPathComponent($0.file).path }.joined(separator: " ")
        let outcome = try workspace.run("nabor extract \(files) --event \(event) --json")
        #expect(outcome.objects.count == rows.count, "\(outcome.errors)")
        for (row, line) in zip(rows, outcome.objects) {
            let answers = line["answers"] as? [String: Any] ?? [:]
            let findings = line["findings"] as? [[String: Any]] ?? []
            let asked = Set(
                (line["needsReview"] as? [String] ?? []).map(Self.key)
                    + findings.compactMap { $0["field"] as? String }.map(Self.key)
            )
            let read = answers.compactMapValues { Self.plain(($0 as? [String: Any])?["value"] ?? $0) }
            let typed = row.answers.compactMapValues(Self.plain)
            #expect(typed.count >= 5)
            for key in Set(read.keys).union(typed.keys).sorted() where read[key] != typed[key] && !asked.contains(key) {
                Issue.record("\(row.file) \(key): typed \(typed[key] ?? "–"), read \(read[key] ?? "–")")
            }
        }
    }

    /// `delegates[2].email` is about `delegates`.
    private static func key(_ field: String) -> String { String(field.prefix { $0 != "[" && $0 != "." }) }

    /// One text for a value, blanks and line breaks alike; nil for no, which an empty box says too.
    private static func plain(_ value: Any) -> String? {
        switch value {
        case let text as String: text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        case let list as [Any]: list.map { plain($0) ?? "" }.joined(separator: "; ")
        case let entry as [String: Any]:
            entry["value"].map { plain($0) ?? "" }
                ?? entry.keys.sorted().map { "\($0)=\(plain(entry[$0] ?? "") ?? "")" }.joined(separator: ", ")
        case let number as NSNumber: number == false ? nil : number.stringValue
        default: nil
        }
    }
}
