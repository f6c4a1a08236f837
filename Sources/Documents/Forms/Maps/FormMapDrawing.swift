public import FormModel
import OfficePackage

/// Draws a map as an SVG picture for checking: the printed words in grey, and what Nabór takes for labels, answer
/// places, check boxes and signatures in colour, each with its name. Pages stand below each other.
public enum FormMapDrawing {
    private static let gap = 24.0

    public static func svg(_ map: FormMap) -> String {
        let width = map.pages.map(\.width).max() ?? 0
        let height = map.pages.reduce(0) { $0 + $1.height + gap } - gap
        var lines = [
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"\(number(width))pt\" height=\"\(number(height))pt\" "
                + "viewBox=\"0 0 \(number(width)) \(number(height))\" font-family=\"Carlito, Calibri, sans-serif\">",
            "<title>\(XMLEscape.text("\(map.event) · \(map.form) · \(map.language.rawValue) · \(map.version)"))</title>",
            "<style>\(style)</style>",
            "<rect width=\"100%\" height=\"100%\" fill=\"#e9e7e2\"/>",
        ]
        var top = 0.0
        for (index, page) in map.pages.enumerated() {
            lines.append("<g transform=\"translate(0 \(number(top)))\">")
            lines += pageLines(page)
            for field in map.fields { lines += fieldLines(field, page: index + 1) }
            for signing in map.signings where signing.page == index + 1 {
                lines.append(rectangle(signing.box, "s", signing.role.rawValue))
            }
            lines.append("</g>")
            top += page.height + gap
        }
        lines.append("</svg>")
        return lines.joined(separator: "\n") + "\n"
    }

    private static let style = """
        .w{fill:#59626d}.n{font-size:6px;fill:#7a1f5c;font-weight:bold}.o{font-size:4.5px;fill:#8a5a00}rect{stroke-width:.8}\
        .m{fill:#1b1f24}.q{fill:#dad7cf;stroke:#1b1f24}.l{fill:#1f5a8c;fill-opacity:.12;stroke:none}\
        .t{fill:#2b6b45;fill-opacity:.14;stroke:#2b6b45}.c{fill:none;stroke:#2b6b45;stroke-width:.4}\
        .k{fill:#8a5a00;fill-opacity:.2;stroke:#8a5a00}.s{fill:#9b2c2c;fill-opacity:.1;stroke:#9b2c2c}
        """

    private static func pageLines(_ page: FormPage) -> [String] {
        let sheet = PageBox(x: 0, y: 0, width: page.width, height: page.height)
        var lines = ["<rect \(attributes(sheet)) fill=\"#fff\"/>"]
        lines += page.marks.map { "<rect class=\"m\" \(attributes($0))/>" }
        if let code = page.code { lines.append("<rect class=\"q\" \(attributes(code))/>") }
        for word in page.words {
            let baseline = word.box.y + word.box.height * 0.78
            lines.append(
                "<text class=\"w\" x=\"\(number(word.box.x))\" y=\"\(number(baseline))\" "
                    + "font-size=\"\(number(word.box.height * 0.8))\" textLength=\"\(number(word.box.width))\" "
                    + "lengthAdjust=\"spacingAndGlyphs\">\(XMLEscape.text(word.text))</text>"
            )
        }
        return lines
    }

    private static func fieldLines(_ field: FormMapField, page: Int) -> [String] {
        var lines: [String] = []
        if let label = field.labelPlace, label.page == page {
            lines.append("<rect class=\"l\" \(attributes(label.box))/>")
        }
        for place in field.places where place.page == page {
            switch place.role {
            case .check(let option), .word(let option):
                lines.append(rectangle(place.box, "k", field.name.option(option)))
            case .text: lines.append(rectangle(place.box, "t", field.name.description))
            case .comb(let cells, _):
                lines.append(rectangle(place.box, "t", field.name.description))
                lines += cells.map { "<rect class=\"c\" \(attributes($0))/>" }
            }
        }
        return lines
    }

    /// A box with its name at the upper right inside, above it where it is small, and as a tip for whoever points at it.
    private static func rectangle(_ box: PageBox, _ style: String, _ name: String) -> String {
        let text = XMLEscape.text(name)
        let label =
            style == "k"
            ? "<text class=\"o\" x=\"\(number(box.x))\" y=\"\(number(box.y - 0.8))\">\(text)</text>"
            : "<text class=\"n\" x=\"\(number(box.x + box.width - 2))\" y=\"\(number(box.y + 6.5))\" text-anchor=\"end\">\(text)</text>"
        return "<g><title>\(text)</title><rect class=\"\(style)\" \(attributes(box))/>\(label)</g>"
    }

    private static func attributes(_ box: PageBox) -> String {
        "x=\"\(number(box.x))\" y=\"\(number(box.y))\" width=\"\(number(box.width))\" height=\"\(number(box.height))\""
    }

    private static func number(_ value: Double) -> String {
        let text = ((value * 100).rounded() / 100).description
        return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }
}
