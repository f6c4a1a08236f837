import CZlib

/// Reads back the grey pictures that `PNGWriter` wrote and that were kept in files; any other PNG is refused.
public enum PNGReader {
    /// A picture in shades of grey, one byte a pixel, 255 white.
    public struct Grey: Sendable, Equatable {
        public let width: Int
        public let height: Int
        public let pixels: [UInt8]
    }

    private static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    private static let sideMax = 4_096
    private static let pixelCountMax = 8 << 20

    /// Nil for anything but eight bits of grey a pixel, unfiltered and in one piece.
    public static func grey(_ file: [UInt8]) -> Grey? {
        // Signature, IHDR of 13 bytes with its length, name and check sum, then the length and name of IDAT.
        guard file.count > 41, file.starts(with: signature), name(file, at: 12) == "IHDR",
            Array(file[24..<29]) == [8, 0, 0, 0, 0], name(file, at: 37) == "IDAT"
        else { return nil }
        let (width, height, length) = (number(file, at: 16), number(file, at: 20), number(file, at: 33))
        guard (1...sideMax).contains(width), (1...sideMax).contains(height), width * height <= pixelCountMax,
            length <= file.count - 41, let rows = unpacked(file[41..<41 + length], byteCount: (width + 1) * height)
        else { return nil }
        var pixels: [UInt8] = []
        pixels.reserveCapacity(width * height)
        for start in stride(from: 0, to: rows.count, by: width + 1) {
            guard rows[start] == 0 else { return nil }
            pixels += rows[start + 1...start + width]
        }
        return Grey(width: width, height: height, pixels: pixels)
    }

    private static func number(_ file: [UInt8], at place: Int) -> Int {
        file[place..<place + 4].reduce(0) { $0 << 8 | Int($1) }
    }

    private static func name(_ file: [UInt8], at place: Int) -> String {
        String(decoding: file[place..<place + 4], as: UTF8.self)
    }

    /// Nil unless exactly so many bytes come out.
    private static func unpacked(_ packed: ArraySlice<UInt8>, byteCount: Int) -> [UInt8]? {
        var count = uLong(byteCount)
        var isWhole = false
        let rows = [UInt8](unsafeUninitializedCapacity: byteCount) { buffer, initialised in
            // zlib writes at most `count` bytes into the buffer, which is of that size.
            let outcome = packed.withUnsafeBufferPointer {
                uncompress(buffer.baseAddress, &count, $0.baseAddress, uLong($0.count))
            }
            isWhole = outcome == Z_OK && Int(count) == byteCount
            initialised = isWhole ? byteCount : 0
        }
        return isWhole ? rows : nil
    }
}
