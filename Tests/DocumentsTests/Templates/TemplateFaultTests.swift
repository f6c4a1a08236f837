import Documents
import FormModel
import Testing

struct TemplateFaultTests {
    private func faults(_ file: WordFile, _ options: TemplateOptions = TemplateOptions()) throws -> [TemplateFault] {
        do throws(TemplateErrors) {
            _ = try Template(bytes: (try? file.bytes()) ?? [], options: options)
            return []
        } catch {
            return error.faults
        }
    }

    @Test(
        arguments: [
            ("{{ name", TemplateFault.Code.tagUnclosed, nil),
            ("{% if a %}x", .blockUnclosed, nil),
            ("x{% endif %}", .blockUnopened, nil),
            ("{% else %}", .blockUnopened, nil),
            ("{% fi a %}", .tagUnknown, "if"),
            ("{% edfor %}", .tagUnknown, "endfor"),
            ("{{ a|uper }}", .filterUnknown, "upper"),
            ("{{ a is defned }}", .testUnknown, "defined"),
            ("{{ rage(3) }}", .functionUnknown, "range"),
            ("{{ a + }}", .syntax, nil),
            ("{{ (a }}", .syntax, nil),
            ("{{ 'a }}", .syntax, nil),
            ("{{ }}", .tagEmpty, nil),
            ("{% for x of y %}{% endfor %}", .syntax, nil),
            ("{% include 'x' %}", .tagUnknown, nil),
            ("{{ a.b() c }}", .syntax, nil),
            ("{%tr for x in y %}", .tagMisplaced, nil),
        ] as [(String, TemplateFault.Code, String?)]
    )
    func faultIsFound(_ text: String, _ code: TemplateFault.Code, _ suggestion: String?) throws {
        let found = try faults(WordFile(text))
        #expect(found.contains { $0.code == code && $0.suggestion == suggestion }, "\(found)")
    }

    @Test func allFaultsAreCollectedWithTheirPlaces() throws {
        var file = WordFile([
            "fine {{ a }}", "{{ b|nofilter }}", ["table": [["x", "{{ c. }}"], ["y", "text before {{ d"]]],
        ])
        file.header = ["{% endfor %}"]
        let found = try faults(file)
        #expect(
            found.map { "\($0.part) \($0.place) \($0.code.rawValue)" } == [
                "word/document.xml table 1, row 2, cell 2, paragraph 1 tag.unclosed",
                "word/document.xml paragraph 2 filter.unknown",
                "word/document.xml table 1, row 1, cell 2, paragraph 1 expression.syntax",
                "word/header1.xml paragraph 1 block.unopened",
            ]
        )
        #expect(found[1].tag == "{{ b|nofilter }}")
        #expect(found[0].surroundings.contains("text before {{ d"))
        for fault in found {
            #expect(!fault.message.text(in: .polish).isEmpty)
            #expect(fault.message.text(in: .polish) != fault.message.text(in: .english))
        }
    }

    @Test func beginningAndEndInDifferentPlacesAreRefused() throws {
        let file = WordFile(["{% for a in b %}", ["table": [["{% endfor %}"]]]])
        #expect(try faults(file).map(\.code) == [.blockCrossed])
    }

    @Test func unknownNameOfTheDataIsNamedWithItsNeighbour() throws {
        let found = try faults(
            WordFile("{{ persn.name }} {{ event.title }}"),
            TemplateOptions(knownNames: ["person", "event"])
        )
        #expect(found.map(\.code) == [.nameUnknown])
        #expect(found.first?.suggestion == "person")
    }

    @Test func bytesThatAreNoDocumentAreRefused() {
        #expect(throws: TemplateErrors.self) { try Template(bytes: Array("hello".utf8)) }
    }

    @Test func deepExpressionIsRefused() throws {
        let deep = String(repeating: "(", count: 500) + "1" + String(repeating: ")", count: 500)
        #expect(try faults(WordFile("{{ \(deep) }}")).map(\.code) == [.limit])
    }

    @Test func neededNamesAreListed() throws {
        let file = WordFile([
            "{{ person.name }} {{ title|upper }}", "{% for s in event.sessions %}", "{{ s.date }} {{ s.place.city }}",
            "{% endfor %}", "{% set x = 1 %}", "{{ x }}",
        ])
        let variables = try Template(bytes: file.bytes()).variables
        #expect(variables.paths == ["event.sessions", "person.name", "title"])
        #expect(variables.names == ["event", "person", "title"])
        #expect(variables.loops.map(\.path) == ["event.sessions"])
        #expect(variables.loops.map(\.variable) == ["s"])
        #expect(variables.loops.map(\.members) == [["date", "place.city"]])
    }
}
