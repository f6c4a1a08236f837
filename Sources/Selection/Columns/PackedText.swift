/// A text as two numbers that are equal exactly when the texts are: up to 15 ASCII bytes stand for themselves, any other
/// text is known by its number in a `LongTexts`, where texts are equal as Swift says (canonically).
struct PackedText: Equatable {
    var low: UInt64
    var high: UInt64

    static let bytesMax = 15
    /// Stands for no text at all.
    static let absent = PackedText(low: .max, high: .max)

    @inline(__always)
    static func == (left: PackedText, right: PackedText) -> Bool { left.low == right.low && left.high == right.high }

    /// Spreads the bits; equal texts give equal numbers.
    @inline(__always)
    var mixed: UInt64 {
        var mixed = (low ^ 0x9E37_79B9_7F4A_7C15) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ high ^ (mixed >> 29)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 32)
    }
}

/// Packs texts; long and non-ASCII ones are numbered on the way.
struct TextPacker {
    private var long: [String: UInt64] = [:]

    @inline(__always)
    mutating func pack(_ text: String) -> PackedText {
        if let packed = text.utf8.withContiguousStorageIfAvailable(Self.short) ?? nil { return packed }
        return packLong(text)
    }

    /// Packs printable ASCII bytes.
    @inline(__always)
    mutating func pack(_ bytes: UnsafeBufferPointer<UInt8>) -> PackedText {
        Self.short(bytes) ?? packLong(String(decoding: bytes, as: UTF8.self))
    }

    private mutating func packLong(_ text: String) -> PackedText {
        let number = long[text] ?? UInt64(long.count)
        long[text] = number
        return PackedText(low: number, high: UInt64.max)
    }

    @inline(__always)
    private static func short(_ bytes: UnsafeBufferPointer<UInt8>) -> PackedText? {
        let count = bytes.count
        guard count <= PackedText.bytesMax, let start = UnsafeRawPointer(bytes.baseAddress) else {
            return count == 0 ? PackedText(low: 0, high: 0) : nil
        }
        // Loads of 8, 4 and 1 bytes that never leave the text.
        var low: UInt64 = 0
        var high: UInt64 = 0
        if count >= 8 {
            low = UInt64(littleEndian: start.loadUnaligned(as: UInt64.self))
            if count > 8 {
                let last = UInt64(littleEndian: start.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self))
                high = last >> UInt64((16 - count) * 8)
            }
        } else if count >= 4 {
            let first = UInt64(UInt32(littleEndian: start.loadUnaligned(as: UInt32.self)))
            let last = UInt64(UInt32(littleEndian: start.loadUnaligned(fromByteOffset: count - 4, as: UInt32.self)))
            low = first | (last << UInt64((count - 4) * 8))
        } else {
            for index in 0..<count { low |= UInt64(bytes[index]) << UInt64(index * 8) }
        }
        if (low | high) & 0x8080_8080_8080_8080 != 0 { return nil }
        return PackedText(low: low, high: high | UInt64(count) << 56)
    }
}

/// Numbers different texts from 0 in the order in which they come.
struct TextCodes {
    private var slots: [Int32]
    private(set) var keys: [PackedText] = []
    private var mask: Int

    init(expecting count: Int = 16) {
        var size = 64
        while size < count * 2 { size *= 2 }
        slots = Array(repeating: -1, count: size)
        mask = size - 1
    }

    var count: Int { keys.count }

    /// The number of a text, given now where it has none yet.
    @inline(__always)
    mutating func code(of key: PackedText) -> Int32 {
        var slot = Int(truncatingIfNeeded: key.mixed) & mask
        while true {
            let code = slots[slot]
            if code < 0 { break }
            if keys[Int(code)] == key { return code }
            slot = (slot + 1) & mask
        }
        return add(key, at: slot)
    }

    /// The number of a text that has one.
    @inline(__always)
    func known(_ key: PackedText) -> Int32? {
        var slot = Int(truncatingIfNeeded: key.mixed) & mask
        while true {
            let code = slots[slot]
            if code < 0 { return nil }
            if keys[Int(code)] == key { return code }
            slot = (slot + 1) & mask
        }
    }

    private mutating func add(_ key: PackedText, at slot: Int) -> Int32 {
        let code = Int32(keys.count)
        keys.append(key)
        slots[slot] = code
        if keys.count * 2 > slots.count { grow() }
        return code
    }

    private mutating func grow() {
        let size = slots.count * 2
        mask = size - 1
        slots = Array(repeating: -1, count: size)
        for (code, key) in keys.enumerated() {
            var slot = Int(truncatingIfNeeded: key.mixed) & mask
            while slots[slot] >= 0 { slot = (slot + 1) & mask }
            slots[slot] = Int32(code)
        }
    }
}
