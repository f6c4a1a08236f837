import CLibQREncode
import OfficePackage

/// A QR code (ISO/IEC 18004) as a picture.
enum QRCode {
    /// How much of the code may be lost: 7, 15, 25 or 30 per cent.
    enum Correction: String {
        case low = "L"
        case medium = "M"
        case quartile = "Q"
        case high = "H"

        fileprivate var level: QRecLevel {
            switch self {
            case .low: QR_ECLEVEL_L
            case .medium: QR_ECLEVEL_M
            case .quartile: QR_ECLEVEL_Q
            case .high: QR_ECLEVEL_H
            }
        }
    }

    /// Light modules that a reader wants around the code (ISO/IEC 18004, 6.3.8).
    private static let quietZone = 4
    /// Pixels of a module's side, a whole byte of the picture.
    private static let moduleSide = 8
    /// What the largest code holds (version 40, low correction).
    private static let byteCountMax = 2_953

    /// Nil for a text that is too long for any code of this correction.
    static func picture(of text: String, _ correction: Correction) -> Picture? {
        let bytes = Array(text.utf8)
        guard !bytes.isEmpty, bytes.count <= byteCountMax,
            let code = QRcode_encodeData(Int32(bytes.count), bytes, 0, correction.level)
        else { return nil }
        defer { QRcode_free(code) }
        let width = Int(code.pointee.width)
        let side = width + 2 * quietZone
        let light = [UInt8](repeating: 0xFF, count: side)
        var rows = Array(repeating: light, count: quietZone * moduleSide)
        for line in 0..<width {
            var row = light
            // The lowest bit of a module says whether it is dark.
            for column in 0..<width where code.pointee.data[line * width + column] & 1 == 1 {
                row[quietZone + column] = 0
            }
            for _ in 0..<moduleSide { rows.append(row) }
        }
        rows += Array(repeating: light, count: quietZone * moduleSide)
        return Picture(PNGWriter.bilevel(width: side * moduleSide, rows: rows))
    }
}
