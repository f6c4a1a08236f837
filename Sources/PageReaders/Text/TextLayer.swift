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

    /// Words in the order in which poppler gives them; empty for a page without text.
    func words(page: Int) -> [PageWord] {
        guard page < pageCount, let handle = poppler_document_get_page(document, Int32(page)) else { return [] }
        defer { g_object_unref(UnsafeMutableRawPointer(handle)) }
        guard let start = poppler_page_get_text(handle) else { return [] }
        defer { g_free(start) }
        var rectangles: UnsafeMutablePointer<PopplerRectangle>?
        var count: guint = 0
        guard poppler_page_get_text_layout(handle, &rectangles, &count) != 0, let rectangles else { return [] }
        defer { g_free(rectangles) }
        let fonts = FontRuns(handle)
        let scalars = Array(String(cString: start).unicodeScalars)
        let places = UnsafeBufferPointer(start: rectangles, count: Int(count))
        return Self.words(scalars, places, fonts)
    }

    private static func words(
        _ scalars: [Unicode.Scalar],
        _ places: UnsafeBufferPointer<PopplerRectangle>,
        _ fonts: FontRuns
    ) -> [PageWord] {
        var words: [PageWord] = []
        var open: PageWord?
        func close() {
            if let word = open, words.count < wordCountMax { words.append(word) }
            open = nil
        }
        for (index, scalar) in scalars.enumerated() {
            guard scalar.value > 0x20, scalar.value != 0xA0, index < places.count else {
                close()
                continue
            }
            let place = places[index]
            let rect = PageRect(corners: place.x1, place.y1, place.x2, place.y2)
            guard rect.left.isFinite, rect.right.isFinite, rect.top.isFinite, rect.bottom.isFinite else { continue }
            let font = fonts.run(at: index)
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

extension PageWord {
    /// A sign with another look, or one that stands apart, begins a word of its own.
    fileprivate func continues(with next: PageRect, _ font: FontRuns.Run?) -> Bool {
        guard style == font?.style ?? [] else { return false }
        return next.left - rect.right < fontSize * 0.6 && rect.sharedHeight(with: next) > 0
    }
}
