import FormModel
import ReaderProtocol

/// Draws a place of a page for people to look at: with some paper around it, the place itself framed.
enum PlacePicture {
    /// Points of paper around the place.
    private static let margin = 28.0
    /// Pixels a screen has use for.
    private static let widthMax = 1_200
    /// What a picture file is taken for that says nothing of its size: a sheet of A4.
    private static let sheet = (short: 595.0, long: 842.0)
    private static let frameShade: UInt8 = 96

    static func draw(_ order: PictureOrder, of source: UnsafeRawBufferPointer) throws(ReadFailure) -> PagePicture {
        let pages: any PagePictures
        var scale: Double?
        if let format = PageReader.picture(source) {
            pages = try PictureFile(source, format: format)
        } else {
            guard PageReader.isPDF(source), let drawn = DrawnPages(source) else {
                throw ReadFailure(.sourceUnknownFormat)
            }
            pages = drawn
            scale = PageRaster.resolution / 72
        }
        guard order.page < pages.count else { throw ReadFailure(.sourceDamaged, parameters: ["reason": "page"]) }
        let page = try pages.picture(at: order.page)
        let picture = order.box.map { place($0, on: page, scale) } ?? reduced(page)
        guard let result = PagePicture(width: picture.width, height: picture.height, pixels: picture.pixels),
            result.pixels.count <= PagePicture.byteCountMax
        else { throw ReadFailure(.sourceLimit, parameters: ["limit": "picture"]) }
        return result
    }

    private static func place(_ box: PageBox, on page: GrayImage, _ known: Double?) -> GrayImage {
        let isUpright = page.height >= page.width
        let scale = known ?? Double(page.width) / (isUpright ? sheet.short : sheet.long)
        func pixel(_ points: Double, _ most: Int) -> Int { min(most, max(0, Int(points * scale))) }
        let left = pixel(box.x - margin, page.width - 1)
        let top = pixel(box.y - margin, page.height - 1)
        let right = max(left + 1, pixel(box.x + box.width + margin, page.width))
        let bottom = max(top + 1, pixel(box.y + box.height + margin, page.height))
        var crop = GrayImage(width: right - left, height: bottom - top)
        for y in top..<bottom {
            for x in left..<right { crop[x - left, y - top] = page[x, y] }
        }
        frame(
            &crop,
            left: pixel(box.x, page.width - 1) - left,
            top: pixel(box.y, page.height - 1) - top,
            right: pixel(box.x + box.width, page.width - 1) - left,
            bottom: pixel(box.y + box.height, page.height - 1) - top
        )
        return reduced(crop)
    }

    private static func frame(_ image: inout GrayImage, left: Int, top: Int, right: Int, bottom: Int) {
        for thickness in 0..<3 {
            let (l, t) = (max(0, left - thickness), max(0, top - thickness))
            let (r, b) = (min(image.width - 1, right + thickness), min(image.height - 1, bottom + thickness))
            guard l < r, t < b else { return }
            for x in l...r {
                image[x, t] = frameShade
                image[x, b] = frameShade
            }
            for y in t...b {
                image[l, y] = frameShade
                image[r, y] = frameShade
            }
        }
    }

    private static func reduced(_ image: GrayImage) -> GrayImage {
        image.reduced(by: max(1, (image.width + widthMax - 1) / widthMax, (image.height + 1_799) / 1_800))
    }
}
