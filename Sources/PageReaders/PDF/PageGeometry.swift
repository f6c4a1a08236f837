/// Size and turn of a page: how its own coordinates become those of the page as it is shown.
struct PageGeometry {
    /// Points, after turning.
    let width: Double
    let height: Double
    /// From the page's coordinates (y upwards) to shown ones (y downwards from the top left corner).
    let matrix: Matrix

    /// What a page has when it does not say: A4, as everybody here prints.
    private static let usual = PageRect(left: 0, top: 0, right: 595.28, bottom: 841.89)
    private static let parentCountMax = 64

    init(_ page: PDFObject) {
        let media = Self.inherited("MediaBox", of: page)?.rectangle ?? Self.usual
        var box = media
        if let crop = Self.inherited("CropBox", of: page)?.rectangle {
            let cut = PageRect(
                left: max(media.left, crop.left),
                top: max(media.top, crop.top),
                right: min(media.right, crop.right),
                bottom: min(media.bottom, crop.bottom)
            )
            if cut.width > 1, cut.height > 1 { box = cut }
        }
        let quarters = ((Self.inherited("Rotate", of: page)?.integer ?? 0) / 90 % 4 + 4) % 4
        width = quarters % 2 == 0 ? box.width : box.height
        height = quarters % 2 == 0 ? box.height : box.width
        // `top` and `bottom` of the boxes above are lower and upper edges: y still grows upwards there.
        matrix =
            switch quarters {
            case 1: Matrix(a: 0, b: 1, c: 1, d: 0, e: -box.top, f: -box.left)
            case 2: Matrix(a: -1, b: 0, c: 0, d: 1, e: box.right, f: -box.top)
            case 3: Matrix(a: 0, b: -1, c: -1, d: 0, e: box.bottom, f: box.right)
            default: Matrix(a: 1, b: 0, c: 0, d: -1, e: -box.left, f: box.bottom)
            }
    }

    /// An attribute that a page may have from the nodes above it (ISO 32000-1, 7.7.3.4).
    static func inherited(_ key: String, of page: PDFObject) -> PDFObject? {
        var node: PDFObject? = page
        var count = 0
        while let here = node, count < parentCountMax {
            if let value = here[key] { return value }
            node = here["Parent"]
            count += 1
        }
        return nil
    }
}
