import FormModel
import Testing

@Suite struct FormMapTests {
    private static func map() -> FormMap {
        let comb = FormPlace(
            page: 1,
            box: PageBox(x: 60, y: 120, width: 85, height: 22),
            role: .comb(
                cells: (0..<5).map { PageBox(x: 60 + Double($0) * 14.25, y: 120, width: 14.25, height: 22) },
                pattern: "##-###"
            )
        )
        return FormMap(
            event: "proba",
            version: "K7WQ3M9T",
            language: .polish,
            origin: .own,
            pages: [
                FormPage(
                    width: 595.28,
                    height: 841.89,
                    marks: [PageBox(x: 22, y: 22, width: 14, height: 14)],
                    code: PageBox(x: 500, y: 40, width: 60, height: 60),
                    words: [FormPage.Word(text: "„Zgłoszenie”", box: PageBox(x: 60, y: 60, width: 70, height: 12))]
                )
            ],
            fields: [
                FormMapField(
                    name: FormFieldName("name"),
                    kind: .personName(spelling: .original, part: .given),
                    label: "Imię",
                    labelPlace: FormMapField.LabelPlace(page: 1, box: PageBox(x: 60, y: 80, width: 30, height: 10)),
                    places: [
                        FormPlace(page: 1, box: PageBox(x: 60, y: 92, width: 200, height: 22), role: .text(lines: 1))
                    ]
                ),
                FormMapField(name: FormFieldName("postcode"), kind: .postalCode, label: "Kod", places: [comb]),
                FormMapField(
                    name: FormFieldName(group: "people", entry: 1, inner: "sex"),
                    kind: .choice,
                    label: "Płeć",
                    places: [
                        FormPlace(
                            page: 1,
                            box: PageBox(x: 60, y: 160, width: 11, height: 11),
                            role: .check(option: "f"),
                            label: "kobieta"
                        )
                    ],
                    takesOne: true
                ),
            ],
            signings: [FormSigning(role: .signature, page: 1, box: PageBox(x: 300, y: 700, width: 200, height: 50))]
        )
    }

    @Test func fileIsReadAsItIsWritten() throws {
        let map = Self.map()
        #expect(try FormMap(text: map.text) == map)
        #expect(map.faults == [])
    }

    @Test func eachPlaceHasALineOfItsOwn() {
        let line = #"    {"page":1,"box":[60,160,11,11],"option":"f","label":"kobieta"}"#
        #expect(Self.map().text.split(separator: "\n").contains(Substring(line)))
    }

    @Test func editedFileIsHonoured() throws {
        let text = Self.map().text.replacing("[60,92,200,22]", with: "[61.5, 92, 210, 24]")
        let place = try #require(try FormMap(text: text).field(FormFieldName("name"))?.places.first)
        #expect(place.box == PageBox(x: 61.5, y: 92, width: 210, height: 24))
    }

    @Test(arguments: [
        ("\"format\": 1", "\"format\": 2", FormMapError(.value, "format")),
        ("\"language\": \"pl\"", "\"language\": \"de\"", FormMapError(.value, "language")),
        ("[60,92,200,22]", "[60,92,200]", FormMapError(.member, "fields[0].places[0].box")),
        ("[60,92,200,22]", "[60,92,-200,22]", FormMapError(.value, "fields[0].places[0].box")),
        ("\"##-###\"", "\"##-##\"", FormMapError(.value, "fields[1].places[0].cells")),
        ("\"kind\":\"choice\"", "\"kind\":\"guess\"", FormMapError(.value, "fields[2].kind")),
        ("\"option\":\"f\"", "\"option\":7", FormMapError(.member, "fields[2].places[0].option")),
        ("\"lines\":1", "\"lines\":0", FormMapError(.value, "fields[0].places[0].lines")),
        ("people[1]/sex", "people[1]", FormMapError(.value, "fields[2].name")),
    ])
    func mistakeIsNamedWithItsPlace(old: String, new: String, error: FormMapError) {
        #expect(throws: error) { try FormMap(text: Self.map().text.replacing(old, with: new)) }
    }

    @Test func textThatIsNoJSONIsRefused() {
        #expect(throws: FormMapError(.malformed, "byte 0")) { try FormMap(text: "pages:") }
    }

    @Test func faultsNameTheFieldsConcerned() {
        var map = Self.map()
        map.fields[1].places[0].box.y = 100
        map.fields[2].places[0].page = 2
        map.signings[0].box.width = 400
        map.fields.append(FormMapField(name: FormFieldName("name"), kind: .text, label: "", places: []))
        #expect(
            Set(map.faults) == [
                FormMapFault(.overlap, ["name", "postcode"]), FormMapFault(.page, ["people[1]/sex=f"]),
                FormMapFault(.outside, ["signature"]), FormMapFault(.repeatedName, ["name"]),
                FormMapFault(.noPlace, ["name"]),
            ]
        )
    }
}
