import CZlib

/// Writes pictures of two colours and in shades of grey as PNG (ISO/IEC 15948): bar codes, places of scanned pages.
public enum PNGWriter {
    /// A picture of black and white; each row holds a bit a pixel, the leftmost in the highest bit, 1 for white.
    public static func bilevel(width: Int, rows: [[UInt8]]) -> [UInt8] {
        var file: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
        // Bit depth 1, greyscale, the only methods of compression, filtering and no interlacing (11.2.2).
        append("IHDR", big32(width) + big32(rows.count) + [1, 0, 0, 0, 0], to: &file)
        append("IDAT", packed(rows.flatMap { [0] + $0 }), to: &file)
        append("IEND", [], to: &file)
        return file
    }

    /// A picture in shades of grey, one byte a pixel, 255 white.
    public static func grey(width: Int, height: Int, pixels: [UInt8]) -> [UInt8] {
        precondition(pixels.count == width * height, "a picture has as many pixels as its sides say")
        var file: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
        append("IHDR", big32(width) + big32(height) + [8, 0, 0, 0, 0], to: &file)
        var rows: [UInt8] = []
        rows.reserveCapacity((width + 1) * height)
        for y in 0..<height {
            rows.append(0)
            rows.append(contentsOf: pixels[y * width..<(y + 1) * width])
        }
        append("IDAT", packed(rows, level: 6), to: &file)
        append("IEND", [], to: &file)
        return file
    }

    private static func append(_ name: String, _ bytes: [UInt8], to file: inout [UInt8]) {
        let chunk = Array(name.utf8) + bytes
        file += big32(bytes.count) + chunk
        file += big32(Int(chunk.withUnsafeBytes { ZipEntry.crc(0, $0) }))
    }

    private static func packed(_ bytes: [UInt8], level: Int32 = 9) -> [UInt8] {
        var count = compressBound(uLong(bytes.count))
        return [UInt8](unsafeUninitializedCapacity: Int(count)) { buffer, initialised in
            let outcome = compress2(buffer.baseAddress, &count, bytes, uLong(bytes.count), level)
            precondition(outcome == Z_OK, "zlib's own bound is large enough")
            initialised = Int(count)
        }
    }

    private static func big32(_ number: Int) -> [UInt8] {
        [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
    }
}
