import FormModel

/// Cuts places of a page out of its picture, straightened.
struct PageCrop {
    let image: GrayImage
    let homography: Homography

    /// Pixels a point: 300 dots an inch, which recognition was made for.
    static let pixelsPerPoint = 300.0 / 72
    private static let sideMax = 4_000

    /// The place as a picture of its own, `inset` points smaller on every side (negative: larger).
    func crop(_ box: PageBox, inset: Double = 0) -> GrayImage {
        let left = box.x + inset
        let top = box.y + inset
        let width = min(Self.sideMax, max(1, Int(((box.width - 2 * inset) * Self.pixelsPerPoint).rounded())))
        let height = min(Self.sideMax, max(1, Int(((box.height - 2 * inset) * Self.pixelsPerPoint).rounded())))
        var crop = [UInt8](repeating: 255, count: width * height)
        image.pixels.withUnsafeBufferPointer { source in
            crop.withUnsafeMutableBufferPointer { target in
                for y in 0..<height {
                    for x in 0..<width {
                        let point = homography.picture(
                            left + (Double(x) + 0.5) / Self.pixelsPerPoint,
                            top + (Double(y) + 0.5) / Self.pixelsPerPoint
                        )
                        target[y * width + x] = shade(source, point.x - 0.5, point.y - 0.5)
                    }
                }
            }
        }
        return GrayImage(width: width, height: height, pixels: crop)
    }

    /// Between the pixels, by the cubic of Catmull and Rom; beyond the edge there is white.
    @inline(__always)
    private func shade(_ source: UnsafeBufferPointer<UInt8>, _ x: Double, _ y: Double) -> UInt8 {
        let (column, row) = (Int(x.rounded(.down)), Int(y.rounded(.down)))
        guard column >= 1, row >= 1, column + 2 < image.width, row + 2 < image.height else { return 255 }
        let across = Self.weights(x - Double(column))
        let down = Self.weights(y - Double(row))
        var sum = 0.0
        for j in 0..<4 {
            let start = (row - 1 + j) * image.width + column - 1
            let line =
                across.0 * Double(source[start]) + across.1 * Double(source[start + 1])
                + across.2 * Double(source[start + 2]) + across.3 * Double(source[start + 3])
            sum += line * (j == 0 ? down.0 : j == 1 ? down.1 : j == 2 ? down.2 : down.3)
        }
        return UInt8(min(255, max(0, sum)))
    }

    @inline(__always)
    private static func weights(_ t: Double) -> (Double, Double, Double, Double) {
        let (t2, t3) = (t * t, t * t * t)
        return (
            (-t3 + 2 * t2 - t) / 2, (3 * t3 - 5 * t2 + 2) / 2, (-3 * t3 + 4 * t2 + t) / 2, (t3 - t2) / 2
        )
    }
}
