import FormModel

extension ByteWriter {
    mutating func put(_ reading: Reading) throws(WireFault) {
        put(case: reading.format)
        put(reading.language)
        try put(blocks: reading.blocks, depth: 0)
        try put(list: reading.stories) { (writer, story) throws(WireFault) in
            writer.put(case: story.kind)
            try writer.put(blocks: story.blocks, depth: 0)
        }
        try put(list: reading.controls) { (writer, control) throws(WireFault) in try writer.put(control) }
        try put(list: reading.fields) { (writer, field) throws(WireFault) in try writer.put(field) }
        put(texts: reading.properties)
        try put(list: reading.pages) { (writer, page) throws(WireFault) in try writer.put(page) }
        try put(list: reading.answers) { (writer, answer) throws(WireFault) in try writer.put(answer) }
        try put(list: reading.sheets) { (writer, sheet) throws(WireFault) in try writer.put(sheet) }
        try put(warnings: reading.warnings)
    }

    mutating func put(warnings: [ReadingWarning]) throws(WireFault) {
        try put(list: warnings) { (writer, warning) throws(WireFault) in writer.put(warning) }
    }

    mutating func put(_ warning: ReadingWarning) {
        put(case: warning.code)
        put(warning.place)
        put(texts: warning.parameters)
    }

    mutating func put(_ field: NamedField) throws(WireFault) {
        put(field.name)
        put(field.value)
        put(field.isChecked)
        put(field.place)
        put(index: field.page)
        try put(field.box) { (writer, box) throws(WireFault) in writer.put(box) }
    }

    mutating func put(_ box: PageBox) {
        for number in [box.x, box.y, box.width, box.height] { put(number) }
    }

    private mutating func put(_ page: Page) throws(WireFault) {
        put(page.width)
        put(page.height)
        try put(list: page.words) { (writer, word) throws(WireFault) in
            writer.put(word.text)
            writer.put(word.box)
            writer.put(word.confidence)
        }
        try put(list: page.marks) { (writer, mark) throws(WireFault) in
            writer.put(mark.box)
            writer.put(mark.darkness)
        }
        try put(list: page.regions) { (writer, region) throws(WireFault) in
            writer.put(region.place)
            writer.put(region.box)
        }
    }

    private mutating func put(_ control: FormControl) throws(WireFault) {
        put(case: control.origin)
        put(case: control.kind)
        put(control.place)
        put(control.tag)
        put(control.title)
        put(control.text)
        put(control.isChecked)
        put(control.isPlaceholder)
        try put(list: control.choices) { (writer, choice) throws(WireFault) in
            writer.put(choice.display)
            writer.put(choice.value)
        }
        put(control.chosenValue)
        put(control.binding)
        put(index: control.parent)
        put(control.isDoubtful)
    }
}

extension ByteReader {
    mutating func reading() throws(WireFault) -> Reading {
        var reading = Reading(format: try oneCase(of: SourceFormat.self, "format"))
        reading.language = try optionalText()
        reading.blocks = try blocks(depth: 0)
        reading.stories = try list("stories") { (reader) throws(WireFault) in
            Story(kind: try reader.oneCase(of: Story.Kind.self, "story"), blocks: try reader.blocks(depth: 0))
        }
        reading.controls = try list("controls") { (reader) throws(WireFault) in try reader.control() }
        reading.fields = try list("fields") { (reader) throws(WireFault) in try reader.field() }
        reading.properties = try texts("properties")
        reading.pages = try list("pages") { (reader) throws(WireFault) in try reader.page() }
        reading.answers = try list("answers") { (reader) throws(WireFault) in try reader.pageAnswer() }
        reading.sheets = try list(max: ReaderLimits.pageCountMax, "sheets") { (reader) throws(WireFault) in
            try reader.sheet()
        }
        reading.warnings = try warnings()
        try ReadingCheck.check(reading)
        return reading
    }

    mutating func warnings() throws(WireFault) -> [ReadingWarning] {
        try list(max: ReaderLimits.warningCountMax, "warnings") { (reader) throws(WireFault) in try reader.warning() }
    }

    mutating func warning() throws(WireFault) -> ReadingWarning {
        let code = try oneCase(of: FindingCode.self, "code")
        let place = try optionalText()
        return ReadingWarning(code, place: place, parameters: try texts("parameters"))
    }

    private mutating func field() throws(WireFault) -> NamedField {
        let name = try text()
        var field = NamedField(name: name, value: try text(), place: "")
        field.isChecked = try optionalFlag()
        field.place = try text()
        field.page = try index(max: ReaderLimits.pageCountMax, "page")
        field.box = try flag() ? try box() : nil
        return field
    }

    mutating func box() throws(WireFault) -> PageBox {
        let bounds = -ReaderLimits.pageSideMax...ReaderLimits.pageSideMax
        let x = try decimal(in: bounds, "box")
        let y = try decimal(in: bounds, "box")
        let width = try decimal(in: 0...ReaderLimits.pageSideMax, "box")
        return PageBox(x: x, y: y, width: width, height: try decimal(in: 0...ReaderLimits.pageSideMax, "box"))
    }

    private mutating func page() throws(WireFault) -> Page {
        let width = try decimal(in: 0...ReaderLimits.pageSideMax, "page")
        var page = Page(width: width, height: try decimal(in: 0...ReaderLimits.pageSideMax, "page"))
        page.words = try list("words") { (reader) throws(WireFault) in
            let text = try reader.text()
            let box = try reader.box()
            return Page.Word(text: text, box: box, confidence: try reader.decimal(in: 0...1, "confidence"))
        }
        page.marks = try list("marks") { (reader) throws(WireFault) in
            let box = try reader.box()
            return Page.Mark(box: box, darkness: try reader.decimal(in: 0...1, "darkness"))
        }
        page.regions = try list("regions") { (reader) throws(WireFault) in
            let place = try reader.text()
            return Page.Region(place: place, box: try reader.box())
        }
        return page
    }

    private mutating func control() throws(WireFault) -> FormControl {
        let origin = try oneCase(of: FormControl.Origin.self, "origin")
        let kind = try oneCase(of: FormControl.Kind.self, "kind")
        var control = FormControl(origin: origin, kind: kind, place: try text())
        control.tag = try optionalText()
        control.title = try optionalText()
        control.text = try text()
        control.isChecked = try optionalFlag()
        control.isPlaceholder = try flag()
        control.choices = try list("choices") { (reader) throws(WireFault) in
            let display = try reader.text()
            return FormControl.Choice(display: display, value: try reader.text())
        }
        control.chosenValue = try optionalText()
        control.binding = try optionalText()
        control.parent = try index(max: ReaderLimits.elementCountMax, "parent")
        control.isDoubtful = try flag()
        return control
    }
}
