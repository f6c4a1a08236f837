import MailReaders
import ReaderHost
import ReaderProtocol

/// The reader of mails; see `ReaderHost`.
///
/// A program of its own, because GMime brings two dozen libraries and the charsets another hundred mappings of memory:
/// the forms in the mails, which have a process each, should not pay for them.
@main
enum NaborMailReader {
    static func main() {
        let isAny = CommandLine.arguments.dropFirst().contains(ReaderProgram.anyCharsetArgument)
        let charsets = isAny ? Charsets.all : .common
        ReaderHost.run(
            program: "nabor-mail-reader",
            warmUp: { MailReader.warmUp(charsets) },
            read: { bytes, job, send throws(WireFault) in
                try MailReader.read(bytes, hint: job.hint, charsets: charsets, send: send)
            }
        )
    }
}
