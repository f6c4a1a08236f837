import ReaderHost
import ReaderProtocol
import Readers

/// The reader of documents, mails and tables; see `ReaderHost`.
@main
enum NaborReader {
    static func main() {
        ReaderHost.run(program: "nabor-reader", warmUp: DocumentReader.warmUp) { bytes, job, send throws(WireFault) in
            try DocumentReader.read(bytes, hint: job.hint, send: send)
        }
    }
}
