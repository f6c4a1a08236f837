import FormModel

/// Where on the pages of a PDF or a scan the places of a reading lie.
struct PagePlaces {
    private var boxes: [String: (page: Int, box: PageBox)] = [:]
    private let format: SourceFormat

    init(_ reading: Reading) {
        format = reading.format
        for (index, page) in reading.pages.enumerated() {
            for region in page.regions { boxes[region.place] = (index + 1, region.box) }
        }
    }

    /// Where a place of the reading lies; nil for one that is on no page.
    subscript(place: String) -> (page: Int, box: PageBox)? { boxes[place] }

    /// Gives candidates the page and box of their place, and the kind of evidence that a page is.
    func locate(_ candidates: inout [AnswerCandidate]) {
        guard !boxes.isEmpty else { return }
        for index in candidates.indices {
            if candidates[index].page == nil, let place = boxes[candidates[index].place] {
                candidates[index].page = place.page
                candidates[index].box = place.box
            }
            switch candidates[index].kind {
            case .tableCell, .labelLine: candidates[index].kind = format == .pdf ? .pdfText : .ocr
            default: break
            }
        }
    }
}
