import FormModel
import ReaderProtocol

/// Reads scans and photographs of Nabór's own forms.
///
/// Handles: pages in any order, upside down, at an angle, in shadow, speckled; several pages of one form; a code that says
/// which form and page it is; corner marks, three of which are enough; ticks by their ink; print by two readers. With no
/// map of the form at hand it tells which one is needed.
/// Leaves to a person: pages without a code or without marks, writing by hand, pages of another form.
struct ScanReader {
    private let map: FormMap
    private let recogniser: Recogniser
    private var reading: Reading
    private var crops: FieldCrops

    /// Print is believed on pages where at least half of the answers are read with this confidence; writing by hand stays
    /// far below.
    private static let printConfidenceMin = 0.7

    /// - Parameters:
    ///   - pages: opened one after the other, so that only one is in memory.
    ///   - map: of the form that is expected; nil to find out which.
    ///   - job: which sheets, and whether their answers' places are wanted as pictures.
    static func read(
        _ pages: any PagePictures,
        map: FormMap?,
        format: SourceFormat,
        recogniser: Recogniser,
        job: ReaderJob = ReaderJob()
    ) throws(ReadFailure) -> (Reading, [FieldCrop]) {
        var reader = map.map { ScanReader(map: $0, format: format, recogniser: recogniser, crops: job.crops) }
        let orders = job.sheets ?? (0..<pages.count).map { SheetOrder(number: $0 + 1) }
        for order in orders {
            guard order.number <= pages.count else {
                throw ReadFailure(.sourceDamaged, format: format, parameters: ["reason": "page"])
            }
            let picture = try pages.picture(at: order.number - 1)
            let cleaned = PaperCleaning.flattened(PaperCleaning.despeckled(picture))
            let codes = CodeFinder.codes(in: cleaned)
            if reader == nil, let code = codes.first { throw missingMap(code.code, format, pages.count) }
            reader?.take(cleaned, codes, order)
        }
        guard let reader else {
            let parameters = ["reason": "noCode", "pages": String(pages.count)]
            throw ReadFailure(.sourceNotYetReadable, format: format, parameters: parameters)
        }
        return (reader.reading, reader.crops.taken)
    }

    /// The failure that names the form whose map is needed.
    private static func missingMap(_ code: FormCode, _ format: SourceFormat, _ pageCount: Int) -> ReadFailure {
        let parameters = [
            "reason": "needsMap", "event": code.event, "version": code.version, "language": code.language.rawValue,
            "pages": String(pageCount),
        ]
        return ReadFailure(.sourceNotYetReadable, format: format, parameters: parameters)
    }

    private init(map: FormMap, format: SourceFormat, recogniser: Recogniser, crops: CropOrder) {
        self.map = map
        self.recogniser = recogniser
        self.crops = FieldCrops(crops)
        reading = Reading(format: format, language: map.language.rawValue)
        reading.properties = ["nabor:event": map.event, "nabor:form": map.form, "nabor:version": map.version]
        reading.pages = map.pages.map { Page(width: $0.width, height: $0.height) }
    }

    // MARK: Sheets

    /// Every sheet of the form is read, one that comes twice as well: whose sheets belong together is for the desk to say.
    private mutating func take(_ image: GrayImage, _ codes: [CodeFinder.Found], _ order: SheetOrder) {
        let code = codes.first { $0.code.event == map.event && $0.code.version == map.version }
        var sheet = ScannedSheet(
            number: order.number,
            formPage: order.formPage ?? code?.code.page ?? (codes.isEmpty && map.pages.count == 1 ? 1 : nil),
            code: code?.code ?? codes.first?.code
        )
        defer { reading.sheets.append(sheet) }
        guard let number = sheet.formPage, map.pages.indices.contains(number - 1),
            code != nil || order.corners != nil
        else {
            sheet.problem = codes.isEmpty ? .noCode : .otherForm
            return
        }
        let page = map.pages[number - 1]
        let marked = order.corners.flatMap { Homography($0, page: page, image: image) }
        guard let homography = marked ?? code.flatMap({ MarkFinder(image).homography(page: page, code: $0) }) else {
            sheet.problem = .notRegistered
            return
        }
        sheet.alignment = marked == nil ? .marks : .corners
        sheet.corners = homography.corners(page: page, image: image)
        read(PageCrop(image: image, homography: homography), number, sheet: order.number)
    }

    private mutating func read(_ page: PageCrop, _ number: Int, sheet: Int) {
        let fieldReading = FieldReading(page: page, language: map.language, recogniser: recogniser)
        let inks = ink(of: page, number)
        let lightest = BoxInk.lightest(Array(inks.values))
        var answers: [PageAnswer] = []
        for field in map.fields {
            let places = field.places.filter { $0.page == number }
            guard let box = places.map(\.box).around else { continue }
            var answer = PageAnswer(name: field.name.description, page: number, sheet: sheet, box: box)
            if crops.order != .only { answer.text = fieldReading.text(of: field, places: places) }
            for place in places {
                guard case .check(let option) = place.role, let ink = inks[place.box] else { continue }
                let verdict = ink.verdict(lightest: lightest)
                answer.ticks.append(
                    PageAnswer.Tick(
                        option: option,
                        isTicked: verdict.isTicked,
                        isDoubtful: verdict.isDoubtful,
                        box: place.box
                    )
                )
            }
            let isWritten = answer.text != nil || crops.order == .only && fieldReading.isWritten(places)
            crops.take(answer, of: page, isWritten: isWritten)
            if answer.text != nil || !answer.ticks.isEmpty { answers.append(answer) }
        }
        reading.answers += Self.judged(answers)
    }

    private func ink(of page: PageCrop, _ number: Int) -> [PageBox: BoxInk] {
        var inks: [PageBox: BoxInk] = [:]
        for field in map.fields {
            for place in field.places where place.page == number {
                if case .check = place.role { inks[place.box] = BoxInk(place.box, on: page) }
            }
        }
        return inks
    }

    /// Writing by hand is told by the whole page: single words of it are now and then read with false confidence.
    private static func judged(_ answers: [PageAnswer]) -> [PageAnswer] {
        let confidences = answers.compactMap { $0.text?.confidence }.sorted()
        let median = confidences.isEmpty ? 0 : confidences[confidences.count / 2]
        return answers.map { answer in
            var answer = answer
            answer.text?.isPrint = median >= printConfidenceMin
            return answer
        }
    }
}

extension [PageBox] {
    /// The smallest box around all of them.
    fileprivate var around: PageBox? {
        guard let first else { return nil }
        let left = reduce(first.x) { Swift.min($0, $1.x) }
        let top = reduce(first.y) { Swift.min($0, $1.y) }
        let right = reduce(first.x) { Swift.max($0, $1.x + $1.width) }
        let bottom = reduce(first.y) { Swift.max($0, $1.y + $1.height) }
        return PageBox(x: left, y: top, width: right - left, height: bottom - top)
    }
}
