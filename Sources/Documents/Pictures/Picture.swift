/// A picture that came as a value.
struct Picture: Sendable {
    enum Format: String, CaseIterable, Sendable {
        case png, jpeg
    }

    var bytes: [UInt8]
    var format: Format
    var pixelWidth: Int
    var pixelHeight: Int
    /// The same picture as SVG, for programs that can show it.
    var vector: [UInt8]?
    var alternativeText = ""
    /// As wished for by the value, in millimetres.
    var widthWished: Double?
    var heightWished: Double?

    /// Pixels a side may have; more would only make Word slow.
    private static let sideMax = 12_000

    /// Reads format and size from the first bytes; nil for anything but PNG and JPEG.
    init?(_ bytes: [UInt8]) {
        let size: (width: Int, height: Int)?
        if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
            format = .png
            size = Self.sizeOfPNG(bytes)
        } else if bytes.starts(with: [0xFF, 0xD8, 0xFF]) {
            format = .jpeg
            size = Self.sizeOfJPEG(bytes)
        } else {
            return nil
        }
        guard let size, (1...Self.sideMax).contains(size.width), (1...Self.sideMax).contains(size.height) else {
            return nil
        }
        self.bytes = bytes
        pixelWidth = size.width
        pixelHeight = size.height
    }

    /// A picture drawn from SVG; nil for what is no SVG, or one that scripts or reaches outside.
    init?(svg bytes: [UInt8]) {
        guard let clean = SVGCheck.cleaned(bytes), let drawing = SVGDrawing.of(clean) else { return nil }
        self.init(drawing.png)
        vector = clean
        widthUsual = drawing.width * Self.unitsPerPixel
    }

    /// The width of a picture without pixels of its own, in EMU.
    private var widthUsual: Double?

    /// The IHDR chunk comes first (PNG, 11.2.2).
    private static func sizeOfPNG(_ bytes: [UInt8]) -> (width: Int, height: Int)? {
        guard bytes.count >= 24 else { return nil }
        return (big32(bytes, 16), big32(bytes, 20))
    }

    /// Segments are walked up to the frame header (ITU-T T.81, B.2.2).
    private static func sizeOfJPEG(_ bytes: [UInt8]) -> (width: Int, height: Int)? {
        var position = 2
        while position + 9 < bytes.count {
            guard bytes[position] == 0xFF else { return nil }
            let marker = bytes[position + 1]
            if marker == 0xFF {
                position += 1
                continue
            }
            let isFrame = (0xC0...0xCF).contains(marker) && marker != 0xC4 && marker != 0xC8 && marker != 0xCC
            if isFrame { return (big16(bytes, position + 7), big16(bytes, position + 5)) }
            position += 2 + max(2, big16(bytes, position + 2))
        }
        return nil
    }

    private static func big16(_ bytes: [UInt8], _ position: Int) -> Int {
        Int(bytes[position]) << 8 | Int(bytes[position + 1])
    }

    private static func big32(_ bytes: [UInt8], _ position: Int) -> Int {
        big16(bytes, position) << 16 | big16(bytes, position + 2)
    }

    private static let unitsPerMillimetre = 36_000.0
    /// English Metric Units of a pixel at 96 dots an inch.
    private static let unitsPerPixel = 9_525.0
    private static let widthUnwishedMax = 160.0 * unitsPerMillimetre

    /// Width and height on the page in EMU: as wished, else at 96 dots an inch and no wider than the text.
    var placedSize: (width: Int, height: Int) {
        let ratio = Double(pixelHeight) / Double(pixelWidth)
        switch (widthWished, heightWished) {
        case (let width?, let height?):
            return (Int(width * Self.unitsPerMillimetre), Int(height * Self.unitsPerMillimetre))
        case (let width?, nil):
            return (Int(width * Self.unitsPerMillimetre), Int(width * ratio * Self.unitsPerMillimetre))
        case (nil, let height?):
            return (Int(height / ratio * Self.unitsPerMillimetre), Int(height * Self.unitsPerMillimetre))
        case (nil, nil):
            let usual = widthUsual ?? Double(pixelWidth) * Self.unitsPerPixel
            let width = min(usual, Self.widthUnwishedMax)
            return (Int(width), Int(width * ratio))
        }
    }
}
