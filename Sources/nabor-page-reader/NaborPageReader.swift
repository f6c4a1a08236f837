import PageReaders
import ReaderHost
import ReaderProtocol

/// The reader of PDF files and pictures of pages; see `ReaderHost`.
///
/// A program of its own, because its libraries are many and large: mails and Word forms, of which there are most, should
/// not pay for loading and forking them.
@main
enum NaborPageReader {
    static func main() {
        let recognises = CommandLine.arguments.dropFirst().contains(ReaderProgram.recognisingArgument)
        ReaderHost.run(
            program: "nabor-page-reader",
            warmUp: { PageReader.warmUp(recognises: recognises) },
            read: { bytes, job, send throws(WireFault) in try PageReader.read(bytes, job: job, send: send) }
        )
    }
}
