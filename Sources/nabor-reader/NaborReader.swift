import ReaderHost
import ReaderProtocol
import Readers

/// The reader of documents, mails and tables; see `ReaderHost`.
@main
enum NaborReader {
    static func main() {
        ReaderHost.run(program: "nabor-reader", warmUp: DocumentReader.warmUp) { bytes, hint, send throws(WireFault) in
            try DocumentReader.read(bytes, hint: hint, send: send)
        }
    }
}
