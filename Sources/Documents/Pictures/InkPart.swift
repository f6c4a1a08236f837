import OfficePackage

/// The part of a cut-out in which something is written, so that a person sees large what stands in a long, nearly empty
/// box. For showing only: the picture itself stays whole.
public struct InkPart: Sendable, Equatable {
    /// Of the whole picture.
    public let width: Int
    public let height: Int
    /// Where the part lies in it.
    public let x: ClosedRange<Int>
    public let y: ClosedRange<Int>

    public var partWidth: Int { x.count }
    public var partHeight: Int { y.count }

    /// Paper around the writing.
    private static let margin = 16
    /// Printed frames lie as near to the edges of a cut-out, and are not writing.
    private static let edge = 11
    /// As much darker than the paper is ink.
    private static let contrast = 70
    /// Fewer dark points in a row or column are dust.
    private static let dustMax = 1
    /// A part that is narrower for its height looks like a splinter.
    private static let widthToHeightMin = 3

    /// Nil for a picture that is none of ours. All of it where no ink is found.
    public init?(png: [UInt8]) {
        guard let picture = PNGReader.grey(png) else { return nil }
        self.init(picture)
    }

    init(_ picture: PNGReader.Grey) {
        (width, height) = (picture.width, picture.height)
        let columns = Self.inner(width)
        let rows = Self.inner(height)
        let dark = Self.darkMax(picture)
        var inColumn = [Int](repeating: 0, count: width)
        var inRow = [Int](repeating: 0, count: height)
        for line in rows {
            for place in columns where picture.pixels[line * width + place] < dark {
                inColumn[place] += 1
                inRow[line] += 1
            }
        }
        // What runs through from edge to edge is a ruled line.
        let inked = columns.filter { inColumn[$0] > Self.dustMax && inColumn[$0] < rows.count * 9 / 10 }
        let lines = rows.filter { inRow[$0] > Self.dustMax && inRow[$0] < columns.count * 6 / 10 }
        guard let left = inked.first, let right = inked.last, let top = lines.first, let bottom = lines.last else {
            x = 0...width - 1
            y = 0...height - 1
            return
        }
        y = max(0, top - Self.margin)...min(height - 1, bottom + Self.margin)
        let widthMin = min(width, Self.widthToHeightMin * y.count)
        let start = max(0, min(left - Self.margin, width - widthMin))
        x = start...min(width - 1, max(right + Self.margin, start + widthMin - 1))
    }

    private static func inner(_ side: Int) -> Range<Int> {
        let left = min(edge, side / 6)
        return left..<max(left + 1, side - left)
    }

    /// By the middle shade of all points: most of a cut-out is paper.
    private static func darkMax(_ picture: PNGReader.Grey) -> UInt8 {
        var counts = [Int](repeating: 0, count: 256)
        for pixel in picture.pixels { counts[Int(pixel)] += 1 }
        var seen = 0
        for shade in counts.indices.reversed() {
            seen += counts[shade]
            if seen * 2 >= picture.pixels.count { return UInt8(max(1, shade - contrast)) }
        }
        return 128
    }
}
