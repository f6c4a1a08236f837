import FormModel
import Testing

@Suite struct FieldVersionTests {
    private let form = FormDefinition(
        fields: [
            FieldDefinition(
                key: "sector",
                kind: .choice,
                label: "Rodzaj podmiotu",
                options: [Option(key: "ngo", label: "organizacja")],
                version: 2,
                earlier: [
                    EarlierField(
                        version: 1,
                        label: "Sektor",
                        options: [Option(key: "ngo", label: "NGO"), Option(key: "firm", label: "firma")]
                    )
                ]
            )
        ],
        retiredFields: [FieldDefinition(key: "fax", kind: .text, label: "Faks")]
    )

    @Test func anOldAnswerIsReadAsItWasAsked() {
        let field = form.question("sector", version: 1)
        #expect(field?.label == "Sektor")
        #expect(field?.options.map(\.key) == ["ngo", "firm"])
        #expect(field?.options.first?.label == "organizacja")
    }

    @Test func aNewAnswerIsReadAsItIsAsked() {
        #expect(form.question("sector", version: 2) == form.field("sector"))
        #expect(form.question("sector", version: 7) == form.field("sector"))
    }

    @Test func aQuestionNoLongerAskedKeepsItsLabel() {
        #expect(form.question("fax", version: 1)?.label == "Faks")
        #expect(form.question("telex", version: 1) == nil)
    }
}
