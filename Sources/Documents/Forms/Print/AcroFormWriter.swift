import FormModel

/// Adds the fields of an AcroForm (ISO 32000-1, 12.7) over the answer places of a painted form.
///
/// A field is called as in the map (`FormFieldName`), shows its label to screen readers (`TU`), and a check box's
/// on-state is the option's key. Questions with one answer are radio buttons, those with several a check box an option.
struct AcroFormWriter {
    private let objects: PDFObjects
    private let map: FormMap
    private let sheet: FormSheet
    private let fields: PDFObjects.Handle
    private let maxLengths: [FormFieldName: Int]

    private enum Flag {
        static let multiline = 1 << 12
        static let radio = 1 << 15
        static let comb = 1 << 24
    }

    static func pdf(_ painted: [UInt8], map: FormMap, sheet: FormSheet) throws(FormError) -> [UInt8] {
        let objects = try PDFObjects(painted)
        let writer = AcroFormWriter(objects, map: map, sheet: sheet)
        for field in map.fields { writer.add(field) }
        writer.finish()
        return try objects.written()
    }

    private init(_ objects: PDFObjects, map: FormMap, sheet: FormSheet) {
        self.objects = objects
        self.map = map
        self.sheet = sheet
        fields = objects.array()
        var maxLengths: [FormFieldName: Int] = [:]
        for case .question(let question) in sheet.sections.flatMap(\.items) {
            maxLengths[question.name] = question.maxLength
        }
        self.maxLengths = maxLengths
    }

    // MARK: Fields

    private func add(_ field: FormMapField) {
        let checks = field.places.compactMap { place -> (String, FormPlace)? in
            guard case .check(let option) = place.role else { return nil }
            return (option, place)
        }
        if checks.isEmpty {
            for place in field.places { addText(field, place) }
        } else if field.takesOne, checks.count > 1 {
            addRadio(field, checks)
        } else {
            for (option, place) in checks {
                let name = field.takesOne ? field.name.description : field.name.option(option)
                let tip = field.takesOne ? field.label : "\(field.label): \(place.label)"
                let box = button(option, place)
                objects.set("/T", of: box, to: objects.string(name))
                objects.set("/TU", of: box, to: objects.string(tip))
                objects.set("/V", of: box, to: objects.parsed("/Off"))
                register(objects.indirect(box), page: place.page, isField: true)
            }
        }
    }

    private func addText(_ field: FormMapField, _ place: FormPlace) {
        var flags = 0
        var rest = ""
        var box = place.box
        var size = 11.0
        switch place.role {
        case .comb(_, let pattern):
            flags |= Flag.comb
            rest = " /MaxLen \(pattern.utf8.count)"
            // From the middle of the outer frame on the left to that on the right, so that the cells fall together.
            box = PageBox(x: box.x - 0.5, y: box.y, width: box.width + 1, height: box.height)
        case .text(let lines):
            if lines > 1 {
                flags |= Flag.multiline
                size = 10
            }
            if let length = maxLengths[field.name] { rest = " /MaxLen \(length)" }
        case .check, .word: return
        }
        let widget = objects.parsed(
            "<< /Type /Annot /Subtype /Widget /FT /Tx /Ff \(flags) /F 4 /Rect \(rectangle(box, page: place.page)) "
                + "/DA (/Helv \(size) Tf 0.106 0.122 0.141 rg)\(rest) >>"
        )
        objects.set("/T", of: widget, to: objects.string(field.name.description))
        objects.set("/TU", of: widget, to: objects.string(field.label))
        register(objects.indirect(widget), page: place.page, isField: true)
    }

    private func addRadio(_ field: FormMapField, _ checks: [(String, FormPlace)]) {
        let parent = objects.indirect(objects.parsed("<< /FT /Btn /Ff \(Flag.radio) /V /Off >>"))
        objects.set("/T", of: parent, to: objects.string(field.name.description))
        objects.set("/TU", of: parent, to: objects.string(field.label))
        let kids = objects.array()
        for (option, place) in checks {
            let kid = objects.indirect(button(option, place))
            objects.set("/Parent", of: kid, to: parent)
            objects.set("/TU", of: kid, to: objects.string("\(field.label): \(place.label)"))
            objects.append(kid, to: kids)
            register(kid, page: place.page, isField: false)
        }
        objects.set("/Kids", of: parent, to: kids)
        objects.append(parent, to: fields)
    }

    /// A widget with a cross for its on-state and nothing for `/Off`.
    private func button(_ option: String, _ place: FormPlace) -> PDFObjects.Handle {
        let isRadioOrBox = "<< /Type /Annot /Subtype /Widget /FT /Btn /F 4 /AS /Off /MK << /CA (8) >> "
        let widget = objects.parsed(
            isRadioOrBox + "/Rect \(rectangle(place.box, page: place.page)) /DA (/ZaDb 0 Tf 0 g) >>"
        )
        let (width, height) = (place.box.width, place.box.height)
        let (far, top) = (number(width - 2), number(height - 2))
        let cross = "q 1.4 w 1 J 0.106 0.122 0.141 RG 2 2 m \(far) \(top) l S 2 \(top) m \(far) 2 l S Q"
        let states = objects.parsed("<< >>")
        objects.set(
            "/" + Self.name(option),
            of: states,
            to: objects.picture(width: number(width), height: number(height), content: cross)
        )
        objects.set(
            "/Off",
            of: states,
            to: objects.picture(width: number(width), height: number(height), content: "q Q")
        )
        let appearance = objects.parsed("<< >>")
        objects.set("/N", of: appearance, to: states)
        objects.set("/AP", of: widget, to: appearance)
        return widget
    }

    /// Puts a widget on its page, and among the fields where it is one.
    private func register(_ widget: PDFObjects.Handle, page: Int, isField: Bool) {
        let sheet = objects.page(page)
        objects.set("/P", of: widget, to: sheet)
        if !objects.has("/Annots", sheet) { objects.set("/Annots", of: sheet, to: objects.array()) }
        objects.append(widget, to: objects.value("/Annots", of: sheet))
        if isField { objects.append(widget, to: fields) }
    }

    // MARK: Document

    /// The form's dictionary, and what Cairo leaves out of the catalogue: language, title bar, order of the tab key.
    private func finish() {
        let fonts = objects.parsed("<< >>")
        objects.set("/Helv", of: fonts, to: objects.indirect(objects.parsed(FieldFont.dictionary)))
        objects.set(
            "/ZaDb",
            of: fonts,
            to: objects.indirect(objects.parsed("<< /Type /Font /Subtype /Type1 /BaseFont /ZapfDingbats >>"))
        )
        let resources = objects.parsed("<< >>")
        objects.set("/Font", of: resources, to: fonts)
        let form = objects.parsed("<< /NeedAppearances true /DA (/Helv 11 Tf 0 g) >>")
        objects.set("/DR", of: form, to: resources)
        objects.set("/Fields", of: form, to: fields)
        let root = objects.root
        objects.set("/AcroForm", of: root, to: objects.indirect(form))
        objects.set("/Lang", of: root, to: objects.string(sheet.language.rawValue))
        objects.set("/ViewerPreferences", of: root, to: objects.parsed("<< /DisplayDocTitle true >>"))
        objects.set("/MarkInfo", of: root, to: objects.parsed("<< /Marked true >>"))
        for page in 1...map.pages.count { objects.set("/Tabs", of: objects.page(page), to: objects.parsed("/S")) }
        for (key, value) in [("event", sheet.event), ("form", sheet.form), ("version", sheet.version)] {
            objects.set("/nabor:\(key)", of: objects.information, to: objects.string(value))
        }
    }

    /// PDF counts from the bottom left corner.
    private func rectangle(_ box: PageBox, page: Int) -> String {
        let height = map.pages[page - 1].height
        let numbers = [box.x, height - box.y - box.height, box.x + box.width, height - box.y]
        return "[" + numbers.map(number).joined(separator: " ") + "]"
    }

    private func number(_ value: Double) -> String { ((value * 100).rounded() / 100).description }

    /// An option's key as a PDF name (7.3.5): anything but letters, digits, `_`, `-`, `.` is written as `#xx`.
    private static func name(_ key: String) -> String {
        key.utf8.map { byte in
            let isPlain =
                (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
                || "_-.".utf8.contains(byte)
            let hex = String(byte, radix: 16)
            return isPlain ? String(UnicodeScalar(byte)) : "#" + (hex.count == 1 ? "0" : "") + hex
        }.joined()
    }
}
