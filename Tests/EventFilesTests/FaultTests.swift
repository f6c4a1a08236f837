import EventFiles
import FormModel
import Testing

/// Each case marks with ⟦ ⟧ where its one fault is reported.
struct FaultTests {
    static let head = """
        event: probe
        title: Probe
        activities:
          - {id: meeting, title: Meeting, kind: meeting, date: 2023-12-14, capacity: 10}

        """
    static let fields = """
        fields:
          - {key: sector, kind: choice, label: Sector, options: {ngo: NGO, gmina: Gmina}}
          - {key: birth_date, kind: date, label: Born}

        """

    struct Case: Sendable, CustomTestStringConvertible {
        var code: String
        var yaml: String
        var suggestion: String?
        var testDescription: String { code + " in " + yaml.split(separator: "\n").last!.description }

        init(_ code: String, _ yaml: String, _ suggestion: String? = nil) {
            self.code = code
            self.yaml = yaml
            self.suggestion = suggestion
        }
    }

    @Test(arguments: [
        Case("key.unknown", head + fields + "⟦deadlin: 2022-01-21", "deadline"),
        Case("value.kind", head + fields + "deadline: ⟦21.01.2022"),
        Case("date.impossible", head + fields + "deadline: ⟦2022-02-30"),
        Case("timeZone.unknown", head + fields + "time_zone: ⟦Europe/Warszawa"),
        Case("value.unknown", head + fields + "channels: [⟦webb]", "web"),
        Case("value.empty", head + fields + "⟦deadline:"),
        Case("key.duplicate", head + fields + "summary: a\n⟦summary: b"),
        Case("order.reversed", head + fields + "opens: ⟦2022-02-01\ndeadline: 2022-01-21"),
        Case("id.duplicate", head + fields + "  - {key: ⟦sector, kind: text, label: S}"),
        Case("key.misplaced", head + fields + "  - {key: x, kind: text, label: X, ⟦options: [a]}"),
        Case("options.missing", head + fields + "  - ⟦{key: x, kind: choice, label: X}"),
        Case("clause.missing", head + fields + "  - ⟦{key: x, kind: consent, label: X}"),
        Case("pattern.invalid", head + fields + "  - {key: x, kind: text, label: X, pattern: ⟦\"(\"}"),
        Case("referenceUnknown", head + fields + "  - {key: x, kind: text, label: X, retention: ⟦nedes}", "needs"),
        Case("referenceUnknown", head + fields + "applies_to: [⟦meetin]", "meeting"),
        Case("referenceUnknown", head + fields + "one_of: [[sector, ⟦sectr]]", "sector"),
        Case(
            "expression.faulty",
            head + fields + "  - {key: x, kind: text, label: X, shown_if: ⟦sektor == ngo}",
            "sector"
        ),
        Case("expression.faulty", head + fields + "  - {key: x, kind: text, label: X, shown_if: \"has(⟦emal)\"}"),
        Case("option.unknown", head + fields + "  - {key: x, kind: text, label: X, shown_if: sector == ⟦ngoo}", "ngo"),
        Case("value.range", head + fields + "acceptance: {text: ⟦60}"),
        Case("key.unknown", head + fields + "acceptance: {⟦email: 99}"),
        Case("points.source", head + fields + "points:\n  - ⟦{id: a, label: A, assessors: 2}"),
        Case("form.mixed", head + "⟦deadline: 2022-01-21\nforms:\n  - {id: a, title: A, fields: []}"),
        Case("translation.missing", head + fields + "languages: [pl, en]\nsummary: ⟦{pl: x}"),
        Case("yaml.colonInText", head + fields + "summary: a⟦: b"),
    ])
    func faultStandsAtItsPlace(_ fault: Case) throws {
        let marked = fault.yaml
        let before = try #require(marked.firstIndex(of: "⟦"))
        let line = marked[..<before].count { $0 == "\n" } + 1
        let column = marked[..<before].split(separator: "\n", omittingEmptySubsequences: false).last!.count + 1
        let loaded = EventFileLoader().load(yaml: marked.replacing("⟦", with: ""))
        let code = fault.code == "referenceUnknown" ? "reference.unknown" : fault.code
        let found = loaded.faults.map { "\($0.place.line):\($0.place.column) \($0.code) \($0.suggestion ?? "")" }
        #expect(found == ["\(line):\(column) \(code) \(fault.suggestion ?? "")"])
    }

    /// The seats are 10; the field `sector` has two options.
    @Test(arguments: [
        ("quota.minimaOverSeats", "{id: q, by: sector, values: {ngo: {min: 6}, gmina: {min: 5}}}"),
        ("quota.maximaBelowSeats", "{id: q, by: sector, values: {ngo: {max: 4}, gmina: {max: 5}}}"),
        ("quota.maximaBelowSeats", "{id: q, by: sector, values: {ngo: {max: 4}}, each: {max: 50%}}"),
        ("quota.minOverMax", "{id: q, by: sector, each: {min: 60%, max: 5}}"),
        ("option.unknown", "{id: q, by: sector, values: {ngos: {max: 4}}}"),
        ("quota.subject", "{id: q, max: 4}"),
        ("quota.boundsMissing", "{id: q, by: sector}"),
        ("reference.unknown", "{id: q, by: sctor, each: {max: 4}}"),
    ])
    func quotaFaultIsFound(_ code: String, _ quota: String) {
        let yaml = """
            event: probe
            title: Probe
            activities:
              - id: meeting
                title: Meeting
                kind: meeting
                capacity: 10
                selection: {method: fcfs, quotas: [\(quota)]}
            \(Self.fields)
            """
        #expect(EventFileLoader().load(yaml: yaml).faults.map(\.code) == [code])
    }

    @Test func cohortsInACircleAreFaults() {
        let yaml = """
            event: probe
            title: Probe
            activities:
              - {id: a, title: A, kind: meeting, cohort: {from: b}}
              - {id: b, title: B, kind: meeting, cohort: {from: c, refill: reserve}}
              - {id: c, title: C, kind: meeting, cohort: {from: a}}
              - {id: d, title: D, kind: meeting, cohort: {from: a}}
            \(Self.fields)
            """
        let faults = EventFileLoader().load(yaml: yaml).faults
        #expect(faults.map(\.code) == ["cohort.cycle", "cohort.cycle", "cohort.cycle"])
        #expect(faults.map(\.place.line) == [4, 5, 6])
    }

    @Test func placesAreFoundByTheirPaths() {
        let places = FilePlaces(
            yaml: "selection: 1\nsessions:\n  - id: a\n  - {id: b, prefer: [x, y]}\nquotas:\n- values: {a.b: 1, a: 2}\n"
        )
        let found = [
            "sessions[1].prefer[1]", "sessions[1].merge_into", "quotas[0].values.a.b", "quotas[0].values.a", "q",
        ]
        .map { places.place(of: $0) }
        #expect(found.map(\.line) == [4, 4, 6, 6, 1])
        #expect(found.map(\.column) == [25, 5, 12, 20, 1])
    }

    @Test func fiftyFaultsAreFiftyReports() {
        let lines = (0..<50).map { "  - {key: field\($0), kind: txt, label: L}" }
        let loaded = EventFileLoader().load(yaml: Self.head + "fields:\n" + lines.joined(separator: "\n"))
        #expect(loaded.value == nil)
        #expect(loaded.faults.map(\.place.line) == Array(6..<56))
    }

    @Test(arguments: [
        ("yaml.tooDeep", String(repeating: "[", count: 900) + String(repeating: "]", count: 900)),
        ("yaml.syntax", String(repeating: "[", count: 100_000)),
        ("file.tooLarge", String(repeating: "a", count: FileLimits.byteCountMax + 1)),
        ("file.empty", ""),
        ("yaml.tooManyValues", bomb(tail: "")),
        ("yaml.aliasKey", bomb(tail: "k:\n  ? *j\n  : 1\n")),
        ("yaml.aliasKey", bomb(tail: "k: {*j : 1}\n")),
        ("yaml.aliasKey", bomb(tail: "k:\n  [*j, *j]: 1\n  [*j,*j]: 2\n")),
    ])
    func hostileFileIsRefused(_ code: String, _ yaml: String) {
        #expect(EventFileLoader().load(yaml: yaml).faults.map(\.code) == [code])
    }

    /// Ten levels of nine aliases: 3.5 thousand million values when expanded.
    static func bomb(tail: String) -> String {
        var text = "a: &a [x,x,x,x,x,x,x,x,x]\n"
        var previous = "a"
        for name in ["b", "c", "d", "e", "f", "g", "h", "i", "j"] {
            let aliases = Array(repeating: "*" + previous, count: 9).joined(separator: ",")
            text += "\(name): &\(name) [\(aliases)]\n"
            previous = name
        }
        return text + tail
    }
}
