import Documents
import Testing

struct VariableUseTests {
    @Test func usesHaveWholePathsAndPlaces() throws {
        var file = WordFile([
            "{{ person.name }}", "{% for s in event.sessions|sort(attribute=\"date\") %}", "{{ s.place.city }}",
            "{% endfor %}", "{% set p = person %}", "{{ p.city }}",
            ["table": [["{% for row in rows %}{{ row.points[0].sum }}", "{{ loop.index }}{% endfor %}"]]],
        ])
        file.footer = ["{{ contact }}"]
        let uses = try Template(bytes: file.bytes()).variables.uses
        #expect(
            uses.map { "\($0.part) \($0.place): \($0.path)" } == [
                "word/document.xml paragraph 1: person.name",
                "word/document.xml paragraph 2: event.sessions",
                "word/document.xml paragraph 3: event.sessions[].place.city",
                "word/document.xml paragraph 5: person",
                "word/document.xml paragraph 6: person.city",
                "word/document.xml table 1, row 1, cell 1, paragraph 1: rows",
                "word/document.xml table 1, row 1, cell 1, paragraph 1: rows[].points[].sum",
                "word/footer1.xml paragraph 1: contact",
            ]
        )
        #expect(uses.map(\.tag).last == "{{ contact }}")
    }

    @Test(
        arguments: [
            ("{% if note %}x{% endif %}", true), ("{% if note == 1 %}x{% endif %}", false),
            ("{% if not note or note %}x{% endif %}", true), ("{{ note|default(\"-\") }}", true),
            ("{{ note is defined }}", true), ("{{ \"a\" if note else \"b\" }}", true), ("{{ note|upper }}", false),
            ("{{ note if true else \"b\" }}", false),
        ]
    )
    func bareConditionsMayAskForWhatIsNotThere(_ text: String, isOptional: Bool) throws {
        let uses = try Template(bytes: WordFile(text).bytes()).variables.uses
        #expect(uses.map(\.path).allSatisfy { $0 == "note" })
        #expect(uses.allSatisfy { $0.isOptional == isOptional })
        #expect(!uses.isEmpty)
    }
}
