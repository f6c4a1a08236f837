import CTesseract

/// The recognition models, loaded once before any foreign byte is seen and shared with every child by fork.
///
/// Sound as `@unchecked Sendable`: a reader program has one thread, and each child its own copy.
final class Recogniser: @unchecked Sendable {
    /// The models that serve the forms' languages, and the one for all Latin letters, which alone knows `@`.
    enum Model: String, CaseIterable {
        case polish = "pol"
        case ukrainian = "ukr"
        case russian = "rus"
        case belarusian = "bel"
        case latin = "Latin"
    }

    struct Outcome {
        var text = ""
        /// 0 to 1, of the least sure word; 0 without any.
        var confidence = 0.0

        /// Whether the letters and digits are the same; blanks, points and capitals do not part two readings.
        func isLike(_ other: Outcome) -> Bool {
            !text.isEmpty && text.lowercased().filter(Self.counts) == other.text.lowercased().filter(Self.counts)
        }

        private static func counts(_ sign: Character) -> Bool { sign.isLetter || sign.isNumber }
    }

    static let shared = Recogniser()

    private var engines: [Model: OpaquePointer] = [:]

    private static let dataFolder = "/usr/share/tesseract-ocr/5/tessdata"
    private static let wordCountMax = 2_000

    private init() {}

    /// Loads the models that are installed.
    func load() {
        for model in Model.allCases where engines[model] == nil {
            guard let engine = TessBaseAPICreate() else { continue }
            guard TessBaseAPIInit2(engine, Self.dataFolder, model.rawValue, OEM_LSTM_ONLY) == 0 else {
                TessBaseAPIDelete(engine)
                continue
            }
            TessBaseAPISetVariable(engine, "debug_file", "/dev/null")
            engines[model] = engine
            // The first recognition sets up tables of its own.
            _ = recognise(GrayImage(width: 80, height: 40), model, .line)
        }
    }

    func has(_ model: Model) -> Bool { engines[model] != nil }

    /// How much stands on a picture.
    enum Extent {
        case block, line, sign
    }

    /// Reads at 300 dots an inch; nothing but the given signs, where any are given.
    func recognise(_ image: GrayImage, _ model: Model, _ extent: Extent, signs: String = "") -> Outcome {
        guard let engine = engines[model] else { return Outcome() }
        TessBaseAPISetVariable(engine, "tessedit_char_whitelist", signs)
        let mode =
            switch extent {
            case .block: PSM_SINGLE_BLOCK
            case .line: PSM_SINGLE_LINE
            case .sign: PSM_SINGLE_CHAR
            }
        TessBaseAPISetPageSegMode(engine, mode)
        TessBaseAPISetImage(engine, image.pixels, Int32(image.width), Int32(image.height), 1, Int32(image.width))
        TessBaseAPISetSourceResolution(engine, 300)
        defer { TessBaseAPIClear(engine) }
        guard TessBaseAPIRecognize(engine, nil) == 0, let iterator = TessBaseAPIGetIterator(engine) else {
            return Outcome()
        }
        defer { TessResultIteratorDelete(iterator) }
        return words(iterator)
    }

    /// The words of a whole page with their middles in pixels, wherever they stand.
    func words(of page: GrayImage, _ model: Model) -> [SeenWord] {
        guard let engine = engines[model] else { return [] }
        TessBaseAPISetVariable(engine, "tessedit_char_whitelist", "")
        TessBaseAPISetPageSegMode(engine, PSM_SPARSE_TEXT)
        TessBaseAPISetImage(engine, page.pixels, Int32(page.width), Int32(page.height), 1, Int32(page.width))
        TessBaseAPISetSourceResolution(engine, 150)
        defer { TessBaseAPIClear(engine) }
        guard TessBaseAPIRecognize(engine, nil) == 0, let iterator = TessBaseAPIGetIterator(engine) else { return [] }
        defer { TessResultIteratorDelete(iterator) }
        var words: [SeenWord] = []
        repeat {
            if let word = seenWord(iterator) { words.append(word) }
        } while TessResultIteratorNext(iterator, RIL_WORD) != 0 && words.count < Self.wordCountMax
        return words
    }

    private func seenWord(_ iterator: OpaquePointer) -> SeenWord? {
        guard let start = TessResultIteratorGetUTF8Text(iterator, RIL_WORD) else { return nil }
        defer { TessDeleteText(start) }
        var (left, top, right, bottom): (Int32, Int32, Int32, Int32) = (0, 0, 0, 0)
        let position = TessResultIteratorGetPageIterator(iterator)
        guard TessPageIteratorBoundingBox(position, RIL_WORD, &left, &top, &right, &bottom) != 0 else { return nil }
        return SeenWord(String(cString: start), x: Double(left + right) / 2, y: Double(top + bottom) / 2)
    }

    private func words(_ iterator: OpaquePointer) -> Outcome {
        var outcome = Outcome(text: "", confidence: 1)
        var count = 0
        repeat {
            guard let start = TessResultIteratorGetUTF8Text(iterator, RIL_WORD) else { continue }
            defer { TessDeleteText(start) }
            let word = String(cString: start)
            guard !word.allSatisfy(\.isWhitespace) else { continue }
            let isNewLine =
                TessPageIteratorIsAtBeginningOf(TessResultIteratorGetPageIterator(iterator), RIL_TEXTLINE) != 0
            if count > 0 { outcome.text += isNewLine ? "\n" : " " }
            outcome.text += word
            outcome.confidence = min(outcome.confidence, Double(TessResultIteratorConfidence(iterator, RIL_WORD)) / 100)
            count += 1
        } while TessResultIteratorNext(iterator, RIL_WORD) != 0 && count < Self.wordCountMax
        if count == 0 { outcome.confidence = 0 }
        outcome.confidence = max(0, outcome.confidence)
        return outcome
    }
}
