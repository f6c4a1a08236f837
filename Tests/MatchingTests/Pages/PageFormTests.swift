import FormModel
import Matching
import Testing

/// Forms in PDF: fields by name, by the value of a box, by the words beside them; evidence with page and box.
@Suite struct PageFormTests {
    private static let box = PageBox(x: 100, y: 200, width: 150, height: 18)

    private func field(
        _ tag: String,
        title: String? = nil,
        text: String = "",
        isChecked: Bool? = nil,
        value: String? = nil,
        isDoubtful: Bool = false
    ) -> FormControl {
        FormControl(
            origin: .acroField,
            kind: isChecked == nil ? .text : .checkBox,
            place: "",
            tag: tag,
            title: title,
            text: isChecked.map { $0 ? "☒" : "☐" } ?? text,
            isChecked: isChecked,
            chosenValue: value,
            isDoubtful: isDoubtful
        )
    }

    /// Fields with the words before each of them, one line each.
    private func reading(_ lines: [(String, FormControl)], after: [String] = []) -> Reading {
        var reading = Reading(format: .pdf)
        var page = Page(width: 595, height: 842)
        for (index, (words, control)) in lines.enumerated() {
            var control = control
            control.place = "page[1]/field[\(index + 1)]"
            reading.controls.append(control)
            page.regions.append(Page.Region(place: control.place, box: Self.box))
            var spans = words.isEmpty ? [] : [Span(text: words)]
            spans.append(Span(text: control.text, control: index))
            if after.indices.contains(index) { spans.append(Span(text: " " + after[index])) }
            reading.blocks.append(.paragraph(Paragraph(place: "page[1]/p[\(index + 1)]", spans: spans)))
            page.regions.append(Page.Region(place: "page[1]/p[\(index + 1)]", box: Self.box))
        }
        reading.pages = [page]
        return reading
    }

    @Test func aNamedFieldCarriesPageAndBox() throws {
        let outcome = Samples.match(reading([("", field("email", text: "a@example.org"))]))
        let evidence = try #require(outcome.answers["email"]?.evidence.first)
        #expect(evidence.kind == .acroField)
        #expect(evidence.place == "page[1]/field[1]")
        #expect(evidence.page == 1)
        #expect(evidence.box == Self.box)
    }

    @Test func namesOfNaborsOwnForms() {
        let outcome = Samples.match(
            reading([
                ("", field("delegates[1]/email", text: "a@example.org")),
                ("", field("delegates[2]/email", text: "b@example.org")),
            ]),
            Samples.organisationForm
        )
        #expect(outcome.answers["delegates"]?.evidence.map(\.raw) == ["a@example.org", "b@example.org"])
    }

    @Test func theNameThatPeopleSee() {
        let outcome = Samples.match(reading([("", field("Text1", title: "Adres e-mail", text: "a@example.org"))]))
        #expect(outcome.plain == ["email": "a@example.org"])
    }

    @Test func theLabelBesideANamelessField() throws {
        let outcome = Samples.match(reading([("Miejscowość\t", field("Text3", text: "Toruń"))]))
        #expect(outcome.plain == ["city": "Toruń"])
        let evidence = try #require(outcome.answers["city"]?.evidence.first)
        #expect(evidence.kind == .acroField)
        #expect(evidence.page == 1)
    }

    @Test(arguments: ["Yes", "No", "1", "Off1"])
    func aSingleBoxIsTickedWhateverItsStateIsCalled(state: String) {
        let outcome = Samples.match(reading([("", field("consent_data", isChecked: true, value: state))]))
        #expect(outcome.plain == ["consent_data": "true"])
    }

    @Test func radioButtonsSpeakByTheirValues() {
        let outcome = Samples.match(
            reading([
                ("", field("works", isChecked: false, value: "tak")),
                ("", field("works", isChecked: true, value: "nie")),
                ("", field("diet", isChecked: false, value: "zwykla")),
                ("", field("diet", isChecked: true, value: "wegetariańska")),
            ])
        )
        #expect(outcome.plain == ["works": "false", "diet": "wege"])
        #expect(outcome.answers["diet"]?.evidence.map(\.kind) == [.acroField])
    }

    @Test func radioButtonsWithNumbersAreReadByTheWordsBesideThem() {
        let words = ["zwykła", "wegetariańska", "wegańska"]
        var reading = reading(
            words.indices.map { ("", field("diet", isChecked: $0 == 2, value: String($0))) },
            after: words
        )
        reading.blocks.insert(.paragraph(Paragraph(place: "page[1]/p[0]", spans: [Span(text: "Dieta:")])), at: 0)
        #expect(Samples.match(reading).plain == ["diet": "wegan"])
    }

    @Test func boxesOfSeveralOptionsByName() {
        let outcome = Samples.match(
            reading([
                ("", field("topics=prawo", isChecked: true, value: "Yes")),
                ("", field("topics=praca", isChecked: false, value: "Yes")),
                ("", field("topics=zdrowie", isChecked: true, value: "Yes")),
            ])
        )
        #expect(outcome.answers["topics"]?.value == .choices(["prawo", "zdrowie"]))
    }

    @Test func twoTickedRadioButtonsAreAmbiguous() {
        let outcome = Samples.match(
            reading([
                ("", field("diet", isChecked: true, value: "zwykla")),
                ("", field("diet", isChecked: true, value: "wege")),
            ])
        )
        #expect(outcome.answers["diet"] == nil)
        #expect(outcome.needsReview == ["diet"])
    }

    @Test func aFieldThatContradictsItselfIsLookedAt() {
        let outcome = Samples.match(reading([("", field("phone", text: "+48990123456", isDoubtful: true))]))
        #expect(outcome.plain == ["phone": "+48990123456"])
        #expect(outcome.needsReview == ["phone"])
        #expect(outcome.codes == [.candidatesDiffer])
    }

    @Test func aSignatureIsNoAnswer() {
        let signature = FormControl(origin: .acroField, kind: .signature, place: "", tag: "city", isChecked: true)
        #expect(Samples.match(reading([("", signature)])).answers == AnswerSet())
    }

    @Test func lettersOfAPageAreEvidenceOfTheirOwnKind() throws {
        var reading = Reading(format: .pdf)
        let paragraph = Paragraph(place: "page[2]/p[1]", spans: [Span(text: "Miejscowość: Toruń")])
        reading.blocks = [.paragraph(paragraph)]
        reading.pages = [
            Page(width: 595, height: 842),
            Page(width: 595, height: 842, regions: [Page.Region(place: "page[2]/p[1]", box: Self.box)]),
        ]
        let evidence = try #require(Samples.match(reading).answers["city"]?.evidence.first)
        #expect(evidence.kind == .pdfText)
        #expect(evidence.page == 2)
        #expect(evidence.box == Self.box)
    }

    /// An own PDF whose fields were all left empty, with words on its page.
    private func unfilled(_ words: String, box: PageBox) -> MatchOutcome {
        var reading = reading([("", field("city"))])
        reading.properties = [
            "nabor:event": Samples.event("probny-nabor", [Samples.form]).slug, "nabor:form": Samples.form.id,
        ]
        reading.blocks = [.paragraph(Paragraph(place: "page[1]/p[9]", spans: [Span(text: "Miejscowość: \(words)")]))]
        reading.pages[0].regions.append(Page.Region(place: "page[1]/p[9]", box: box))
        return Samples.match(reading)
    }

    @Test func hintsOfAnOwnFormThatCameBackEmptyAreNoAnswers() {
        let above = PageBox(x: 100, y: 186, width: 150, height: 10)
        #expect(unfilled("nieobowiązkowe", box: above).answers == AnswerSet())
    }

    @Test func wordsOverAnEmptyFieldOfAnOwnFormCount() {
        let over = PageBox(x: 104, y: 203, width: 60, height: 10)
        #expect(unfilled("Toruń", box: over).plain == ["city": "Toruń"])
    }
}
