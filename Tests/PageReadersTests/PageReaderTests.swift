import FormModel
import PageReaders
import ReaderProtocol
import Testing

@Suite struct PageReaderTests {
    @Test func nothingIsReportedAsEmpty() throws {
        var replies: [ReaderReply] = []
        try PageReader.read(UnsafeRawBufferPointer(start: nil, count: 0), job: ReaderJob()) { replies.append($0) }
        #expect(replies == [.failure(ReadFailure(.sourceEmpty))])
    }
}
