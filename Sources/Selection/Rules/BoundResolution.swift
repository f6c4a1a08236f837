import FormModel

/// Bounds as counts: a minimum given as a share rounds up, a maximum down.
enum BoundResolution {
    static func minimum(_ bounds: Quota.Bounds, seats: Int) -> Int {
        switch bounds.minimum {
        case .count(let count): count
        case .share(let points): (seats * points + 9_999) / 10_000
        case nil: 0
        }
    }

    /// Nil when there is no maximum.
    static func maximum(_ bounds: Quota.Bounds, seats: Int) -> Int? {
        switch bounds.maximum {
        case .count(let count): count
        case .share(let points): seats * points / 10_000
        case nil: nil
        }
    }
}

/// Values of several attributes written as one: `UA+f`.
enum CrossingKey {
    /// The value of an attribute nobody gave.
    static let unknown = "unknown"

    static func parts(of value: String) -> [String] {
        value.split(separator: "+", omittingEmptySubsequences: false).map(String.init)
    }
}

/// Which known word a mistyped one probably meant.
enum NearestWord {
    /// At most a third of the letters may differ.
    static func nearest(to word: String, among known: [String]) -> String? {
        let limit = max(1, word.count / 3)
        return known.map { (distance(Array(word.utf8), Array($0.utf8)), $0) }
            .filter { $0.0 <= limit }
            .min { ($0.0, $0.1) < ($1.0, $1.1) }?.1
    }

    private static func distance(_ first: [UInt8], _ second: [UInt8]) -> Int {
        var row = Array(0...second.count)
        for (i, a) in first.enumerated() {
            var diagonal = row[0]
            row[0] = i + 1
            for (j, b) in second.enumerated() {
                let above = row[j + 1]
                row[j + 1] = min(above + 1, row[j] + 1, diagonal + (a == b ? 0 : 1))
                diagonal = above
            }
        }
        return row[second.count]
    }
}
