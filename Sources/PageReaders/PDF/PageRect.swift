import FormModel
import ReaderProtocol

/// A rectangle by its edges: on a page as it is shown, y grows downwards from the top.
struct PageRect: Hashable {
    var left: Double
    var top: Double
    var right: Double
    var bottom: Double

    init(left: Double, top: Double, right: Double, bottom: Double) {
        self.left = left
        self.top = top
        self.right = right
        self.bottom = bottom
    }

    /// By two opposite corners in any order.
    init(corners x0: Double, _ y0: Double, _ x1: Double, _ y1: Double) {
        self.init(left: min(x0, x1), top: min(y0, y1), right: max(x0, x1), bottom: max(y0, y1))
    }

    var width: Double { right - left }
    var height: Double { bottom - top }
    var middleX: Double { (left + right) / 2 }
    var middleY: Double { (top + bottom) / 2 }
    var area: Double { width * height }

    func contains(x: Double, y: Double) -> Bool { x >= left && x <= right && y >= top && y <= bottom }

    /// Whether the other lies inside, give or take a tolerance.
    func contains(_ other: PageRect, by tolerance: Double = 1) -> Bool {
        other.left >= left - tolerance && other.right <= right + tolerance && other.top >= top - tolerance
            && other.bottom <= bottom + tolerance
    }

    func union(_ other: PageRect) -> PageRect {
        PageRect(
            left: min(left, other.left),
            top: min(top, other.top),
            right: max(right, other.right),
            bottom: max(bottom, other.bottom)
        )
    }

    func grown(by margin: Double) -> PageRect {
        PageRect(left: left - margin, top: top - margin, right: right + margin, bottom: bottom + margin)
    }

    /// The height that both share.
    func sharedHeight(with other: PageRect) -> Double { min(bottom, other.bottom) - max(top, other.top) }

    /// For the reading: inside of what the reply may hold, rounded to a hundredth of a point.
    var box: PageBox {
        func bounded(_ value: Double) -> Double {
            let side = ReaderLimits.pageSideMax
            return (min(max(value, -side), side) * 100).rounded() / 100
        }
        let x = bounded(left)
        let y = bounded(top)
        return PageBox(x: x, y: y, width: max(0, bounded(right - x)), height: max(0, bounded(bottom - y)))
    }
}
