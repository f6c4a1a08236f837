import Glibc

/// Splits an mbox into its messages while reading it once, whatever its size (mboxo and mboxrd, RFC 4155).
///
/// A message begins behind a `From ` line with a date that stands at the start of the file or behind an empty line.
/// `>From ` loses one `>`: right for mboxrd; in an mboxo it changes at most a quoted line of text.
struct MboxSplitter {
    let path: String
    let limits: MailboxScanner.Limits

    /// Calls `body` for each message; false when it did not want to go on.
    func forEach(_ body: (MailboxItem) throws -> Bool) throws -> Bool {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw TransportError(.unreadable, subject: path, errorNumber: errno) }
        defer { close(file) }
        var state = State(path: path, byteCountMax: limits.messageByteCountMax)
        var lines = LineReader(file: file)
        while let line = lines.next() {
            if let item = state.take(line, offset: lines.lineOffset), try !body(item) { return false }
        }
        guard !lines.failed else { throw TransportError(.unreadable, subject: path, errorNumber: errno) }
        if let item = state.finish(at: lines.offset) { return try body(item) }
        return true
    }

    /// The message that is being put together.
    private struct State {
        let path: String
        let byteCountMax: Int
        private var bytes: [UInt8] = []
        private var receipt: MailboxItem.ReceiptHint?
        private var start: Int64 = 0
        private var isTooLarge = false
        private var isInside = false
        private var isAfterBlank = true
        private var number = 0

        init(path: String, byteCountMax: Int) {
            self.path = path
            self.byteCountMax = byteCountMax
        }

        /// Takes a line with its end; gives the message before it when the line begins another one.
        mutating func take(_ line: ArraySlice<UInt8>, offset: Int64) -> MailboxItem? {
            if isAfterBlank, line.first == UInt8(ascii: "F"), let time = FromLine.time(line.prefix { $0 != 0x0A }) {
                let item = finish(at: offset)
                number += 1
                receipt = .fromLine(time)
                start = offset + Int64(line.count)
                isInside = true
                isAfterBlank = false
                return item
            }
            isAfterBlank = line.first == 0x0A || line.elementsEqual([0x0D, 0x0A])
            append(line)
            return nil
        }

        private mutating func append(_ line: ArraySlice<UInt8>) {
            guard isInside, !isTooLarge else { return }
            guard bytes.count + line.count <= byteCountMax else {
                isTooLarge = true
                bytes.removeAll()
                return
            }
            let quotes = line.prefix { $0 == UInt8(ascii: ">") }.count
            let isEscaped = quotes > 0 && line.dropFirst(quotes).starts(with: "From ".utf8)
            bytes.append(contentsOf: isEscaped ? line.dropFirst() : line)
        }

        /// The message up to this offset, without the empty line that parts it from the next.
        mutating func finish(at end: Int64) -> MailboxItem? {
            guard isInside else { return nil }
            defer {
                bytes.removeAll(keepingCapacity: bytes.capacity <= 1 << 20)
                isTooLarge = false
                isInside = false
            }
            let content: MailboxItem.Content =
                isTooLarge
                ? .range(path: path, offset: start, byteCount: end - start) : .bytes(Self.withoutLastBlank(bytes))
            return MailboxItem(content: content, isMail: true, receipt: receipt, displayName: "\(path)#\(number)")
        }

        private static func withoutLastBlank(_ bytes: [UInt8]) -> [UInt8] {
            if bytes.suffix(4).elementsEqual([0x0D, 0x0A, 0x0D, 0x0A]) { return Array(bytes.dropLast(2)) }
            return bytes.suffix(2).elementsEqual([0x0A, 0x0A]) ? Array(bytes.dropLast()) : bytes
        }
    }
}

/// Reads a file in blocks and hands out its lines; a line longer than a block comes in pieces.
struct LineReader {
    private static let blockByteCount = 1 << 16

    private let file: Int32
    private var buffer: [UInt8] = []
    private var position = 0
    private var isAtEnd = false
    /// Where the next line begins.
    private(set) var offset: Int64 = 0
    /// Where the last line began.
    private(set) var lineOffset: Int64 = 0
    private(set) var failed = false

    init(file: Int32) {
        self.file = file
    }

    /// The next line with its end.
    mutating func next() -> ArraySlice<UInt8>? {
        while true {
            if let end = buffer[position...].firstIndex(of: 0x0A) { return hand(upTo: end + 1) }
            if isAtEnd || buffer.count - position >= Self.blockByteCount {
                return position < buffer.count ? hand(upTo: buffer.count) : nil
            }
            fill()
        }
    }

    private mutating func hand(upTo end: Int) -> ArraySlice<UInt8> {
        let line = buffer[position..<end]
        lineOffset = offset
        offset += Int64(line.count)
        position = end
        return line
    }

    private mutating func fill() {
        buffer.removeFirst(position)
        position = 0
        var block = [UInt8](repeating: 0, count: Self.blockByteCount)
        let count = read(file, &block, block.count)
        if count < 0 && errno == EINTR { return }
        if count > 0 { buffer.append(contentsOf: block[..<count]) }
        failed = count < 0
        isAtEnd = count <= 0
    }
}
