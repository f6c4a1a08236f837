import FormModel
import ReaderProtocol
import Testing

@testable import PageReaders

@Suite struct PlacePictureTests {
    private func replies(_ order: PictureOrder) throws -> [ReaderReply] {
        var replies: [ReaderReply] = []
        try PageSample.pdf.withUnsafeBytes { bytes in
            try PageReader.read(bytes, job: ReaderJob(hint: .pdf, picture: order)) { replies.append($0) }
        }
        return replies
    }

    @Test func aPlaceIsDrawnWithItsFrameAndSomePaperAroundIt() throws {
        let box = PageBox(x: 60, y: 60, width: 200, height: 30)
        guard case .picture(let place)? = try replies(PictureOrder(page: 0, box: box)).first,
            case .picture(let page)? = try replies(PictureOrder(page: 0)).first
        else {
            Issue.record("no picture")
            return
        }
        #expect(place.width > place.height && place.height < page.height)
        #expect(place.pixels.contains(96), "the frame is there")
    }

    @Test func aPageThatIsNotThereIsAFailure() throws {
        guard case .failure(let failure)? = try replies(PictureOrder(page: 40)).last else {
            Issue.record("no failure")
            return
        }
        #expect(failure.parameters["reason"] == "page")
    }

    @Test func aPlaceOutsideThePageIsStillAPicture() throws {
        let box = PageBox(x: 19_000, y: 19_000, width: 10, height: 10)
        let first = try replies(PictureOrder(page: 0, box: box)).first
        if case .picture = first {} else { Issue.record("\(String(describing: first))") }
    }
}
