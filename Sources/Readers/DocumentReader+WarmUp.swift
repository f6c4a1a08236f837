import FormModel
import ReaderProtocol

extension DocumentReader {
    /// Loads and prepares everything that reading needs, by reading samples of our own; to be called once, before the
    /// process is shut in and long before it sees a foreign byte.
    public static func warmUp() {
        for sample in samples + [sampleForm] {
            sample.withUnsafeBytes { bytes in
                try? read(bytes, hint: nil) { (reply) throws(WireFault) in _ = try reply.encoded() }
            }
        }
    }

    /// A Word form of our own with something of everything that forms hold.
    public static var sampleForm: [UInt8] { WarmUpForm.bytes ?? [] }

    private static let samples: [[UInt8]] = [
        Array("a;b\n1;2\n".utf8),
        Array("{\"a\":\"b\"}\n".utf8),
        Array("Imię: Łucja\n".utf8),
    ]
}
