/// A path under construction (ISO 32000-1, 8.5.2), its points in coordinates of the page as it is shown.
struct DrawnPath {
    struct Part {
        var points: [(x: Double, y: Double)]
        var isClosed = false
        var hasCurves = false
    }

    private(set) var parts: [Part] = []
    private var pointCount = 0

    /// Takes a path instruction; false for any other.
    mutating func take(_ word: String, _ numbers: [Double], _ matrix: Matrix, pointCountMax: Int) -> Bool {
        let isRoom = pointCount < pointCountMax
        switch (word, numbers.count) {
        case ("m", 2): if isRoom { parts.append(Part(points: [matrix.apply(numbers[0], numbers[1])])) }
        case ("l", 2): if isRoom { append([(numbers[0], numbers[1])], matrix) }
        case ("c", 6):
            if isRoom {
                append([(numbers[0], numbers[1]), (numbers[2], numbers[3]), (numbers[4], numbers[5])], matrix)
            }
            markCurve()
        case ("v", 4), ("y", 4):
            if isRoom { append([(numbers[0], numbers[1]), (numbers[2], numbers[3])], matrix) }
            markCurve()
        case ("h", _): close()
        case ("re", 4): if isRoom { appendRectangle(numbers, matrix) }
        case ("m", _), ("l", _), ("c", _), ("v", _), ("y", _), ("re", _): break
        default: return false
        }
        return true
    }

    mutating func close() {
        guard let last = parts.indices.last else { return }
        parts[last].isClosed = true
    }

    private mutating func append(_ points: [(Double, Double)], _ matrix: Matrix) {
        guard let last = parts.indices.last else { return }
        parts[last].points += points.map { matrix.apply($0.0, $0.1) }
        pointCount += points.count
    }

    private mutating func markCurve() {
        guard let last = parts.indices.last else { return }
        parts[last].hasCurves = true
    }

    private mutating func appendRectangle(_ numbers: [Double], _ matrix: Matrix) {
        let (x, y, width, height) = (numbers[0], numbers[1], numbers[2], numbers[3])
        let corners = [(x, y), (x + width, y), (x + width, y + height), (x, y + height)]
        parts.append(Part(points: corners.map { matrix.apply($0.0, $0.1) }, isClosed: true))
        pointCount += 4
    }
}

extension DrawnPath.Part {
    var bounds: PageRect {
        var rect = PageRect(corners: points[0].x, points[0].y, points[0].x, points[0].y)
        for point in points.dropFirst() { rect = rect.union(PageRect(corners: point.x, point.y, point.x, point.y)) }
        return rect
    }

    /// Every side runs along an axis.
    var isUpright: Bool {
        guard !hasCurves else { return false }
        return zip(points, points.dropFirst()).allSatisfy { from, to in
            abs(from.x - to.x) < PathSorter.slack || abs(from.y - to.y) < PathSorter.slack
        }
    }
}
