/// What the QR code on a page of Nabór's own form says: which event, what was printed, which page, which language.
///
///     NABOR1:RESTART-DOLNY-SLASK:K7WQ3M9T:1/2:PL
///
///     payload = "NABOR1" ":" slug ":" version ":" page "/" pageCount ":" language
///     slug = 1*64( A-Z / 0-9 / "-" )          ; the event's slug, here in capitals
///     version = 8( sign of RegistrationCode.alphabet )
///     page, pageCount = 1*2 DIGIT             ; 1 to 99, page not above pageCount
///     language = "PL" / "EN" / "UK" / "RU" / "BE"
///
/// Only signs of the alphanumeric mode (ISO/IEC 18004, 7.4.4), so that the code stays small: at most 89 of them, with
/// which it fits version 4 at error correction level M; nearly always version 3.
public struct FormCode: Hashable, Sendable {
    /// Slug of the event.
    public let event: String
    /// Digest of what was printed: event file, form, language and every text on it, as eight signs without look-alikes.
    public let version: String
    /// Counted from 1.
    public let page: Int
    public let pageCount: Int
    public let language: InterfaceLanguage

    public static let pageCountMax = 99
    public static let versionLength = 8
    private static let head = "NABOR1"

    /// Nil for a slug, version or page number that the grammar has no words for.
    public init?(event: String, version: String, page: Int, pageCount: Int, language: InterfaceLanguage) {
        guard (1...Self.pageCountMax).contains(pageCount), (1...pageCount).contains(page),
            version.utf8.count == Self.versionLength, version.utf8.allSatisfy(RegistrationCode.alphabet.contains),
            (1...64).contains(event.utf8.count), event.utf8.allSatisfy(Self.isSlugSign)
        else { return nil }
        self.event = event
        self.version = version
        self.page = page
        self.pageCount = pageCount
        self.language = language
    }

    /// Reads what a code on a page says; nil when it is somebody else's code.
    public init?(payload: String) {
        let parts = payload.split(separator: ":", omittingEmptySubsequences: false)
        guard payload.utf8.count <= 128, parts.count == 5, parts[0] == Self.head else { return nil }
        let pages = parts[3].split(separator: "/", omittingEmptySubsequences: false)
        guard pages.count == 2, let page = Self.number(pages[0]), let pageCount = Self.number(pages[1]),
            let language = InterfaceLanguage(rawValue: parts[4].lowercased()), parts[4] == parts[4].uppercased(),
            parts[1] == parts[1].uppercased()
        else { return nil }
        self.init(
            event: parts[1].lowercased(),
            version: String(parts[2]),
            page: page,
            pageCount: pageCount,
            language: language
        )
    }

    public var payload: String {
        "\(Self.head):\(event.uppercased()):\(version):\(page)/\(pageCount):\(language.rawValue.uppercased())"
    }

    private static func number(_ text: Substring) -> Int? {
        guard (1...2).contains(text.utf8.count), text.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
            text.first != "0"
        else { return nil }
        return Int(text)
    }

    private static func isSlugSign(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "-")
    }
}
