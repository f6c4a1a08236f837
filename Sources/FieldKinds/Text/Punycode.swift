/// Punycode (RFC 3492): writes a domain label with letters beyond ASCII in ASCII alone.
public enum Punycode {
    // RFC 3492 section 5.
    private static let base = 36
    private static let tMin = 1
    private static let tMax = 26
    private static let skew = 38
    private static let damp = 700

    /// The label without the prefix `xn--`.
    public static func encoded(_ label: String) -> String {
        let input = label.unicodeScalars.map { Int($0.value) }
        var output = input.filter { $0 < 0x80 }.map { UInt8($0) }
        let basicCount = output.count
        if basicCount > 0 { output.append(UInt8(ascii: "-")) }
        var threshold = 0x80
        var delta = 0
        var bias = 72
        var handled = basicCount
        while handled < input.count, let next = input.filter({ $0 >= threshold }).min() {
            delta += (next - threshold) * (handled + 1)
            threshold = next
            for value in input {
                if value < threshold { delta += 1 }
                guard value == threshold else { continue }
                append(delta, bias: bias, to: &output)
                bias = adapted(delta: delta, count: handled + 1, isFirst: handled == basicCount)
                delta = 0
                handled += 1
            }
            delta += 1
            threshold += 1
        }
        return String(decoding: output, as: UTF8.self)
    }

    /// A generalised variable-length integer (section 3.3).
    private static func append(_ delta: Int, bias: Int, to output: inout [UInt8]) {
        var rest = delta
        var position = base
        while true {
            let limit = min(max(position - bias, tMin), tMax)
            guard rest >= limit else { break }
            output.append(digit(limit + (rest - limit) % (base - limit)))
            rest = (rest - limit) / (base - limit)
            position += base
        }
        output.append(digit(rest))
    }

    /// Section 6.1.
    private static func adapted(delta: Int, count: Int, isFirst: Bool) -> Int {
        var delta = isFirst ? delta / damp : delta / 2
        delta += delta / count
        var steps = 0
        while delta > (base - tMin) * tMax / 2 {
            delta /= base - tMin
            steps += base
        }
        return steps + (base - tMin + 1) * delta / (delta + skew)
    }

    private static func digit(_ value: Int) -> UInt8 {
        UInt8(value < 26 ? value + 97 : value - 26 + 48)
    }
}
