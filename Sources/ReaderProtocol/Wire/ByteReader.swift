/// Takes values out of bytes that nobody has checked: every length, count and tag is bounded, nothing traps.
struct ByteReader {
    private let bytes: [UInt8]
    private var offset: Int
    private let end: Int
    /// Elements of all lists together; keeps a small record from unfolding into a huge value.
    private var elementsLeft: Int

    init(_ bytes: [UInt8], elementCountMax: Int = ReaderLimits.elementCountMax) {
        self.bytes = bytes
        offset = 0
        end = bytes.count
        elementsLeft = elementCountMax
    }

    var isAtEnd: Bool { offset == end }
    var remainingCount: Int { end - offset }

    /// To be called when the whole value has been taken.
    func finish() throws(WireFault) {
        guard isAtEnd else { throw WireFault(.malformed, "trailing bytes") }
    }

    mutating func byte() throws(WireFault) -> UInt8 {
        guard offset < end else { throw WireFault(.truncated, "byte") }
        defer { offset += 1 }
        return bytes[offset]
    }

    mutating func number() throws(WireFault) -> UInt64 {
        var value: UInt64 = 0
        var shift: UInt64 = 0
        while true {
            let next = try byte()
            // The tenth byte holds the 64th bit alone.
            guard shift < 63 || (shift == 63 && next <= 1) else { throw WireFault(.malformed, "number") }
            value |= UInt64(next & 0x7F) << shift
            if next < 0x80 { return value }
            shift += 7
        }
    }

    /// A number from 0 to `max`; `name` is the limit's or the value's.
    mutating func count(max: Int, _ name: String) throws(WireFault) -> Int {
        let value = try number()
        guard value <= UInt64(max) else { throw WireFault(.limit, name) }
        return Int(value)
    }

    mutating func signed() throws(WireFault) -> Int64 {
        let value = try number()
        return Int64(bitPattern: (value >> 1) ^ (0 &- (value & 1)))
    }

    mutating func flag() throws(WireFault) -> Bool {
        switch try byte() {
        case 0: false
        case 1: true
        default: throw WireFault(.malformed, "flag")
        }
    }

    mutating func optionalFlag() throws(WireFault) -> Bool? {
        switch try byte() {
        case 0: false
        case 1: true
        case 2: nil
        default: throw WireFault(.malformed, "flag")
        }
    }

    /// A finite number between bounds.
    mutating func decimal(in range: ClosedRange<Double>, _ name: String) throws(WireFault) -> Double {
        guard remainingCount >= 8 else { throw WireFault(.truncated, name) }
        var pattern: UInt64 = 0
        for index in 0..<8 { pattern |= UInt64(bytes[offset + index]) << UInt64(8 * index) }
        offset += 8
        let value = Double(bitPattern: pattern)
        guard range.contains(value) else { throw WireFault(.malformed, name) }
        return value
    }

    mutating func text() throws(WireFault) -> String {
        let count = try count(max: ReaderLimits.recordByteCountMax, "text")
        guard count <= remainingCount else { throw WireFault(.truncated, "text") }
        let part = bytes[offset..<offset + count]
        offset += count
        guard let text = String(validating: part, as: UTF8.self) else { throw WireFault(.malformed, "text") }
        return text
    }

    mutating func optionalText() throws(WireFault) -> String? {
        try flag() ? try text() : nil
    }

    mutating func byteList(max: Int, _ name: String) throws(WireFault) -> [UInt8] {
        let count = try count(max: max, name)
        guard count <= remainingCount else { throw WireFault(.truncated, name) }
        defer { offset += count }
        return Array(bytes[offset..<offset + count])
    }

    mutating func index(max: Int, _ name: String) throws(WireFault) -> Int? {
        let value = try count(max: max, name)
        return value == 0 ? nil : value - 1
    }

    mutating func list<Element>(
        max: Int = ReaderLimits.elementCountMax,
        _ name: String,
        _ read: (inout ByteReader) throws(WireFault) -> Element
    ) throws(WireFault) -> [Element] {
        let count = try elementCount(max: max, name)
        var list: [Element] = []
        list.reserveCapacity(count)
        for _ in 0..<count { list.append(try read(&self)) }
        return list
    }

    mutating func texts(_ name: String) throws(WireFault) -> [String: String] {
        let count = try elementCount(max: ReaderLimits.parameterCountMax, name)
        var texts: [String: String] = [:]
        for _ in 0..<count {
            let key = try text()
            guard texts.updateValue(try text(), forKey: key) == nil else { throw WireFault(.malformed, name) }
        }
        return texts
    }

    /// Every element takes a byte at least, so that a count above the rest of the bytes is false.
    private mutating func elementCount(max: Int, _ name: String) throws(WireFault) -> Int {
        let count = try count(max: min(max, elementsLeft), name)
        guard count <= remainingCount else { throw WireFault(.truncated, name) }
        elementsLeft -= count
        return count
    }

    mutating func oneCase<Case: CaseIterable>(of type: Case.Type, _ name: String) throws(WireFault) -> Case
    where Case.AllCases == [Case] {
        let index = Int(try byte())
        guard index < Case.allCases.count else { throw WireFault(.malformed, name) }
        return Case.allCases[index]
    }
}
