/// The connected dark parts of a small picture: letters, mostly.
struct InkPart {
    var area = 0
    var left = Int.max
    var right = Int.min
    var top = Int.max
    var bottom = Int.min

    var width: Int { right - left + 1 }
    var height: Int { bottom - top + 1 }

    private mutating func add(_ x: Int, _ y: Int) {
        area += 1
        left = min(left, x)
        right = max(right, x)
        top = min(top, y)
        bottom = max(bottom, y)
    }

    /// From left to right; corners connect.
    static func parts(of image: GrayImage, darkerThan shade: UInt8) -> [InkPart] {
        let (width, height) = (image.width, image.height)
        var isOpen = image.pixels.map { $0 < shade }
        var found: [InkPart] = []
        var stack: [Int] = []
        for start in isOpen.indices where isOpen[start] {
            var part = InkPart()
            isOpen[start] = false
            stack.append(start)
            while let at = stack.popLast() {
                let (x, y) = (at % width, at / width)
                part.add(x, y)
                for nextY in max(0, y - 1)...min(height - 1, y + 1) {
                    for nextX in max(0, x - 1)...min(width - 1, x + 1) where isOpen[nextY * width + nextX] {
                        isOpen[nextY * width + nextX] = false
                        stack.append(nextY * width + nextX)
                    }
                }
            }
            found.append(part)
        }
        return found.sorted { ($0.left, $0.top) < ($1.left, $1.top) }
    }
}

extension GrayImage {
    /// Whitens the box around a part, and the grey at its rim.
    mutating func erase(_ part: InkPart) {
        for y in max(0, part.top - 1)...min(height - 1, part.bottom + 1) {
            for x in max(0, part.left - 1)...min(width - 1, part.right + 1) { self[x, y] = 255 }
        }
    }
}
