import OfficePackage

/// Pictures for the desk's pages.
public enum ScreenPicture {
    /// A place of a scanned page, one byte a pixel, 255 white, as PNG.
    public static func grey(width: Int, height: Int, pixels: [UInt8]) -> [UInt8] {
        PNGWriter.grey(width: width, height: height, pixels: pixels)
    }

    /// A QR code as PNG; nil for a text that is too long for one.
    public static func code(of text: String) -> [UInt8]? {
        QRCode.picture(of: text, .medium)?.bytes
    }
}
