import FormModel
import ReaderProtocol
import Testing

/// Damaged bytes end in a fault or in another valid value, never in a trap; the seed of a failing case is in its name.
struct MutationTests {
    /// SplitMix64: small, and the same everywhere.
    struct Dice: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var value = state
            value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
            value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
            return value ^ (value >> 31)
        }
    }

    @Test(arguments: 0..<10)
    func damagedStreamsNeverTrap(seed: Int) throws {
        var dice = Dice(state: UInt64(seed))
        var refused = 0
        for round in 0..<500 {
            var bytes = try SampleReplies.bytes(SampleReplies.streams[round % SampleReplies.streams.count])
            for _ in 0..<Int.random(in: 1...4, using: &dice) { damage(&bytes, &dice) }
            do {
                let decoded = try SampleReplies.decoded(bytes, pieceByteCount: Int.random(in: 1...999, using: &dice))
                // What was let through can be sent again: it is within all limits.
                for reply in decoded.replies { _ = try reply.encoded() }
            } catch is WireFault {
                refused += 1
            }
        }
        #expect(refused > 100)
    }

    private func damage(_ bytes: inout [UInt8], _ dice: inout Dice) {
        guard bytes.count > 8 else { return }
        let place = Int.random(in: 0..<bytes.count, using: &dice)
        switch Int.random(in: 0..<5, using: &dice) {
        case 0: bytes[place] = UInt8.random(in: 0...255, using: &dice)
        case 1: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &dice)
        case 2: bytes.removeSubrange(place..<min(bytes.count, place + 7))
        case 3: bytes.insert(contentsOf: [0xFF, 0xFF, 0xFF, 0xFF, 0x7F], at: place)
        default: bytes.replaceSubrange(place..<min(bytes.count, place + 3), with: [0xFF, 0xFF, 0xFF])
        }
    }

    @Test(arguments: 0..<4)
    func damagedPacketsNeverTrap(seed: Int) throws {
        var dice = Dice(state: UInt64(seed) &+ 99)
        let job = ReaderJob(hint: .csv, sheets: [SheetOrder(number: 2, corners: SampleReplies.corners)])
        let ticket = JobTicket(number: 7, job: job).encoded
        let report = JobReport(number: 7, end: .signalled(number: 11), processorMicroseconds: 5).encoded
        for _ in 0..<300 {
            var first = ticket
            var second = report
            damage(&first, &dice)
            damage(&second, &dice)
            if let decoded = try? JobTicket(decoding: first) {
                #expect(decoded.encoded.count <= JobTicket.byteCountMax)
            }
            if let decoded = try? JobReport(decoding: second) { #expect(decoded.processorMicroseconds >= 0) }
        }
    }

    @Test func packetsComeBackWhole() throws {
        let box = PageBox(x: 12, y: 700, width: 300, height: 20)
        let pictures = [PictureOrder(page: 0), PictureOrder(page: 49, box: box)].map {
            ReaderJob(hint: .pdf, picture: $0)
        }
        let mail = ReaderJob(hint: .mail, readsOnlyForm: true)
        let sheets = (1...50).map { SheetOrder(number: $0, formPage: $0 % 3 + 1, corners: SampleReplies.corners) }
        let scan = ReaderJob(mapByteCount: 77, sheets: sheets, crops: .withAnswers)
        let jobs = [nil, SourceFormat.docx, .unknown].map { ReaderJob(hint: $0) } + pictures + [mail, scan]
        let tickets = jobs.map { JobTicket(number: .max, job: $0) }
        for ticket in tickets { #expect(try JobTicket(decoding: ticket.encoded) == ticket) }
        for end in [JobReport.End.exited(code: 71), .signalled(number: 9), .timedOut, .notStarted] {
            let report = JobReport(number: 3, end: end, processorMicroseconds: 1234, residentByteCountMax: 1 << 30)
            #expect(try JobReport(decoding: report.encoded) == report)
        }
    }
}
