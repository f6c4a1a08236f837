public import FormModel
public import ReaderProtocol

/// Reads PDF files and pictures of pages.
public enum PageReader {
    /// Takes one record of the reply; throws when the record is over a limit.
    public typealias Sink = (ReaderReply) throws(WireFault) -> Void

    /// Loads what reading needs from files; to be called once, before the process is shut in.
    public static func warmUp() {}

    /// Reads the source; the last record is `end` or `failure`.
    public static func read(
        _ bytes: UnsafeRawBufferPointer,
        hint: SourceFormat?,
        send: @escaping Sink
    ) throws(WireFault) {
        try send(.failure(ReadFailure(bytes.isEmpty ? .sourceEmpty : .sourceNotYetReadable)))
    }
}
