import CLibQREncode
import FormModel

/// The modules of a QR code (ISO/IEC 18004), row by row, without the quiet zone.
struct CodeMatrix: Hashable {
    let side: Int
    let isDark: [Bool]

    /// Error correction level M. Nil only when memory runs out: every payload of the grammar fits.
    init?(_ code: FormCode) {
        guard let made = QRcode_encodeString(code.payload, 0, QR_ECLEVEL_M, QR_MODE_8, 0) else { return nil }
        defer { QRcode_free(made) }
        side = Int(made.pointee.width)
        let modules = UnsafeBufferPointer(start: made.pointee.data, count: side * side)
        isDark = modules.map { $0 & 1 == 1 }
    }
}
