import MailReaders
import ReaderHost
import ReaderProtocol

/// The reader of mails; see `ReaderHost`.
///
/// A program of its own, because GMime brings two dozen libraries and the charsets another hundred mappings of memory:
/// forms that come alone, or several in one mail, have processes of their own and should not pay for them.
@main
enum NaborMailReader {
    static func main() {
        let isAny = CommandLine.arguments.dropFirst().contains(ReaderProgram.anyCharsetArgument)
        let charsets = isAny ? Charsets.all : .common
        ReaderHost.run(
            program: "nabor-mail-reader",
            warmUp: { MailReader.warmUp(charsets) },
            read: { bytes, job, send throws(WireFault) in
                try MailReader.read(
                    bytes,
                    hint: job.hint,
                    charsets: charsets,
                    readsOnlyForm: job.readsOnlyForm,
                    send: send
                )
            }
        )
    }
}
