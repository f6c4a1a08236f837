/// Makes paper white again: shadows are divided out, speckles are taken away where there are many.
enum PaperCleaning {
    /// Size of the squares whose brightest shade counts as paper, in pixels of the picture.
    private static let squareSide = 16
    /// More noise than this is taken away; on a clean page that would only blur the letters.
    private static let noiseMax = 5.0

    /// So much of any form's page is print.
    private static let printShare = 0.004
    /// What is paler than this is no print, however little else there is.
    private static let darkestMax: UInt8 = 150

    /// Divides by the brightness of the paper around each pixel.
    static func flattened(_ image: GrayImage) -> GrayImage {
        let columns = max(1, image.width / squareSide)
        let rows = max(1, image.height / squareSide)
        let paper = smoothed(spread(brightest(image, columns, rows), columns, rows), columns, rows)
        var pixels = image.pixels
        let width = image.width
        pixels.withUnsafeMutableBufferPointer { target in
            for y in 0..<image.height {
                let row = min(max(Float(y) / Float(squareSide) - 0.5, 0), Float(rows - 1))
                let (upper, down) = (Int(row), row - Float(Int(row)))
                let lower = min(upper + 1, rows - 1)
                for x in 0..<width {
                    let column = min(max(Float(x) / Float(squareSide) - 0.5, 0), Float(columns - 1))
                    let (left, right) = (Int(column), min(Int(column) + 1, columns - 1))
                    let across = column - Float(left)
                    let top = paper[upper * columns + left] * (1 - across) + paper[upper * columns + right] * across
                    let bottom = paper[lower * columns + left] * (1 - across) + paper[lower * columns + right] * across
                    let shade = max(top * (1 - down) + bottom * down, 1)
                    target[y * width + x] = UInt8(min(255, Float(target[y * width + x]) * 255 / shade))
                }
            }
        }
        return GrayImage(width: width, height: image.height, pixels: pixels)
    }

    /// The darkest print of a page is black again, and what lies between as much darker: faded copies have grey letters.
    static func darkened(_ image: GrayImage) -> GrayImage {
        let darkest = Int(min(image.shade(above: printShare), darkestMax))
        guard darkest > 12 else { return image }
        let shades = (0...255).map { shade in UInt8(min(255, max(0, (shade - darkest) * 255 / (255 - darkest)))) }
        return GrayImage(width: image.width, height: image.height, pixels: image.pixels.map { shades[Int($0)] })
    }

    /// The ninth tenth of each square's shades: paper, if there is any in it.
    private static func brightest(_ image: GrayImage, _ columns: Int, _ rows: Int) -> [Float] {
        var values = [Float](repeating: 255, count: columns * rows)
        image.pixels.withUnsafeBufferPointer { source in
            var counts = [Int](repeating: 0, count: 32)
            for row in 0..<rows {
                for column in 0..<columns {
                    for index in counts.indices { counts[index] = 0 }
                    for y in row * squareSide..<min((row + 1) * squareSide, image.height) {
                        for x in column * squareSide..<min((column + 1) * squareSide, image.width) {
                            counts[Int(source[y * image.width + x]) >> 3] += 1
                        }
                    }
                    var left = counts.reduce(0, +) / 10
                    var shade = 31
                    while shade > 0, left >= counts[shade] {
                        left -= counts[shade]
                        shade -= 1
                    }
                    values[row * columns + column] = Float(shade * 8 + 7)
                }
            }
        }
        return values
    }

    /// The brightest neighbour: print that fills a square must not count as paper.
    private static func spread(_ values: [Float], _ columns: Int, _ rows: Int) -> [Float] {
        window(values, columns, rows, reach: 2) { $0.max() ?? 255 }
    }

    private static func smoothed(_ values: [Float], _ columns: Int, _ rows: Int) -> [Float] {
        window(values, columns, rows, reach: 2) { $0.reduce(0, +) / Float($0.count) }
    }

    private static func window(
        _ values: [Float],
        _ columns: Int,
        _ rows: Int,
        reach: Int,
        _ combine: ([Float]) -> Float
    ) -> [Float] {
        var result = values
        for row in 0..<rows {
            for column in 0..<columns {
                var around: [Float] = []
                for y in max(0, row - reach)...min(rows - 1, row + reach) {
                    for x in max(0, column - reach)...min(columns - 1, column + reach) {
                        around.append(values[y * columns + x])
                    }
                }
                result[row * columns + column] = combine(around)
            }
        }
        return result
    }

    // MARK: Noise

    /// How much neighbouring pixels differ at random, in shades: the median answer of a filter that is blind to edges.
    static func noise(of image: GrayImage) -> Double {
        guard image.width > 8, image.height > 8 else { return 0 }
        var counts = [Int](repeating: 0, count: 2048)
        var total = 0
        let width = image.width
        image.pixels.withUnsafeBufferPointer { source in
            for y in stride(from: 1, to: image.height - 1, by: 3) {
                for x in stride(from: 1, to: width - 1, by: 3) {
                    let at = y * width + x
                    let corners =
                        Int(source[at - width - 1]) + Int(source[at - width + 1]) + Int(source[at + width - 1])
                        + Int(source[at + width + 1])
                    let sides =
                        Int(source[at - width]) + Int(source[at + width]) + Int(source[at - 1]) + Int(source[at + 1])
                    counts[min(abs(4 * Int(source[at]) - 2 * sides + corners), 2047)] += 1
                    total += 1
                }
            }
        }
        var left = total / 2
        let median = counts.firstIndex { count in
            left -= count
            return left < 0
        }
        return Double(median ?? 0) / 6 * 1.4826
    }

    /// The picture without its speckles, where there are enough of them.
    static func despeckled(_ image: GrayImage) -> GrayImage {
        guard noise(of: image) > noiseMax, image.width > 2, image.height > 2 else { return image }
        var pixels = image.pixels
        let width = image.width
        image.pixels.withUnsafeBufferPointer { source in
            var around = [UInt8](repeating: 0, count: 9)
            for y in 1..<image.height - 1 {
                for x in 1..<width - 1 {
                    var index = 0
                    for row in y - 1...y + 1 {
                        for column in x - 1...x + 1 {
                            around[index] = source[row * width + column]
                            index += 1
                        }
                    }
                    // Insertion sort up to the middle one.
                    for place in 1..<9 {
                        let value = around[place]
                        var before = place
                        while before > 0, around[before - 1] > value {
                            around[before] = around[before - 1]
                            before -= 1
                        }
                        around[before] = value
                    }
                    pixels[y * width + x] = around[4]
                }
            }
        }
        return GrayImage(width: width, height: image.height, pixels: pixels)
    }
}
