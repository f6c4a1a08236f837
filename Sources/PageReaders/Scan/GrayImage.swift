/// A picture in shades of grey, one byte a pixel, 255 white.
struct GrayImage {
    let width: Int
    let height: Int
    private(set) var pixels: [UInt8]

    init(width: Int, height: Int, pixels: [UInt8]) {
        precondition(pixels.count == width * height, "a picture has as many pixels as its sides say")
        self.width = width
        self.height = height
        self.pixels = pixels
    }

    init(width: Int, height: Int, filledWith shade: UInt8 = 255) {
        self.init(width: width, height: height, pixels: Array(repeating: shade, count: width * height))
    }

    subscript(x: Int, y: Int) -> UInt8 {
        get { pixels[y * width + x] }
        set { pixels[y * width + x] = newValue }
    }

    /// The picture with each square of `factor` pixels as one, by their mean.
    func reduced(by factor: Int) -> GrayImage {
        guard factor > 1, width >= factor, height >= factor else { return self }
        let (newWidth, newHeight) = (width / factor, height / factor)
        var reduced = [UInt8](repeating: 0, count: newWidth * newHeight)
        let area = factor * factor
        pixels.withUnsafeBufferPointer { source in
            reduced.withUnsafeMutableBufferPointer { target in
                for y in 0..<newHeight {
                    for x in 0..<newWidth {
                        var sum = 0
                        for row in 0..<factor {
                            let start = (y * factor + row) * width + x * factor
                            for column in 0..<factor { sum += Int(source[start + column]) }
                        }
                        target[y * newWidth + x] = UInt8(sum / area)
                    }
                }
            }
        }
        return GrayImage(width: newWidth, height: newHeight, pixels: reduced)
    }

    /// With everything from a shade on white, and what is darker as much paler.
    func whitened(from shade: UInt8) -> GrayImage {
        let shades = (0...255).map { UInt8(min(255, $0 * 255 / Int(max(1, shade)))) }
        return GrayImage(width: width, height: height, pixels: pixels.map { shades[Int($0)] })
    }

    /// Turned by so many quarters clockwise.
    func turned(quarters: Int) -> GrayImage {
        let quarters = (quarters % 4 + 4) % 4
        guard quarters > 0 else { return self }
        let isLying = quarters % 2 == 1
        var turned = GrayImage(width: isLying ? height : width, height: isLying ? width : height)
        for y in 0..<height {
            for x in 0..<width {
                let place =
                    switch quarters {
                    case 1: (height - 1 - y, x)
                    case 2: (width - 1 - x, height - 1 - y)
                    default: (y, width - 1 - x)
                    }
                turned.pixels[place.1 * turned.width + place.0] = pixels[y * width + x]
            }
        }
        return turned
    }

    /// The share of pixels that are darker than a shade.
    func share(darkerThan shade: UInt8) -> Double {
        pixels.isEmpty ? 0 : Double(pixels.count { $0 < shade }) / Double(pixels.count)
    }

    /// The shade that so large a share of the pixels is darker than.
    func shade(above share: Double) -> UInt8 {
        var counts = [Int](repeating: 0, count: 256)
        for pixel in pixels { counts[Int(pixel)] += 1 }
        var left = Int(Double(pixels.count) * share)
        for (shade, count) in counts.enumerated() {
            left -= count
            if left < 0 { return UInt8(shade) }
        }
        return 255
    }

    /// Columns that hold anything darker than a shade; nil when none does.
    func inkedColumns(darkerThan shade: UInt8) -> ClosedRange<Int>? {
        var (first, last) = (Int.max, -1)
        for y in 0..<height {
            for x in 0..<width where pixels[y * width + x] < shade {
                first = min(first, x)
                last = max(last, x)
            }
        }
        return last < 0 ? nil : first...last
    }

    /// A part as wide as the columns, as high as the whole.
    func columns(_ range: ClosedRange<Int>) -> GrayImage {
        let range = range.clamped(to: 0...max(0, width - 1))
        var part: [UInt8] = []
        part.reserveCapacity(range.count * height)
        for y in 0..<height { part += pixels[y * width + range.lowerBound...y * width + range.upperBound] }
        return GrayImage(width: range.count, height: height, pixels: part)
    }

    /// With a white margin on all sides, as recognition wants it.
    func padded(by margin: Int) -> GrayImage {
        var padded = GrayImage(width: width + 2 * margin, height: height + 2 * margin)
        for y in 0..<height {
            let start = (y + margin) * padded.width + margin
            padded.pixels.replaceSubrange(start..<start + width, with: pixels[y * width..<(y + 1) * width])
        }
        return padded
    }
}
