import CLibDeflate

/// The headers of one member as they are written (APPNOTE 4.3.7, 4.3.9, 4.3.12, 4.3.16).
struct ZipEntry {
    static let descriptorFlag: UInt16 = 1 << 3
    /// Names are UTF-8 (APPNOTE appendix D); the flag is left off for ASCII names, which some readers like better.
    static let unicodeFlag: UInt16 = 1 << 11
    /// 1 January 1980, 00:00: the earliest moment the format knows, so that equal input gives equal bytes.
    static let fixedDate: UInt16 = 0x21

    let name: [UInt8]
    let method: UInt16
    var flags: UInt16
    var crc: UInt32 = 0
    var byteCount = 0
    var packedByteCount = 0

    init(name: String, method: UInt16) {
        self.name = Array(name.utf8)
        self.method = method
        flags = self.name.allSatisfy { $0 < 0x80 } ? 0 : Self.unicodeFlag
    }

    static func crc(_ crc: UInt32, _ bytes: UnsafeRawBufferPointer) -> UInt32 {
        // A null pointer would start the sum anew.
        guard let start = bytes.baseAddress else { return crc }
        return libdeflate_crc32(crc, start, bytes.count)
    }

    func appendLocalHeader(to output: inout [UInt8]) {
        output.append(little32: 0x0403_4B50)
        appendCommon(to: &output)
        output.append(little16: UInt16(truncatingIfNeeded: name.count))
        output.append(little16: 0)
        output.append(contentsOf: name)
    }

    func appendDirectoryEntry(to output: inout [UInt8], at offset: Int) {
        output.append(little32: 0x0201_4B50)
        output.append(little16: 20)
        appendCommon(to: &output)
        output.append(little16: UInt16(truncatingIfNeeded: name.count))
        for _ in 0..<4 { output.append(little16: 0) }
        output.append(little32: 0)
        output.append(little32: UInt32(truncatingIfNeeded: offset))
        output.append(contentsOf: name)
    }

    func appendDescriptor(to output: inout [UInt8]) {
        output.append(little32: 0x0807_4B50)
        appendSizes(to: &output)
    }

    /// Overwrites checksum and sizes of a local header that was written before they were known.
    func patchSizes(in output: inout [UInt8], headerAt offset: Int) {
        var sizes: [UInt8] = []
        appendSizes(to: &sizes)
        output.replaceSubrange(offset + 14..<offset + 26, with: sizes)
    }

    static func appendEnd(to output: inout [UInt8], memberCount: Int, directoryByteCount: Int, at offset: Int) {
        output.append(little32: 0x0605_4B50)
        output.append(little32: 0)
        output.append(little16: UInt16(truncatingIfNeeded: memberCount))
        output.append(little16: UInt16(truncatingIfNeeded: memberCount))
        output.append(little32: UInt32(truncatingIfNeeded: directoryByteCount))
        output.append(little32: UInt32(truncatingIfNeeded: offset))
        output.append(little16: 0)
    }

    /// From "version needed" to the sizes: the same in both headers. Sizes stay 0 where a descriptor follows.
    private func appendCommon(to output: inout [UInt8]) {
        output.append(little16: 20)
        output.append(little16: flags)
        output.append(little16: method)
        output.append(little16: 0)
        output.append(little16: Self.fixedDate)
        appendSizes(to: &output)
    }

    private func appendSizes(to output: inout [UInt8]) {
        output.append(little32: crc)
        output.append(little32: UInt32(truncatingIfNeeded: packedByteCount))
        output.append(little32: UInt32(truncatingIfNeeded: byteCount))
    }
}

extension [UInt8] {
    mutating func append(little16 value: UInt16) {
        Swift.withUnsafeBytes(of: value.littleEndian) { append(contentsOf: $0) }
    }

    mutating func append(little32 value: UInt32) {
        Swift.withUnsafeBytes(of: value.littleEndian) { append(contentsOf: $0) }
    }
}
