/// How points of a flat page become points of its picture, whatever the angle it was taken from.
struct Homography {
    /// By rows; the last one of nine is 1.
    private let values: [Double]

    struct Pair {
        var page: (x: Double, y: Double)
        var picture: (x: Double, y: Double)
        /// How much this pair counts.
        var weight = 1.0
    }

    /// The one that fits four or more pairs best; nil when they do not span a plane.
    init?(_ pairs: [Pair]) {
        guard pairs.count >= 4 else { return nil }
        // Points are moved around their middle and brought near to 1: a small code far from the origin would be lost in
        // the rounding otherwise (Hartley's normalisation).
        let (page, picture) = (Frame(pairs.map(\.page)), Frame(pairs.map(\.picture)))
        var matrix = [[Double]](repeating: [Double](repeating: 0, count: 9), count: 8)
        for pair in pairs {
            let (x, y) = page.apply(pair.page)
            let (u, v) = picture.apply(pair.picture)
            let rows = [[x, y, 1, 0, 0, 0, -u * x, -u * y, u], [0, 0, 0, x, y, 1, -v * x, -v * y, v]]
            for row in rows {
                for i in 0..<8 { for j in 0..<9 { matrix[i][j] += pair.weight * row[i] * row[j] } }
            }
        }
        guard let solved = Self.solve(matrix) else { return nil }
        let product = Self.product(picture.inverse, Self.product(solved + [1], page.matrix))
        guard abs(product[8]) > 1e-12 else { return nil }
        values = product.map { $0 / product[8] }
    }

    /// The one without perspective that fits three or more pairs best: for points that lie too near to each other, where
    /// a pixel more or less would bend the whole page.
    init?(affine pairs: [Pair]) {
        guard pairs.count >= 3 else { return nil }
        let page = Frame(pairs.map(\.page))
        var rows: [[Double]] = []
        for target in [{ (pair: Pair) in pair.picture.x }, { $0.picture.y }] {
            var matrix = [[Double]](repeating: [Double](repeating: 0, count: 4), count: 3)
            for pair in pairs {
                let (x, y) = page.apply(pair.page)
                let row = [x, y, 1, target(pair)]
                for i in 0..<3 { for j in 0..<4 { matrix[i][j] += pair.weight * row[i] * row[j] } }
            }
            guard let solved = Self.solve(matrix) else { return nil }
            rows.append(solved)
        }
        values = Self.product(rows[0] + rows[1] + [0, 0, 1], page.matrix)
    }

    /// A size, a turn and a shift: `x` goes to `scale · x - turn · y + shiftX`.
    init(scale: Double, turn: Double, shiftX: Double, shiftY: Double) {
        values = [scale, -turn, shiftX, turn, scale, shiftY, 0, 0, 1]
    }

    /// A shift and a scale that bring points around the origin.
    private struct Frame {
        let middle: (x: Double, y: Double)
        let scale: Double

        init(_ points: [(x: Double, y: Double)]) {
            let count = Double(points.count)
            let middle = (x: points.reduce(0) { $0 + $1.x } / count, y: points.reduce(0) { $0 + $1.y } / count)
            let spread = points.reduce(0) { $0 + abs($1.x - middle.x) + abs($1.y - middle.y) } / count
            self.middle = middle
            scale = spread > 0 ? 1 / spread : 1
        }

        func apply(_ point: (x: Double, y: Double)) -> (Double, Double) {
            ((point.x - middle.x) * scale, (point.y - middle.y) * scale)
        }

        var matrix: [Double] { [scale, 0, -scale * middle.x, 0, scale, -scale * middle.y, 0, 0, 1] }
        var inverse: [Double] { [1 / scale, 0, middle.x, 0, 1 / scale, middle.y, 0, 0, 1] }
    }

    private static func product(_ one: [Double], _ other: [Double]) -> [Double] {
        var product = [Double](repeating: 0, count: 9)
        for row in 0..<3 {
            for column in 0..<3 {
                for inner in 0..<3 { product[row * 3 + column] += one[row * 3 + inner] * other[inner * 3 + column] }
            }
        }
        return product
    }

    /// Gauss with the largest pivot.
    private static func solve(_ equations: [[Double]]) -> [Double]? {
        var matrix = equations
        let count = matrix.count
        for column in 0..<count {
            let pivot = (column..<count).max { abs(matrix[$0][column]) < abs(matrix[$1][column]) }!
            guard abs(matrix[pivot][column]) > 1e-15 else { return nil }
            matrix.swapAt(column, pivot)
            for row in 0..<count where row != column {
                let factor = matrix[row][column] / matrix[column][column]
                guard factor != 0 else { continue }
                for index in column...count { matrix[row][index] -= factor * matrix[column][index] }
            }
        }
        return (0..<count).map { matrix[$0][count] / matrix[$0][$0] }
    }

    func picture(_ x: Double, _ y: Double) -> (x: Double, y: Double) {
        let depth = values[6] * x + values[7] * y + values[8]
        return (
            (values[0] * x + values[1] * y + values[2]) / depth, (values[3] * x + values[4] * y + values[5]) / depth
        )
    }

    /// For a picture so many times as large.
    func enlarged(by factor: Double) -> Homography {
        Homography(values: values.enumerated().map { $0 < 6 ? $1 * factor : $1 })
    }

    private init(values: [Double]) { self.values = values }

    /// For the picture before it was turned by so many quarters clockwise; the sides are those before.
    func turnedBack(quarters: Int, width: Int, height: Int) -> Homography {
        let (x, y, depth) = (Array(values[0..<3]), Array(values[3..<6]), Array(values[6..<9]))
        func across(_ row: [Double], from side: Int) -> [Double] { zip(depth, row).map { $0 * Double(side) - $1 } }
        switch quarters {
        case 1: return Homography(values: y + across(x, from: height) + depth)
        case 2: return Homography(values: across(x, from: width) + across(y, from: height) + depth)
        case 3: return Homography(values: across(y, from: width) + x + depth)
        default: return self
        }
    }

    /// The point of the page that lies at a point of the picture; nil where none does.
    func page(_ x: Double, _ y: Double) -> (x: Double, y: Double)? {
        let v = values
        let (a, b, c) = (v[0] - x * v[6], v[1] - x * v[7], x * v[8] - v[2])
        let (d, e, f) = (v[3] - y * v[6], v[4] - y * v[7], y * v[8] - v[5])
        let determinant = a * e - b * d
        guard abs(determinant) > 1e-12 else { return nil }
        return ((c * e - b * f) / determinant, (a * f - c * d) / determinant)
    }

    /// Pixels of the picture for a point of the page, near that place.
    func scale(atX x: Double, _ y: Double) -> Double {
        let (here, right, below) = (picture(x, y), picture(x + 10, y), picture(x, y + 10))
        let across = ((right.x - here.x) * (right.x - here.x) + (right.y - here.y) * (right.y - here.y)).squareRoot()
        let down = ((below.x - here.x) * (below.x - here.x) + (below.y - here.y) * (below.y - here.y)).squareRoot()
        return (across + down) / 20
    }
}
