public import FormModel

/// A place on a page that the desk wants to look at.
public struct PictureOrder: Hashable, Sendable {
    /// Counted from 0.
    public var page: Int
    /// In points from the top left corner; nil for the whole page.
    public var box: PageBox?

    public init(page: Int, box: PageBox? = nil) {
        self.page = page
        self.box = box
    }

    /// A box in whole points, as it travels.
    var points: [Int] {
        guard let box else { return [] }
        return [box.x, box.y, box.width, box.height].map { Int(min(20_000, max(0, $0.isFinite ? $0 : 0))) }
    }
}

/// A picture that a reader process drew, in shades of grey, one byte a pixel, 255 white.
public struct PagePicture: Hashable, Sendable {
    public var width: Int
    public var height: Int
    public var pixels: [UInt8]

    /// Nil when the number of pixels is not that of the sides.
    public init?(width: Int, height: Int, pixels: [UInt8]) {
        guard (1...Self.sideMax).contains(width), (1...Self.sideMax).contains(height), pixels.count == width * height
        else { return nil }
        self.width = width
        self.height = height
        self.pixels = pixels
    }

    /// No side is longer; more is not seen on a screen.
    public static let sideMax = 2_000
    /// Bytes of a picture.
    public static let byteCountMax = 3 * 1024 * 1024
}
