import FormModel
import ReaderProtocol

/// Walks the tree of form fields and gathers its leaves.
///
/// Handled: names joined from partial names, types, flags, values and options inherited from above, widgets as children
/// without a name, fields that are their own widget, widgets of a page that the tree has lost. Left out: push buttons.
struct FieldTree {
    private(set) var fields: [FormField] = []
    /// The form also has an XML copy of itself (XFA), which is not read.
    let hasXFA: Bool
    /// Programs are asked to draw the fields anew: what the file itself draws is out of date.
    let needsAppearances: Bool
    private var seen: Set<Int> = []
    private var nodeCount = 0

    private static let depthMax = 32

    /// What a field takes from those above it.
    private struct Inherited {
        var name = ""
        var type: String?
        var flags = 0
        var value: PDFObject?
        var options: PDFObject?
        var label: String?
    }

    private enum Flag {
        static let pushButton = 1 << 16
        static let radio = 1 << 15
        static let combo = 1 << 17
    }

    /// - Parameter pages: their lists of annotations are searched for widgets that the tree does not reach.
    init(catalog: PDFObject, pages: [PDFObject]) throws(ReadFailure) {
        let form = catalog["AcroForm"]
        hasXFA = form?["XFA"] != nil
        needsAppearances = form?["NeedAppearances"]?.flag ?? false
        for node in form?["Fields"]?.items ?? [] { try walk(node, Inherited(), depth: 0) }
        for page in pages {
            for annotation in page["Annots"]?.items ?? [] where annotation["Subtype"]?.name == "Widget" {
                guard let number = annotation.objectNumber, !seen.contains(number) else { continue }
                try walk(annotation, Self.inheritedFromParents(of: annotation), depth: 0)
            }
        }
    }

    private mutating func walk(_ node: PDFObject, _ above: Inherited, depth: Int) throws(ReadFailure) {
        guard node.isDictionary, depth < Self.depthMax else { return }
        if let number = node.objectNumber, !seen.insert(number).inserted { return }
        nodeCount += 1
        guard nodeCount <= ReaderLimits.pdfFieldCountMax else {
            throw ReadFailure(.sourceLimit, format: .pdf, parameters: ["limit": "pdfFieldCountMax"])
        }
        let here = Self.merged(node, above)
        let children = node["Kids"]?.items ?? []
        let named = children.filter { $0["T"] != nil }
        let widgets = children.isEmpty ? [node] : children.filter { $0["T"] == nil }
        for child in named { try walk(child, here, depth: depth + 1) }
        guard !widgets.isEmpty, named.isEmpty || here.type != nil else { return }
        for widget in widgets { widget.objectNumber.map { _ = seen.insert($0) } }
        add(here, widgets)
    }

    private static func merged(_ node: PDFObject, _ above: Inherited) -> Inherited {
        var here = above
        if let part = node["T"]?.text { here.name = above.name.isEmpty ? part : above.name + "." + part }
        here.type = node["FT"]?.name ?? above.type
        here.flags = node["Ff"]?.integer ?? above.flags
        here.value = node["V"] ?? above.value
        here.options = node["Opt"] ?? above.options
        // The label of a group is no label of its members.
        here.label = node["TU"]?.text
        return here
    }

    /// For a widget that was reached from its page: what the chain of its parents says, topmost first.
    private static func inheritedFromParents(of widget: PDFObject) -> Inherited {
        var chain: [PDFObject] = []
        var node = widget["Parent"]
        while let here = node, chain.count < depthMax {
            chain.append(here)
            node = here["Parent"]
        }
        return chain.reversed().reduce(Inherited()) { merged($1, $0) }
    }

    private mutating func add(_ here: Inherited, _ widgets: [PDFObject]) {
        // A child without a name may still carry what its field should: broken, and yet seen.
        let first = widgets.count == 1 ? Self.merged(widgets[0], here) : here
        let type = here.type ?? widgets.lazy.compactMap { $0["FT"]?.name }.first
        let kind: FormField.Kind
        switch type {
        case "Tx": kind = .text
        case "Btn" where here.flags & Flag.pushButton != 0: return
        case "Btn": kind = .button(isRadio: here.flags & Flag.radio != 0)
        case "Ch": kind = .choice(isCombo: here.flags & Flag.combo != 0)
        case "Sig": kind = .signature
        default: return
        }
        fields.append(
            FormField(
                kind: kind,
                name: here.name,
                label: here.label ?? first.label,
                value: here.value ?? first.value,
                options: Self.options(here.options ?? first.options),
                widgets: widgets.filter { $0["Rect"] != nil }
            )
        )
    }

    private static func options(_ object: PDFObject?) -> [FormField.Option] {
        (object?.items ?? []).map { item in
            let pair = item.items.prefix(2).map { $0.text ?? "" }
            let text = item.text ?? ""
            return pair.count == 2
                ? FormField.Option(value: pair[0], shown: pair[1]) : FormField.Option(value: text, shown: text)
        }
    }
}
