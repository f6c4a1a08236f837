/// Lays plain values down as bytes: numbers as LEB128, texts as length and UTF-8, lists as count and elements.
struct ByteWriter {
    private(set) var bytes: [UInt8] = []

    mutating func put(byte: UInt8) {
        bytes.append(byte)
    }

    mutating func put(_ number: UInt64) {
        var rest = number
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }

    /// A count, an index or another number that is never negative.
    mutating func put(count: Int) {
        put(UInt64(count))
    }

    /// Zigzag: small negative numbers stay short.
    mutating func put(signed number: Int64) {
        put(UInt64(bitPattern: (number << 1) ^ (number >> 63)))
    }

    mutating func put(_ flag: Bool) {
        bytes.append(flag ? 1 : 0)
    }

    mutating func put(_ number: Double) {
        withUnsafeBytes(of: number.bitPattern.littleEndian) { bytes.append(contentsOf: $0) }
    }

    mutating func put(_ text: String) {
        var text = text
        text.withUTF8 { utf8 in
            put(count: utf8.count)
            bytes.append(contentsOf: utf8)
        }
    }

    mutating func put(bytes added: [UInt8]) {
        put(count: added.count)
        bytes.append(contentsOf: added)
    }

    /// A value that may be absent: a flag, then the value.
    mutating func put<Value>(_ value: Value?, _ write: (inout ByteWriter, Value) throws(WireFault) -> Void)
        throws(WireFault)
    {
        put(value != nil)
        if let value { try write(&self, value) }
    }

    mutating func put(_ text: String?) {
        put(text != nil)
        if let text { put(text) }
    }

    /// A flag that may be absent: 0, 1, or 2 for nil.
    mutating func put(_ flag: Bool?) {
        put(byte: flag.map { $0 ? 1 : 0 } ?? 2)
    }

    mutating func put(index: Int?) {
        put(count: index.map { $0 + 1 } ?? 0)
    }

    mutating func put<Element>(
        list: [Element],
        _ write: (inout ByteWriter, Element) throws(WireFault) -> Void
    ) throws(WireFault) {
        put(count: list.count)
        for element in list { try write(&self, element) }
    }

    /// Sorted by key, so that equal values give equal bytes.
    mutating func put(texts: [String: String]) {
        put(count: texts.count)
        for (key, value) in texts.sorted(by: { $0.key < $1.key }) {
            put(key)
            put(value)
        }
    }

    mutating func put<Case: CaseIterable & Equatable>(case value: Case) where Case.AllCases == [Case] {
        put(byte: UInt8(Case.allCases.firstIndex(of: value) ?? 0xFF))
    }
}
