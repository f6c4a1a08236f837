import FormModel

/// Holds the order of records: one reading with its crops, or one mail with its parts and the reading of an only part, or
/// rows; then `end`. A failure may come any time.
struct ReplyOrder: Sendable {
    private enum Stage { case start, reading, mail, rows, finished }

    private var stage = Stage.start
    /// Sizes that the mail announced for parts whose bytes may follow.
    private var announced: [Int: Int] = [:]
    private var partCount = 0
    private var partsByteCount = 0
    private var pictureByteCount = 0
    private var rowCount = 0
    private var lastRow = 0

    var isFinished: Bool { stage == .finished }

    mutating func admit(_ reply: ReaderReply) throws(WireFault) {
        switch (reply, stage) {
        case (.reading, .start), (.picture, .start): stage = .reading
        case (.mail(let mail), .start):
            stage = .mail
            for part in mail.parts where part.skipReason == nil { announced[part.index] = part.byteCount }
        case (.crop(let crop), .reading): try admitPicture(byteCount: crop.picture.pixels.count)
        case (.part(let index, let bytes), .mail): try admitPart(index, byteCount: bytes.count)
        case (.reading, .mail):
            guard announced.isEmpty, partCount == 1 else { throw WireFault(.inconsistent, "reading of a part") }
            stage = .reading
        case (.row(let row), .start), (.row(let row), .rows):
            stage = .rows
            try admitRow(row.number)
        case (.failure, .start), (.failure, .reading), (.failure, .mail), (.failure, .rows): stage = .finished
        case (.end, .reading), (.end, .rows): stage = .finished
        case (.end, .mail):
            guard announced.isEmpty else { throw WireFault(.inconsistent, "part missing") }
            stage = .finished
        default: throw WireFault(.inconsistent, "order of records")
        }
    }

    private mutating func admitPart(_ index: Int, byteCount: Int) throws(WireFault) {
        guard announced.removeValue(forKey: index) == byteCount else { throw WireFault(.inconsistent, "part") }
        partCount += 1
        partsByteCount += byteCount
        guard partsByteCount <= ReaderLimits.partsByteCountMax else { throw WireFault(.limit, "partsByteCountMax") }
    }

    private mutating func admitPicture(byteCount: Int) throws(WireFault) {
        pictureByteCount += byteCount
        guard pictureByteCount <= ReaderLimits.pictureByteCountMax else {
            throw WireFault(.limit, "pictureByteCountMax")
        }
    }

    private mutating func admitRow(_ number: Int) throws(WireFault) {
        guard number > lastRow else { throw WireFault(.inconsistent, "row") }
        lastRow = number
        rowCount += 1
        guard rowCount <= ReaderLimits.tableRowCountMax else { throw WireFault(.limit, "tableRowCountMax") }
    }
}
