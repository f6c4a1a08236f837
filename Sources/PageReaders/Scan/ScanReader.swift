import FormModel
import ReaderProtocol

/// Reads scans and photographs of forms whose map is known.
///
/// Handles: pages in any order, upside down, at an angle, in shadow, speckled; several pages of one form; a code that says
/// which form and page it is; corner marks, three of which are enough; an organiser's blank without either, by its printed
/// words; corners that a person marked; ticks by their ink; print by two readers. With no map of the form at hand it tells
/// which one is needed.
/// Leaves to a person: pages that cannot be placed, writing by hand, pages of another form.
struct ScanReader {
    private let map: FormMap
    private let blank: (any PagePictures)?
    private let recogniser: Recogniser
    private var reading: Reading
    private var crops: FieldCrops

    /// - Parameters:
    ///   - pages: opened one after the other, so that only one is in memory.
    ///   - map: of the form that is expected; nil to find out which.
    ///   - job: which sheets, and whether their answers' places are wanted as pictures.
    static func read(
        _ pages: any PagePictures,
        map: FormMap?,
        blank: (any PagePictures)? = nil,
        format: SourceFormat,
        recogniser: Recogniser,
        job: ReaderJob = ReaderJob()
    ) throws(ReadFailure) -> (Reading, [FieldCrop]) {
        var reader = map.map { map in
            ScanReader(map: map, blank: blank, format: format, recogniser: recogniser, crops: job.crops)
        }
        var unopened: [ReadFailure] = []
        let orders = job.sheets ?? (0..<pages.count).map { SheetOrder(number: $0 + 1) }
        for order in orders {
            guard order.number <= pages.count else {
                throw ReadFailure(.sourceDamaged, format: format, parameters: ["reason": "page"])
            }
            let picture: GrayImage
            do throws(ReadFailure) {
                picture = try pages.picture(at: order.number - 1)
            } catch {
                // One page that cannot be opened does not take the others of a file with it.
                guard pages.count > 1 else { throw error }
                reader?.note(unopened: order)
                unopened.append(error)
                continue
            }
            let cleaned = PaperCleaning.darkened(PaperCleaning.flattened(PaperCleaning.despeckled(picture)))
            let codes = CodeFinder.codes(in: cleaned)
            if reader == nil, let code = codes.first { throw missingMap(code.code, format, pages.count) }
            reader?.take(cleaned, codes, order)
        }
        guard let reader else {
            if unopened.count == orders.count, let first = unopened.first { throw first }
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

    private init(
        map: FormMap,
        blank: (any PagePictures)?,
        format: SourceFormat,
        recogniser: Recogniser,
        crops: CropOrder
    ) {
        self.map = map
        self.blank = blank
        self.recogniser = recogniser
        self.crops = FieldCrops(crops)
        reading = Reading(format: format, language: map.language.rawValue)
        reading.properties = ["nabor:event": map.event, "nabor:form": map.form, "nabor:version": map.version]
        reading.pages = map.pages.map { Page(width: $0.width, height: $0.height) }
    }

    // MARK: Sheets

    private mutating func note(unopened order: SheetOrder) {
        reading.sheets.append(ScannedSheet(number: order.number, formPage: order.formPage, problem: .unopened))
    }

    /// Every sheet of the form is read, one that comes twice as well: whose sheets belong together is for the desk to say.
    private mutating func take(_ image: GrayImage, _ codes: [CodeFinder.Found], _ order: SheetOrder) {
        let code = codes.first { $0.code.event == map.event && $0.code.version == map.version }
        var sheet = ScannedSheet(
            number: order.number,
            formPage: order.formPage ?? code?.code.page ?? (codes.isEmpty && map.pages.count == 1 ? 1 : nil),
            code: code?.code ?? codes.first?.code
        )
        defer { reading.sheets.append(sheet) }
        let place: Place
        switch aligned(image, codes, code, order, formPage: sheet.formPage) {
        case .failure(let problem):
            sheet.problem = problem.kind
            return
        case .success(let found): place = found
        }
        sheet.formPage = place.page
        sheet.alignment = place.alignment
        sheet.corners = place.homography.corners(page: map.pages[place.page - 1], image: image)
        let crop = PageCrop(image: image, homography: place.homography)
        sheet.signature = signature(crop, place)
        read(crop, place, sheet: order.number)
    }

    /// Where a page of the form lies in a picture.
    private struct Place {
        /// Counted from 1.
        var page: Int
        var homography: Homography
        var alignment: ScannedSheet.Alignment
        var blank: BlankPicture?
    }

    private struct Trouble: Error {
        var kind: ScannedSheet.Problem
    }

    /// By the corners that a person marked, by the printed words of an organiser's blank, or by code and marks.
    private func aligned(
        _ image: GrayImage,
        _ codes: [CodeFinder.Found],
        _ code: CodeFinder.Found?,
        _ order: SheetOrder,
        formPage: Int?
    ) -> Result<Place, Trouble> {
        let aligner = BlankAligner(map: map, blank: blank, recogniser: recogniser)
        if let corners = order.corners, let number = formPage, map.pages.indices.contains(number - 1) {
            let page = map.pages[number - 1]
            guard let rough = Homography(corners, page: page, image: image) else {
                return .failure(Trouble(kind: .notRegistered))
            }
            let picture = aligner.blankPicture(number - 1)
            let homography = picture?.refined(rough, of: image, page: page) ?? rough
            return .success(Place(page: number, homography: homography, alignment: .corners, blank: picture))
        }
        // What lies beside the page that would be read is somebody's as well.
        if codes.dropFirst().contains(where: { $0.isApart(from: codes[0]) }) {
            return .failure(Trouble(kind: .severalForms))
        }
        if map.origin == .blank, codes.isEmpty {
            guard let found = aligner.find(in: image) else { return .failure(Trouble(kind: .notRegistered)) }
            return .success(
                Place(page: found.page + 1, homography: found.homography, alignment: .words, blank: found.blank)
            )
        }
        guard let code, map.pages.indices.contains(code.code.page - 1) else {
            return .failure(Trouble(kind: codes.isEmpty ? .noCode : .otherForm))
        }
        let page = map.pages[code.code.page - 1]
        guard let homography = MarkFinder(image).homography(page: page, code: code) else {
            return .failure(Trouble(kind: .notRegistered))
        }
        return .success(Place(page: code.code.page, homography: homography, alignment: .marks))
    }

    /// Whether the place for a signature holds ink; nil where the page has none.
    private func signature(_ crop: PageCrop, _ place: Place) -> Bool? {
        let boxes = map.signings.filter { $0.role == .signature && $0.page == place.page }.map(\.box)
        guard !boxes.isEmpty else { return nil }
        return boxes.contains { SignaturePlace.isSigned($0, on: crop, blank: place.blank) }
    }

    private mutating func read(_ page: PageCrop, _ found: Place, sheet: Int) {
        let number = found.page
        let fieldReading = FieldReading(
            page: page,
            blank: found.blank,
            language: map.language,
            recogniser: recogniser
        )
        let inks = ink(of: page, found)
        let lightest = BoxInk.lightest(Array(inks.values))
        var answers: [PageAnswer] = []
        var writings: [Int: FieldReading.Written] = [:]
        for field in map.fields {
            let places = field.places.filter { $0.page == number }
            guard let box = places.map(\.box).around else { continue }
            var answer = PageAnswer(name: field.name.description, page: number, sheet: sheet, box: box)
            if crops.order != .only, let written = fieldReading.text(of: field, places: places) {
                answer.text = written.text
                writings[answers.count] = written
            }
            answer.ticks += WordMark.ticks(places, on: page, blank: found.blank)
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
        reading.answers += HandOrPrint.judged(answers, writings)
    }

    private func ink(of page: PageCrop, _ found: Place) -> [PageBox: BoxInk] {
        var inks: [PageBox: BoxInk] = [:]
        for field in map.fields {
            for place in field.places where place.page == found.page {
                if case .check = place.role { inks[place.box] = BoxInk(place.box, on: page, blank: found.blank) }
            }
        }
        return inks
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
