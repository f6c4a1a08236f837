import FormModel
import PageReaders
import Testing

/// Every field of every form, against what an independent reader of the object tree says.
@Suite struct FormFieldTests {
    static let forms = [
        "reportlab", "reportlab-filled-by-pypdf", "pymupdf-turned", "pikepdf-turned-from-above", "libreoffice",
        "by-hand", "disagreeing", "xfa", "active", "qpdf-encrypted-for-all", "qpdf-object-streams",
    ]

    @Test(arguments: forms)
    func everyFieldSaysWhatOtherReadersSay(form: String) throws {
        let controls = try PageFixture.reading(form + ".pdf").controls
        let fields = try PageFixture.fields(form)
        #expect(controls.compactMap(\.tag).sorted() == fields.map(\.name).sorted())
        var rest = controls
        for field in fields {
            let index = try #require(rest.firstIndex { $0.tag == field.name }, "\(field.name)")
            let control = rest.remove(at: index)
            #expect(control.origin == .acroField)
            switch field.kind {
            case "text": #expect(control.text == field.value?.replacing("\r\n", with: "\n").replacing("\r", with: "\n"))
            case "choice": #expect(control.chosenValue ?? "" == (field.values ?? []).joined(separator: "; "))
            case "signature": #expect(control.kind == .signature && control.isChecked == field.signed)
            default: #expect(control.isChecked == Self.isOn(field), "\(field.name)")
            }
        }
    }

    /// On when the value is one of the box's states; a tick that no value speaks for is seen all the same.
    private static func isOn(_ field: PageFixture.Field) -> Bool {
        if let value = field.value, field.states?.contains(value) == true { return true }
        return field.shown != nil && field.shown != "Off"
    }

    @Test(arguments: forms)
    func nothingIsDoubtfulUnlessTheFileContradictsItself(form: String) throws {
        let doubtful = try PageFixture.reading(form + ".pdf").controls.filter(\.isDoubtful).compactMap(\.tag)
        // LibreOffice 7.4 calls the state of a ticked box otherwise than its appearance.
        let expected = ["disagreeing": ["phone", "empty", "valueOnly", "tickOnly"], "libreoffice": ["vegan"]]
        #expect(doubtful == expected[form] ?? [])
    }

    @Test func valuesBehindNumberedStatesAreGiven() throws {
        let controls = try PageFixture.reading("by-hand.pdf").controls.filter { $0.tag == "level" }
        #expect(controls.map(\.chosenValue) == ["beginner", "middle", "advanced"])
        #expect(controls.map(\.isChecked) == [false, true, false])
    }

    @Test func listsShowTheirTextsAndKeepTheirValues() throws {
        let controls = try PageFixture.reading("by-hand.pdf").controls
        let days = try #require(controls.first { $0.tag == "days" })
        #expect(days.text == "Monday; Wednesday")
        #expect(days.chosenValue == "mo; we")
    }

    @Test func namesThatPeopleSeeAreKept() throws {
        let controls = try PageFixture.reading("by-hand.pdf").controls
        #expect(controls.first { $0.tag == "city" }?.title == "Miejscowosc")
        #expect(controls.first { $0.tag == "applicant.person.given" }?.title == nil)
    }

    @Test func fieldsHaveTheirPlaceOnATurnedPage() throws {
        let reading = try PageFixture.reading("pymupdf-turned.pdf")
        let page = try #require(reading.pages.first)
        #expect(page.width == 842 && page.height == 595)
        let given = try #require(reading.controls.first { $0.tag == "given" })
        let region = try #require(page.regions.first { $0.place == given.place })
        // Upright it lies at (200, 67) and is 200 by 18; a quarter turn clockwise brings its bottom edge to the left.
        #expect(abs(region.box.x - (842 - 85)) < 1 && abs(region.box.y - 200) < 1)
        #expect(abs(region.box.width - 18) < 1 && abs(region.box.height - 200) < 1)
    }

    @Test func turnAndSizeMayStandInTheNodeAboveThePage() throws {
        let page = try #require(try PageFixture.reading("pikepdf-turned-from-above.pdf").pages.first)
        // 560 by 810 points are left, turned by three quarters.
        #expect(page.width == 810 && page.height == 560)
        let boxes = page.regions.filter { $0.place.contains("field[") }.map(\.box)
        #expect(boxes.count == 11)
        #expect(boxes.allSatisfy { $0.x >= 0 && $0.y >= 0 && $0.x + $0.width <= 810 && $0.y + $0.height <= 560 })
    }

    @Test func aFieldStandsBesideItsLabel() throws {
        let reading = try PageFixture.reading("reportlab.pdf")
        let lines = reading.blocks.compactMap { block -> String? in
            if case .paragraph(let paragraph) = block { paragraph.text } else { nil }
        }
        #expect(lines.contains("E-mail\tzofia@example.org"))
        #expect(lines.contains { $0.contains("☒ wegańska") })
        #expect(lines.contains("Wiek\t☐ do 26\t☒ 27-59\t☐ 60+"))
    }
}
