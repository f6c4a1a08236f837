/// What tells a machine's letters from a hand's: they stand on one line, and there are few heights of them.
struct PrintSigns {
    /// Letters that could be looked at.
    var count = 0
    /// How often two neighbours stand on one line, 0 to 1.
    var footing = 0.0
    /// How often a letter has the very height of another one, 0 to 1.
    var sameness = 0.0
    /// Of the letters, in pixels.
    var heights: [Int] = []

    private static let shade: UInt8 = 140
    /// Pixels at 300 dots an inch; smaller parts are points and dust.
    private static let heightMin = 11
    private static let heightMax = 90
    private static let neighbourCount = 4
    private static let slack = 1
    private static let countMax = 400

    init(_ crop: GrayImage) {
        let letters = InkPart.parts(of: crop, darkerThan: Self.shade)
            .filter { (Self.heightMin...Self.heightMax).contains($0.height) && $0.width < 4 * Self.heightMax }
            .prefix(Self.countMax)
        count = letters.count
        heights = letters.map(\.height)
        guard count >= 2 else { return }
        var (pairs, level) = (0, 0)
        var same = 0
        for (index, letter) in letters.enumerated() {
            var hasTwin = false
            for (other, second) in letters.enumerated() where other != index {
                let isNear = abs(second.bottom - letter.bottom) <= Self.slack
                if isNear, abs(second.height - letter.height) <= Self.slack { hasTwin = true }
                // In a block, letters of other lines lie far above or below.
                guard abs(other - index) <= Self.neighbourCount, abs(second.bottom - letter.bottom) < Self.heightMax / 2
                else { continue }
                pairs += 1
                if isNear { level += 1 }
            }
            if hasTwin { same += 1 }
        }
        footing = pairs > 0 ? Double(level) / Double(pairs) : 0
        sameness = Double(same) / Double(count)
    }

    /// What the letters of an answer say about who wrote it.
    enum Look {
        case print, hand
        /// Too few letters to tell.
        case short
    }

    private static let tellingCountMin = 3
    /// Letters with a foot below the line make the footing worse; their heights then have to be the more alike.
    private static let steps = [(footing: 0.45, sum: 1.25), (footing: 0.38, sum: 1.33)]

    /// Of all places of an answer together: a single one by hand makes it handwriting.
    static func look(of signs: [PrintSigns]) -> Look {
        let telling = signs.filter { $0.count >= tellingCountMin }
        guard !telling.isEmpty else { return .short }
        let isPrint = telling.allSatisfy { sign in
            steps.contains { sign.footing >= $0.footing && sign.footing + sign.sameness >= $0.sum }
        }
        return isPrint ? .print : .hand
    }
}
