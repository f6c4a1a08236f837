import CPango
import FormModel

/// A paragraph as it was set: its lines with their places from the top left corner, in points.
final class TextBlock {
    struct Line {
        /// Top edge and height in the block; baseline from the block's top.
        var top: Double
        var height: Double
        var baseline: Double
        var width: Double
    }

    let style: TextStyle
    /// The text without markup.
    let text: String
    let lines: [Line]
    let width: Double
    let height: Double
    private let layout: OpaquePointer

    init(_ runs: [TextRun], _ style: TextStyle, width wrapWidth: Double, context: OpaquePointer) {
        self.style = style
        let layout: OpaquePointer = pango_layout_new(context)
        let font = pango_font_description_from_string(TextStyle.family)
        pango_font_description_set_absolute_size(font, style.size * Double(PANGO_SCALE))
        pango_font_description_set_weight(font, style.isBold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL)
        pango_layout_set_font_description(layout, font)
        pango_font_description_free(font)
        pango_layout_set_width(layout, Int32(wrapWidth * Double(PANGO_SCALE)))
        pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR)
        pango_layout_set_markup(layout, runs.map { $0.markup(size: style.size) }.joined(), -1)
        self.layout = layout
        text = String(cString: pango_layout_get_text(layout))
        lines = Self.lines(of: layout, lineHeight: style.lineHeight)
        width = lines.map(\.width).max() ?? 0
        height = lines.last.map { $0.top + $0.height } ?? 0
    }

    deinit { g_object_unref(UnsafeMutableRawPointer(layout)) }

    private static func lines(of layout: OpaquePointer, lineHeight: Double) -> [Line] {
        let scale = Double(PANGO_SCALE)
        let iterator = pango_layout_get_iter(layout)
        defer { pango_layout_iter_free(iterator) }
        var lines: [Line] = []
        var top = 0.0
        repeat {
            var logical = PangoRectangle()
            pango_layout_iter_get_line_extents(iterator, nil, &logical)
            let own = Double(logical.height) / scale
            let height = own * lineHeight
            let ascent = Double(pango_layout_iter_get_baseline(iterator) - logical.y) / scale
            let baseline = top + (height - own) / 2 + ascent
            lines.append(Line(top: top, height: height, baseline: baseline, width: Double(logical.width) / scale))
            top += height
        } while pango_layout_iter_next_line(iterator) != 0
        return lines
    }

    /// Height of some of the lines.
    func height(of range: Range<Int>) -> Double { range.reduce(0) { $0 + lines[$1].height } }

    /// Draws lines so that the first one's top is at `y`; the current colour is the paragraph's.
    func draw(_ cairo: OpaquePointer, lines range: Range<Int>, x: Double, y: Double) {
        guard let first = range.first else { return }
        for index in range {
            cairo_move_to(cairo, x, y + lines[index].baseline - lines[first].top)
            pango_cairo_show_layout_line(cairo, pango_layout_get_line_readonly(layout, Int32(index)))
        }
    }

    /// The words of some lines with their boxes on a page where the first line's top left corner is at (x, y).
    func words(lines range: Range<Int>, x: Double, y: Double) -> [FormPage.Word] {
        guard let first = range.first else { return [] }
        var words: [FormPage.Word] = []
        let bytes = Array(text.utf8)
        for index in range {
            guard let line = pango_layout_get_line_readonly(layout, Int32(index)) else { continue }
            let start = Int(line.pointee.start_index)
            let end = min(bytes.count, start + Int(line.pointee.length))
            let top = y + lines[index].top - lines[first].top
            var position = start
            while position < end {
                let stop = bytes[position..<end].firstIndex { $0 <= 0x20 } ?? end
                if stop > position {
                    let left = offset(line, position)
                    let right = offset(line, stop)
                    let box = PageBox(x: x + left, y: top, width: max(0.1, right - left), height: lines[index].height)
                    words.append(
                        FormPage.Word(text: String(decoding: bytes[position..<stop], as: UTF8.self), box: box.rounded)
                    )
                }
                position = stop + 1
            }
        }
        return words
    }

    private func offset(_ line: UnsafeMutablePointer<PangoLayoutLine>, _ byte: Int) -> Double {
        var position: Int32 = 0
        pango_layout_line_index_to_x(line, Int32(byte), 0, &position)
        return Double(position) / Double(PANGO_SCALE)
    }
}
