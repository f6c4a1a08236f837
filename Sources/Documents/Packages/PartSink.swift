/// Where a part's bytes go while it is written.
struct PartSink {
    let writer: PackageWriter
    /// Index of the program.
    let program: Int
    /// Bytes that may gather before the part is packed piece by piece.
    let threshold: Int
    private(set) var isStreaming = false

    /// Bytes that stay behind, because the next instructions may look back at them.
    private static let keptByteCount = 256
    private static let pieceByteCount = 64 << 10

    init(writer: PackageWriter, program: Int, threshold: Int) {
        self.writer = writer
        self.program = program
        self.threshold = threshold
    }

    func isDue(_ byteCount: Int) -> Bool {
        byteCount >= (isStreaming ? Self.pieceByteCount : max(threshold, Self.pieceByteCount))
    }

    mutating func flush(_ output: inout Output) throws(RenderError) {
        isStreaming = true
        let count = output.bytes.count - Self.keptByteCount
        try output.withPrefix(count) { (bytes) throws(RenderError) in try writer.append(bytes, of: program) }
        output.bytes.removeFirst(count)
    }

    mutating func finish(_ output: inout Output) throws(RenderError) {
        guard isStreaming else { return writer.keep(output.bytes, of: program) }
        try output.withPrefix(output.bytes.count) { (bytes) throws(RenderError) in
            try writer.append(bytes, of: program)
        }
        try writer.endPart()
    }
}
