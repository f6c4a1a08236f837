import Foundation
import Testing

/// Every submission of `samples/manifest.json` becomes what the manifest says.
@Suite("Samples")
struct SampleTests {
    @Test("each submission becomes what the manifest says")
    func manifest() throws {
        let workspace = try TestWorkspace()
        let entries = try Self.entries()
        var outcomes: [String: [[String: Any]]] = [:]
        func intake(_ arguments: String) throws {
            let outcome = try workspace.run("nabor intake --json \(arguments)")
            #expect([0, 2].contains(outcome.exitCode), "\(arguments): \(outcome.errors)")
            for object in outcome.objects { outcomes[Self.place(of: object), default: []].append(object) }
        }
        try intake("samples/web")
        try intake("samples/mailbox")
        try intake("--channel phone samples/phone")
        // A scan may hold several people's forms.
        var taken: Set<String> = []
        for entry in entries where entry.file.hasPrefix("paper/") && taken.insert(entry.file).inserted {
            let received = entry.received.replacingOccurrences(of: " ", with: "T")
            try intake("--channel paper --received \(received) 'samples/\(entry.file)'")
        }
        let listed = try workspace.run("nabor list --json --limit 1000").objects
        let known = Set(listed.compactMap { $0["code"] as? String })
        var matched = 0
        for entry in entries {
            let found = outcomes[entry.place] ?? []
            guard found.count == 1, let outcome = found.first else {
                Issue.record("\(entry.id): \(found.count) outcomes at \(entry.place)")
                continue
            }
            matched += 1
            let became = Self.became(outcome)
            #expect(entry.allowed.contains(became), "\(entry.id) (\(entry.why)): \(became), not \(entry.becomes)")
            let codes = outcome["findings"] as? [String] ?? []
            for code in entry.codes { #expect(codes.contains(code), "\(entry.id): \(code) is missing in \(codes)") }
            if let code = outcome["code"] as? String {
                #expect(known.contains(code), "\(entry.id): \(code) is not listed")
            }
        }
        #expect(matched == entries.count)
        #expect(
            outcomes.values.reduce(0) { $0 + $1.count } == entries.count,
            "more came of the samples than submissions"
        )
        try answers(entries, outcomes, workspace)
    }

    /// The values the manifest gives stand in the registrations.
    private func answers(
        _ entries: [Entry],
        _ outcomes: [String: [[String: Any]]],
        _ workspace: TestWorkspace
    ) throws {
        for entry in entries where !entry.answers.isEmpty {
            guard let code = outcomes[entry.place]?.first?["code"] as? String else { continue }
            let shown = try workspace.run("nabor show \(code) --json").objects.first
            let answers = shown?["answers"] as? [String: [String: Any]] ?? [:]
            for (field, value) in entry.answers {
                #expect(Self.plain(answers[field]?["value"]) == value, "\(entry.id): \(field)")
            }
        }
    }

    // MARK: The manifest

    struct Entry {
        var id, file, part, received, becomes, why: String
        var codes: [String]
        var answers: [String: String]

        var place: String { file + "|" + part }

        /// RTF depends on LibreOffice being installed.
        var allowed: [String] {
            becomes == "submittedOrNeedsPerson" ? ["submitted", "needsPerson"] : [becomes]
        }

        init(_ object: [String: Any]) {
            func text(_ key: String) -> String { object[key] as? String ?? "" }
            (id, file, part, received) = (text("id"), text("file"), text("part"), text("received"))
            (becomes, why) = (text("becomes"), text("why"))
            codes = object["codes"] as? [String] ?? []
            answers = (object["answers"] as? [String: Any] ?? [:]).mapValues { SampleTests.plain($0) ?? "" }
        }
    }

    private static func entries() throws -> [Entry] {
        let data = try Data(contentsOf: Product.samples.appendingPathComponent("manifest.json"))
        let json = try JSONSerialization.jsonObject(with: data)
        let list = json as? [[String: Any]] ?? (json as? [String: Any])?["submissions"] as? [[String: Any]] ?? []
        try #require(list.count >= 60)
        return list.map(Entry.init)
    }

    // MARK: Outcomes

    /// File and part as the manifest names them: `mbox#3` is `message[3]`; parts of a mail count where there are several.
    private static func place(of outcome: [String: Any]) -> String {
        var file = outcome["file"] as? String ?? ""
        if file.hasPrefix("samples/") { file.removeFirst("samples/".count) }
        if let hash = file.lastIndex(of: "#") {
            return file[..<hash] + "|message[" + file[file.index(after: hash)...] + "]"
        }
        let part = outcome["part"] as? String ?? ""
        return file + "|" + (isPartNamed(file) ? part : "")
    }

    private static let namedParts: Set<String> = {
        let list = (try? entries()) ?? []
        return Set(list.filter { !$0.part.isEmpty }.map(\.file))
    }()

    private static func isPartNamed(_ file: String) -> Bool { namedParts.contains(file) }

    private static func became(_ outcome: [String: Any]) -> String {
        let kind = outcome["outcome"] as? String ?? ""
        guard kind == "registered" else { return kind }
        let codes = outcome["findings"] as? [String] ?? []
        let state = outcome["state"] as? String ?? ""
        if codes.contains("received.late") { return "late" }
        if codes.contains("eligibility.notMet"), state == "submitted" { return "ineligible" }
        return state
    }

    /// A JSON value as the manifest writes it: several choices joined by `; `.
    private static func plain(_ value: Any?) -> String? {
        switch value {
        case let list as [Any]: return list.compactMap { plain($0) }.joined(separator: "; ")
        case let text as String: return text
        case let number as NSNumber:
            if isBoolean(number) { return number.boolValue ? "true" : "false" }
            return number.stringValue
        default: return nil
        }
    }

    private static func isBoolean(_ number: NSNumber) -> Bool { String(cString: number.objCType) == "c" }
}
