/// A page turned by quarters so that its text stands upright, and back again.
struct PageTurn {
    /// Quarters clockwise that the text runs on the page as it is shown.
    let quarters: Int
    /// Of the page as it is shown.
    let width: Double
    let height: Double

    /// Of the page turned upright.
    var uprightWidth: Double { quarters % 2 == 0 ? width : height }

    /// From the page as it is shown to the upright one.
    func apply(_ rect: PageRect) -> PageRect {
        switch quarters {
        case 1: PageRect(left: rect.top, top: width - rect.right, right: rect.bottom, bottom: width - rect.left)
        case 2:
            PageRect(
                left: width - rect.right,
                top: height - rect.bottom,
                right: width - rect.left,
                bottom: height - rect.top
            )
        case 3: PageRect(left: height - rect.bottom, top: rect.left, right: height - rect.top, bottom: rect.right)
        default: rect
        }
    }

    /// From the upright page to the one that is shown.
    func undo(_ rect: PageRect) -> PageRect {
        switch quarters {
        case 1: PageRect(left: width - rect.bottom, top: rect.left, right: width - rect.top, bottom: rect.right)
        case 3: PageRect(left: rect.top, top: height - rect.right, right: rect.bottom, bottom: height - rect.left)
        default: apply(rect)
        }
    }

    /// The transformation as a matrix, for what is drawn.
    var matrix: Matrix {
        switch quarters {
        case 1: Matrix(a: 0, b: -1, c: 1, d: 0, e: 0, f: width)
        case 2: Matrix(a: -1, b: 0, c: 0, d: -1, e: width, f: height)
        case 3: Matrix(a: 0, b: 1, c: -1, d: 0, e: height, f: 0)
        default: Matrix()
        }
    }
}
