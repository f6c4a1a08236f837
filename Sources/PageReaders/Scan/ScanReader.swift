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

    /// Print is believed on pages where at least half of the answers are read with this confidence; writing by hand stays
    /// far below.
    private static let printConfidenceMin = 0.7

    /// - Parameters:
    ///   - pages: opened one after the other, so that only one is in memory.
    ///   - map: of the form that is expected; nil to find out which.
    static func read(
        _ pages: any PagePictures,
        map: FormMap?,
        format: SourceFormat,
        recogniser: Recogniser
    ) throws(ReadFailure) -> Reading {
        var reader = map.map { ScanReader(map: $0, format: format, recogniser: recogniser) }
        for index in 0..<pages.count {
            let picture = try pages.picture(at: index)
            let cleaned = PaperCleaning.flattened(PaperCleaning.despeckled(picture))
            let codes = CodeFinder.codes(in: cleaned)
            if reader == nil, let code = codes.first { throw missingMap(code.code, format) }
            reader?.take(cleaned, codes, index: index)
        }
        guard var reader else {
            throw ReadFailure(.sourceNotYetReadable, format: format, parameters: ["reason": "noCode"])
        }
        return try reader.finish()
    }

    /// The failure that names the form whose map is needed.
    private static func missingMap(_ code: FormCode, _ format: SourceFormat) -> ReadFailure {
        let parameters = [
            "reason": "needsMap", "event": code.event, "version": code.version, "language": code.language.rawValue,
        ]
        return ReadFailure(.sourceNotYetReadable, format: format, parameters: parameters)
    }

    private init(map: FormMap, format: SourceFormat, recogniser: Recogniser) {
        self.map = map
        self.recogniser = recogniser
        reading = Reading(format: format, language: map.language.rawValue)
        reading.properties = ["nabor:event": map.event, "nabor:form": map.form, "nabor:version": map.version]
        reading.pages = map.pages.map { Page(width: $0.width, height: $0.height) }
    }

    // MARK: Pages

    private var seen: Set<Int> = []

    private mutating func take(_ image: GrayImage, _ codes: [CodeFinder.Found], index: Int) {
        guard let code = codes.first(where: { $0.code.event == map.event && $0.code.version == map.version }),
            map.pages.indices.contains(code.code.page - 1)
        else { return warn(index, codes.isEmpty ? "noCode" : "otherForm") }
        let number = code.code.page
        guard !seen.contains(number) else { return warn(index, "pageTwice") }
        guard
            let homography = MarkFinder(image).homography(page: map.pages[number - 1], code: code)
        else { return warn(index, "notRegistered") }
        seen.insert(number)
        read(PageCrop(image: image, homography: homography), number)
    }

    private mutating func warn(_ index: Int, _ reason: String) {
        reading.warnings.append(
            ReadingWarning(.sourceNotYetReadable, place: "page[\(index + 1)]", parameters: ["reason": reason])
        )
    }

    private mutating func read(_ page: PageCrop, _ number: Int) {
        let fieldReading = FieldReading(page: page, language: map.language, recogniser: recogniser)
        let inks = ink(of: page, number)
        let lightest = BoxInk.lightest(Array(inks.values))
        var answers: [PageAnswer] = []
        for field in map.fields {
            let places = field.places.filter { $0.page == number }
            guard let box = places.map(\.box).around else { continue }
            var answer = PageAnswer(name: field.name.description, page: number, box: box)
            answer.text = fieldReading.text(of: field, places: places)
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

    // MARK: The end

    private mutating func finish() throws(ReadFailure) -> Reading {
        guard !seen.isEmpty else {
            let reason = reading.warnings.first?.parameters["reason"] ?? "notRegistered"
            throw ReadFailure(.sourceNotYetReadable, format: reading.format, parameters: ["reason": reason])
        }
        for page in map.pages.indices where !seen.contains(page + 1) {
            reading.warnings.append(
                ReadingWarning(
                    .sourceContentUnread,
                    place: "page[\(page + 1)]",
                    parameters: ["kind": "missingPage"]
                )
            )
        }
        return reading
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
