import CPango
import FormModel

/// Sets text with Pango, unhinted and in points, so that measures do not hang on any screen or printer.
///
/// Not thread-safe: one engine a form.
final class TextEngine {
    let context: OpaquePointer
    private let fontMap: UnsafeMutablePointer<PangoFontMap>

    init(language: InterfaceLanguage) {
        // Pango gives a map with a resolution of 96 dpi; at 72 a font's size is in points of the page.
        fontMap = pango_cairo_font_map_new()
        pango_cairo_font_map_set_resolution(OpaquePointer(fontMap), 72)
        context = pango_font_map_create_context(fontMap)
        let options = cairo_font_options_create()
        cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
        cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
        pango_cairo_context_set_font_options(context, options)
        cairo_font_options_destroy(options)
        pango_context_set_language(context, pango_language_from_string(language.rawValue))
    }

    deinit {
        g_object_unref(UnsafeMutableRawPointer(context))
        g_object_unref(UnsafeMutableRawPointer(fontMap))
    }

    func block(_ text: String, _ style: TextStyle, width: Double = 10_000) -> TextBlock {
        block([TextRun(text: text)], style, width: width)
    }

    /// A paragraph of runs, wrapped at `width` points.
    func block(_ runs: [TextRun], _ style: TextStyle, width: Double = 10_000) -> TextBlock {
        TextBlock(runs, style, width: width, context: context)
    }
}

/// How a text looks.
struct TextStyle: Hashable {
    /// Carlito has the widths of Calibri and all five alphabets; DejaVu Sans serves where it is not installed.
    static let family = "Carlito, DejaVu Sans"

    var size: Double
    var isBold = false
    var ink = Ink.text
    /// Of the font's own line height.
    var lineHeight = 1.0
}

/// A piece of a paragraph that differs from the paragraph's style.
struct TextRun: Hashable {
    var text: String
    var isBold = false
    var ink: Ink?
    /// Of the paragraph's font size.
    var scale = 1.0

    /// Pango markup (a small XML): every foreign sign is escaped.
    func markup(size: Double) -> String {
        var attributes = ""
        if isBold { attributes += " weight=\"bold\"" }
        if let ink { attributes += " foreground=\"\(ink.hex)\"" }
        if scale != 1 { attributes += " size=\"\(Int((size * scale * 1024).rounded()))\"" }
        return attributes.isEmpty ? escaped : "<span\(attributes)>\(escaped)</span>"
    }

    private var escaped: String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            // Control characters and line ends would make the markup invalid or break the line.
            case _ where scalar.value < 0x20 || scalar.value == 0x7F: result += " "
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}

/// A colour of the form.
enum Ink: UInt32 {
    case text = 0x1B1F24
    case muted = 0x59626D
    case accent = 0x1F5A8C
    /// Frames of answer boxes: dark enough for a copy of a copy.
    case frame = 0x6B7480
    /// Cells and writing lines inside a box: fades away when a scan's paper is made white.
    case faint = 0xC3C9D0
    case hairline = 0xDAD7CF
    case black = 0x000000
    case white = 0xFFFFFF

    var hex: String {
        let digits = String(rawValue, radix: 16)
        return "#" + String(repeating: "0", count: 6 - digits.count) + digits
    }

    var components: (red: Double, green: Double, blue: Double) {
        (Double(rawValue >> 16 & 255) / 255, Double(rawValue >> 8 & 255) / 255, Double(rawValue & 255) / 255)
    }
}
