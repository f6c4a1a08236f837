import FormModel
import ReaderProtocol
import Testing

struct ReplyStreamTests {
    @Test(arguments: SampleReplies.streams.indices, [1, 7, 100_000])
    func everyRecordComesBackWhole(stream: Int, pieceByteCount: Int) throws {
        let replies = SampleReplies.streams[stream]
        let decoded = try SampleReplies.decoded(SampleReplies.bytes(replies), pieceByteCount: pieceByteCount)
        #expect(decoded.replies == replies)
        #expect(decoded.isComplete)
    }

    @Test func streamWithoutItsLastRecordIsIncomplete() throws {
        let bytes = try SampleReplies.bytes([.reading(SampleReplies.reading)])
        #expect(try SampleReplies.decoded(bytes, pieceByteCount: 64).isComplete == false)
    }

    @Test func bytesBehindTheEndAreRefused() throws {
        let bytes = try SampleReplies.bytes([.reading(SampleReplies.reading), .end, .end])
        #expect(throws: WireFault.self) { try SampleReplies.decoded(bytes, pieceByteCount: 1 << 20) }
        let cut = Array(bytes.dropLast(2))
        #expect(try SampleReplies.decoded(cut, pieceByteCount: 1 << 20).isComplete == false)
    }

    @Test(arguments: [
        [ReaderReply.end],
        [.reading(SampleReplies.reading), .reading(SampleReplies.reading)],
        [.part(index: 0, bytes: [1])],
        [.crop(SampleReplies.crop), .reading(SampleReplies.reading)],
        [.mail(SampleReplies.mail), .end],
        [.mail(SampleReplies.mail), .part(index: 0, bytes: [1, 2])],
        [.mail(SampleReplies.mail), .reading(SampleReplies.reading)],
        [.mail(SampleReplies.mail), .part(index: 1, bytes: [UInt8](repeating: 0, count: 9))],
        [
            .row(TableRow(number: 3, reading: Reading(format: .csv))),
            .row(TableRow(number: 3, reading: Reading(format: .csv))),
        ],
    ])
    func recordsInAnImpossibleOrderAreRefused(replies: [ReaderReply]) throws {
        let bytes = try SampleReplies.bytes(replies)
        #expect(throws: WireFault.self) { try SampleReplies.decoded(bytes, pieceByteCount: 4096) }
    }

    @Test func referencesThatLeadNowhereAreRefused() throws {
        var wild = SampleReplies.reading
        wild.blocks = [.paragraph(Paragraph(place: "p", spans: [Span(text: "x", control: 2)]))]
        var cycle = SampleReplies.reading
        cycle.controls[0].parent = 1
        for reading in [wild, cycle] {
            let bytes = try SampleReplies.bytes([.reading(reading)])
            #expect(throws: WireFault.self) { try SampleReplies.decoded(bytes, pieceByteCount: 4096) }
        }
    }

    @Test func namesThatCouldBePathsAreRefused() throws {
        var mail = SampleReplies.mail
        mail.parts[0].name = "../etc/passwd"
        let bytes = try SampleReplies.bytes([.mail(mail)])
        #expect(throws: WireFault(.malformed, "name")) { try SampleReplies.decoded(bytes, pieceByteCount: 4096) }
    }

    @Test func tablesInsideOfEachOtherHaveALimit() {
        var block = Block.paragraph(Paragraph(place: "p", spans: []))
        for _ in 0...ReaderLimits.blockDepthMax {
            block = .table(Table(place: "t", rows: [Table.Row(cells: [Table.Cell(place: "c", blocks: [block])])]))
        }
        let reading = Reading(format: .docx, blocks: [block])
        #expect(throws: WireFault(.limit, "blockDepthMax")) { try ReaderReply.reading(reading).encoded() }
    }

    @Test func recordsAboveTheLimitAreNotSent() {
        let text = String(repeating: "ą", count: ReaderLimits.recordByteCountMax / 2 + 1)
        let reading = Reading(format: .text, blocks: [.paragraph(Paragraph(place: "p", spans: [Span(text: text)]))])
        #expect(throws: WireFault(.limit, "recordByteCountMax")) { try ReaderReply.reading(reading).encoded() }
    }

    @Test func countThatTheBytesCannotHoldIsRefusedBeforeAnythingIsReserved() throws {
        // A reading that claims 268 million blocks.
        let payload: [UInt8] = [0, 0, 0xFF, 0xFF, 0xFF, 0x7F]
        let bytes = [UInt8(payload.count), 0, 0, 0, 1] + payload
        #expect(throws: WireFault.self) { try SampleReplies.decoded(bytes, pieceByteCount: 4096) }
    }
}
