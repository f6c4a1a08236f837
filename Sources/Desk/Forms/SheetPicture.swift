import Documents
public import FormModel
import ReaderProtocol

/// A whole sheet as a person sees it to mark its corners, in shades of grey.
public struct SheetPicture: Sendable {
    public let width: Int
    public let height: Int
    private var pixels: [UInt8]

    init(_ drawn: PagePicture) {
        self.init(width: drawn.width, height: drawn.height, pixels: drawn.pixels)
    }

    init(width: Int, height: Int, pixels: [UInt8]) {
        (self.width, self.height, self.pixels) = (width, height, pixels)
    }

    public var png: [UInt8] { ScreenPicture.grey(width: width, height: height, pixels: pixels) }

    /// A square of the picture around a point, to be looked at closely.
    public struct CloseUp: Sendable, Hashable {
        let left: Int
        let top: Int
        let side: Int
        let width: Int
        let height: Int

        /// The square's share of the longer side.
        private static let part = 5

        public init(_ point: SheetCorners.Point, width: Int, height: Int) {
            let side = max(1, min(width, height, max(width, height) / Self.part))
            func start(_ share: Double, _ length: Int) -> Int {
                let middle = share.isFinite ? min(1, max(0, share)) * Double(length) : 0
                return min(length - side, max(0, Int(middle) - side / 2))
            }
            (left, top) = (start(point.x, width), start(point.y, height))
            (self.side, self.width, self.height) = (side, width, height)
        }

        /// Where in the square a point of the whole picture lies, as shares of its sides.
        public func shares(of point: SheetCorners.Point) -> SheetCorners.Point {
            SheetCorners.Point(
                (point.x * Double(width) - Double(left)) / Double(side),
                (point.y * Double(height) - Double(top)) / Double(side)
            )
        }

        /// The point of the whole picture at shares of the square's sides.
        public func point(_ x: Double, _ y: Double) -> SheetCorners.Point {
            SheetCorners.Point(
                (Double(left) + x * Double(side)) / Double(width),
                (Double(top) + y * Double(side)) / Double(height)
            )
        }
    }

    public func closeUp(_ point: SheetCorners.Point) -> CloseUp { CloseUp(point, width: width, height: height) }

    /// The square cut out, as PNG.
    public func png(of closeUp: CloseUp) -> [UInt8] {
        var cut: [UInt8] = []
        cut.reserveCapacity(closeUp.side * closeUp.side)
        for line in closeUp.top..<closeUp.top + closeUp.side {
            let start = line * width + closeUp.left
            cut += pixels[start..<start + closeUp.side]
        }
        return ScreenPicture.grey(width: closeUp.side, height: closeUp.side, pixels: cut)
    }

    /// A cross, dark on light, at each point that was marked already.
    public mutating func mark(_ points: [SheetCorners.Point]) {
        let arm = max(width, height) / 60
        for point in points {
            let (x, y) = (Int(point.x * Double(width)), Int(point.y * Double(height)))
            for (thickness, shade) in [(arm / 4 + 2, UInt8(255)), (arm / 8 + 1, UInt8(0))] {
                fill(x - arm...x + arm, y - thickness...y + thickness, shade)
                fill(x - thickness...x + thickness, y - arm...y + arm, shade)
            }
        }
    }

    private mutating func fill(_ columns: ClosedRange<Int>, _ lines: ClosedRange<Int>, _ shade: UInt8) {
        let (inner, rows) = (columns.clamped(to: 0...width - 1), lines.clamped(to: 0...height - 1))
        for line in rows { for column in inner { pixels[line * width + column] = shade } }
    }
}
