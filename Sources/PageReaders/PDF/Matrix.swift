/// A transformation of coordinates (ISO 32000-1, 8.3.3): `x' = a x + c y + e`, `y' = b x + d y + f`.
struct Matrix: Hashable {
    var a = 1.0
    var b = 0.0
    var c = 0.0
    var d = 1.0
    var e = 0.0
    var f = 0.0

    /// First this, then the other.
    func followed(by next: Matrix) -> Matrix {
        Matrix(
            a: a * next.a + b * next.c,
            b: a * next.b + b * next.d,
            c: c * next.a + d * next.c,
            d: c * next.b + d * next.d,
            e: e * next.a + f * next.c + next.e,
            f: e * next.b + f * next.d + next.f
        )
    }

    func apply(_ x: Double, _ y: Double) -> (x: Double, y: Double) {
        (a * x + c * y + e, b * x + d * y + f)
    }

    /// The rectangle around the transformed one.
    func apply(_ rect: PageRect) -> PageRect {
        let first = apply(rect.left, rect.top)
        let opposite = apply(rect.right, rect.bottom)
        let second = apply(rect.left, rect.bottom)
        let third = apply(rect.right, rect.top)
        return PageRect(corners: first.x, first.y, opposite.x, opposite.y)
            .union(PageRect(corners: second.x, second.y, third.x, third.y))
    }

    /// From an array of six numbers, as in `/Matrix`.
    init?(_ object: PDFObject) {
        let numbers = object.items.prefix(7).compactMap(\.number)
        guard numbers.count == 6 else { return nil }
        self.init(a: numbers[0], b: numbers[1], c: numbers[2], d: numbers[3], e: numbers[4], f: numbers[5])
    }

    init(a: Double = 1, b: Double = 0, c: Double = 0, d: Double = 1, e: Double = 0, f: Double = 0) {
        self.a = a
        self.b = b
        self.c = c
        self.d = d
        self.e = e
        self.f = f
    }
}
