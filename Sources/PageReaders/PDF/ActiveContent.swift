import FormModel

/// What a PDF file would do or bring along if somebody let it: nothing of it is run, opened or fetched.
///
/// Flagged: scripts and programs started on opening, files carried inside, drawings and stamps laid over a page.
/// Passed over in silence: scripts of single form fields, which only check and format what is typed.
struct ActiveContent {
    private(set) var warnings: [ReadingWarning] = []

    private static let actionCountMax = 100

    init(catalog: PDFObject, pages: [PDFObject]) {
        let names = catalog["Names"]
        let opensScript = actions(catalog["OpenAction"]).contains { Self.runs($0) }
        let hasPageScript = pages.contains { page in
            page["AA"]?.keys.contains { key in actions(page["AA"]?[key]).contains { Self.runs($0) } } ?? false
        }
        if names?["JavaScript"] != nil || opensScript || hasPageScript || catalog["AA"] != nil {
            warnings.append(ReadingWarning(.sourceMacros, parameters: ["kind": "script"]))
        }
        if names?["EmbeddedFiles"] != nil || catalog["Collection"] != nil {
            warnings.append(ReadingWarning(.sourceContentUnread, parameters: ["kind": "attachedFile"]))
        }
        for (index, page) in pages.enumerated() { note(page, number: index + 1) }
    }

    private mutating func note(_ page: PDFObject, number: Int) {
        let place = "page[\(number)]"
        var kinds: Set<String> = []
        for annotation in page["Annots"]?.items ?? [] {
            switch annotation["Subtype"]?.name {
            case "FileAttachment": kinds.insert("attachedFile")
            case "Ink", "Stamp", "Line", "Square", "Circle", "Polygon", "PolyLine": kinds.insert("drawing")
            case "RichMedia", "Movie", "Sound", "Screen", "3D": kinds.insert("media")
            case "Link" where actions(annotation["A"]).contains(where: Self.runs):
                warnings.append(ReadingWarning(.sourceMacros, place: place, parameters: ["kind": "launch"]))
            default: break
            }
        }
        for kind in kinds.sorted() {
            warnings.append(ReadingWarning(.sourceContentUnread, place: place, parameters: ["kind": kind]))
        }
    }

    /// An action with those that follow it.
    private func actions(_ first: PDFObject?) -> [PDFObject] {
        var found: [PDFObject] = []
        var next = first
        while let action = next, action.isDictionary, found.count < Self.actionCountMax {
            found.append(action)
            next = action["Next"]
        }
        return found
    }

    private static func runs(_ action: PDFObject) -> Bool {
        ["JavaScript", "Launch", "ImportData", "SubmitForm", "Rendition", "RichMediaExecute"].contains(
            action["S"]?.name ?? ""
        )
    }
}
