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
            _ = recognise(GrayImage(width: 80, height: 40), model, isBlock: false)
        }
    }

    func has(_ model: Model) -> Bool { engines[model] != nil }

    /// Reads a line, or a block of lines, at 300 dots an inch; nothing but the given signs, where any are given.
    func recognise(_ image: GrayImage, _ model: Model, isBlock: Bool, signs: String = "") -> Outcome {
        guard let engine = engines[model] else { return Outcome() }
        TessBaseAPISetVariable(engine, "tessedit_char_whitelist", signs)
        TessBaseAPISetPageSegMode(engine, isBlock ? PSM_SINGLE_BLOCK : PSM_SINGLE_LINE)
        TessBaseAPISetImage(engine, image.pixels, Int32(image.width), Int32(image.height), 1, Int32(image.width))
        TessBaseAPISetSourceResolution(engine, 300)
        defer { TessBaseAPIClear(engine) }
        guard TessBaseAPIRecognize(engine, nil) == 0, let iterator = TessBaseAPIGetIterator(engine) else {
            return Outcome()
        }
        defer { TessResultIteratorDelete(iterator) }
        return words(iterator)
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
