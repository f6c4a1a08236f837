import Documents
import FormModel

/// A logo of the marking set with its picture, ready for the head of a page.
struct LetterLogo: Sendable, Hashable {
    /// The picture's bytes: a PNG.
    let bytes: [UInt8]
    let alternativeText: String
    let pixelWidth: Int
    let pixelHeight: Int

    /// Nil for bytes that do not begin as a PNG does (ISO/IEC 15948, 5.2 and 11.2.2: signature, then IHDR).
    init?(bytes: [UInt8], alternativeText: String) {
        let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
        guard bytes.count >= 24, Array(bytes[..<8]) == signature, Array(bytes[12..<16]) == Array("IHDR".utf8) else {
            return nil
        }
        let width = Self.number(bytes[16..<20])
        let height = Self.number(bytes[20..<24])
        guard (1...Self.sideMax).contains(width), (1...Self.sideMax).contains(height) else { return nil }
        self.bytes = bytes
        self.alternativeText = alternativeText
        pixelWidth = width
        pixelHeight = height
    }

    private static let sideMax = 12_000

    private static func number(_ bytes: ArraySlice<UInt8>) -> Int { bytes.reduce(0) { $0 << 8 | Int($1) } }

    /// Heights in millimetres that make logos look equally large side by side: 12 mm, less for very wide ones, and all
    /// smaller in proportion where the row would not fit.
    static func heights(of logos: [LetterLogo], rowWidth: Double = 150) -> [Double] {
        let gap = 8.0
        let wanted = logos.map { logo -> Double in
            let ratio = Double(logo.pixelWidth) / Double(logo.pixelHeight)
            return ratio > 4 ? max(7, 12 * (4 / ratio).squareRoot()) : 12
        }
        let width = zip(logos, wanted).reduce(0) { sum, pair in
            sum + pair.1 * Double(pair.0.pixelWidth) / Double(pair.0.pixelHeight)
        }
        let room = rowWidth - gap * Double(max(0, logos.count - 1))
        guard width > room, room > 0 else { return wanted }
        return wanted.map { $0 * room / width }
    }
}
