/// A word on a page's picture or on a blank form, as far as aligning asks: which one, and where.
struct SeenWord {
    /// Letters and digits only, in lower case, without marks that recognition often gets wrong.
    let key: [UInt8]
    /// The middle, in pixels or points.
    let x: Double
    let y: Double

    /// Shorter words stand everywhere.
    private static let keyCountMin = 3

    /// Nil for what is too short to be told from others.
    init?(_ text: String, x: Double, y: Double) {
        key = Self.key(of: text)
        guard key.count >= Self.keyCountMin else { return nil }
        self.x = x
        self.y = y
    }

    static func key(of text: String) -> [UInt8] {
        var key: [UInt8] = []
        for scalar in text.lowercased().unicodeScalars where scalar.properties.isAlphabetic || ("0"..."9") ~= scalar {
            // What is not plain Latin is kept as it is; Polish letters lose their marks, which are lost in faint print.
            let plain: Unicode.Scalar =
                switch scalar {
                case "ą": "a"
                case "ć": "c"
                case "ę": "e"
                case "ł": "l"
                case "ń": "n"
                case "ó": "o"
                case "ś": "s"
                case "ź", "ż": "z"
                default: scalar
                }
            key.append(contentsOf: String(plain).utf8)
        }
        return key
    }

    /// Whether it is the same word, one sign in five misread at most.
    func isLike(_ other: SeenWord) -> Bool {
        if key == other.key { return true }
        let longest = max(key.count, other.key.count)
        let allowed = longest / 5
        guard allowed > 0, abs(key.count - other.key.count) <= allowed else { return false }
        return Self.distance(key, other.key) <= allowed
    }

    /// Signs to change, add or leave out.
    private static func distance(_ one: [UInt8], _ other: [UInt8]) -> Int {
        var row = Array(0...other.count)
        for (index, byte) in one.enumerated() {
            var before = row[0]
            row[0] = index + 1
            for column in other.indices {
                let kept = before + (byte == other[column] ? 0 : 1)
                before = row[column + 1]
                row[column + 1] = min(kept, row[column] + 1, row[column + 1] + 1)
            }
        }
        return row[other.count]
    }
}
