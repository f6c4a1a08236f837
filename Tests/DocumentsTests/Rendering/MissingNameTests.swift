import Documents
import Testing

struct MissingNameTests {
    private let file = WordFile(
        "{{ person.name }} {{ persn }} {% for r in rows %}{{ r.x }}{% endfor %} {{ other|upper }}"
    )
    private let data: DataValue = ["person": ["city": "Toruń"], "rows": [["y": 1]]]

    @Test func everyMissingNameIsListed() throws {
        let template = try Template(bytes: file.bytes())
        let error = #expect(throws: RenderError.self) { try template.render(data) }
        #expect(error?.code == .missingNames)
        #expect(error?.names == ["other", "persn", "person.name", "rows[].x"])
    }

    @Test(arguments: [
        ("{{ applicant.address.city }}", "applicant.address.city"), ("{{ a['b'].c }}", "a.b.c"),
        ("{{ list[0].name }}", "list[0].name"),
        (
            "{% for g in groups %}{% for p in g.people %}{{ p.name|upper }}{% endfor %}{% endfor %}",
            "groups[].people[].name"
        ),
    ])
    func missingNameIsTheWholePath(_ tag: String, _ path: String) throws {
        let data = try DataValue.json(
            #"{"applicant": {"address": {}}, "list": [{}], "groups": [{"people": [{"x": 1}]}]}"#
        )
        #expect(try Template(bytes: WordFile(tag).bytes()).missingNames(in: data) == [path])
    }

    @Test func unknownNameHasItsPlace() throws {
        let options = TemplateOptions(knownNames: ["person"])
        let error = #expect(throws: TemplateErrors.self) {
            try Template(bytes: WordFile("x", "Dear {{ persn.name }}").bytes(), options: options)
        }
        #expect(error?.faults.map(\.place) == ["paragraph 2"])
        #expect(error?.faults.map(\.tag) == ["{{ persn.name }}"])
        #expect(error?.faults.map(\.suggestion) == ["person"])
    }

    @Test func batchIsRefusedBeforeItsFirstDocument() throws {
        let template = try Template(bytes: WordFile("{{ a }} {{ b }}").bytes())
        let made = Counter()
        let error = #expect(throws: RenderError.self) {
            try BatchRenderer(template: template).forEach([["a": 1, "b": 2], ["a": 1], ["b": 2]]) { _, _ in made.add() }
        }
        #expect(error?.names == ["a", "b"])
        #expect(error?.record == 1)
        #expect(made.value == 0)
    }

    @Test func emptyPrintsNothing() throws {
        #expect(try paragraphs("[{{ a.b }}]", renderOptions: RenderOptions(undefined: .empty)) == ["[]"])
    }

    @Test func keepPrintsTheTag() throws {
        #expect(
            try paragraphs("[{{ a.b|upper }}]", renderOptions: RenderOptions(undefined: .keep)) == ["[{{ a.b|upper }}]"]
        )
    }

    @Test func markPrintsTheTagOnYellow() throws {
        let text = try rendered(WordFile("[{{ a }}]"), [:], TemplateOptions(), RenderOptions(undefined: .mark))
        #expect(try text.blocks() == ["[{{ a }}]"])
        #expect(try text.part("word/document.xml").contains("<w:highlight w:val=\"yellow\"/>"))
    }

    @Test func conditionMayAskForWhatIsNotThere() throws {
        #expect(
            try paragraphs("{% if note %}x{% endif %}{% if a is defined %}y{% endif %}{{ b|default('z') }}") == ["z"]
        )
    }

    @Test func misusedValueIsAnErrorWithItsPlace() throws {
        let template = try Template(bytes: WordFile("a", "{{ n + 'x' }}").bytes())
        let error = #expect(throws: RenderError.self) { try template.render(["n": 1]) }
        #expect(error?.code == .valueUnsuitable)
        #expect(error?.place == "paragraph 2")
        #expect(error?.tag == "{{ n + 'x' }}")
    }
}
