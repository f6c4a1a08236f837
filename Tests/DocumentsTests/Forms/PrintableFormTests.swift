import Documents
import FormModel
import Testing

@Suite struct PrintableFormTests {
    private static func sheet(_ event: EventDefinition = FormFixture.event) -> FormSheet {
        FormSheetBuilder(event: event, form: event.forms[0], language: .polish).sheet()
    }

    @Test func mapHoldsItsPromises() throws {
        let map = try PrintableForm(Self.sheet()).map
        #expect(map.faults == [])
        #expect(map.pages.count > 1)
        #expect(map.pages.allSatisfy { $0.marks.count == 4 && $0.code != nil && !$0.words.isEmpty })
        #expect(try FormMap(text: map.text) == map)
    }

    @Test func everyQuestionOfThePaperStandsOnce() throws {
        let map = try PrintableForm(Self.sheet()).map
        let asked = FormFixture.form.fields.flatMap { field -> [String] in
            switch field.kind {
            case .file: []
            case .group: (1...2).flatMap { entry in field.fields.map { "\(field.key)[\(entry)]/\($0.key)" } }
            default: [field.key]
            }
        }
        #expect(map.fields.map(\.name.description).sorted() == asked.sorted())
    }

    @Test func answersStayClearOfMarksAndCodes() throws {
        let map = try PrintableForm(Self.sheet()).map
        for (index, page) in map.pages.enumerated() {
            let printed = page.marks + [page.code].compactMap { $0 }
            let places = map.fields.flatMap(\.places).filter { $0.page == index + 1 }.map(\.box)
            #expect(!places.contains { place in printed.contains { $0.overlaps(place) } })
        }
    }

    @Test func cellsLieSideBySideInsideTheirComb() throws {
        let map = try PrintableForm(Self.sheet()).map
        let combs = map.fields.flatMap(\.places).compactMap { place -> (PageBox, [PageBox], String)? in
            guard case .comb(let cells, let pattern) = place.role else { return nil }
            return (place.box, cells, pattern)
        }
        #expect(combs.count == 8)
        for (box, cells, pattern) in combs {
            #expect(cells.count == pattern.count { $0 == "#" })
            #expect(zip(cells, cells.dropFirst()).allSatisfy { $0.x + $0.width <= $1.x })
            #expect(cells.allSatisfy { $0.x >= box.x - 0.02 && $0.x + $0.width <= box.x + box.width + 0.02 })
        }
    }

    @Test func optionsBecomeBoxesWithTheirKeys() throws {
        let map = try PrintableForm(Self.sheet()).map
        func options(_ name: String) -> [String] {
            map.field(FormFieldName(name))?.places.compactMap { place in
                guard case .check(let option) = place.role else { return nil }
                return option
            } ?? []
        }
        #expect(options("sector") == ["ngo", "gmina", "inna"])
        #expect(options("form_of_address") == ["pani", "pan", "neutral"])
        #expect(options("data") == ["true"])
        #expect(map.field(FormFieldName("sector"))?.takesOne == true)
        #expect(map.field(FormFieldName("courses"))?.takesOne == false)
    }

    @Test func sameSheetGivesTheSameBytes() throws {
        let first = try PrintableForm(Self.sheet())
        let second = try PrintableForm(Self.sheet())
        #expect(first.pdf == second.pdf)
        #expect(first.pdf.starts(with: Array("%PDF-".utf8)))
    }

    @Test func versionChangesWithEveryWord() {
        let version = Self.sheet().version
        #expect(version == Self.sheet().version)
        #expect(FormCode(event: "proba", version: version, page: 1, pageCount: 1, language: .polish) != nil)
        var event = FormFixture.event
        event.forms[0].fields[0].label = "Imiona"
        #expect(Self.sheet(event).version != version)
        event = FormFixture.event
        event.forms[0].fields[0].isRequired = false
        #expect(Self.sheet(event).version != version)
    }

    @Test(arguments: InterfaceLanguage.allCases)
    func everyLanguageHasAForm(language: InterfaceLanguage) throws {
        let event = FormFixture.event
        let sheet = FormSheetBuilder(event: event, form: event.forms[0], language: language).sheet()
        #expect(try PrintableForm(sheet).map.faults == [])
    }

    @Test func markupInTextsIsText() throws {
        var event = FormFixture.event
        event.title = "<b>Most & „Próba”</b>"
        let words = try PrintableForm(Self.sheet(event)).map.pages[0].words.map(\.text)
        #expect(words.contains("<b>Most"))
        #expect(words.contains("&"))
    }

    @Test func drawingNamesEveryPlace() throws {
        let map = try PrintableForm(Self.sheet()).map
        let svg = FormMapDrawing.svg(map)
        #expect(map.fields.allSatisfy { svg.contains("<title>\($0.name.description)") })
        #expect(svg.contains("<title>sector=ngo</title>"))
    }
}
