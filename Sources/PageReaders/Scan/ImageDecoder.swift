import CLeptonica
import FormModel
import Glibc
import ReaderProtocol

/// Opens pictures of pages: TIFF with several pages, JPEG, PNG, HEIC.
///
/// The header is asked for the picture's size before anything is unpacked; a header that lies ends in a failure.
enum ImageDecoder {
    /// Scans with a line of text 12 pixels high or less cannot be read.
    private static let sideMin = 200

    static func pageCount(_ bytes: UnsafeRawBufferPointer, format: SourceFormat) throws(ReadFailure) -> Int {
        setMsgSeverity(Int32(L_SEVERITY_NONE))
        guard format == .tiff else { return 1 }
        let start = bytes.bindMemory(to: UInt8.self).baseAddress
        guard let stream = fopenReadFromMemory(start, bytes.count) else {
            throw ReadFailure(.readerCrashed, format: format)
        }
        defer { fclose(stream) }
        var count: Int32 = 0
        guard tiffGetCount(stream, &count) == 0, count > 0 else {
            throw ReadFailure(.sourceDamaged, format: format, parameters: ["reason": "header"])
        }
        guard count <= ReaderLimits.pageCountMax else { throw limit("pageCountMax", format) }
        return Int(count)
    }

    /// One page, counted from 0.
    static func image(
        _ bytes: UnsafeRawBufferPointer,
        format: SourceFormat,
        page: Int
    ) throws(ReadFailure) -> GrayImage {
        if format == .heic {
            return try HEIFDecoder.image(bytes) { (width, height) throws(ReadFailure) in
                try checkSides(width, height, format)
            }
        }
        let start = bytes.bindMemory(to: UInt8.self).baseAddress
        guard format == .tiff else {
            try checkHeader(start, bytes.count, format)
            return try image(pixReadMem(start, bytes.count), format)
        }
        try checkHeader(start, bytes.count, format, page: page)
        return try image(pixReadMemTiff(start, bytes.count, Int32(page)), format)
    }

    private static func checkHeader(
        _ start: UnsafePointer<UInt8>?,
        _ count: Int,
        _ format: SourceFormat,
        page: Int? = nil
    ) throws(ReadFailure) {
        var (kind, width, height): (Int32, Int32, Int32) = (0, 0, 0)
        var (bits, samples, isMapped): (Int32, Int32, Int32) = (0, 0, 0)
        let fault =
            if let page {
                readHeaderMemTiff(start, count, Int32(page), &width, &height, &bits, &samples, nil, &isMapped, nil)
            } else {
                pixReadHeaderMem(start, count, &kind, &width, &height, &bits, &samples, &isMapped)
            }
        guard fault == 0 else {
            throw ReadFailure(.sourceDamaged, format: format, parameters: ["reason": "header"])
        }
        try checkSides(Int(width), Int(height), format)
    }

    private static func checkSides(_ width: Int, _ height: Int, _ format: SourceFormat) throws(ReadFailure) {
        guard width <= ReaderLimits.imageSideMax, height <= ReaderLimits.imageSideMax else {
            throw limit("imageSideMax", format)
        }
        guard width * height <= ReaderLimits.imagePixelCountMax else { throw limit("imagePixelCountMax", format) }
        guard min(width, height) >= sideMin else {
            throw ReadFailure(.sourceUnusable, format: format, parameters: ["reason": "tooSmall"])
        }
    }

    /// Takes over the picture and lets go of the library's copy.
    private static func image(_ picture: UnsafeMutablePointer<Pix>?, _ format: SourceFormat) throws(ReadFailure)
        -> GrayImage
    {
        var picture = picture
        guard picture != nil else {
            throw ReadFailure(.sourceDamaged, format: format, parameters: ["reason": "picture"])
        }
        defer { pixDestroy(&picture) }
        let (width, height) = (Int(pixGetWidth(picture)), Int(pixGetHeight(picture)))
        try checkSides(width, height, format)
        // What shows through is paper.
        var opaque = pixRemoveAlpha(picture)
        defer { pixDestroy(&opaque) }
        var grey = pixConvertTo8(opaque, 0)
        guard grey != nil else { throw ReadFailure(.sourceDamaged, format: format, parameters: ["reason": "picture"]) }
        defer { pixDestroy(&grey) }
        return GrayImage(width: width, height: height, pixels: pixels(of: grey, width, height))
    }

    /// Leptonica keeps bytes in words of four, the first pixel in the highest byte.
    private static func pixels(of picture: UnsafeMutablePointer<Pix>?, _ width: Int, _ height: Int) -> [UInt8] {
        guard let words = pixGetData(picture) else { return Array(repeating: 255, count: width * height) }
        let wordsPerLine = Int(pixGetWpl(picture))
        return [UInt8](unsafeUninitializedCapacity: width * height) { buffer, count in
            for y in 0..<height {
                for x in 0..<width {
                    let word = words[y * wordsPerLine + x >> 2]
                    buffer[y * width + x] = UInt8(truncatingIfNeeded: word >> UInt32(8 * (3 - x & 3)))
                }
            }
            count = width * height
        }
    }

    private static func limit(_ name: String, _ format: SourceFormat) -> ReadFailure {
        ReadFailure(.sourceLimit, format: format, parameters: ["limit": name])
    }
}
