import FormModel

/// Writes canonical JSON (RFC 8785) piece by piece into one buffer, for values too many to be made into a tree first.
struct CanonicalText {
    private(set) var bytes: [UInt8] = []

    init(reserving count: Int = 0) { bytes.reserveCapacity(count) }

    mutating func clear() { bytes.removeAll(keepingCapacity: true) }

    /// Bytes that are canonical as they are.
    @inline(__always)
    mutating func raw(_ text: StaticString) {
        bytes.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    @inline(__always)
    mutating func raw(_ byte: UInt8) { bytes.append(byte) }

    mutating func value(_ value: JSONValue) { CanonicalJSON.write(value, to: &bytes) }

    @inline(__always)
    mutating func text(_ text: String) { CanonicalJSON.write(text, to: &bytes) }

    /// A number as a text: parameters of reasons are texts.
    @inline(__always)
    mutating func quoted(_ number: Int) {
        bytes.append(UInt8(ascii: "\""))
        self.number(number)
        bytes.append(UInt8(ascii: "\""))
    }

    @inline(__always)
    mutating func number(_ number: Int) {
        if number < 0 { bytes.append(UInt8(ascii: "-")) }
        var rest = number.magnitude
        let start = bytes.count
        repeat {
            bytes.append(UInt8(truncatingIfNeeded: rest % 10) + UInt8(ascii: "0"))
            rest /= 10
        } while rest > 0
        var (low, high) = (start, bytes.count - 1)
        while low < high {
            bytes.swapAt(low, high)
            low += 1
            high -= 1
        }
    }
}
