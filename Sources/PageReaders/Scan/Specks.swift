/// Takes the dirt of fax machines out of a crop: dots smaller than any full stop that stand alone, where there are several.
enum Specks {
    private static let shade: UInt8 = 160
    /// Pixels at 300 dots an inch; a full stop of ten points has some twenty-five.
    private static let areaMax = 14
    private static let sideMax = 5
    /// Nothing else may stand so near, in pixels.
    private static let distance = 9
    /// Fewer dots than this may be print.
    private static let countMin = 4

    static func removed(from image: GrayImage) -> GrayImage {
        let small = specks(in: image)
        let print = without(small, image)
        let specks = small.filter { isLonely($0, in: print) }
        guard specks.count >= countMin else { return image }
        return without(specks, image)
    }

    /// With the grey around the dots gone as well.
    private static func without(_ dots: [Dot], _ image: GrayImage) -> GrayImage {
        var cleaned = image
        for dot in dots {
            for y in max(0, dot.top - 1)...min(image.height - 1, dot.bottom + 1) {
                for x in max(0, dot.left - 1)...min(image.width - 1, dot.right + 1) { cleaned[x, y] = 255 }
            }
        }
        return cleaned
    }

    /// The dot of an i has its stem below it, an accent its letter.
    private static func isLonely(_ dot: Dot, in image: GrayImage) -> Bool {
        for y in max(0, dot.top - distance)...min(image.height - 1, dot.bottom + distance) {
            for x in max(0, dot.left - distance)...min(image.width - 1, dot.right + distance)
            where image[x, y] < shade {
                return false
            }
        }
        return true
    }

    private struct Dot {
        var area = 0
        var left = Int.max
        var right = Int.min
        var top = Int.max
        var bottom = Int.min

        mutating func add(_ x: Int, _ y: Int) {
            area += 1
            left = min(left, x)
            right = max(right, x)
            top = min(top, y)
            bottom = max(bottom, y)
        }

        var isSpeck: Bool { area <= areaMax && right - left < sideMax && bottom - top < sideMax }
    }

    private static func specks(in image: GrayImage) -> [Dot] {
        let width = image.width
        var isOpen = image.pixels.map { $0 < shade }
        var found: [Dot] = []
        var stack: [Int] = []
        for start in isOpen.indices where isOpen[start] {
            var dot = Dot()
            isOpen[start] = false
            stack.append(start)
            while let at = stack.popLast() {
                let (x, y) = (at % width, at / width)
                dot.add(x, y)
                for nextY in max(0, y - 1)...min(image.height - 1, y + 1) {
                    for nextX in max(0, x - 1)...min(width - 1, x + 1) where isOpen[nextY * width + nextX] {
                        isOpen[nextY * width + nextX] = false
                        stack.append(nextY * width + nextX)
                    }
                }
            }
            if dot.isSpeck { found.append(dot) }
        }
        return found
    }
}
