import CPoppler
import FormModel
import ReaderProtocol

/// The letters of a PDF file's pages, as poppler makes them out.
///
/// Owns the library's handle. Coordinates are those of the page as it is shown, turned and cut.
final class TextLayer {
    private let document: OpaquePointer
    let pageCount: Int

    private static let wordCountMax = 60_000

    /// Nil when poppler cannot make sense of the file.
    init?(_ bytes: UnsafeRawBufferPointer) {
        let data = g_bytes_new_static(bytes.baseAddress, gsize(bytes.count))
        defer { g_bytes_unref(data) }
        guard let document = poppler_document_new_from_bytes(data, nil, nil) else { return nil }
        self.document = document
        pageCount = Int(poppler_document_get_n_pages(document))
    }

    deinit { g_object_unref(UnsafeMutableRawPointer(document)) }

    /// The page drawn as a picture.
    func picture(page: Int) -> GrayImage? {
        guard page < pageCount, let handle = poppler_document_get_page(document, Int32(page)) else { return nil }
        defer { g_object_unref(UnsafeMutableRawPointer(handle)) }
        var (width, height) = (0.0, 0.0)
        poppler_page_get_size(handle, &width, &height)
        return PageRaster.image(page: handle, width: width, height: height)
    }

    /// The letters of one page.
    struct Letters {
        fileprivate var scalars: [Unicode.Scalar] = []
        fileprivate var rects: [PageRect] = []
        fileprivate var fonts: FontRuns?
    }

    /// Letters in the order in which poppler gives them; none for a page without text.
    func letters(page: Int) -> Letters {
        guard page < pageCount, let handle = poppler_document_get_page(document, Int32(page)) else { return Letters() }
        defer { g_object_unref(UnsafeMutableRawPointer(handle)) }
        guard let start = poppler_page_get_text(handle) else { return Letters() }
        defer { g_free(start) }
        var rectangles: UnsafeMutablePointer<PopplerRectangle>?
        var count: guint = 0
        guard poppler_page_get_text_layout(handle, &rectangles, &count) != 0, let rectangles else { return Letters() }
        defer { g_free(rectangles) }
        let rects = UnsafeBufferPointer(start: rectangles, count: Int(count)).map {
            PageRect(corners: $0.x1, $0.y1, $0.x2, $0.y2)
        }
        return Letters(
            scalars: Array(String(cString: start).unicodeScalars),
            rects: rects,
            fonts: FontRuns(handle)
        )
    }

    /// The letters put together into words, on the page turned so that they stand upright.
    static func words(_ letters: Letters, turn: PageTurn) -> [PageWord] {
        var words: [PageWord] = []
        var open: PageWord?
        func close() {
            if let word = open, words.count < wordCountMax { words.append(word) }
            open = nil
        }
        for (index, scalar) in letters.scalars.enumerated() {
            guard scalar.value > 0x20, scalar.value != 0xA0, index < letters.rects.count else {
                close()
                continue
            }
            let rect = turn.apply(letters.rects[index])
            guard rect.left.isFinite, rect.right.isFinite, rect.top.isFinite, rect.bottom.isFinite else { continue }
            let font = letters.fonts?.run(at: index)
            if let word = open, !word.continues(with: rect, font) { close() }
            var word =
                open ?? PageWord(text: "", rect: rect, fontSize: font?.size ?? rect.height, style: font?.style ?? [])
            word.text.unicodeScalars.append(scalar)
            word.rect = word.rect.union(rect)
            open = word
        }
        close()
        return words
    }
}

extension TextLayer.Letters {
    /// How many quarters of a turn clockwise most of the letters run; 0 for a page without any.
    var direction: Int {
        var x = 0.0
        var y = 0.0
        for index in scalars.indices.dropLast() where index + 1 < rects.count {
            guard scalars[index].value > 0x20, scalars[index + 1].value > 0x20 else { continue }
            let (from, to) = (rects[index], rects[index + 1])
            let (stepX, stepY) = (to.middleX - from.middleX, to.middleY - from.middleY)
            // The jump to the next line is no direction.
            guard abs(stepX) + abs(stepY) < 2 * max(from.width, from.height) else { continue }
            x += stepX
            y += stepY
        }
        if abs(x) >= abs(y) { return x < 0 ? 2 : 0 }
        return y > 0 ? 1 : 3
    }
}

extension PageWord {
    /// A sign with another look, or one that stands apart, begins a word of its own.
    fileprivate func continues(with next: PageRect, _ font: FontRuns.Run?) -> Bool {
        guard style == font?.style ?? [] else { return false }
        let gap = next.left - rect.right
        // What begins again further left was typed over it; an accent set over its letter reaches no further right.
        let isOver = gap < -fontSize * 0.5 && next.right > rect.right + 0.5
        return gap < fontSize * 0.6 && !isOver && rect.sharedHeight(with: next) > 0
    }
}
